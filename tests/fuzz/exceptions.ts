/**
 * Where upgrading does not end the differences, in the real tools as here. Each entry names the behaviour of Alembic that explains
 * it, and excuses that alone: one difference of `check`, of the thing in the project that the truth is about.
 */
import { callsOf, definitionOf, listed } from './python-text.ts';

/** A difference that stays after an upgrade. */
export interface CheckException {
  /** What the real tool does, in a sentence. */
  readonly truth: string;
  /** One entry of what `check` prints. */
  readonly entry: RegExp;
  /** What must stand in the project for the truth to apply. @param found what the groups of `entry` hold */
  readonly when?: (project: string, ...found: string[]) => boolean;
}

const has = (pattern: RegExp) => (project: string) => pattern.test(project);
const COLUMNS = ['Column', 'mapped_column'];

/** A check inside a column is named so, or a convention puts something before that. */
const checkedInColumn = (project: string, name: string): boolean =>
  callsOf(project, COLUMNS).some((column) =>
    callsOf(column, ['CheckConstraint']).some((check) => {
      const own = /name="(\w+)"/.exec(check)?.[1];
      return own === undefined ? /"ck":/.test(project) : name.endsWith(own);
    }),
  );

/** The name that PostgreSQL gives: the table, the column if it is one alone, "check". */
const unnamedCheck = (project: string, name: string, table: string): boolean =>
  name.startsWith(table.slice(0, 20)) &&
  callsOf(project, ['CheckConstraint']).some((check) => !check.includes('name='));

const constrainedType = (project: string, name: string): boolean =>
  callsOf(project, ['Enum', 'Boolean']).some(
    (type) =>
      type.includes('create_constraint=True') && name.includes(/name="(\w+)"/.exec(type)?.[1] ?? 'color'),
  );

