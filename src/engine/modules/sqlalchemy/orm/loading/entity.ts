/** Mapped classes where a statement speaks of them: what is selected, from which tables. Answers to: sqlalchemy/orm/util.py (AliasedClass), mapper.py. */
import { type Interpreter, runningInterpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { conjunction } from '../../../../sqlalchemy/expression/build.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../../sqlalchemy/expression/operators/operate.ts';
import { within } from '../../../../sqlalchemy/expression/operators/operate-in.ts';
import type { EntityNode, FromClause, Join } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { ColumnProperty } from '../mapper/property.ts';
import { adapted, type Replace, throughAlias } from './adapt.ts';
import { descendants, inlineKinds, spreadTable } from './polymorphic.ts';

/** `aliased(User)`: the class a second time. */
export class AliasedEntity {
  readonly mapper: Mapper;
  readonly table: FromClause;
  readonly name: string | undefined;
  readonly replace: Replace;
  /** Its attributes, each made once. */
  readonly attributes = new Map<string, Value>();
  /** Subclasses that are read along: `with_polymorphic(…)`. */
  readonly kinds: readonly Mapper[];

  constructor(mapper: Mapper, table: FromClause, name: string | undefined, kinds: readonly Mapper[] = []) {
    this.kinds = kinds;
    this.mapper = mapper;
    this.table = table;
    this.name = name;
    this.replace = throughAlias(table);
  }

  clauseElement(): EntityNode {
    return entityNode(this.mapper, this);
  }
}

/** One attribute of a class with the elements that a SELECT lists for it. */
export interface Loaded {
  readonly key: string;
  readonly property: ColumnProperty;
  readonly elements: readonly Element[];
}

/** What is read for an instance of the class. @param keep whether a property is read */
export function loadedColumns(
  mapper: Mapper,
  keep: (property: ColumnProperty) => boolean = isEager,
): readonly Loaded[] {
  const found: Loaded[] = [];
  for (const [key, property] of mapper.properties) {
    if (property instanceof ColumnProperty && keep(property))
      found.push({ key, property, elements: property.columns as readonly Element[] });
  }
  return found;
}

const isEager = (property: ColumnProperty): boolean => !property.deferred;

const joins = new WeakMap<Mapper, Join>();

/** The table of a class; for joined inheritance all its tables, joined. */
export function selectableOf(mapper: Mapper): FromClause {
  const above = mapper.inherits;
  if (!above || mapper.concrete || mapper.single)
    return above && mapper.single ? selectableOf(above) : (mapper.table as FromClause);
  const known = joins.get(mapper);
  if (known) return known;
  const on = mapper.inheritPairs.map(([parent, child]) => compare(parent as Element, 'eq', child));
  const join: Join = {
    kind: 'join',
    left: selectableOf(above),
    right: mapper.table as FromClause,
    on: conjunction('and', on),
    outer: false,
    full: false,
  };
  joins.set(mapper, join);
  return join;
}

/** The class, or an alias of it, as an element of a statement. */
export function entityNode(mapper: Mapper, aliased?: AliasedEntity): EntityNode {
  const replace: Replace = aliased?.replace ?? (() => undefined);
  const kinds = aliased ? aliased.kinds : inlineKinds(mapper);
  const columns = [mapper, ...kinds].flatMap((one) => loadedColumns(one).flatMap(({ elements }) => elements));
  return {
    kind: 'entity',
    table: aliased?.table ?? spreadTable(mapper, selectableOf(mapper)),
    entity: aliased ?? mapper.cls,
    columns: [...new Set(columns.map((one) => adapted(one, replace)))],
    mapper,
    keys: attributeKeys(mapper),
    ...(aliased || mapper.single || mapper.concrete || !mapper.inherits
      ? {}
      : { local: mapper.table as FromClause }),
    criteria: singleCriteria(mapper).map((one) => adapted(one, replace)),
    equal: (name, value) => attributeEquals(aliased ?? mapper.cls, name, value as Value),
  };
}

function attributeEquals(owner: unknown, name: string, value: Value): Element | undefined {
  const call = runningInterpreter();
  const attribute = call?.getAttribute(owner as Value, name);
  return attribute === undefined ? undefined : clauseOf(call!.callMethod(attribute, '__eq__', value));
}

function attributeKeys(mapper: Mapper): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { key, elements } of loadedColumns(mapper, () => true)) {
    const column = elements[0] as Partial<Column> | undefined;
    if (column?.key !== undefined && column.key !== key) keys.set(key, column.key);
  }
  return keys;
}

/** A class that shares its parent's table is told by its discriminator. */
export function singleCriteria(mapper: Mapper): readonly Element[] {
  if (!mapper.single || !mapper.polymorphicOn) return [];
  const identities = [mapper, ...descendants(mapper)].map((one) => one.polymorphicIdentity);
  return [
    within(
      mapper.polymorphicOn as Element,
      'in',
      identities.filter((one) => one !== null),
    ),
  ];
}

/** The mapper and alias that an entity of a statement stands for; undefined for anything else. */
export function entityOfNode(
  node: unknown,
): { readonly mapper: Mapper; readonly aliased: AliasedEntity | undefined } | undefined {
  const { kind, entity } = (node ?? {}) as Partial<EntityNode>;
  if (kind !== 'entity') return undefined;
  if (entity instanceof AliasedEntity) return { mapper: entity.mapper, aliased: entity };
  const mapper = entity instanceof PyClass ? (entity.lookup('__mapper__') as Mapper | undefined) : undefined;
  return mapper ? { mapper, aliased: undefined } : undefined;
}

/** What `select(User)` makes of the class: its relationships are set up first. */
export function configuredEntity(call: Interpreter, mapper: Mapper): EntityNode {
  mapper.registry.configure(call);
  return entityNode(mapper);
}

/** The columns of the primary key as an entity has them. */
export const keyColumns = (mapper: Mapper, replace: Replace): readonly Element[] =>
  mapper.primaryKey.map((column: Column) => replace(column as Element) ?? (column as Element));
