/** Attributes of mapped classes: on the class an expression, on an instance its value. Answers to: sqlalchemy/orm/attributes.py. */
import { Raise } from '../../../../machine.ts';
import { NativeGetter } from '../../../../python/values/callable.ts';
import { classOf } from '../../../../python/values/classes/class-of.ts';
import { PyList } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../../python/values/native/native.ts';
import { type PyClass, PyObject, type Value } from '../../../../python/values/value.ts';
import { clauseOf, predicateOf } from '../../../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { speakingOf } from '../../../../sqlalchemy/expression/select/entity-criteria.ts';
import type { EntityNode, FromClause } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { mappedClass } from '../declarative/mapped.ts';
import { adapted } from '../loading/adapt.ts';
import { sideBySide } from '../loading/bundle.ts';
import type { AliasedEntity } from '../loading/entity.ts';
import type { SelectedTogether } from '../loading/reading.ts';
import { relationshipChanged } from '../relationships/backref.ts';
import {
  adopt,
  isListLike,
  makeCollection,
  replacing,
  requireInstance,
} from '../relationships/collection.ts';
import { type PathOptions, relationshipPath } from '../relationships/relationship-join.ts';
import {
  anyOf,
  containsInstance,
  equalsInstance,
  requireShape,
} from '../relationships/relationship-operators.ts';
import { attributeSet } from './attribute-events.ts';
import { compareComposite, compositeColumns, readComposite, writeComposite } from './composite.ts';
import { loadAttribute, noteChange, stateOf } from './instance-state.ts';
import { membersOf, setRaw } from './instance-values.ts';
import { inheritedMapper } from './mapped-class.ts';
import type { Mapper } from './mapper.ts';
import { ColumnProperty, Composite, type Property, Relationship, Synonym } from './property.ts';
import { trackedOnRead, trackedValue, trackingClass } from './tracked-values.ts';
import { validated } from './validate.ts';

function relationshipOperator(
  call: Interpreter,
  self: InstrumentedAttribute,
  name: string,
  args: readonly Value[],
): Value {
  const property = self.relationship(call);
  if (name === 'eq' || name === 'ne')
    return equalsInstance(call, property, self.owner, args[0]!, name === 'eq') as Value;
  throw new Raise('builtins.NotImplementedError', []);
}

type RelationshipMethod = readonly [string, never];

const relationshipMethod = (
  signature: string,
  code: (call: Interpreter, self: InstrumentedAttribute, ...bound: never[]) => unknown,
): RelationshipMethod => [signature, code as never];

/** A method of columns that relationships have in another sense. */
const either = (
  name: string,
  code: (call: Interpreter, self: InstrumentedAttribute, value: Value) => unknown,
) =>
  relationshipMethod('*args, **kw', (call, self, args: Value[], keywords: ReadonlyMap<string, Value>) =>
    self.property instanceof Relationship
      ? code(call, self, args[0] ?? null)
      : call.call(call.getAttribute(self.expression(call), name)!, args, keywords),
  );

/** A method of a column's type; undefined for a relationship, and where its type has none. */
const columnMethod = (call: Interpreter, self: InstrumentedAttribute, name: string): Value | undefined =>
  self.property instanceof Relationship ? undefined : call.getAttribute(self.expression(call), name);

const RELATIONSHIP_METHODS: Readonly<Record<string, RelationshipMethod>> = {
  any: relationshipMethod(
    'criterion=None, **kwargs',
    (call, self, criterion: Value, keywords: ReadonlyMap<string, Value>) => {
      const own = columnMethod(call, self, 'any');
      if (own !== undefined) return call.call(own, [criterion], keywords);
      const property = self.relationship(call);
      requireShape(property, 'any');
      return anyOf(call, property, self.owner, criterion, keywords);
    },
  ),
  has: relationshipMethod(
    'criterion=None, **kwargs',
    (call, self, criterion: Value, keywords: ReadonlyMap<string, Value>) => {
      const property = self.relationship(call);
      requireShape(property, 'has');
      return anyOf(call, property, self.owner, criterion, keywords);
    },
  ),
  contains: either('contains', (call, self, value) =>
    containsInstance(call, self.relationship(call), self.owner, value),
  ),
  in_: either('in_', () => {
    throw new Raise('builtins.NotImplementedError', [
      'in_() not yet supported for relationships.  For a simple many-to-one, use in_() against the set of foreign key values.',
    ]);
  }),
  is_: either('is_', (call, self, value) =>
    equalsInstance(call, self.relationship(call), self.owner, value, true),
  ),
  is_not: either('is_not', (call, self, value) =>
    equalsInstance(call, self.relationship(call), self.owner, value, false),
  ),
  isnot: either('isnot', (call, self, value) =>
    equalsInstance(call, self.relationship(call), self.owner, value, false),
  ),
  of_type: relationshipMethod('entity', (_call, self, entity: Value) =>
    self.refined({ target: clauseOf(entity) as unknown as EntityNode }),
  ),
  and_: relationshipMethod('*criteria', (_call, self, criteria: Value[]) =>
    self.refined({ criteria: criteria.map((one) => predicateOf(one)) }),
  ),
};

