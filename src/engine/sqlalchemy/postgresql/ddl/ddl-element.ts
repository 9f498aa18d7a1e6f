/** Statements of DDL as records, and their text. Answers to: sqlalchemy/sql/ddl.py. */
import { Raise } from '../../../machine.ts';
import { text } from '../../expression/build.ts';
import type { Element } from '../../expression/elements.ts';
import { host } from '../../expression/host.ts';
import { noRenderer } from '../../expression/write/write-literal.ts';
import type { Column } from '../../schema/columns/column.ts';
import type { Sequence } from '../../schema/columns/sequence.ts';
import { notBound } from '../../schema/constraints/bound-table.ts';
import type { Constraint } from '../../schema/constraints/constraint.ts';
import type { ForeignKeyConstraint } from '../../schema/constraints/foreign-key.ts';
import type { Index } from '../../schema/constraints/table-index.ts';
import type { Table } from '../../schema/table.ts';
import { enumLabels } from '../../types/enum.ts';
import type { SqlType } from '../../types/type.ts';
import { compileType, namedTypeName } from '../type-compiler.ts';
import { DOMAIN } from '../types.ts';
import { defaultText, sequenceOptions } from './column-text.ts';
import { constraintName, constraintText } from './constraint-text.ts';
import { createColumnText, createTableText } from './create-table.ts';
import { createIndexText, dropIndexText } from './index-text.ts';
import {
  type DdlOptions,
  expressionText,
  named,
  percentsDoubled,
  qualified,
  quoted,
  quoteOptions,
  stringLiteral,
  typeInDdl,
} from './options.ts';

export type DdlElement =
  | {
      readonly kind: 'create-table';
      readonly element: Table;
      readonly ifNotExists?: boolean;
      readonly foreignKeys?: ReadonlySet<ForeignKeyConstraint> | undefined;
    }
  | { readonly kind: 'drop-table'; readonly element: Table; readonly ifExists?: boolean }
  | { readonly kind: 'create-column'; readonly element: Column }
  | { readonly kind: 'create-index'; readonly element: Index; readonly ifNotExists?: boolean }
  | { readonly kind: 'drop-index'; readonly element: Index; readonly ifExists?: boolean }
  | { readonly kind: 'add-constraint'; readonly element: Constraint }
  | {
      readonly kind: 'drop-constraint';
      readonly element: Constraint;
      readonly ifExists?: boolean;
      readonly cascade?: boolean;
    }
  | { readonly kind: 'create-sequence'; readonly element: Sequence; readonly ifNotExists?: boolean }
  | { readonly kind: 'drop-sequence'; readonly element: Sequence; readonly ifExists?: boolean }
  | { readonly kind: 'create-schema'; readonly element: string; readonly ifNotExists?: boolean }
  | {
      readonly kind: 'drop-schema';
      readonly element: string;
      readonly ifExists?: boolean;
      readonly cascade?: boolean;
    }
  | { readonly kind: 'set-table-comment' | 'drop-table-comment'; readonly element: Table }
  | { readonly kind: 'set-column-comment' | 'drop-column-comment'; readonly element: Column }
  | { readonly kind: 'set-constraint-comment' | 'drop-constraint-comment'; readonly element: Constraint }
  | {
      readonly kind: 'create-enum' | 'drop-enum' | 'create-domain' | 'drop-domain';
      readonly element: SqlType;
    }
  /** A statement that another room writes, such as Alembic's ALTER TABLE. */
  | { readonly kind: `alter ${string}`; write(options: DdlOptions): string }
  /** `DDL('…')`: text with `%(table)s` tokens that the target fills in. */
  | {
      readonly kind: 'ddl';
      readonly statement: string;
      /** The statement with its tokens replaced, those that a context does not name by these. */
      readonly fill: (tokens: ReadonlyMap<string, string>) => string;
      readonly target?: Table | undefined;
    };

export type DdlKind = DdlElement['kind'];

/** The record of a kind. */
type Of<Kind extends DdlKind, One = DdlElement> = One extends { readonly kind: infer Own }
  ? Kind extends Own
    ? One
    : never
  : never;

