/** Naming conventions of a MetaData. Answers to: sqlalchemy/sql/naming.py. */
import { Raise } from '../../../machine.ts';
import { host } from '../../expression/host.ts';
import { plainRepr } from '../../types/repr.ts';
import { firstName, type NamedColumn, namedIn } from '../columns/columns-in.ts';
import type { NamingConvention } from '../metadata.ts';
import type { Table } from '../table.ts';
import type { CheckConstraint, Constraint } from './constraint.ts';
import type { ForeignKey, ForeignKeyConstraint } from './foreign-key.ts';
import type { Index } from './table-index.ts';

type Named = Constraint | Index;

/** A token's own function, as `{"token": lambda constraint, table: …}`. */
type TokenFunction = (item: Named, table: Table) => unknown;

const PREFIXES: Readonly<Record<Named['kind'], readonly string[]>> = {
  index: ['ix', 'Index'],
  'primary-key-constraint': ['pk', 'PrimaryKeyConstraint', 'Constraint'],
  'unique-constraint': ['uq', 'UniqueConstraint', 'Constraint'],
  'check-constraint': ['ck', 'CheckConstraint', 'Constraint'],
  'foreign-key-constraint': ['fk', 'ForeignKeyConstraint', 'Constraint'],
  'exclude-constraint': ['ExcludeConstraint', 'Constraint'],
  'own-constraint': ['Constraint'],
};

/** Gives a constraint or index the name that the table's metadata says; leaves final names alone. */
export function applyConvention(item: Named, table: Table): void {
  if (item.conv || item.deferredName) return;
  const name = conventionalName(item, table);
  if (name === undefined) return;
  item.name = name;
  item.quote = null;
  item.conv = true;
}

/** What an implicit primary key is called once another column joined it. */
export function renameImplicitKey(key: Constraint, table: Table): void {
  key.name = null;
  key.conv = false;
  applyConvention(key, table);
}

/**
 * The name by the convention; undefined where none applies.
 * @throws InvalidRequestError where `%(constraint_name)s` meets an unnamed constraint; KeyError for an unknown token
 */
export function conventionalName(item: Named, table: Table): string | undefined {
  if (item.conv) return item.name ?? undefined;
  const { namingConvention } = table.metadata;
  const key = [...host().ownClasses(item), ...PREFIXES[item.kind]].find((one) => namingConvention.has(one));
  const template = key === undefined ? null : namingConvention.get(key);
  if (typeof template !== 'string') return undefined;
  if (item.name !== null && !template.includes('constraint_name')) return undefined;
  return percentFormat(template, (token) => tokenText(token, item, table, namingConvention));
}

/** A conversion of `%`: token, flags, width, precision and letter. */
const CONVERSION = /%(?:\(([^)]*)\))?([-#0 +]*)(\d*)(?:\.(\d*))?([^\d]?)/g;

/** What `%s` without a token shows: the mapping itself. */
const MAPPING = '<sqlalchemy.sql.naming.ConventionDict object at 0x7f0000000000>';

/** `template % mapping` for text; the tokens of a convention are `%(name)s`. @throws ValueError, TypeError, as Python formats */
function percentFormat(template: string, lookup: (token: string) => string): string {
  return template.replace(
    CONVERSION,
    (
      _,
      token: string | undefined,
      flags: string,
      width: string,
      precision: string | undefined,
      letter: string,
    ) => {
      if (token === undefined && letter === '%') return '%';
      if (token === undefined && letter === '(')
        throw new Raise('builtins.ValueError', ['incomplete format key']);
      if (letter === '') throw new Raise('builtins.ValueError', ['incomplete format']);
      const text = token === undefined ? MAPPING : lookup(token);
      if ('diouxXeEfFgG'.includes(letter)) {
        const given = token === undefined ? 'ConventionDict' : 'quoted_name';
        const wanted = 'oxX'.includes(letter) ? 'an integer' : 'a real number';
        const message = 'eEfFgG'.includes(letter)
          ? `must be real number, not ${given}`
          : `%${letter} format: ${wanted} is required, not ${given}`;
        throw new Raise('builtins.TypeError', [message]);
      }
      const shown = letter === 'r' || letter === 'a' ? (token === undefined ? text : plainRepr(text)) : text;
      const cut = precision === undefined ? shown : shown.slice(0, Number(precision));
      return flags.includes('-') ? cut.padEnd(Number(width)) : cut.padStart(Number(width));
    },
  );
}

function tokenText(token: string, item: Named, table: Table, convention: NamingConvention): string {
  const own = convention.get(token);
  if (typeof own === 'function') return String((own as TokenFunction)(item, table));
  if (token === 'table_name') return table.name;
  if (token === 'constraint_name') return givenName(item);
  if (token === 'referred_table_name')
    return elementAt(item as ForeignKeyConstraint, 0)
      .targetTableKey.split('.')
      .at(-1)!;
  const match = /^(referred_)?column_(\d+)(_?N)?_(name|key|label)$/.exec(token);
  if (!match) throw new Raise('builtins.KeyError', [token]);
  const [, referred, index, several, attribute] = match;
  const text = (at: number) => (referred ? referredName(item, at) : columnText(item, at, attribute!));
  if (!several) return text(Number(index));
  const count = elementsOf(item).length;
  return Array.from({ length: count }, (_, at) => text(at)).join(several === '_N' ? '_' : '');
}

function givenName(item: Named): string {
  if (item.name !== null && !item.deferredName) return item.name;
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    'Naming convention including %(constraint_name)s token requires that constraint is explicitly named.',
  ]);
}

const elementsOf = (item: Named): readonly unknown[] =>
  item.kind === 'foreign-key-constraint' ? (item as ForeignKeyConstraint).elements : namedColumns(item);

/** Of an index over an expression it is the first column that the expression names, of a check every one, of this table or of none. */
export const namedColumns = (item: Named): readonly NamedColumn[] =>
  item.kind === 'index'
    ? [...new Set(item.expressions.flatMap((expression) => firstName(expression) ?? []))]
    : item.kind === 'check-constraint'
      ? checkedColumns(item as CheckConstraint)
      : item.columns;

/** Each key once; a condition that is text names no column. */
function checkedColumns({ sqltext, columns }: CheckConstraint): readonly NamedColumn[] {
  const found = new Map<string, NamedColumn>();
  for (const column of namedIn(sqltext)) found.set(column.key ?? column.name, column);
  return found.size > 0 ? [...found.values()] : columns;
}

const referredName = (item: Named, at: number): string =>
  elementAt(item as ForeignKeyConstraint, at).column.name;

/** @throws IndexError of Python, where a key without columns is to be named, as by `op.drop_constraint(None, …)` */
function elementAt(key: ForeignKeyConstraint, at: number): ForeignKey {
  const element = key.elements[at];
  if (element) return element;
  throw new Raise('builtins.IndexError', ['list index out of range']);
}

function columnText(item: Named, at: number, attribute: string): string {
  const column = namedColumns(item)[at];
  if (!column) return '';
  if (attribute === 'name') return column.name;
  return attribute === 'key' ? (column.key ?? column.name) : columnLabel(column);
}

/** The column with its table's name in front. */
function columnLabel(column: NamedColumn): string {
  const { table } = column;
  if (!table) return column.name;
  const schema = table.schema ? `${table.schema.replaceAll('.', '_')}_` : '';
  return `${schema}${table.name}_${column.name}`;
}
