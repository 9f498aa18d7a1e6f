/** Alembic's own ALTER statements. Answers to: alembic/ddl/base.py, ddl/postgresql.py. */
import { type PythonWorld, Raise } from '../../machine.ts';
import { isTrue, textFor } from '../../sqlalchemy/expression/given-text.ts';
import {
  columnText,
  constraintText,
  type DdlElement,
  type DdlOptions,
  defaultText,
  identityText,
  sequenceOptions,
  stringLiteral,
} from '../../sqlalchemy/postgresql/ddl/index.ts';
import { quoteIdentifier } from '../../sqlalchemy/postgresql/identifiers.ts';
import { compileType } from '../../sqlalchemy/postgresql/type-compiler.ts';
import { identityOptions } from '../../sqlalchemy/schema/columns/sequence.ts';
import {
  type Column,
  type Constraint,
  DefaultClause,
  type GivenName,
  Identity,
  QuotedName,
} from '../../sqlalchemy/schema/index.ts';
import type { SqlType } from '../../sqlalchemy/types/index.ts';
import { changedIdentityOptions, type IdentityOption } from './identity-options.ts';
import { foreignKeyReference } from './inline-reference.ts';

type Name = string | QuotedName;

/** The table that is altered. */
export interface Target {
  readonly table: Name;
  readonly schema: GivenName;
}

const written = (write: (options: DdlOptions) => string): DdlElement => ({ kind: 'written', write });

const percents = ({ paramstyle }: DdlOptions) => ({ doublePercents: paramstyle !== 'named' });

/** A name as SQL writes it. @throws AttributeError for what is no string: quoting asks for its small letters first */
const nameSql = (name: Name, options: DdlOptions): string =>
  quoteIdentifier(textFor('lower', name), name instanceof QuotedName ? name.quote : null, percents(options));

/** A table with its schema. Unlike SQLAlchemy, Alembic takes a dot in the schema for what parts two names. */
function tableSql({ table, schema }: Target, options: DdlOptions): string {
  const name = nameSql(table, options);
  if (!schema) return name;
  if (schema instanceof QuotedName) return `${nameSql(schema, options)}.${name}`;
  const parts = textFor('split', schema).split('.');
  return [...parts.map((part) => nameSql(part, options)), name].join('.');
}

const alterTable = (target: Target, rest: (options: DdlOptions) => string): DdlElement =>
  written((options) => `ALTER TABLE ${tableSql(target, options)} ${rest(options)}`);

const alterColumn = (target: Target, column: Name, rest: (options: DdlOptions) => string): DdlElement =>
  alterTable(target, (options) => `ALTER COLUMN ${nameSql(column, options)} ${rest(options)}`);

/** `ALTER TABLE … RENAME TO …` */
export const renameTable = (target: Target, to: Name): DdlElement =>
  alterTable(target, (options) => `RENAME TO ${nameSql(to, options)}`);

/** `ALTER TABLE … RENAME … TO …` */
export const renameColumn = (target: Target, column: Name, to: Name): DdlElement =>
  alterTable(target, (options) => `RENAME ${nameSql(column, options)} TO ${nameSql(to, options)}`);

/** What `op.add_column` says beside the column. */
export interface AddColumnFlags {
  readonly ifNotExists: boolean;
  readonly inlineReferences: boolean;
  readonly inlinePrimaryKey: boolean;
}

/** `ALTER TABLE … ADD COLUMN …`, with the key, the reference and the checks that stand inline. */
export const addColumn = (target: Target, column: Column, flags: AddColumnFlags): DdlElement =>
  alterTable(target, (options) => {
    const parts = ['ADD COLUMN'];
    if (flags.ifNotExists) parts.push('IF NOT EXISTS');
    parts.push(columnText(column, options));
    if (flags.inlinePrimaryKey && column.primaryKey) parts.push('PRIMARY KEY');
    const [key, ...others] = column.foreignKeys;
    if (flags.inlineReferences && key && others.length === 0) parts.push(foreignKeyReference(key, options));
    for (const check of column.constraints) parts.push(constraintText(check as Constraint, options) ?? '');
    return parts.join(' ');
  });

/** `ALTER TABLE … DROP COLUMN …` */
export const dropColumn = (target: Target, column: Name, ifExists: boolean): DdlElement =>
  alterTable(target, (options) => `DROP COLUMN ${ifExists ? 'IF EXISTS ' : ''}${nameSql(column, options)}`);

/** `ALTER COLUMN … SET NOT NULL`, or DROP. */
export const columnNullable = (target: Target, column: Name, nullable: boolean): DdlElement =>
  alterColumn(target, column, () => `${isTrue(nullable) ? 'DROP' : 'SET'} NOT NULL`);

/** @param using SQL that makes the new value */
export const columnType = (target: Target, column: Name, type: SqlType, using: string | null): DdlElement =>
  alterColumn(
    target,
    column,
    (options) => `TYPE ${compileType(type, percents(options))} ${using ? `USING ${using}` : ''}`,
  );

/** `COMMENT ON COLUMN … IS …` */
export const columnComment = (target: Target, column: Name, comment: string | null): DdlElement =>
  written((options) => {
    const path = `${tableSql(target, options)}.${nameSql(column, options)}`;
    return `COMMENT ON COLUMN ${path} IS ${comment === null ? 'NULL' : stringLiteral(comment, options)}`;
  });

/** @param value null drops it; a string is a literal; else an expression, or a DefaultClause around either */
export const columnDefault = (target: Target, column: Name, value: unknown): DdlElement =>
  alterColumn(target, column, (options) => {
    if (value === null) return 'DROP DEFAULT';
    return `SET DEFAULT ${defaultText(value instanceof DefaultClause ? value.arg : value, options)}`;
  });

/** @throws CompileError always, when it is compiled: PostgreSQL cannot */
export const computedDefault = (): DdlElement =>
  written(() => {
    throw new Raise('sqlalchemy.exc.CompileError', [
      'Adding or removing a "computed" construct, e.g. GENERATED ALWAYS AS, to or from an existing column is not supported.',
    ]);
  });

/**
 * Between IDENTITY and none. Where nothing differs, no clause follows the column: the server then refuses the
 * statement, as with the real tool.
 * @throws TypeError, when it is compiled, where nothing differs from a default that has no truth value, such as text()
 * @throws AttributeError, when it is compiled, where an ALWAYS goes for what is no identity
 */
export const identityDefault = (
  target: Target,
  column: Name,
  { value, existing }: { readonly value: unknown; readonly existing: unknown },
  python: PythonWorld,
): DdlElement =>
  alterColumn(target, column, () => {
    if (value === null) return 'DROP IDENTITY';
    if (existing === null) return `ADD ${identityText(value as Identity)}`;
    const wanted = identityOr(value);
    const changed = changedIdentityOptions(wanted, identityOr(existing));
    if (changed.length === 0) for (const one of [value, existing]) python.truth(one);
    return changed.map((option) => `SET ${optionText(value, wanted, option, python)} `).join('');
  });

/** Another default, or one that is not known, counts as an IDENTITY of which nothing is said. */
const identityOr = (value: unknown): Identity => (value instanceof Identity ? value : new Identity());

function optionText(value: unknown, identity: Identity, option: IdentityOption, python: PythonWorld): string {
  if (option === 'always')
    return `GENERATED ${python.truth(python.evaluate('it.always', new Map([['it', value]]))) ? 'ALWAYS' : 'BY DEFAULT'}`;
  return sequenceOptions(identityOptions({ [option]: identity.options[option] }));
}
