/** Types as PostgreSQL writes them. Answers to: sqlalchemy/dialects/postgresql/base.py (PGTypeCompiler). */
import { Raise } from '../../machine.ts';
import { host } from '../expression/host.ts';
import { type GivenName, nameFacts } from '../schema/names.ts';
import { implementation, POSTGRESQL, type TypeDialect } from '../types/implementation.ts';
import { ENUM as GENERIC_ENUM } from '../types/structured.ts';
import { DATETIME, INTERVAL as GENERIC_INTERVAL } from '../types/temporal.ts';
import { fixed, GENERIC_RULES, plainText, sized, type TypeRule } from '../types/text-of.ts';
import { SqlType } from '../types/type.ts';
import { type QuoteOptions, qualifiedName } from './identifiers.ts';
import { INTERVAL, MULTIRANGES, RANGES } from './types.ts';

const withTimezone =
  (name: string): TypeRule =>
  ({ options: { precision, timezone } }) =>
    `${name}${precision === null || precision === undefined ? '' : `(${plainText(precision)})`} ${timezone ? 'WITH' : 'WITHOUT'} TIME ZONE`;

const float: TypeRule = ({ options: { precision } }) =>
  precision ? `FLOAT(${plainText(precision)})` : 'FLOAT';

/** MySQL's types of the same name lack what PostgreSQL's compiler looks for. */
const lacks = (type: string, attribute: string) =>
  new Raise('builtins.AttributeError', [`'${type}' object has no attribute '${attribute}'`]);

const bit: TypeRule = ({ options: { length, varying }, className }) => {
  if (varying === undefined) throw lacks(className, 'varying');
  const size = length === null || length === undefined ? '' : `(${plainText(length)})`;
  return varying ? `BIT VARYING${size}` : `BIT(${plainText(length)})`;
};

/** What `%d` makes of a precision. @throws TypeError */
function wholeNumber(value: unknown): string {
  if (typeof value === 'string')
    throw new Raise('builtins.TypeError', ['%d format: a real number is required, not str']);
  return plainText(value);
}

const interval: TypeRule = ({ options: { fields, precision } }) =>
  `INTERVAL${fields === null || fields === undefined ? '' : ` ${plainText(fields)}`}${precision === null || precision === undefined ? '' : ` (${wholeNumber(precision)})`}`;

const array: TypeRule = ({ options: { item_type: item, dimensions } }, write) => {
  if (!(item instanceof SqlType)) {
    throw new Raise('builtins.AttributeError', ["'str' object has no attribute '_variant_mapping'"]);
  }
  const brackets = '[]'.repeat(typeof dimensions === 'number' ? dimensions : 1);
  return write(item).replace(/(?: COLLATE.*)?$/, (collation) => brackets + collation);
};

const uuid: TypeRule = ({ options }) => (options.native_uuid === false ? 'CHAR(32)' : 'UUID');

const named =
  (label: string): TypeRule =>
  (type, _write, options) =>
    namedTypeName(type, label, { schemaMap: options?.schemaMap });

const enumeration: TypeRule = (type, _write, options) =>
  type.options.native_enum === false
    ? sized('VARCHAR')(type, String)
    : namedTypeName(type, 'Enum', { schemaMap: options?.schemaMap });

const PLAIN = [
  'INET',
  'CIDR',
  'MACADDR',
  'MACADDR8',
  'MONEY',
  'OID',
  'REGCONFIG',
  'REGCLASS',
  'TSQUERY',
  'TSVECTOR',
];
const DOCUMENTS = ['CITEXT', 'HSTORE', 'JSON', 'JSONB', 'JSONPATH', 'BYTEA', 'UUID'];

const RULES: Readonly<Record<string, TypeRule>> = {
  ...GENERIC_RULES,
  ...Object.fromEntries(
    [...PLAIN, ...DOCUMENTS, ...RANGES.map(({ name }) => name), ...MULTIRANGES.map(({ name }) => name)].map(
      (name) => [name, fixed(name)],
    ),
  ),
  float,
  FLOAT: float,
  double: fixed('DOUBLE PRECISION'),
  large_binary: fixed('BYTEA'),
  datetime: withTimezone('TIMESTAMP'),
  TIMESTAMP: withTimezone('TIMESTAMP'),
  time: withTimezone('TIME'),
  TIME: withTimezone('TIME'),
  INTERVAL: interval,
  BIT: bit,
  ARRAY: array,
  uuid,
  enum: enumeration,
  ENUM: named('ENUM'),
  DOMAIN: named('DOMAIN'),
  null: () => {
    throw new Raise('sqlalchemy.exc.CompileError', [
      "Can't generate DDL for NullType(); did you forget to specify a type on this Column?",
    ]);
  },
};

/** Options for writing a type: how names are quoted, and the dialect object that learners' methods get. */
export interface TypeTextOptions extends QuoteOptions {
  readonly dialect?: TypeDialect | undefined;
}

/**
 * The type in DDL.
 * @throws CompileError for a type without a name or without DDL
 */
export function compileType(type: SqlType, options: TypeTextOptions = {}): string {
  const dialect = options.dialect ?? POSTGRESQL;
  const written = (type.variants.get(dialect.name) ?? type).custom?.compiled();
  if (written) return String(written());
  const resolved = postgresType(type, dialect);
  const own = host().typeText(resolved);
  if (own !== undefined) return own;
  const rule = RULES[resolved.definition.visit];
  if (rule) {
    if (resolved.is(GENERIC_ENUM) && options.doublePercents)
      return rule(resolved, String, options).replaceAll('%', '%%');
    return rule(resolved, (inner) => compileType(inner, options), options);
  }
  if (!resolved.definition.visit) {
    throw new Raise('builtins.AttributeError', [
      `'${resolved.className}' object has no attribute '_compiler_dispatch'`,
    ]);
  }
  throw new Raise('sqlalchemy.exc.UnsupportedCompilationError', [
    `Compiler <sqlalchemy.dialects.postgresql.base.PGTypeCompiler object at 0x7f0000000000> can't render element of type ${resolved.className}`,
  ]);
}

/** The type after variants, decorators, and PostgreSQL's own stand-ins. */
export function postgresType(type: SqlType, dialect: TypeDialect = POSTGRESQL): SqlType {
  return implementation(type, dialect, (one) => {
    if (!one.is(GENERIC_INTERVAL)) return undefined;
    return one.options.native === false
      ? new SqlType(DATETIME)
      : new SqlType(INTERVAL, { precision: one.options.second_precision });
  });
}

/** `schema.name` of an ENUM or DOMAIN. */
export function namedTypeName(type: SqlType, label = 'ENUM', options: QuoteOptions = {}): string {
  if (type.definition.module === 'sqlalchemy.dialects.mysql.enumerated')
    throw lacks(type.className, 'create_type');
  const { schema, quote: asked } = type.options;
  const { text: name, quote } = nameFacts(
    host().name(type.options.name) as GivenName,
    (asked ?? null) as boolean | null,
  );
  if (typeof name !== 'string') {
    throw new Raise('sqlalchemy.exc.CompileError', [`PostgreSQL ${label} type requires a name.`]);
  }
  return qualifiedName({ name, schema: (schema ?? null) as string | null, quote }, options);
}
