/** The column that tells the classes of a hierarchy apart, and the names of its kinds. Answers to: sqlalchemy/orm/mapper.py (_configure_polymorphic_setter). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { Value } from '../../../../python/values/value.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Mapper } from './mapper.ts';
import { ColumnProperty } from './property.ts';

/** The name of the kind that a row of the class is, and its place among those of the hierarchy. */
export function takePlace(call: Interpreter, mapper: Mapper): void {
  const warn = (text: string) => call.process.warn('sqlalchemy.exc.SAWarning', text);
  const { inherits, args, base } = mapper;
  const identity = args.get('polymorphic_identity') ?? null;
  mapper.polymorphicIdentity = identity;
  if (identity === null) {
    if (!inherits || args.get('polymorphic_abstract') === true || !base.polymorphicOn) return;
    warn(
      `${mapper} does not indicate a 'polymorphic_identity', yet is part of an inheritance hierarchy that has a ` +
        `'polymorphic_on' column of '${base.polymorphicOn}'. If this is an intermediary class that should not be ` +
        `instantiated, the class may either be left unmapped, or may include the 'polymorphic_abstract=True' parameter ` +
        `in its Mapper arguments. To leave the class unmapped when using Declarative, set the '__abstract__ = True' ` +
        `attribute on the class.`,
    );
    return;
  }
  const key = call.repr(identity);
  const taken = base.kinds.get(key);
  if (taken && inherits) {
    warn(
      `Reassigning polymorphic association for identity ${key} from ${call.repr(taken as Value)} to ${call.repr(mapper as Value)}: ` +
        `Check for duplicate use of ${key} as value for polymorphic_identity.`,
    );
  }
  base.kinds.set(key, mapper);
}

/** The column that tells kinds apart: the class's own, or the next one above that its table has. */
export function discriminator(mapper: Mapper): Column | undefined {
  const on = mapper.args.get('polymorphic_on') ?? null;
  if (on !== null) return polymorphicColumn(mapper, on);
  const { inherits } = mapper;
  if (inherits?.polymorphicOn) return mapper.concrete ? undefined : inherits.polymorphicOn;
  if (mapper.args.get('polymorphic_abstract') === true) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      'The Mapper.polymorphic_abstract parameter may only be used on a mapper hierarchy which includes the ' +
        'Mapper.polymorphic_on parameter at the base of the hierarchy.',
    ]);
  }
  return undefined;
}

/** @throws ArgumentError for what is neither a name nor a column: `type` of a class body that has no such attribute */
export function checkDiscriminator(call: Interpreter, on: Value): void {
  const given = on as { readonly kind?: unknown; readonly column?: unknown } | null;
  if (typeof given === 'string' || given === null) return;
  if (given.column === undefined && typeof given.kind !== 'string') {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Column expression or string key expected for argument 'polymorphic_on'; got ${call.repr(on)}.`,
    ]);
  }
}

function polymorphicColumn(mapper: Mapper, on: Value): Column | undefined {
  if (typeof on !== 'string') {
    const column = (on as { column?: Column }).column ?? (on as Column);
    if (column.kind !== 'column' || mapper.propertyOf(column)) return column;
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      `Could not map polymorphic_on column '${column.name}' to the mapped table - polymorphic loads will not function properly`,
    ]);
  }
  const property = mapper.properties.get(on);
  if (property instanceof ColumnProperty) return property.columns[0] as Column;
  if (property) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      'Only direct column-mapped property or SQL expression can be passed for polymorphic_on',
    ]);
  }
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `Can't determine polymorphic_on value '${on}' - no attribute is mapped to this name.`,
  ]);
}
