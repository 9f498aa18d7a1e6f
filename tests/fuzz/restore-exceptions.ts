/**
 * Where going down does not restore the schema, in the real tools as here. Each entry names the behaviour of Alembic that explains
 * it, and forgets that alone: facts of one table that the downgrade of one operation cannot bring back.
 */
import { type Change, changesIn } from './python-text.ts';

/** One table of a `schema` step. */
interface TableFacts {
  columns: unknown[][];
  constraints: unknown[][];
  indexes: unknown[];
  comment: unknown;
}

/** The tables of a `schema` step, by "schema.name". */
type Tables = Record<string, TableFacts>;

/** A fact that a downgrade does not bring back. */
interface RestoreException {
  readonly truth: string;
  /** What the revision's upgrade() does. */
  readonly when: (change: Change) => boolean;
  /** Takes the fact out of the table that the change is about. */
  readonly forget: (table: TableFacts, change: Change) => void;
}

const does = (operation: string) => (change: Change) => change.operation === operation;

const withoutColumn = (table: TableFacts, { name }: Change): void => {
  table.columns = table.columns.filter(([column]) => column !== name);
};

/** What PostgreSQL wrote with the column in it. */
const withoutMention = (table: TableFacts, { name }: Change): void => {
  const mentions = (text: unknown) => String(text).includes(name);
  table.constraints = table.constraints.filter(([, text]) => !mentions(text));
  table.indexes = table.indexes.filter((text) => !mentions(text));
};

const RESTORE_EXCEPTIONS: readonly RestoreException[] = [
  {
    truth: 'A dropped column comes back as the last one.',
    when: does('drop_column'),
    forget: (table) => table.columns.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  },
  {
    truth: 'A dropped column comes back as reflection saw it: without collation or the sequence of a SERIAL.',
    when: does('drop_column'),
    forget: withoutColumn,
  },
  {
    truth: 'Checks and indexes over a dropped column go with it, and nobody brings them back.',
    when: does('drop_column'),
    forget: withoutMention,
  },
  {
    truth:
      'A dropped constraint comes back as reflection saw it, without options, in the words of PostgreSQL.',
    when: does('drop_constraint'),
    forget: (table, { name }) => {
      table.constraints = table.constraints.filter(([own]) => own !== name);
    },
  },
  {
    truth: 'A dropped index comes back as reflection saw it, without order or options.',
    when: does('drop_index'),
    forget: (table, { name }) => {
      table.indexes = table.indexes.filter((text) => !String(text).includes(name));
    },
  },
  {
    truth: 'A type that changed there and back loses its collation, its precision or what made its values.',
    when: ({ operation, text }) => operation === 'alter_column' && text.includes('type_='),
    forget: withoutColumn,
  },
  {
    truth: 'What is built on a column whose type changed is written anew, with casts.',
    when: ({ operation, text }) => operation === 'alter_column' && text.includes('type_='),
    forget: withoutMention,
  },
];

/** What is left of a schema to compare, once it is forgotten what this revision's downgrade cannot bring back. */
export function restorable(schema: unknown, revision: string): unknown {
  const tables = structuredClone(schema ?? {}) as Tables;
  for (const change of changesIn(revision.split('def downgrade')[0]!)) {
    const key = Object.keys(tables).find((one) => one.endsWith(`.${change.table}`));
    if (key === undefined) continue;
    // A dropped table comes back without what reflection does not know: checks, options, comments of indexes.
    if (change.operation === 'drop_table') delete tables[key];
    else for (const one of RESTORE_EXCEPTIONS) if (one.when(change)) one.forget(tables[key]!, change);
  }
  return tables;
}
