/** Which tables become classes, and how these refer to each other. Answers to: sqlacodegen/generators.py (generate_models). */
import type { Column } from '../sqlalchemy/schema/columns/column.ts';
import type { ForeignKeyConstraint } from '../sqlalchemy/schema/constraints/foreign-key.ts';
import type { Table } from '../sqlalchemy/schema/table.ts';
import { shownConstraints } from './constraint-text.ts';
import { type Association, type ClassModel, foreignKeysOf, type Model, type Relationship } from './models.ts';
import type { GeneratorOptions } from './options.ts';

/** Models in the order of their tables; relationships hang on the classes, still without names. */
export function planModels(tables: readonly Table[], options: GeneratorOptions): Model[] {
  const associations = tables.flatMap((table) => associationOf(table) ?? []);
  const links = new Set(associations.map(({ table }) => table));
  const models = tables.map((table): Model => {
    if (links.has(table) || table.primaryKey.columns.length === 0) return { kind: 'table', table, name: '' };
    return {
      kind: 'class',
      table,
      name: '',
      attributes: new Map(),
      relationships: [],
      parent: undefined,
      children: [],
    };
  });
  const classes = new Map(
    models.flatMap((model) => (model.kind === 'class' ? [[model.table, model] as const] : [])),
  );
  const inheritance = new Set<ForeignKeyConstraint>();
  if (options.joined) for (const model of classes.values()) findParent(model, classes, inheritance);
  for (const model of classes.values()) {
    for (const key of foreignKeysOf(model.table)) {
      const target = classes.get(key.referredTable);
      if (target && !inheritance.has(key)) addReference(model, target, key, options);
    }
    for (const association of associations) {
      const [from, to] = association.keys;
      const target = classes.get(to.referredTable);
      // The real tool looks links up by the bare name: tables of this name in other schemas have them, too.
      if (from.referredTable.name === model.table.name && target)
        addLink(model, target, association, options);
    }
  }
  return models;
}

/** A table of two foreign keys and nothing else. */
function associationOf(table: Table): Association | undefined {
  const [first, second, ...others] = foreignKeysOf(table);
  if (!first || !second || others.length > 0) return undefined;
  const linked = new Set<Column>([...first.columns, ...second.columns]);
  return [...table.columns].every((column) => linked.has(column))
    ? { table, keys: [first, second] }
    : undefined;
}

/** Joined inheritance: the primary key as a whole is a key to another class. */
function findParent(
  model: ClassModel,
  classes: ReadonlyMap<Table, ClassModel>,
  inheritance: Set<ForeignKeyConstraint>,
): void {
  const key = foreignKeysOf(model.table).find((one) =>
    sameColumns(one.columns, model.table.primaryKey.columns),
  );
  const parent = key && classes.get(key.referredTable);
  if (!parent) return;
  model.parent = parent;
  parent.children.push(model);
  inheritance.add(key);
}

function sameColumns(one: readonly Column[], other: readonly Column[]): boolean {
  const set = new Set(other);
  return new Set(one).size === set.size && one.every((column) => set.has(column));
}

function addReference(
  source: ClassModel,
  target: ClassModel,
  key: ForeignKeyConstraint,
  options: GeneratorOptions,
): void {
  const isUnique = shownConstraints(source.table, options).some(
    ({ kind, columns }) =>
      (kind === 'primary-key-constraint' || kind === 'unique-constraint') &&
      sameColumns(columns, key.columns),
  );
  const nullable = key.columns.some((column) => column.nullable);
  const forward: Relationship = {
    ...{ source, target, key, nullable, association: undefined, name: '' },
    direction: isUnique && source === target ? 'one-to-one' : 'many-to-one',
    reverseOf: undefined,
    backref: undefined,
  };
  relate(forward, { key, direction: isUnique ? 'one-to-one' : 'one-to-many' }, options);
}

/** Gives the source its relationship and, where both ways are wanted, the target the way back. */
function relate(
  forward: Relationship,
  back: Pick<Relationship, 'key' | 'direction'>,
  { bidirectional }: GeneratorOptions,
): void {
  const { source, target } = forward;
  source.relationships.push(forward);
  if (!bidirectional) return;
  const backward = {
    ...forward,
    ...back,
    source: target,
    target: source,
    reverseOf: forward,
    backref: forward,
  };
  forward.backref = backward;
  target.relationships.push(backward);
}

function addLink(
  source: ClassModel,
  target: ClassModel,
  association: Association,
  options: GeneratorOptions,
): void {
  const [from, to] = association.keys;
  const forward: Relationship = {
    ...{ source, target, key: to, nullable: false, association, name: '' },
    direction: 'many-to-many',
    reverseOf: undefined,
    backref: undefined,
  };
  relate(forward, { key: from, direction: 'many-to-many' }, options);
}
