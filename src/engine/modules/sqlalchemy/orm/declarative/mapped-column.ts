/** `mapped_column(…)` and what its annotation adds. Answers to: sqlalchemy/orm/properties.py (MappedColumn). */
import { Raise } from '../../../../machine.ts';
import { classOf } from '../../../../python/values/classes/class-of.ts';
import { isException } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { NULL_TYPE } from '../../../../sqlalchemy/types/base.ts';
import { SqlType } from '../../../../sqlalchemy/types/type.ts';
import { DATACLASS_KEYS, type DataclassOptions, MappedColumn } from '../mapper/property.ts';
import {
  annotatedParts,
  evaluate,
  forwardText,
  isNoneType,
  isUnion,
  type MappedAnnotation,
  resolveText,
  withoutNone,
} from './annotation.ts';
import { mergeColumn } from './column-copy.ts';
import { MappedAlias, mappedClass } from './mapped.ts';
import type { Registry } from './registry.ts';
import { typeFor } from './type-map.ts';

/** Keywords that are the attribute's, not the column's. */
const ATTRIBUTE_KEYWORDS = new Set([
  ...DATACLASS_KEYS,
  'insert_default',
  'deferred',
  'deferred_group',
  'deferred_raiseload',
  'use_existing_column',
  'active_history',
  'sort_order',
  'dataclass_metadata',
]);

/** @throws TypeError, ArgumentError as Column does */
export function makeMappedColumn(
  call: Interpreter,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): MappedColumn {
  const rest = new Map([...keywords].filter(([name]) => !ATTRIBUTE_KEYWORDS.has(name)));
  const fallback = keywords.get('insert_default') ?? keywords.get('default');
  if (fallback !== undefined) rest.set('default', fallback);
  const column = call.call(call.importName('sqlalchemy.Column'), args, rest) as Column;
  const group = keywords.get('deferred_group') ?? null;
  const raises = keywords.get('deferred_raiseload') === true;
  const deferred = keywords.has('deferred') ? keywords.get('deferred') === true : undefined;
  const made = new MappedColumn(column, new Set(keywords.keys()), {
    dataclass: dataclassOptions(keywords),
    sortOrder: keywords.has('sort_order') ? Number(keywords.get('sort_order')) : undefined,
    useExisting: keywords.get('use_existing_column') === true,
    deferred: deferred ?? (group !== null || raises ? true : undefined),
  });
  return Object.assign(made, { group, raises });
}

