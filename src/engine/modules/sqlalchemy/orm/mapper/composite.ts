/** Several columns as one value: read, written, compared. Answers to: sqlalchemy/orm/descriptor_props.py (CompositeProperty). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { conjunction } from '../../../../sqlalchemy/expression/build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../../sqlalchemy/expression/operators/operate.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Mapper } from './mapper.ts';
import { ColumnProperty, type Composite, MappedColumn } from './property.ts';

/** The properties that a composite is made of. @throws ArgumentError for what is no column of the class */
function membersOf(
  call: Interpreter | undefined,
  mapper: Mapper,
  composite: Composite,
): readonly ColumnProperty[] {
  return composite.members.map((member) => {
    const key = (member as { property?: { key: string } } | null)?.property?.key;
    const found =
      typeof member === 'string' || key !== undefined
        ? mapper.properties.get(key ?? String(member))
        : mapper.propertyOf(member instanceof MappedColumn ? member.column : (member as Column));
    if (found instanceof ColumnProperty) return found;
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Composite expects Column objects or mapped attributes/attribute names as arguments, got: ${call?.repr(member)}`,
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
  const kept = made.get(self) ?? new Map<Composite, Made>();
  made.set(self, kept);
  const known = kept.get(composite);
  if (known?.values.every((value, at) => value === values[at])) return known.value;
  const value = call.call(composite.factory, values);
  kept.set(composite, { values, value });
  return own(call, self, composite, value);
}

/** A composite of an instance stays the same object while its columns say the same. */
interface Made {
  readonly values: readonly Value[];
  readonly value: Value;
}

const made = new WeakMap<PyObject, Map<Composite, Made>>();

/** A `MutableComposite` learns whose it is. */
function own(call: Interpreter, self: PyObject, composite: Composite, value: Value): Value {
  if (value !== null && call.getAttribute(value, '_belongs_to') !== undefined)
    call.callMethod(value, '_belongs_to', self, composite.key);
  return value;
}

/** The columns of a composite. @throws ArgumentError for what is no column of the class */
export const compositeColumns = (mapper: Mapper, composite: Composite): readonly Element[] =>
  membersOf(undefined, mapper, composite).map(({ columns }) => columns[0] as Element);

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
  if (value === null) return;
  const kept = made.get(self) ?? new Map<Composite, Made>();
  made.set(self, kept.set(composite, { values: parts, value: own(call, self, composite, value) }));
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
    compare(over(columns[0] as Element), known, parts[at] ?? null),
  );
  return conjunction('and', pairs);
}
