/** Attributes of mapped classes: on the class an expression, on an instance its value. Answers to: sqlalchemy/orm/attributes.py. */
import { Raise } from '../../../../machine.ts';
import { NativeGetter } from '../../../../python/values/callable.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../../python/values/native/native.ts';
import type { PyClass, PyObject, Value } from '../../../../python/values/value.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { speakingOf } from '../../../../sqlalchemy/expression/select/entity-criteria.ts';
import type { FromClause } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { mappedClass } from '../declarative/mapped.ts';
import { adapted } from '../loading/adapt.ts';
import { sideBySide } from '../loading/bundle.ts';
import type { AliasedEntity } from '../loading/entity.ts';
import type { SelectedTogether } from '../loading/reading.ts';
import { type PathOptions, relationshipPath } from '../relationships/relationship-join.ts';
import { deleteValue, readValue, writeValue } from './attribute-values.ts';
import { compareComposite, compositeColumns } from './composite.ts';
import type { Mapper } from './mapper.ts';
import { ColumnProperty, Composite, type Property, Relationship, Synonym } from './property.ts';
import { RELATIONSHIP_METHODS, refusedOperator, relationshipOperator } from './relationship-methods.ts';

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
    if (self.property instanceof Relationship) return refusedOperator(name) ?? self.lacks(name);
    const expression = self.expression(call);
    if (name === 'label')
      return nativeFunction('label', 'name', (inner, given: Value) =>
        spoken(self, inner.callMethod(expression, 'label', given)),
      );
    return call.getAttribute(expression, name) ?? self.lacks(name);
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
    return this.lacks('any');
  }

  /** @throws AttributeError for a name that neither the attribute nor what it compares with has */
  lacks(name: string): never {
    const { name: cls } = this.mapper.cls;
    const of = `${this.owner ? `aliased(${cls})` : cls}.${this.name}`;
    throw new Raise(
      'builtins.AttributeError',
      [
        `Neither 'InstrumentedAttribute' object nor 'Comparator' object associated with ${of} has an attribute '${name}'`,
      ],
      { attributes: { name, obj: this } },
    );
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
