/** Several columns as one value: read, written, compared. Answers to: sqlalchemy/orm/descriptor_props.py (CompositeProperty). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { conjunction } from '../../../../sqlalchemy/expression/build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../../sqlalchemy/expression/operators/operate.ts';
import { negated } from '../../../../sqlalchemy/expression/operators/operate-not.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Mapper } from './mapper.ts';
import { ColumnProperty, type Composite, MappedColumn } from './property.ts';

/** The properties that a composite is made of. @throws ArgumentError for what is no column of the class */
function membersOf(call: Interpreter, mapper: Mapper, composite: Composite): readonly ColumnProperty[] {
  return composite.members.map((member) => {
    const key = (member as { property?: { key: string } } | null)?.property?.key;
    const found =
      typeof member === 'string' || key !== undefined
        ? mapper.properties.get(key ?? String(member))
        : mapper.propertyOf(member instanceof MappedColumn ? member.column : (member as Column));
    if (found instanceof ColumnProperty) return found;
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Composite expects Column objects or mapped attributes/attribute names as arguments, got: ${call.repr(member)}`,
    ]);
  });
}

/** The value of an instance: None where all its columns are None in one that was never saved. */
export function readComposite(
  call: Interpreter,
  self: PyObject,
  mapper: Mapper,
  composite: Composite,
  isSaved: boolean,
): Value {
  const values = membersOf(call, mapper, composite).map(({ key }) => call.getAttribute(self, key) ?? null);
  if (!isSaved && values.every((value) => value === null)) return null;
  return call.call(composite.factory, values);
}

/** @throws InvalidRequestError for a value that does not say its parts */
export function writeComposite(
  call: Interpreter,
  self: PyObject,
  mapper: Mapper,
  composite: Composite,
  value: Value,
): void {
  const members = membersOf(call, mapper, composite);
  const parts = value === null ? members.map(() => null) : partsOf(call, composite, value);
  members.forEach(({ key }, at) => {
    call.setAttribute(self, key, parts[at] ?? null);
  });
}

function partsOf(call: Interpreter, composite: Composite, value: Value): readonly Value[] {
  const said = call.getAttribute(value, '__composite_values__');
  if (said !== undefined) return [...call.iterate(call.call(said))];
  if (call.truth(call.call(call.importName('dataclasses.is_dataclass'), [composite.factory]))) {
    const fields = [...call.iterate(call.call(call.importName('dataclasses.fields'), [composite.factory]))];
    return fields.map((field) => call.getAttribute(value, String(call.getAttribute(field, 'name'))) ?? null);
  }
  const name = String(call.getAttribute(composite.factory, '__name__'));
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    `Composite class ${name} is not a dataclass and does not define a __composite_values__() method; can't get state`,
  ]);
}

const COMPARISONS = ['eq', 'ne', 'lt', 'gt', 'le', 'ge'] as const;

/** `Place.at == Point(1, 2)`: each column by itself. @param over the column as the FROM has it */
export function compareComposite(
  call: Interpreter,
  mapper: Mapper,
  composite: Composite,
  operator: string,
  value: Value,
  over: (column: Element) => Element,
): Element {
  const known = COMPARISONS.find((one) => one === operator);
  if (!known) throw new Raise('builtins.NotImplementedError', []);
  const members = membersOf(call, mapper, composite);
  const parts = value === null ? members.map(() => null) : partsOf(call, composite, value);
  const pairs = members.map(({ columns }, at) =>
    compare(over(columns[0] as Element), known === 'ne' ? 'eq' : known, parts[at] ?? null),
  );
  const all = conjunction('and', pairs);
  return known === 'ne' ? negated(all) : all;
}