/** Operators that Python looks up on the class: handed to the column's expression. */
const OPERATORS = (
  'eq ne lt le gt ge add sub mul truediv floordiv mod radd rsub rmul rtruediv rmod and or invert neg lshift rshift ' +
  'getitem contains'
).split(' ');

/** An expression over an attribute is about its class. */
const spoken = (self: InstrumentedAttribute, made: Value): Value =>
  typeof (made as { kind?: unknown } | null)?.kind === 'string'
    ? (speakingOf(made as unknown as Element, [self]) as unknown as Value)
    : made;

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
          self.property instanceof Relationship
            ? relationshipOperator(call, self, name, args)
            : self.property instanceof Composite
              ? compareComposite(call, self.mapper, self.property, name, args[0] ?? null, self.over)
              : spoken(self, call.callMethod(self.expression(call), `__${name}__`, ...args))) as never,
      ],
    ]),
    [
      '__clause_element__',
      ['', ((call: Interpreter, self: InstrumentedAttribute) => self.clauseElement(call)) as never],
    ],
    ...Object.entries(RELATIONSHIP_METHODS),
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
  getattr: (self: InstrumentedAttribute, name, call) => {
    if (self.property instanceof Relationship) return undefined;
    const expression = self.expression(call);
    if (name === 'label')
      return nativeFunction('label', 'name', (inner, given: Value) =>
        spoken(self, inner.callMethod(expression, 'label', given)),
      );
    return call.getAttribute(expression, name);
  },

  hash: (self: InstrumentedAttribute) => self.name.length,
  str: (self: InstrumentedAttribute) => `${self.mapper.cls.name}.${self.name}`,
  repr: () => `<sqlalchemy.orm.attributes.InstrumentedAttribute object at 0x0>`,
  final: true,
});

/** One attribute of one mapped class. */
export class InstrumentedAttribute extends NativeGetter {
  readonly mapper: Mapper;
  readonly property: Property;
  /** The alias of the class that it was taken from. */
  readonly owner: AliasedEntity | undefined;
  private path: PathOptions = {};

  constructor(mapper: Mapper, property: Property, key: string, owner?: AliasedEntity) {
    super(
      key,
      (self, call) => readValue(call, self as PyObject, mapper, property),
      (self, value, call) => writeValue(call, self as PyObject, mapper, property, value),
      (self, call) => deleteValue(call, self as PyObject, mapper, property),
      instrumentedAttributeClass,
    );
    this.mapper = mapper;
    this.property = property;
    this.owner = owner;
  }

  /** The class, or its alias. */
  get entity(): unknown {
    return this.owner ?? this.mapper.cls;
  }

  /** What a statement that reads the attribute asks of rows. */
  get criteria(): readonly Element[] {
    return this.mapper.criteria().map(this.over);
  }

  /** The name that `values()` knows it by where no column stands behind it: a hybrid's. */
  get assignedName(): string | undefined {
    if (!(this.property instanceof ColumnProperty)) return undefined;
    return (this.property.columns[0] as Element).kind === 'column' ? undefined : this.name;
  }

  /** The tables that a statement reads the attribute from; undefined for what stands in none of them. */
  get fromTable(): FromClause | undefined {
    if (!(this.property instanceof ColumnProperty)) return undefined;
    const { table } = this.property.columns[0] as { table?: unknown };
    const isOwn = this.mapper.tables.some((one) => one === table);
    return isOwn ? (this.owner?.table ?? this.mapper.selectable()) : undefined;
  }

  /** A column of the class as the alias has it that the attribute was taken from. */
  get over(): (column: Element) => Element {
    return (column) => (this.owner ? adapted(column, this.owner.replace) : column);
  }

  /** The relationship, set up. @throws AttributeError for a column */
  relationship(call: Interpreter): Relationship {
    this.mapper.registry.configure(call);
    if (this.property instanceof Relationship) return this.property;
    throw new Raise('builtins.AttributeError', [
      `Neither 'InstrumentedAttribute' object nor 'Comparator' object associated with ${this.mapper.cls.name}.${this.name} has an attribute 'any'`,
    ]);
  }

  /** `.of_type(…)`, `.and_(…)` */
  refined(more: PathOptions): InstrumentedAttribute {
    const other = new InstrumentedAttribute(this.mapper, this.property, this.name, this.owner);
    other.path = {
      ...this.path,
      ...more,
      criteria: [...(this.path.criteria ?? []), ...(more.criteria ?? [])],
    };
    return other;
  }

