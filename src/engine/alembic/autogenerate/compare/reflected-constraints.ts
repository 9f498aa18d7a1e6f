/** What the inspector tells of constraints and indexes, as schema objects. Answers to: alembic/autogenerate/compare/util.py. */
import { modified, text } from '../../../sqlalchemy/expression/build.ts';
import { clauseOf, literalColumn } from '../../../sqlalchemy/expression/coerce.ts';
import type { TextClause } from '../../../sqlalchemy/expression/elements.ts';
import type { OperatorName } from '../../../sqlalchemy/expression/operators/operators.ts';
import type {
  ReflectedCheck,
  ReflectedForeignKey,
  ReflectedIndex,
  ReflectedUnique,
} from '../../../sqlalchemy/postgresql/reflect/index.ts';
import { acceptOptions } from '../../../sqlalchemy/schema/accept-options.ts';
import {
  CheckConstraint,
  Column,
  conv,
  ForeignKeyConstraint,
  Index,
  Table,
  UniqueConstraint,
} from '../../../sqlalchemy/schema/index.ts';

/**
 * Names of the database are final: no naming convention touches them. The objects know their table, and the table does
 * not list them: it was reflected with its own already.
 */
export function uniqueFrom(facts: ReflectedUnique, table: Table): UniqueConstraint {
  const constraint = new UniqueConstraint(facts.column_names, {
    name: conv(facts.name),
    comment: facts.comment,
    dialectOptions: optionsOf(facts.dialect_options),
  });
  constraint.attachTo(table);
  table.constraints.delete(constraint);
  return constraint;
}

/** Storage parameters and operator classes are mappings. An empty INCLUDE is told of every constraint, and of no interest. */
const optionsOf = (options: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(options)
      .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
      .map(([name, value]) => [name, isRecord(value) ? new Map(Object.entries(value)) : value]),
  );

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An index as the inspector tells it, hung on its table. */
export function indexFrom(facts: ReflectedIndex, table: Table): Index {
  const parts = facts.expressions ?? (facts.column_names as readonly string[]);
  const expressions = parts.map((part, at) => {
    const name = facts.column_names[at] ?? null;
    if (name === null) return sorted(text(part.replaceAll(':', '\\:')), facts.column_sorting?.[part] ?? []);
    const column = table.columns.get(name) ?? [...table.columns].find((one) => one.name === name);
    return column ? sorted(column, facts.column_sorting?.[name] ?? []) : literalColumn(name);
  });
  const index = new Index(conv(facts.name), expressions, {
    unique: facts.unique,
    dialectOptions: optionsOf(facts.dialect_options),
    table,
  });
  table.indexes.delete(index);
  return index;
}

const MODIFIERS: Readonly<Record<string, OperatorName>> = {
  asc: 'asc',
  desc: 'desc',
  nulls_first: 'nulls-first',
  nulls_last: 'nulls-last',
};

function sorted(element: Column | TextClause, sorting: readonly string[]): unknown {
  let expression: unknown = element;
  for (const word of sorting) {
    const modifier = MODIFIERS[word];
    if (modifier) expression = modified(modifier, clauseOf(expression));
  }
  return expression;
}

/** A foreign key as the inspector tells it, hung on its table. */
export function foreignKeyFrom(facts: ReflectedForeignKey, table: Table): ForeignKeyConstraint {
  const { options, referred_schema: referredSchema, referred_table: referredTable } = facts;
  const target = referredSchema ? `${referredSchema}.${referredTable}` : referredTable;
  const constraint = new ForeignKeyConstraint(
    facts.constrained_columns,
    facts.referred_columns.map((column) => `${target}.${column}`),
    {
      name: facts.name === null ? null : conv(facts.name),
      onupdate: options.onupdate ?? null,
      ondelete: options.ondelete ?? null,
      deferrable: options.deferrable ?? null,
      initially: options.initially ?? null,
    },
  );
  standIn(facts, table);
  constraint.attachTo(table);
  table.constraints.delete(constraint);
  return constraint;
}

/** The tables that stand for those which env.py keeps out of the comparison. */
const standIns = new WeakSet<Table>();

/** Something for a foreign key to point to: columns of the types that the keys have. */
function standIn(facts: ReflectedForeignKey, table: Table): void {
  const metadata = table.metadata!;
  const { referred_schema: schema, referred_table: name } = facts;
  const key = schema ? `${schema}.${name}` : name;
  let target = metadata.tables.get(key);
  if (target && !standIns.has(target)) return;
  if (!target) {
    target = new Table(name, metadata, { schema: schema ?? false });
    metadata.addTable(target);
    standIns.add(target);
  }
  facts.referred_columns.forEach((column, at) => {
    const local = table.columns.get(facts.constrained_columns[at]!);
    if (local && !target.columns.has(column)) target.appendColumn(new Column([column, local.type]));
  });
}

/**
 * Not attached for good: the table's own checks have been reflected already. NOT VALID and NO INHERIT are reflected under
 * names without a dialect, which SQLAlchemy warns of.
 */
export function checkFrom(facts: ReflectedCheck, table: Table): CheckConstraint {
  const dialectOptions = acceptOptions(Object.entries(facts.dialect_options ?? {}), 'CheckConstraint');
  const constraint = new CheckConstraint(
    text(facts.sqltext.replaceAll(':', '\\:')),
    { name: conv(facts.name), dialectOptions },
    [],
  );
  constraint.table = table;
  return constraint;
}
