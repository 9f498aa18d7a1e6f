/** The text of Alembic's own ALTER statements. Answers to: alembic/ddl/base.py, ddl/postgresql.py. */
import { type PythonWorld, Raise } from '../../machine.ts';
import { isTrue, textFor } from '../../sqlalchemy/expression/given-text.ts';
import {
  columnText,
  constraintText,
  type DdlOptions,
  defaultText,
  identityText,
  sequenceOptions,
  stringLiteral,
  typeInDdl,
} from '../../sqlalchemy/postgresql/ddl/index.ts';
import { quoteIdentifier } from '../../sqlalchemy/postgresql/identifiers.ts';
import { identityOptions } from '../../sqlalchemy/schema/columns/sequence.ts';
import {
  type Constraint,
  DefaultClause,
  type GivenName,
  Identity,
  QuotedName,
} from '../../sqlalchemy/schema/index.ts';
import type {
  AddColumnFlags,
  AlterKind,
  AlterOf,
  AlterRecord,
  Name,
  OnColumn,
  OnTable,
} from './alter-statement.ts';
import { changedIdentityOptions, type IdentityOption } from './identity-options.ts';
import { foreignKeyReference } from './inline-reference.ts';

const percents = ({ paramstyle }: DdlOptions) => ({ doublePercents: paramstyle !== 'named' });

/** A name as SQL writes it. @throws AttributeError for what is no string: quoting asks for its small letters first */
export const nameSql = (name: Name, options: DdlOptions): string =>
  quoteIdentifier(textFor('lower', name), name instanceof QuotedName ? name.quote : null, percents(options));

/** A schema. Unlike SQLAlchemy, Alembic takes a dot in it for what parts two names. */
function dottedSql(schema: Name, options: DdlOptions): string {
  if (schema instanceof QuotedName) return nameSql(schema, options);
  const parts = textFor('split', schema).split('.');
  return parts.map((part) => nameSql(part, options)).join('.');
}

/** A table with its schema. */
export function tableSql(table: Name, schema: GivenName, options: DdlOptions): string {
  const name = nameSql(table, options);
  return schema ? `${dottedSql(schema, options)}.${name}` : name;
}

/** `ADD COLUMN …`, with the key, the reference and the checks that stand inline. */
export function addColumnText(
  column: AlterOf<'alter add-column'>['column'],
  flags: AddColumnFlags,
  options: DdlOptions,
): string {
  const parts = ['ADD COLUMN'];
  if (flags.ifNotExists) parts.push('IF NOT EXISTS');
  parts.push(columnText(column, options));
  if (flags.inlinePrimaryKey && column.primaryKey) parts.push('PRIMARY KEY');
  const [key, ...others] = column.foreignKeys;
  if (flags.inlineReferences && key && others.length === 0) parts.push(foreignKeyReference(key, options));
  for (const check of column.constraints) parts.push(constraintText(check as Constraint, options) ?? '');
  return parts.join(' ');
}

/** `DROP COLUMN …` */
export const dropColumnText = (name: Name, ifExists: boolean | null, options: DdlOptions): string =>
  `DROP COLUMN ${ifExists ? 'IF EXISTS ' : ''}${nameSql(name, options)}`;

/** A server default: a string is a literal; else an expression, or a DefaultClause around either. */
export const serverDefaultText = (value: unknown, options: DdlOptions): string =>
  defaultText(value instanceof DefaultClause ? value.arg : value, options);

const table = ({ tableName, schema }: OnTable, options: DdlOptions): string =>
  `ALTER TABLE ${tableSql(tableName, schema, options)}`;

const column = (one: OnColumn, options: DdlOptions): string =>
  `${table(one, options)} ALTER COLUMN ${nameSql(one.columnName, options)}`;

type Texts = { readonly [Kind in AlterKind]: (one: AlterOf<Kind>, options: DdlOptions) => string };

