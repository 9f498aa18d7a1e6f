/**
 * Where upgrading does not end the differences, or going down does not restore the schema, in the real tools as here.
 * Each entry names the behaviour of Alembic that explains it, and excuses that alone: one difference of `check`, or one fact
 * of the schema that the downgrade cannot bring back. Nothing else is excused.
 */

/** A difference that stays after an upgrade. */
export interface CheckException {
  /** What the real tool does, in a sentence. */
  readonly truth: string;
  /** One entry of what `check` prints. */
  readonly entry: RegExp;
  /** What must stand in the project for the truth to apply. */
  readonly project?: RegExp;
}

export const CHECK_EXCEPTIONS: readonly CheckException[] = [
  {
    truth: 'Unnamed checks get a name in the database, and their removal is then detected.',
    entry: /^\('remove_constraint', CheckConstraint\(.* name='(\w+?)_(\w+_)?check\d*', table=Table\('/,
    project: /CheckConstraint\(/,
  },
  {
    truth:
      'Enum(create_constraint=True) and its kin make checks that the comparison does not see as the model’s.',
    entry: /^\('(add|remove)_constraint', CheckConstraint\(/,
    project: /create_constraint=True/,
  },
  {
    truth:
      'A named check inside Column(…) is not rendered in create_table and is detected once the table exists.',
    entry: /^\('add_constraint', CheckConstraint\(.* name='/,
    project:
      /Column\([^\n]*CheckConstraint\(|mapped_column\([^\n]*CheckConstraint\(|^ +sa\.CheckConstraint\(/m,
  },
  {
    truth: 'An unnamed unique constraint over the columns of the primary key is detected again.',
    entry: /^\('add_constraint', UniqueConstraint\(Column\((?!.*name=)/,
  },
  {
    truth: 'A unique constraint with postgresql_include or NULLS NOT DISTINCT comes back otherwise.',
    entry: /^\('(add|remove)_constraint', UniqueConstraint\(/,
    project: /postgresql_(include|nulls_not_distinct)/,
  },
  {
    truth: 'use_alter cycles lose the foreign key, and `check` reports it.',
    entry: /^\('(add|remove)_fk'/,
    project: /use_alter=True|deferrable=|initially=|ForeignKey/,
  },
  {
    truth: 'The database keeps no empty comment.',
    entry: /^\('add_table_comment', .*, None\)$|^\[\('modify_comment', .*, None, ''\)\]$/,
    project: /comment=""/,
  },
  {
    truth: 'An Interval that is not native is INTERVAL in the database.',
    entry: /^\[\('modify_type', .*, INTERVAL\([^)]*\), Interval\(/,
  },
  {
    truth: 'An Enum of the schema that is searched anyway is reflected without it.',
    entry: /^\[\('modify_type', .*, ENUM\(.*\), Enum\(.*schema='/,
  },
  {
    truth: 'SERIAL and identity columns are whole numbers, whatever number the model says.',
    entry:
      /^\[\('modify_type', .*, (INTEGER|BIGINT|SMALLINT)\(\), (Numeric|DECIMAL|NUMERIC|Float|FLOAT|REAL|DOUBLE|Double)\w*\(/,
  },
  {
    truth: 'A FLOAT of few digits is REAL in the database.',
    entry:
      /^\[\('modify_type', .*, (REAL|DOUBLE_PRECISION)\([^)]*\), (FLOAT|Float|DOUBLE|Double|REAL|DOUBLE_PRECISION)\w*\(/,
  },
  {
    truth: 'Types of the learner’s own, arrays of them and domains are reflected as what they are made of.',
    entry: /^\[\('modify_type', /,
    project: /DOMAIN\(|UserDefinedType|TypeDecorator|ARRAY\(/,
  },
  {
    truth: 'An index whose options or expressions the database writes otherwise is made again on every run.',
    entry: /^\('(add|remove)_index'/,
    project: /postgresql_(ops|using|where|include|with|nulls_not_distinct)|sa\.(text|func|desc)|Index\(/,
  },
  {
    truth: 'A table outside of the searched schemas is not looked at, so it is added again.',
    entry: /^\('add_table'/,
  },
  {
    truth: 'A server default that the database writes otherwise differs on every run.',
    entry: /^\[\('modify_default', /,
    project: /compare_server_default=True/,
  },
  {
    truth: 'Names of None among other names cannot be sorted: check ends in a TypeError.',
    entry: /^TypeError: '<' not supported/,
  },
  {
    truth: "A server default with ' in it crashes check when comparison is on.",
    entry:
      /^sqlalchemy\.exc\.(ProgrammingError|DataError|NotSupportedError|InternalError): \(psycopg2\.errors\./,
    project: /compare_server_default=True/,
  },
];

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

/** The differences that `check` printed, one by one; its error's last line where it failed. */
export function checkEntries(printed: string): string[] {
  const start = printed.indexOf('New upgrade operations detected: [');
  if (start < 0) {
    const error = printed.split('\n').findLast((line) => /^[\w.]+(Error|Exception|Detected)\b/.test(line));
    return [error ?? printed.trim()];
  }
  const parts = topLevel(printed.slice(printed.indexOf('[', start) + 1));
  // Nothing differs, and yet the command failed.
  return parts.length > 0 ? parts : ['[]'];
}

/** Parts between commas outside of brackets and strings, up to the closing bracket. */
function topLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const [token] of text.matchAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[\s\S]/g)) {
    if ('([{'.includes(token)) depth += 1;
    if (')]}'.includes(token)) depth -= 1;
    if (depth < 0) break;
    if (token === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += token;
  }
  return part.trim() === '' ? parts : [...parts, part.trim()];
}

/** The differences after an upgrade that no entry explains. @param project the text of all files */
export const unexplained = (printed: string, project: string): string[] =>
  checkEntries(printed).filter(
    (entry) => !CHECK_EXCEPTIONS.some((one) => one.entry.test(entry) && (one.project?.test(project) ?? true)),
  );

/** What is left of a schema to compare, once it is forgotten what this revision's downgrade cannot bring back. */
export function restorable(tables: unknown, revision: string): unknown {
  const upgrade = revision.split('def downgrade')[0]!;
  const left = structuredClone(tables ?? {}) as Tables;
  for (const one of RESTORE_EXCEPTIONS) if (one.when.test(upgrade)) one.forget(left, upgrade);
  return left;
}
