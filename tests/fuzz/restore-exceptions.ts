/**
 * Where going down does not restore the schema, in the real tools as here. Each entry names the behaviour of Alembic that explains
 * it, and forgets that alone: a fact of the schema that the downgrade cannot bring back.
 */

/** The tables of a `schema` step. */
export type Tables = Record<
  string,
  { columns: unknown[][]; constraints: unknown[][]; indexes: unknown[]; comment: unknown }
>;

/** A fact that a downgrade does not bring back. */
export interface RestoreException {
  readonly truth: string;
  /** In the revision's upgrade(). */
  readonly when: RegExp;
  /** Takes the fact out of a schema. */
  readonly forget: (tables: Tables, upgrade: string) => void;
}

const named = (upgrade: string, operation: string): Set<string> =>
  new Set(
    [...upgrade.matchAll(new RegExp(`${operation}\\((?:batch_op\\.f|op\\.f)?\\(?'([^']*)'`, 'g'))].map(
      ([, name]) => name!,
    ),
  );

export const RESTORE_EXCEPTIONS: readonly RestoreException[] = [
  {
    truth: 'Dropped columns come back as the last ones.',
    when: /drop_column\(|drop_table\(/,
    forget: (tables) => {
      for (const table of Object.values(tables))
        table.columns.sort((a, b) => String(a[0]).localeCompare(String(b[0])));
    },
  },
  {
    truth: 'PostgreSQL writes a check that was made from its own words otherwise.',
    when: /drop_constraint\(|drop_column\(|drop_table\(/,
    forget: (tables) => {
      for (const table of Object.values(tables))
        table.constraints = table.constraints.filter(([, text]) => !String(text).startsWith('CHECK'));
    },
  },
  {
    truth:
      'A dropped table comes back without what reflection does not know: checks, options, comments of indexes.',
    when: /drop_table\(/,
    forget: (tables, upgrade) => {
      for (const name of named(upgrade, 'drop_table'))
        for (const key of Object.keys(tables)) if (key.endsWith(`.${name}`)) delete tables[key];
    },
  },
  {
    truth:
      'Dropped indexes and constraints come back as reflection saw them, without deferrability, order or options.',
    when: /drop_index\(|drop_constraint\(/,
    forget: (tables, upgrade) => {
      const gone = new Set([...named(upgrade, 'drop_index'), ...named(upgrade, 'drop_constraint')]);
      for (const table of Object.values(tables)) {
        table.constraints = table.constraints.filter(([name]) => !gone.has(String(name)));
        table.indexes = table.indexes.filter(
          (text) => ![...gone].some((name) => String(text).includes(name)),
        );
      }
    },
  },
  {
    truth:
      'Dropped columns come back as reflection saw them: without collation, and with the sequence of a SERIAL gone.',
    when: /drop_column\(/,
    forget: (tables, upgrade) => {
      const gone = new Set(
        [...upgrade.matchAll(/drop_column\((?:'[^']*', )?'([^']*)'/g)].map(([, name]) => name),
      );
      for (const table of Object.values(tables))
        table.columns = table.columns.filter(([name]) => !gone.has(String(name)));
    },
  },
  {
    truth:
      'A type that changed there and back loses its collation, its precision or the expression that made its values.',
    when: /alter_column\([^)]*type_=/,
    forget: (tables, upgrade) => {
      const changed = new Set(
        [...upgrade.matchAll(/alter_column\((?:'[^']*', )?'([^']*)'/g)].map(([, name]) => name),
      );
      for (const table of Object.values(tables))
        table.columns = table.columns.filter(([name]) => !changed.has(String(name)));
    },
  },
];

/** What is left of a schema to compare, once it is forgotten what this revision's downgrade cannot bring back. */
export function restorable(tables: unknown, revision: string): unknown {
  const upgrade = revision.split('def downgrade')[0]!;
  const left = structuredClone(tables ?? {}) as Tables;
  for (const one of RESTORE_EXCEPTIONS) if (one.when.test(upgrade)) one.forget(left, upgrade);
  return left;
}
