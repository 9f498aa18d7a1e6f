/** What loader options say of each attribute, as a tree along the relationships. Answers to: sqlalchemy/orm/strategy_options.py. */
import { Raise } from '../../../../machine.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { InstrumentedAttribute } from '../mapper/attribute.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { type ColumnProperty, Relationship } from '../mapper/property.ts';
import type { AliasedEntity } from './entity.ts';
import { entityOfNode } from './entity.ts';
import { LoaderOption, type LoadStep } from './loader-options.ts';

export interface LoadNode {
  /** How a relationship is loaded; undefined: as its `lazy` says. */
  strategy: string | undefined;
  innerJoin: boolean;
  /** Of `contains_eager(User.posts.of_type(alias))`. */
  aliased: AliasedEntity | undefined;
  /** What `.and_(…)` of the relationship asks of its rows. */
  criteria: readonly Element[];
  readonly children: Map<string, LoadNode>;
  /** `load_only(…)`: the columns that are read. */
  only: Set<string> | undefined;
  readonly deferred: Set<string>;
  readonly undeferred: Set<string>;
  /** Columns that are an error to look at: `defer(…, raiseload=True)`. */
  readonly refused: Set<string>;
  /** `raiseload("*")` and its kin: every relationship that no other option names. */
  all: string | undefined;
}

/** A node that asks for nothing: each attribute is loaded as its mapper says. */
export const emptyNode = (): LoadNode => ({
  strategy: undefined,
  innerJoin: false,
  aliased: undefined,
  criteria: [],
  children: new Map(),
  only: undefined,
  deferred: new Set(),
  undeferred: new Set(),
  refused: new Set(),
  all: undefined,
});

/** The options that begin at a class. */
export function loadTree(options: readonly unknown[], mapper: Mapper): LoadNode {
  const root = emptyNode();
  for (const option of options) if (option instanceof LoaderOption) follow(root, option, mapper);
  return root;
}

/** @throws ArgumentError for options of a class that the statement does not select, LoaderStrategyException for one of the wrong kind */
export function checkOptions({ options, entities }: Select): void {
  const mappers = entities.flatMap((one) => entityOfNode(one)?.mapper ?? []);
  if (mappers.length === 0) return;
  for (const option of options) {
    const steps = option instanceof LoaderOption ? option.steps : [];
    const first = steps[0]?.keys[0];
    if (first === undefined || typeof first === 'string') continue;
    const related = mappers.some(({ base }) => base === first.mapper.base);
    if (!related) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        `Mapped class ${first.mapper} does not apply to any of the root entities in this query, e.g. ${mappers.join(', ')}. Please ` +
          'specify the full path from one of the root entities to the target attribute. ',
      ]);
    }
    for (const step of steps) checkKind(step);
  }
}

const SHOWN: Readonly<Record<string, string>> = {
  joinedload: 'joined loader',
  selectinload: 'selectin loader',
  subqueryload: 'subquery loader',
  immediateload: 'immediate loader',
};

function checkKind({ strategy, keys }: LoadStep): void {
  const shown = SHOWN[strategy];
  const column = keys.find((key) => typeof key !== 'string' && key.property.kind === 'column-property');
  if (shown === undefined || column === undefined || typeof column === 'string') return;
  throw new Raise('sqlalchemy.orm.exc.LoaderStrategyException', [
    `Can't apply "${shown}" strategy to property "${column.mapper.cls.name}.${column.name}", which is a "column property"; this loader ` +
      'strategy is intended to be used with a "relationship property".',
  ]);
}

const COLUMN_STRATEGIES: ReadonlySet<string> = new Set(['load_only', 'defer', 'undefer', 'undefer_group']);

function follow(root: LoadNode, option: LoaderOption, mapper: Mapper): void {
  const first = option.steps[0]?.keys[0];
  if (first && typeof first !== 'string' && !belongs(first, mapper)) return;
  let nodes = [root];
  for (const step of option.steps) {
    if (COLUMN_STRATEGIES.has(step.strategy)) {
      for (const node of nodes) noteColumns(node, step);
      continue;
    }
    nodes = step.keys.flatMap((key) => {
      if (typeof key === 'string') {
        for (const node of nodes) node.all = step.strategy;
        return [];
      }
      return nodes.map((node) => noteRelationship(node, step.strategy, key, step.innerJoin));
    });
  }
}

const belongs = (attribute: InstrumentedAttribute, mapper: Mapper): boolean =>
  mapper.properties.get(attribute.property.key) === attribute.property;

function noteRelationship(
  node: LoadNode,
  strategy: string,
  attribute: InstrumentedAttribute,
  innerJoin: boolean,
): LoadNode {
  const child = node.children.get(attribute.name) ?? emptyNode();
  node.children.set(attribute.name, child);
  if (strategy !== 'defaultload') child.strategy = strategy;
  child.innerJoin = innerJoin;
  child.aliased = entityOfNode(attribute.ofType)?.aliased;
  child.criteria = attribute.extraCriteria;
  return child;
}

function noteColumns(node: LoadNode, { strategy, keys, raises }: LoadStep): void {
  for (const key of keys) {
    const name = typeof key === 'string' ? key : key.name;
    if (strategy === 'load_only') {
      node.only ??= new Set();
      node.only.add(name);
    } else (strategy === 'defer' ? node.deferred : node.undeferred).add(name);
    if (raises) node.refused.add(name);
  }
}

/** Whether a column is read at once. */
export function isRead(node: LoadNode, property: ColumnProperty, mapper: Mapper): boolean {
  const isKey = property.columns.some((column) => (mapper.primaryKey as readonly unknown[]).includes(column));
  if (isKey) return true;
  if (node.only) return node.only.has(property.key);
  if (node.deferred.has(property.key)) return false;
  if (property.group !== null && node.undeferred.has(String(property.group))) return true;
  return node.undeferred.has(property.key) || !property.deferred;
}

const STRATEGY_OF: Readonly<Record<string, string>> = {
  joined: 'joinedload',
  selectin: 'selectinload',
  subquery: 'subqueryload',
  immediate: 'immediateload',
  raise: 'raiseload',
  raise_on_sql: 'raiseload',
  noload: 'noload',
};

/** How a relationship is loaded here. */
export function strategyOf(node: LoadNode, property: Relationship): string {
  const lazy = property.options.get('lazy') ?? null;
  const own =
    lazy === false ? 'joinedload' : typeof lazy === 'string' ? (STRATEGY_OF[lazy] ?? 'lazyload') : 'lazyload';
  return node.children.get(property.key)?.strategy ?? node.all ?? own;
}

/** Whether rows of a class come several times, because a collection is joined to them. */
export function joinsCollection(node: LoadNode, mapper: Mapper): boolean {
  return [...mapper.properties.values()].some((property) => {
    if (!(property instanceof Relationship) || strategyOf(node, property) !== 'joinedload') return false;
    return (
      property.useList || joinsCollection(node.children.get(property.key) ?? emptyNode(), property.target!)
    );
  });
}
