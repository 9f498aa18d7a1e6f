/** Attributes of mapped classes: on the class an expression, on an instance its value. Answers to: sqlalchemy/orm/attributes.py. */
import { NativeGetter } from '../../../python/values/callable.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native.ts';
import type { PyClass, PyObject, Value } from '../../../python/values/value.ts';
import { relationshipChanged } from './backref.ts';
import { collectionOf } from './collections.ts';
import { loadAttribute, noteChange } from './instance-state.ts';
import { setRaw } from './instance-values.ts';
import { mappedClass } from './mapped.ts';
import type { Mapper } from './mapper.ts';
import { ColumnProperty, type Property, Relationship, Synonym } from './property.ts';

/** Operators that Python looks up on the class: handed to the column's expression. */
const OPERATORS = (
  'eq ne lt le gt ge add sub mul truediv floordiv mod radd rsub rmul rtruediv rmod and or invert neg lshift rshift ' +
  'getitem contains'
).split(' ');

export const instrumentedAttributeClass: PyClass = nativeClass({
  name: 'InstrumentedAttribute',
  module: 'sqlalchemy.orm.attributes',
  bases: [mappedClass],
  methods: Object.fromEntries([
    ...OPERATORS.map((name): [string, readonly [string, never]] => [
      `__${name}__`,
      [
        '*args',
        ((call: Interpreter, self: InstrumentedAttribute, args: Value[]) =>
          call.callMethod(self.expression(call), `__${name}__`, ...args)) as never,
      ],
    ]),
    [
      '__clause_element__',
      ['', ((call: Interpreter, self: InstrumentedAttribute) => self.expression(call)) as never],
    ],
    [
      'any',
      [
        'criterion=None, **kwargs',
        ((call: Interpreter, self: InstrumentedAttribute) => self.expression(call)) as never,
      ],
    ],
  ]),
  getters: {
    key: (self: InstrumentedAttribute) => self.name,
    class_: (self: InstrumentedAttribute) => self.mapper.cls,
    parent: (self: InstrumentedAttribute) => self.mapper,
    property: (self: InstrumentedAttribute, call) => {
      if (self.property instanceof Relationship) self.mapper.registry.configure(call);
      return self.property;
    },
    prop: (self: InstrumentedAttribute) => self.property,
    expression: (self: InstrumentedAttribute, call) => self.expression(call),
  },
  getattr: (self: InstrumentedAttribute, name, call) =>
    self.property instanceof Relationship ? undefined : call.getAttribute(self.expression(call), name),
  hash: (self: InstrumentedAttribute) => self.name.length,
  str: (self: InstrumentedAttribute) => `${self.mapper.cls.name}.${self.name}`,
  repr: () => `<sqlalchemy.orm.attributes.InstrumentedAttribute object at 0x0>`,
  final: true,
});

/** One attribute of one mapped class. */
export class InstrumentedAttribute extends NativeGetter {
  readonly mapper: Mapper;
  readonly property: Property;

  constructor(mapper: Mapper, property: Property, key: string) {
    super(
      key,
      (self, call) => readValue(call, self as PyObject, mapper, property),
      (self, value, call) => writeValue(call, self as PyObject, mapper, property, value),
      (self) => void (self as PyObject).attrs?.delete(property.key),
      instrumentedAttributeClass,
    );
    this.mapper = mapper;
    this.property = property;
  }

  /** The column or expression behind the attribute; a relationship stands for itself. */
  expression(call: Interpreter): Value {
    const { property } = this;
    if (property instanceof ColumnProperty) return property.columns[0]!;
    if (property instanceof Synonym) {
      const other = this.mapper.cls.lookup(property.name);
      return other instanceof InstrumentedAttribute ? other.expression(call) : (other ?? null);
    }
    return property;
  }
}

function readValue(call: Interpreter, self: PyObject, mapper: Mapper, property: Property): Value {
  if (property instanceof Synonym) return call.getAttribute(self, property.name) ?? null;
  const own = self.attrs?.get(property.key);
  if (own !== undefined) return own;
  const loaded = loadAttribute(call, self, mapper, property);
  if (loaded !== undefined) return loaded;
  if (property instanceof Relationship && property.useList) {
    const made = collectionOf(call, property, []);
    setRaw(self, property.key, made);
    return made;
  }
  return null;
}

function writeValue(
  call: Interpreter,
  self: PyObject,
  mapper: Mapper,
  property: Property,
  given: Value,
): void {
  if (property instanceof Synonym) {
    call.setAttribute(self, property.name, given);
    return;
  }
  const validator = mapper.validators.get(property.key);
  const value = validator === undefined ? given : call.call(validator, [self, property.key, given]);
  // Who leaves a collection must be known, so it is read before another takes its place.
  const replaces = property instanceof Relationship && property.useList;
  const before =
    self.attrs?.get(property.key) ?? (replaces ? loadAttribute(call, self, mapper, property) : undefined);
  setRaw(self, property.key, value);
  noteChange(self, property.key);
  if (property instanceof Relationship) relationshipChanged(call, self, property, before, value);
}