  /** What stands for it in a statement. */
  clauseElement(call: Interpreter): Value {
    if (!(this.property instanceof Relationship)) return this.expression(call);
    return relationshipPath(this.relationship(call), { ...this.path, owner: this.owner }) as unknown as Value;
  }

  /** What `.and_(…)` asks of the other side. */
  get extraCriteria(): readonly Element[] {
    return this.path.criteria ?? [];
  }

  get ofType(): PathOptions['target'] {
    return this.path.target;
  }

  /** A composite: its columns, and the value that they make. */
  get together(): SelectedTogether | undefined {
    const { property } = this;
    if (!(property instanceof Composite)) return undefined;
    const columns = compositeColumns(this.mapper, property).map((one) => this.over(one));
    return { key: this.name, columns, build: (call, values) => call.call(property.factory, values) };
  }

  /** The column or expression behind the attribute; a relationship stands for itself. */
  expression(call: Interpreter): Value {
    const { property } = this;
    if (property instanceof ColumnProperty) {
      const element = property.columns[0]!;
      return this.owner ? (adapted(element as Element, this.owner.replace) as Value) : element;
    }
    if (property instanceof Composite) return sideBySide(this.together!.columns) as unknown as Value;
    if (property instanceof Synonym) {
      const other = this.mapper.cls.lookup(property.name);
      return other instanceof InstrumentedAttribute ? other.expression(call) : (other ?? null);
    }
    return property;
  }
}

function readValue(call: Interpreter, self: PyObject, mapper: Mapper, property: Property): Value {
  if (property instanceof Relationship && property.view) return property.view.shown(call, self);
  return readStored(call, self, mapper, property);
}

/** A value as it is kept, whatever an attribute shows of it. */
export function readStored(call: Interpreter, self: PyObject, mapper: Mapper, property: Property): Value {
  if (property instanceof Synonym) return call.getAttribute(self, property.name) ?? null;
  if (property instanceof Composite)
    return readComposite(call, self, mapper, property, stateOf(self).identity !== undefined);
  const own = self.attrs?.get(property.key);
  if (own !== undefined) return trackedOnRead(call, self, property, own);
  const loaded = loadAttribute(call, self, mapper, property);
  if (loaded !== undefined) return trackedOnRead(call, self, property, loaded);
  if (property instanceof Relationship && property.useList) {
    const made = makeCollection(call, self, property, []);
    setRaw(self, property.key, made);
    return made;
  }
  return null;
}

/** The collection that a new one replaces is read first. */
function readBefore(
  call: Interpreter,
  self: PyObject,
  mapper: Mapper,
  property: Relationship,
): Value | undefined {
  const own = self.attrs?.get(property.key);
  const state = stateOf(self);
  if (own !== undefined || !property.useList || !state.session || !state.identity) return own;
  return readValue(call, self, mapper, property);
}

/** `del post.author` leaves the other side as well; a column's value is looked up again. */
function deleteValue(call: Interpreter, self: PyObject, mapper: Mapper, property: Property): void {
  if (property instanceof Relationship && !property.useList) writeValue(call, self, mapper, property, null);
  else self.attrs?.delete(property.key);
}

/** @throws TypeError, AttributeError for what no relationship can hold */
function requireFitting(call: Interpreter, property: Relationship, given: Value): void {
  const wanted = property.options.get('collection_class') ?? property.collection ?? null;
  const isList = wanted === null || (wanted as { name?: string }).name?.toLowerCase() === 'list';
  if (!property.useList) requireInstance(call, given);
  else if (
    isList &&
    (given === null || call.getAttribute(given, 'append') === undefined) &&
    !isListLike(given)
  )
    throw new Raise('builtins.TypeError', [
      `Incompatible collection type: ${given === null ? 'None' : classOf(given).name} is not list-like`,
    ]);
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
  if (property instanceof Composite) {
    writeComposite(call, self, mapper, property, given);
    return;
  }
  const before =
    property instanceof Relationship
      ? readBefore(call, self, mapper, property)
      : self.attrs?.get(property.key);
  const isCollection = property instanceof Relationship && property.useList;
  if (property instanceof Relationship) requireFitting(call, property, given);
  const checked = isCollection
    ? replacing(call, self, property, before, given)
    : attributeSet(
        call,
        self,
        property.key,
        validated(call, mapper, self, property.key, given, false),
        before,
      );
  const tracking = checked === null ? undefined : trackingClass(property);
  const value =
    property instanceof Relationship && property.useList && checked instanceof PyList
      ? makeCollection(call, self, property, checked.items)
      : tracking === undefined
        ? checked
        : trackedValue(call, self, property.key, checked, tracking);
  noteChange(self, property.key, before);
  stateOf(self).expired.delete(property.key);
  setRaw(self, property.key, value);
  if (!(property instanceof Relationship)) return;
  relationshipChanged(call, self, property, before, value);
  for (const member of membersOf(call, value))
    if (member instanceof PyObject && inheritedMapper(member.cls)) adopt(call, self, property, member);
}