const TEXTS: Texts = {
  'alter rename-table': (one, options) =>
    // Only PostgreSQL takes the new name without its schema.
    `${table(one, options)} RENAME TO ${tableSql(one.newTableName, options.generic ? one.schema : null, options)}`,
  'alter add-column': (one, options) => `${table(one, options)} ${addColumnText(one.column, one, options)}`,
  'alter drop-column': (one, options) => {
    const { name, quote } = one.column;
    const given = quote === null || quote === undefined ? name : new QuotedName(name, quote);
    return `${table(one, options)} ${dropColumnText(given, one.ifExists, options)}`;
  },
  'alter column-nullable': (one, options) =>
    `${column(one, options)} ${isTrue(one.nullable) ? 'DROP' : 'SET'} NOT NULL`,
  'alter column-type': (one, options) => `${column(one, options)} TYPE ${typeInDdl(one.type, options)}`,
  'alter postgresql-column-type': (one, options) => {
    if (options.generic) throw notWritten('PostgresqlColumnType', 'alembic.ddl.postgresql');
    const using = one.using ? `USING ${one.using}` : '';
    return `${column(one, options)} TYPE ${typeInDdl(one.type, options)} ${using}`;
  },
  'alter column-name': (one, options) =>
    `${table(one, options)} RENAME ${nameSql(one.columnName, options)} TO ${nameSql(one.newname, options)}`,
  'alter column-default': (one, options) =>
    `${column(one, options)} ${one.default === null ? 'DROP DEFAULT' : `SET DEFAULT ${serverDefaultText(one.default, options)}`}`,
  'alter computed-default': () => {
    throw compileError(
      'Adding or removing a "computed" construct, e.g. GENERATED ALWAYS AS, to or from an existing column is not supported.',
    );
  },
  'alter identity-default': (one, options) => {
    if (!options.generic) return `${column(one, options)} ${identityChange(one)}`;
    throw compileError(
      'Adding, removing or modifying an "identity" construct, e.g. GENERATED AS IDENTITY, to or from an existing column is not supported in this dialect.',
    );
  },
  'alter column-comment': (one, options) => {
    if (options.generic) throw notWritten('ColumnComment', 'alembic.ddl.base');
    const path = `${tableSql(one.tableName, one.schema, options)}.${nameSql(one.columnName, options)}`;
    return `COMMENT ON COLUMN ${path} IS ${one.comment === null ? 'NULL' : stringLiteral(one.comment, options)}`;
  },
};

/** The statement's text. @throws CompileError and its kin, as Alembic does */
export const alterText = (record: AlterRecord, options: DdlOptions): string =>
  (TEXTS[record.kind] as (one: AlterRecord, options: DdlOptions) => string)(record, options);

const compileError = (message: string) => new Raise('sqlalchemy.exc.CompileError', [message]);

/** Of what only PostgreSQL can write. */
const notWritten = (name: string, module: string) =>
  new Raise('sqlalchemy.exc.UnsupportedCompilationError', [
    `Compiler <sqlalchemy.sql.compiler.DDLCompiler object at 0x7f0000000000> can't render element of type <class '${module}.${name}'>: ` +
      `<class '${module}.${name}'> construct has no default compilation handler.`,
  ]);

/**
 * Between IDENTITY and none. Where nothing differs, no clause follows the column: the server then refuses the
 * statement, as with the real tool.
 * @throws TypeError where nothing differs from a default that has no truth value, such as text()
 * @throws AttributeError where an ALWAYS goes for what is no identity
 */
function identityChange(one: AlterOf<'alter identity-default'>): string {
  const { default: value, existingServerDefault: existing = null, python } = one;
  if (value === null) return 'DROP IDENTITY';
  if (existing === null) return `ADD ${identityText(value as Identity)}`;
  const wanted = identityOr(value);
  const changed = changedIdentityOptions(wanted, identityOr(existing));
  if (changed.length === 0) for (const given of [value, existing]) python.truth(given);
  return changed.map((option) => `SET ${optionText(value, wanted, option, python)} `).join('');
}

/** Another default, or one that is not known, counts as an IDENTITY of which nothing is said. */
const identityOr = (value: unknown): Identity => (value instanceof Identity ? value : new Identity());

function optionText(value: unknown, identity: Identity, option: IdentityOption, python: PythonWorld): string {
  if (option === 'always')
    return `GENERATED ${python.truth(python.evaluate('it.always', new Map([['it', value]]))) ? 'ALWAYS' : 'BY DEFAULT'}`;
  return sequenceOptions(identityOptions({ [option]: identity.options[option] }));
}