/** The dataclass settings among keywords. */
export function dataclassOptions(keywords: ReadonlyMap<string, Value>): DataclassOptions {
  const found: Record<string, Value> = {};
  for (const name of DATACLASS_KEYS) {
    const value = keywords.get(name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** Where a mapped_column stands. */
export interface ColumnPlace {
  readonly cls: PyClass;
  readonly key: string;
  readonly registry: Registry;
}

/**
 * Gives a column its name, and from the annotation its type and whether it takes NULL.
 * @throws ArgumentError, MappedAnnotationError
 */
export function completeMappedColumn(
  call: Interpreter,
  mapped: MappedColumn,
  annotation: MappedAnnotation | undefined,
  place: ColumnPlace,
): void {
  const { column } = mapped;
  nameColumn(column, place.key);
  if (annotation) takeAnnotation(call, mapped, annotation, place);
  else if (lacksType(column) && column.foreignKeys.size === 0) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Python typing annotation is required for attribute "${place.cls.name}.${place.key}" when primary argument(s) for ` +
        '"MappedColumn" construct are None or not present',
    ]);
  }
}

/** A column without a name of its own has its attribute's. */
export function nameColumn(column: Column, key: string): void {
  column.name ||= key;
  column.key ||= key;
}

const lacksType = (column: Column): boolean => column.ownType.is(NULL_TYPE) && !column.ownType.custom;

function takeAnnotation(
  call: Interpreter,
  mapped: MappedColumn,
  annotation: MappedAnnotation,
  place: ColumnPlace,
): void {
  const { column } = mapped;
  const resolved = resolvedInner(call, annotation, place);
  const outer = withoutNone(call, resolved);
  const parts = annotatedParts(call, outer.type);
  const raw = parts ? withoutNone(call, parts.type) : outer;
  const template = parts?.metadata.find((one) => one instanceof MappedColumn);
  if (template instanceof MappedColumn) takeTemplate(call, mapped, template);
  const decided =
    mapped.given.has('nullable') || (template instanceof MappedColumn && template.given.has('nullable'));
  const optional = outer.optional || raw.optional || isNoneType(raw.type);
  if (!decided) column.nullable = !column.primaryKey && optional;
  if (!lacksType(column) || column.foreignKeys.size > 0) return;
  const type =
    typeFor(call, place.registry, outer.type, true) ??
    (parts ? typeFor(call, place.registry, raw.type, false) : undefined);
  if (!type) refuseType(call, resolved, parts ? [outer.type, raw.type] : [outer.type], column.key);
  column.type = type;
}

/** What Annotated brings with it; a name in there would name many columns alike. */
function takeTemplate(call: Interpreter, mapped: MappedColumn, template: MappedColumn): void {
  if (template.column.default && !mapped.given.has('insert_default')) mapped.column.default = null;
  mergeColumn(mapped, template);
  mapped.sortOrder ??= template.sortOrder;
  mapped.deferred ??= template.deferred;
  mapped.group ??= template.group;
  mapped.raises ||= template.raises;
  mapped.useExisting ||= template.useExisting;
  if (template.column.name || template.column.key)
    call.process.warn(
      'sqlalchemy.exc.SADeprecationWarning',
      "Can't use the 'key' or 'name' arguments in Annotated with mapped_column(); this will be ignored",
    );
  for (const key of DATACLASS_KEYS) {
    if (template.dataclass[key] === undefined) continue;
    call.process.warn(
      'sqlalchemy.exc.SADeprecationWarning',
      `Argument '${key}' is a dataclass argument and cannot be specified within a mapped_column() bundled inside of an Annotated object`,
    );
  }
}

/** @throws MappedAnnotationError, worded after what stands in the annotation. @param checked what was looked for, the whole first */
function refuseType(call: Interpreter, argument: Value, checked: readonly Value[], key: string): never {
  const first = checked[0]!;
  const isSqlType =
    first instanceof SqlType ||
    (first instanceof PyClass &&
      first.isSubclassOf(call.importName('sqlalchemy.types.TypeEngine') as PyClass));
  throw new Raise('sqlalchemy.orm.exc.MappedAnnotationError', [
    isSqlType
      ? `The type provided inside the ${call.repr(key)} attribute Mapped annotation is the SQLAlchemy type ${call.str(first)}. Expected a Python type instead`
      : isType(call, first)
        ? `Could not locate SQLAlchemy Core type when resolving for Python type indicated by '${call.str(first)}' ` +
          `inside the Mapped[] annotation for the ${call.repr(key)} attribute; ${notResolvable(call, checked)}`
        : `The object provided inside the ${call.repr(key)} attribute Mapped annotation is not a Python type, ` +
          `it's the object ${call.repr(argument)}. Expected a Python type.`,
  ]);
}

const notResolvable = (call: Interpreter, [whole, inner]: readonly Value[]): string =>
  inner === undefined
    ? 'the type object is not resolvable by the registry'
    : `neither '${call.str(whole!)}' nor '${call.str(inner)}' are resolvable by the registry`;

/** A class, a union of them, or something of typing's. */
function isType(call: Interpreter, value: Value): boolean {
  if (value instanceof PyClass || isUnion(call, value)) return true;
  const modules = ['typing', 'typing_extensions'];
  const object = value !== null && typeof value === 'object';
  return (
    object &&
    (call.getAttribute(value, '__origin__') !== undefined ||
      modules.includes(String(call.getAttribute(value, '__module__'))) ||
      modules.includes(classOf(value).module))
  );
}

function resolvedInner(call: Interpreter, annotation: MappedAnnotation, place: ColumnPlace): Value {
  try {
    const type = resolveText(call, annotation.inner, annotation.module, place.cls);
    refuseTextInside(call, type, annotation.module, place.cls);
    return type;
  } catch (error) {
    if (!isException(call.toException(error), 'NameError') || error instanceof Raise) throw error;
    throw new Raise('sqlalchemy.orm.exc.MappedAnnotationError', [
      `Could not resolve all types within mapped annotation: "${annotation.text ?? call.repr(new MappedAlias(mappedClass, annotation.inner))}".  ` +
        'Ensure all types are written correctly and are imported within the module in use.',
    ]);
  }
}

/** `list["Post"]` as a column's type: the text inside must be a type as well. */
function refuseTextInside(call: Interpreter, type: Value, module: string, cls: PyClass): void {
  if (type === null || typeof type !== 'object') return;
  const origin = call.getAttribute(type, '__origin__');
  if (origin === undefined || origin === call.importName('typing.Literal')) return;
  for (const argument of [...call.iterate(call.getAttribute(type, '__args__') ?? '')]) {
    const text = forwardText(call, argument);
    if (text === undefined) continue;
    try {
      evaluate(call, text, module, cls);
    } catch (error) {
      if (!isException(call.toException(error), 'NameError')) throw error;
      throw new Raise('builtins.NameError', [`Could not de-stringify annotation '${text}'`]);
    }
  }
}
