/** Constraints inside CREATE TABLE and after ADD. Answers to: sqlalchemy/sql/compiler.py, dialects/postgresql/base.py. */
import { Raise } from '../../../machine.ts';
import type { Element } from '../../expression/elements.ts';
import { addedText, isTrue } from '../../expression/given-text.ts';
import { host } from '../../expression/host.ts';
import { columnsAutoincrementFirst } from '../../schema/columns/autoincrement.ts';
import type { Column } from '../../schema/columns/column.ts';
import type {
  CheckConstraint,
  Constraint,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from '../../schema/constraints/constraint.ts';
import type { ExcludeConstraint } from '../../schema/constraints/exclude-constraint.ts';
import type { ForeignKeyConstraint } from '../../schema/constraints/foreign-key.ts';
import { conventionalName } from '../../schema/constraints/naming.ts';
import type { OwnConstraint } from '../../schema/constraints/own-constraint.ts';
import type { Index } from '../../schema/constraints/table-index.ts';
import { plainRepr } from '../../types/repr.ts';
import { ARRAY, ENUM } from '../../types/structured.ts';
import { SqlType } from '../../types/type.ts';
import { fittingName, quoteIdentifier } from '../identifiers.ts';
import { type DdlOptions, expressionText, named, qualified, quoteOptions, sqlPhrase } from './options.ts';

const FK_INITIALLY = /^(?:DEFERRED|IMMEDIATE)$/i;
const FK_ON_DELETE = /^(?:RESTRICT|CASCADE|SET (?:NULL|DEFAULT)(?:\s*\(.+\))?|NO ACTION)$/i;
const FK_ON_UPDATE = /^(?:RESTRICT|CASCADE|SET NULL|NO ACTION|SET DEFAULT)$/i;
export const INDEX_USING = /^(?:btree|hash|gist|gin|[\w_]+)$/i;

/** A constraint as text, which a function of the learner's may write; undefined where there is nothing to write. */
export function constraintText(constraint: Constraint, options: DdlOptions): string | undefined {
  if (constraint.kind === 'primary-key-constraint' && constraint.columns.length === 0) return undefined;
  const plain = (one: Constraint) => plainText(one, options);
  return host().ddlText(constraint, plain, options) ?? plain(constraint);
}

function plainText(constraint: Constraint, options: DdlOptions): string {
  switch (constraint.kind) {
    case 'primary-key-constraint':
      return primaryKeyText(constraint as PrimaryKeyConstraint, options);
    case 'unique-constraint':
      return uniqueText(constraint as UniqueConstraint, options);
    case 'check-constraint':
      return checkText(constraint as CheckConstraint, options);
    case 'foreign-key-constraint':
      return foreignKeyText(constraint as ForeignKeyConstraint, options);
    case 'exclude-constraint':
      return excludeText(constraint as ExcludeConstraint, options);
    case 'own-constraint':
      throw unwritable(constraint as OwnConstraint, options);
  }
}

/** The error for a constraint that nobody says how to write. */
function unwritable(constraint: OwnConstraint, { generic }: DdlOptions): Raise {
  const compiler = generic
    ? 'sqlalchemy.sql.compiler.DDLCompiler'
    : 'sqlalchemy.dialects.postgresql.base.PGDDLCompiler';
  return new Raise('sqlalchemy.exc.UnsupportedCompilationError', [
    `Compiler <${compiler} object at 0x7f0000000000> can't render element of type ${constraint.ownClass.shown(constraint)}`,
  ]);
}

/**
 * The name as SQL writes it; undefined where there is none.
 * @throws IdentifierError for one that is too long
 */
export function constraintName(item: Constraint | Index, options: DdlOptions): string | undefined {
  const name = item.deferredName && item.table ? conventionalName(item, item.table) : item.name;
  if (name === null || name === undefined) return undefined;
  return quoteIdentifier(
    fittingName(name, item.conv || item.deferredName),
    item.quote,
    quoteOptions(options),
  );
}

function introduction(constraint: Constraint, options: DdlOptions): string {
  const name = constraintName(constraint, options);
  return name === undefined ? '' : `CONSTRAINT ${name} `;
}

const names = (columns: readonly Column[], options: DdlOptions) =>
  columns.map((column) => named(column, options)).join(', ');

function primaryKeyText(key: PrimaryKeyConstraint, options: DdlOptions): string {
  const columns = key.implicit ? columnsAutoincrementFirst(key) : key.columns;
  return `${introduction(key, options)}PRIMARY KEY (${names(columns, options)})${includeText(key, options)}${deferral(key)}`;
}

/** Nothing for one without columns, which leaves a comma behind that PostgreSQL refuses. */
function uniqueText(constraint: UniqueConstraint, options: DdlOptions): string {
  if (constraint.columns.length === 0) return '';
  const distinct = options.generic
    ? undefined
    : constraint.dialectOptions.get('postgresql_nulls_not_distinct');
  const nulls = distinct === true ? 'NULLS NOT DISTINCT ' : distinct === false ? 'NULLS DISTINCT ' : '';
  return (
    `${introduction(constraint, options)}UNIQUE ${nulls}(${names(constraint.columns, options)})` +
    `${includeText(constraint, options)}${deferral(constraint)}`
  );
}

/** ` INCLUDE (a, b)` of a key, unique constraint or index. */
export function includeText(item: Constraint | Index, options: DdlOptions): string {
  const included = item.dialectOptions.get('postgresql_include');
  if (options.generic || !isTrue(included ?? null)) return '';
  const columns = ((Array.isArray(included) ? included : [...(included as string)]) as unknown[]).map(
    (column) => {
      const found = typeof column === 'string' ? item.table!.columns.get(column) : column;
      if (!found) throw new Raise('builtins.KeyError', [column]);
      return found as Column;
    },
  );
  return ` INCLUDE (${names(columns, options)})`;
}

function checkText(constraint: CheckConstraint, options: DdlOptions): string {
  refuseArrayOfEnum(constraint);
  const text = expressionText(constraint.sqltext as Element, options);
  return `${introduction(constraint, options)}CHECK (${text})${deferral(constraint)}${validity(constraint, options)}`;
}

function refuseArrayOfEnum(constraint: CheckConstraint): void {
  const type = constraint.typeBound && constraint.columns[0]?.type;
  if (!type?.is(ARRAY)) return;
  const item = type.options.item_type;
  if (!(item instanceof SqlType && item.is(ENUM) && item.options.native_enum === false)) return;
  throw new Raise('sqlalchemy.exc.CompileError', [
    'PostgreSQL dialect cannot produce the CHECK constraint for ARRAY of non-native ENUM; please specify create_constraint=False on this Enum datatype.',
  ]);
}

function foreignKeyText(constraint: ForeignKeyConstraint, options: DdlOptions): string {
  const { elements, match, ondelete, onupdate } = constraint;
  if (elements.length === 0) throw new Raise('builtins.IndexError', ['list index out of range']);
  const remote = elements.map((element) => element.column);
  const local = elements.map((element) => element.parent!);
  let text =
    `${introduction(constraint, options)}FOREIGN KEY(${names(local, options)}) ` +
    `REFERENCES ${qualified(remote[0]!.table!, options)} (${names(remote, options)})`;
  if (match !== null) text += ` MATCH ${host().str(match)}`;
  if (ondelete !== null) text += ` ON DELETE ${sqlPhrase(ondelete, FK_ON_DELETE)}`;
  if (onupdate !== null) text += ` ON UPDATE ${sqlPhrase(onupdate, FK_ON_UPDATE)}`;
  return text + deferral(constraint) + validity(constraint, options);
}

function excludeText(constraint: ExcludeConstraint, options: DdlOptions): string {
  const elements = constraint.elements.map(({ expression, operator, key }) => {
    const text = expressionText(expression, options) + operatorClass(constraint.ops, key);
    return `${text} WITH ${host().str(operator)}`;
  });
  if (constraint.using === null)
    throw new Raise('builtins.AttributeError', ["'NoneType' object has no attribute 'lower'"]);
  const using = sqlPhrase(constraint.using as string, INDEX_USING).toLowerCase();
  const where = constraint.where === null ? '' : ` WHERE (${expressionText(constraint.where, options)})`;
  return `${introduction(constraint, options)}EXCLUDE USING ${using} (${elements.join(', ')})${where}${deferral(constraint)}`;
}

/** The operator class of a column, behind a blank. @param ops a Map, or what the learner gave in its place */
export function operatorClass(ops: unknown, key: string | undefined): string {
  if (key === undefined) return '';
  let found: unknown;
  if (ops instanceof Map) found = ops.get(key);
  else if (host().evaluate(`${plainRepr(key)} in it`, ops) === true)
    found = host().evaluate(`it[${plainRepr(key)}]`, ops);
  if (found === undefined) return '';
  return ` ${addedText(found)}`;
}

function deferral({ deferrable, initially }: Constraint): string {
  const text = deferrable === null ? '' : isTrue(deferrable) ? ' DEFERRABLE' : ' NOT DEFERRABLE';
  return initially === null ? text : `${text} INITIALLY ${sqlPhrase(initially, FK_INITIALLY)}`;
}

const validity = (constraint: Constraint, options: DdlOptions): string =>
  !options.generic && constraint.dialectOptions.get('postgresql_not_valid') ? ' NOT VALID' : '';