/** Another constraint of the table over the same columns, or its primary key: PostgreSQL makes one index for both. */
function uniqueTwice(project: string, columns: string): boolean {
  const names = [...columns.matchAll(/Column\('([^']+)'/g)].map(([, name]) => name!);
  const definition = definitionOf(project, /table=<([^>]+)>/.exec(columns)?.[1] ?? '');
  const same = (call: string) => listed(call).join() === names.join();
  const named = callsOf(definition, ['UniqueConstraint', 'PrimaryKeyConstraint']).some(
    (one) => one.includes('name=') && same(one),
  );
  return named || names.every((name) => new RegExp(`\\b${name}\\b[^\\n]*primary_key=True`).test(definition));
}

const uniqueWithOptions = (project: string, column: string): boolean =>
  callsOf(project, ['UniqueConstraint']).some(
    (one) => /postgresql_(include|nulls_not_distinct)/.test(one) && listed(one)[0] === column,
  );

/** The schema of a table is said by itself or by its metadata; that of a type does not count. */
function hasSchema(project: string, table: string): boolean {
  if (/MetaData\([^\n]*schema="/.test(project)) return true;
  const definition = definitionOf(project, table);
  const own = callsOf(definition, ['Enum', 'ENUM']).reduce(
    (text, type) => text.replace(type, ''),
    definition,
  );
  return /\bschema="|"schema": "/.test(own);
}

/** The table has a schema, and env.py does not ask for other schemas or leaves the table out. */
function notLookedAt(project: string, table: string): boolean {
  const left = project.includes('include_name=lambda n, t, p: n != "items"') && table === 'items';
  const hidden = project.includes('include_name=include_name') || !project.includes('include_schemas=True');
  return left || (hidden && hasSchema(project, table));
}

const indexWithOptions = (project: string, name: string): boolean =>
  callsOf(project, ['Index']).some(
    (one) =>
      one.includes(`"${name}"`) && /postgresql_|sa\.(text|func|desc)|\.(desc|asc)\(|sa\.column/.test(one),
  );

const CHECK_EXCEPTIONS: readonly CheckException[] = [
  {
    truth: 'Unnamed checks get a name in the database, and their removal is then detected.',
    entry: /^\('remove_constraint', CheckConstraint\(.* name='(\w+_check\d*)', table=Table\('([^']+)'/,
    when: unnamedCheck,
  },
  {
    truth:
      'Enum(create_constraint=True) and its kin make checks that the comparison does not see as the model’s.',
    entry: /^\('(?:add|remove)_constraint', CheckConstraint\(.* name='(\w+)'/,
    when: constrainedType,
  },
  {
    truth:
      'A named check inside Column(…) is not rendered in create_table and is detected once the table exists.',
    entry: /^\('add_constraint', CheckConstraint\(.* name='(\w+)'/,
    when: checkedInColumn,
  },
  {
    truth:
      'Of two unique constraints over the same columns PostgreSQL makes one; the other, without a name, is detected again.',
    entry: /^\('add_constraint', UniqueConstraint\((?!.*name=)(.*)/,
    when: uniqueTwice,
  },
  {
    truth: 'A unique constraint with postgresql_include or NULLS NOT DISTINCT comes back otherwise.',
    entry: /^\('(?:add|remove)_constraint', UniqueConstraint\(Column\('([^']+)'/,
    when: uniqueWithOptions,
  },
  {
    truth: 'use_alter cycles lose the foreign key, and `check` reports it.',
    entry: /^\('add_fk', .*use_alter=True/,
  },
  {
    truth: 'The database keeps no empty comment.',
    entry: /^\('add_table_comment', .*, None\)$|^\[\('modify_comment', .*, None, ''\)\]$/,
    when: has(/comment"?[=:] ?""/),
  },
  {
    truth: 'An Interval that is not native is INTERVAL in the database.',
    entry: /^\[\('modify_type', .*, INTERVAL\([^)]*\), Interval\(/,
    when: has(/Interval\(native=False\)/),
  },
  {
    truth: 'An Enum of the schema that is searched anyway is reflected without it.',
    entry: /^\[\('modify_type', .*, ENUM\(.*\), Enum\(.*schema='public'/,
  },
  {
    truth: 'A compare_type that compares affinities finds PostgreSQL’s ENUM to be another kind than Enum.',
    entry: /^\[\('modify_type', .*, ENUM\(.*\), Enum\(/,
    when: has(/^def compare_type\([^\n]*\n +return inspected_type\._type_affinity/m),
  },
  {
    truth: 'SERIAL and identity columns are whole numbers, whatever number the model says.',
    entry:
      /^\[\('modify_type', .*, (?:INTEGER|BIGINT|SMALLINT)\(\), (?:Numeric|DECIMAL|NUMERIC|Float|FLOAT|REAL|DOUBLE|Double)\w*\(/,
    when: has(/Identity\(|primary_key=True/),
  },
  {
    truth: 'A FLOAT of few digits is REAL in the database.',
    entry: /^\[\('modify_type', .*, REAL\(\), (?:FLOAT|Float)\(precision=(?:\d|1\d|2[0-4])\b/,
  },
  {
    truth: 'Types of the learner’s own, arrays of them and domains are reflected as what they are made of.',
    entry: /^\[\('modify_type', .*, \w+\(.*\), (?:DOMAIN|Shout|Trimmed|Choice|ARRAY)\(/,
  },
  {
    truth: 'An index whose options or expressions the database writes otherwise is made again on every run.',
    entry: /^\('(?:add|remove)_index', Index\('([^']+)'/,
    when: indexWithOptions,
  },
  {
    truth: 'A table outside of the searched schemas is not looked at, so it is added again.',
    entry: /^\('add_table', Table\('([^']+)'/,
    when: notLookedAt,
  },
  {
    truth: 'The indexes of a table that is not looked at are added again.',
    entry: /^\('add_index', .*table=<(\w+)>/,
    when: notLookedAt,
  },
  {
    truth:
      'With a schema_translate_map or a search path, tables are made in another schema than the one in which they are looked for.',
    entry: /^\('(?:add|remove)_(?:table|index|fk|constraint)'/,
    when: has(/schema_translate_map|search_path/),
  },
  {
    truth: 'A server default that the database writes otherwise differs on every run.',
    entry: /^\[\('modify_default', /,
    when: has(/compare_server_default=/),
  },
  {
    truth: 'Names of None among other names cannot be sorted: check ends in a TypeError.',
    entry: /^TypeError: '<' not supported/,
  },
  {
    truth: "A server default with ' in it crashes check when comparison is on.",
    entry:
      /^sqlalchemy\.exc\.(?:ProgrammingError|DataError|NotSupportedError|InternalError): \(psycopg2\.errors\./,
    when: has(/compare_server_default=/),
  },
  {
    truth:
      'A compare_server_default of one’s own gets no text for generated and identity columns: it is not asked.',
    entry: /^AttributeError: '(?:Identity|Computed)' object has no attribute 'arg'/,
    when: has(/compare_server_default=compare_server_default/),
  },
  {
    truth: 'check wants the directives that process_revision_directives took away.',
    entry: /^IndexError: list index out of range/,
    when: has(/directives\[:\] = \[\]/),
  },
];

/** The differences that `check` printed, one by one; its error's last line where it failed. */
function checkEntries(printed: string): string[] {
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
    (entry) =>
      !CHECK_EXCEPTIONS.some((one) => {
        const found = one.entry.exec(entry);
        return found !== null && (one.when?.(project, ...found.slice(1)) ?? true);
      }),
  );