type Writers = {
  readonly [Kind in Exclude<DdlKind, `alter ${string}`>]: (ddl: Of<Kind>, options: DdlOptions) => string;
};

const ifNotExists = (ddl: { readonly ifNotExists?: boolean }) => (ddl.ifNotExists ? 'IF NOT EXISTS ' : '');
const ifExists = (ddl: { readonly ifExists?: boolean }) => (ddl.ifExists ? 'IF EXISTS ' : '');
const cascade = (ddl: { readonly cascade?: boolean }) => (ddl.cascade ? ' CASCADE' : '');

const WRITERS = {
  'create-table': (ddl, options) =>
    createTableText(ddl.element, {
      ...options,
      ifNotExists: ddl.ifNotExists ?? false,
      foreignKeys: ddl.foreignKeys,
    }),
  'drop-table': (ddl, options) => `\nDROP TABLE ${ifExists(ddl)}${qualified(ddl.element, options)}`,
  'create-column': (ddl, options) => createColumnText(ddl.element, options),
  'create-index': (ddl, options) => createIndexText(ddl.element, ddl.ifNotExists ?? false, options),
  'drop-index': (ddl, options) => dropIndexText(ddl.element, ddl.ifExists ?? false, options),
  'add-constraint': (ddl, options) =>
    `ALTER TABLE ${qualified(tableOf(ddl.element), options)} ADD ${constraintText(ddl.element, options) ?? ''}`,
  'drop-constraint': dropConstraintText,
  'create-sequence': (ddl, options) => createSequenceText(ddl.element, ifNotExists(ddl), options),
  'drop-sequence': (ddl, options) => `DROP SEQUENCE ${ifExists(ddl)}${qualified(ddl.element, options)}`,
  'create-schema': (ddl, options) => `CREATE SCHEMA ${ifNotExists(ddl)}${quoted(ddl.element, options)}`,
  'drop-schema': (ddl, options) =>
    `DROP SCHEMA ${ifExists(ddl)}${quoted(ddl.element, options)}${cascade(ddl)}`,
  'set-table-comment': (ddl, options) =>
    commentText('TABLE', qualified(ddl.element, options), ddl.element.comment, options),
  'drop-table-comment': (ddl, options) =>
    commentText('TABLE', qualified(ddl.element, options), null, options),
  'set-column-comment': (ddl, options) =>
    commentText('COLUMN', columnPath(ddl.element, options), ddl.element.comment, options),
  // SQLAlchemy leaves the schema out here, and only here.
  'drop-column-comment': ({ element }, options) =>
    commentText(
      'COLUMN',
      `${named(tableOfColumn(element), options)}.${named(element, options)}`,
      null,
      options,
    ),
  'set-constraint-comment': (ddl, options) => constraintComment(ddl.element, ddl.element.comment, options),
  'drop-constraint-comment': (ddl, options) => constraintComment(ddl.element, null, options),
  'create-enum': (ddl, options) => {
    const labels = enumLabels(ddl.element).map((label: unknown) => {
      if (typeof label === 'string') return stringLiteral(label, options);
      throw noRenderer(label, 'NULL');
    });
    return `CREATE TYPE ${typeName(ddl.element, options)} AS ENUM (${labels.join(', ')})`;
  },
  'drop-enum': (ddl, options) => `DROP TYPE ${typeName(ddl.element, options)}`,
  'create-domain': (ddl, options) => createDomainText(ddl.element, options),
  'drop-domain': (ddl, options) => `DROP DOMAIN ${typeName(ddl.element, options)}`,
  ddl: customText,
} satisfies Writers;

/**
 * The statement's text.
 * @throws CompileError and its kin, as SQLAlchemy does
 */
export function compileDdl(ddl: DdlElement, options: DdlOptions = {}): string {
  const plain = (one: DdlElement) =>
    'write' in one
      ? one.write(options)
      : (WRITERS[one.kind] as (ddl: DdlElement, options: DdlOptions) => string)(one, options);
  return host().ddlText(ddl, plain, options) ?? plain(ddl);
}

