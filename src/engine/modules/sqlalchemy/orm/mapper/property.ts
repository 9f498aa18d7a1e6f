/** What a mapped class may hold: columns, relationships and what is built on them. Answers to: sqlalchemy/orm/properties.py. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Mapper } from './mapper.ts';

/** What a dataclass field takes from the construct that stands in its place; undefined means not given. */
export interface DataclassOptions {
  readonly init?: Value | undefined;
  readonly repr?: Value | undefined;
  readonly default?: Value | undefined;
  readonly default_factory?: Value | undefined;
  readonly compare?: Value | undefined;
  readonly kw_only?: Value | undefined;
  readonly hash?: Value | undefined;
}

export const DATACLASS_KEYS = [
  'init',
  'repr',
  'default',
  'default_factory',
  'compare',
  'kw_only',
  'hash',
] as const satisfies readonly (keyof DataclassOptions)[];

/** Everything that stands in `mapper.attrs`. */
export type Property = ColumnProperty | Relationship | Synonym | Composite;

/** `mapped_column()`: a column whose type and nullability may come from its annotation. */
export class MappedColumn {
  readonly kind = 'mapped-column';
  column: Column;
  readonly dataclass: DataclassOptions;
  /** undefined: not said. */
  sortOrder: number | undefined;
  useExisting: boolean;
  deferred: boolean | undefined;
  /** `deferred_group` and `deferred_raiseload` */
  group: Value = null;
  raises = false;
  /** Keywords that were given, under their Python names: what Annotated may not override. */
  readonly given: ReadonlySet<string>;

  constructor(
    column: Column,
    given: ReadonlySet<string>,
    options: {
      dataclass?: DataclassOptions;
      sortOrder?: number | undefined;
      useExisting?: boolean;
      deferred?: boolean | undefined;
    } = {},
  ) {
    this.column = column;
    this.given = given;
    this.dataclass = options.dataclass ?? {};
    this.sortOrder = options.sortOrder;
    this.useExisting = options.useExisting ?? false;
    this.deferred = options.deferred;
  }

  /** Inside expressions it stands for its column. */
  clauseElement(): Column {
    return this.column;
  }
}

/** One or more columns, or an expression, under an attribute. */
export class ColumnProperty {
  readonly kind = 'column-property';
  key = '';
  parent: Mapper | undefined;
  /** Columns of tables, or one expression. */
  readonly columns: Value[];
  readonly deferred: boolean;
  /** Deferred columns of one group are read together. */
  group: Value = null;
  /** A look at the deferred column is an error. */
  raises = false;
  readonly dataclass: DataclassOptions;

  constructor(columns: readonly Value[], deferred = false, dataclass: DataclassOptions = {}) {
    this.columns = [...columns];
    this.deferred = deferred;
    this.dataclass = dataclass;
  }
}

/** How a collection is looked at that is never loaded by a look. */
export interface CollectionView {
  /** What the attribute of an instance is. */
  shown(call: Interpreter, instance: PyObject): Value;
  /** The collection itself. */
  stored(call: Interpreter, instance: PyObject): Value;
}

/** `relationship()`. */
export class Relationship {
  readonly kind = 'relationship';
  key = '';
  parent: Mapper | undefined;
  /** A class, a mapper, a name, or a callable that gives one; null until the annotation says. */
  argument: Value;
  /** Keywords under their Python names. */
  readonly options: ReadonlyMap<string, Value>;
  readonly dataclass: DataclassOptions;
  /** DynamicMapped and WriteOnlyMapped say how the collection is loaded. */
  annotatedLazy: 'dynamic' | 'write_only' | undefined;
  /** What the annotation says of it: the collection's class, or null for a scalar; undefined where there is none. */
  collection: Value | undefined;
  /** Known once the mappers are configured. */
  target: Mapper | undefined;
  direction: 'one-to-many' | 'many-to-one' | 'many-to-many' | undefined;
  useList = false;
  /** Pairs of columns that the join compares: (column here, column there or in the secondary table). */
  pairs: readonly (readonly [Column, Column])[] = [];
  /** For many-to-many: pairs of (column there, column in the secondary table). */
  secondaryPairs: readonly (readonly [Column, Column])[] = [];
  /** `primaryjoin` and `secondaryjoin` as a learner wrote them. */
  condition: Element | undefined;
  secondaryCondition: Element | undefined;
  /** Whether `condition` says more than that the pairs are equal. */
  isFiltered = false;
  /** The join is one that a learner wrote, and no foreign key says which column it fills. */
  unclear = false;
  /** What an instance shows in the place of its collection: dynamic and write-only relationships. */
  view: CollectionView | undefined;
  /** Makes its collection for an instance; known once the mappers are configured. */
  collect: ((call: Interpreter, instance: PyObject, items: readonly Value[]) => Value) | undefined;
  /** `order_by`, read once all classes are there. */
  order: Value | undefined;
  /** The other side, where back_populates or backref names one. */
  reverse: Relationship | undefined;

  constructor(argument: Value, options: ReadonlyMap<string, Value>, dataclass: DataclassOptions = {}) {
    this.argument = argument;
    this.options = options;
    this.dataclass = dataclass;
  }
}

/** `synonym("other")`. */
export class Synonym {
  readonly kind = 'synonym';
  key = '';
  parent: Mapper | undefined;
  readonly name: string;
  readonly dataclass: DataclassOptions = {};

  constructor(name: string) {
    this.name = name;
  }
}

/** `composite(Class, …)`: several columns as one value. */
export class Composite {
  readonly kind = 'composite';
  key = '';
  parent: Mapper | undefined;
  /** The class; null until the annotation says. */
  factory: Value;
  /** Columns, mapped columns, attributes or their names. */
  readonly members: Value[];
  readonly dataclass: DataclassOptions;

  constructor(factory: Value, members: readonly Value[], dataclass: DataclassOptions = {}) {
    this.factory = factory;
    this.members = [...members];
    this.dataclass = dataclass;
  }
}

/** `declared_attr`: a function of the class, evaluated when the class is mapped. */
export class DeclaredAttr {
  readonly kind = 'declared-attr';
  readonly function: Value;
  /** `declared_attr.directive`: what it gives is configuration, never mapped. */
  readonly directive: boolean;
  readonly cascading: boolean;

  constructor(callable: Value, directive = false, cascading = false) {
    this.function = callable;
    this.directive = directive;
    this.cascading = cascading;
  }
}

/** Constructs that declarative maps. */
export type Mappable = MappedColumn | Property;

/** Whether a value of a class body becomes an attribute of the mapper. */
export const isMappable = (value: unknown): value is Mappable =>
  value instanceof MappedColumn || isProperty(value);

/** Whether a value is a property of a mapper already. */
export const isProperty = (value: unknown): value is Property =>
  value instanceof ColumnProperty ||
  value instanceof Relationship ||
  value instanceof Synonym ||
  value instanceof Composite;