/** Whether a value is a statement of DDL. */
export const isDdl = (value: unknown): value is DdlElement =>
  typeof value === 'object' && value !== null && isDdlKind((value as DdlElement).kind);

const isDdlKind = (kind: unknown) =>
  typeof kind === 'string' && (kind in WRITERS || kind.startsWith('alter '));

function tableOf(constraint: Constraint): Table {
  if (constraint.table) return constraint.table;
  throw notBound();
}

function dropConstraintText(ddl: Of<'drop-constraint'>, options: DdlOptions): string {
  const name = constraintName(ddl.element, options);
  ddl.element.createRule = () => false;
  if (name === undefined) {
    throw new Raise('sqlalchemy.exc.CompileError', [
      `Can't emit DROP CONSTRAINT for constraint ${host().repr(ddl.element)}; it has no name`,
    ]);
  }
  return `ALTER TABLE ${qualified(tableOf(ddl.element), options)} DROP CONSTRAINT ${ifExists(ddl)}${name}${cascade(ddl)}`;
}

function createSequenceText(sequence: Sequence, exists: string, options: DdlOptions): string {
  const type = sequence.dataType && !options.generic ? ` AS ${typeInDdl(sequence.dataType, options)}` : '';
  const rest = sequenceOptions(sequence.options);
  return `CREATE SEQUENCE ${exists}${qualified(sequence, options)}${type}${rest ? ` ${rest}` : ''}`;
}

function commentText(what: string, name: string, comment: string | null, options: DdlOptions): string {
  return `COMMENT ON ${what} ${name} IS ${comment === null ? 'NULL' : stringLiteral(comment, options)}`;
}

function columnPath(column: Column, options: DdlOptions): string {
  return `${qualified(tableOfColumn(column), options)}.${named(column, options)}`;
}

function tableOfColumn(column: Column): Table {
  if (column.table) return column.table;
  throw new Raise('builtins.AttributeError', ["'NoneType' object has no attribute 'name'"]);
}

function constraintComment(constraint: Constraint, comment: string | null, options: DdlOptions): string {
  const on = `${constraintName(constraint, options)} ON ${qualified(tableOf(constraint), options)}`;
  return commentText('CONSTRAINT', on, comment, options);
}

const typeName = (type: SqlType, options: DdlOptions) =>
  namedTypeName(type, type.is(DOMAIN) ? 'DOMAIN' : 'ENUM', quoteOptions(options));

function createDomainText(domain: SqlType, options: DdlOptions): string {
  const {
    data_type: base,
    collation,
    default: fallback,
    constraint_name: name,
    not_null: notNull,
    check,
  } = domain.options;
  const parts: string[] = [];
  if (typeof collation === 'string') parts.push(`COLLATE ${quoted(collation, options)}`);
  if (fallback !== null && fallback !== undefined) parts.push(`DEFAULT ${defaultText(fallback, options)}`);
  if (typeof name === 'string') parts.push(`CONSTRAINT ${quoted(name, options)}`);
  if (notNull) parts.push('NOT NULL');
  if (check !== null && check !== undefined) {
    const condition = typeof check === 'string' ? text(check) : (check as Element);
    parts.push(`CHECK (${expressionText(condition, options)})`);
  }
  const type = compileType(base as SqlType, quoteOptions(options));
  return `CREATE DOMAIN ${typeName(domain, options)} AS ${type} ${parts.join(' ')}`;
}

/** `%(table)s`, `%(schema)s`, `%(fullname)s` of the target, and the learner's own context. A percent that is left counts for psycopg2. */
function customText(ddl: Of<'ddl'>, options: DdlOptions): string {
  const tokens = new Map<string, string>();
  if (ddl.target) {
    const { schema, name } = ddl.target;
    tokens.set('table', quoted(name, options));
    tokens.set('schema', schema === null ? '' : quoted(schema, options));
    tokens.set('fullname', qualified(ddl.target, options));
  }
  return percentsDoubled(ddl.fill(tokens), options);
}
