/** `str(type)`: the type in SQL of no database in particular. Answers to: sqlalchemy/sql/compiler.py (GenericTypeCompiler). */
import { Raise } from '../../machine.ts';
import { isTrue } from '../expression/given-text.ts';
import { host } from '../expression/host.ts';
import { TYPE_ENGINE } from './base.ts';
import { DEFAULT_DIALECT, implementation, type TypeDialect } from './implementation.ts';
import { plainRepr } from './repr.ts';
import type { SqlType } from './type.ts';

/** What a rule may know of how names are written. */
export interface NameOptions {
  readonly schemaMap?: ReadonlyMap<string | null, string | null> | undefined;
}

/** Writes a type whose variants and decorators are resolved. */
export type TypeRule = (type: SqlType, write: TypeWriter, options?: NameOptions) => string;
/** Writes an inner type. */
export type TypeWriter = (type: SqlType) => string;

/** `NAME(length) COLLATE "collation"` */
export function sized(name: string): TypeRule {
  return ({ options: { length, collation } }) => {
    const size = isTrue(length) ? `(${plainText(length)})` : '';
    return `${name}${size}${collation ? ` COLLATE "${collation}"` : ''}`;
  };
}

/** `NAME(precision, scale)` */
function precise(name: string): TypeRule {
  return ({ options: { precision, scale } }) => {
    if (precision === null || precision === undefined) return name;
    return scale === null || scale === undefined
      ? `${name}(${plainText(precision)})`
      : `${name}(${plainText(precision)}, ${plainText(scale)})`;
  };
}

/** What `%s` makes of an option: text as it is, numbers as Python prints them. */
export const plainText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'object' ? host().str(value) : plainRepr(value);

/** A type whose text is always the same. */
export const fixed =
  (text: string): TypeRule =>
  () =>
    text;

/** Rules by `__visit_name__` that all dialects share. */
export const GENERIC_RULES: Readonly<Record<string, TypeRule>> = {
  integer: fixed('INTEGER'),
  INTEGER: fixed('INTEGER'),
  small_integer: fixed('SMALLINT'),
  SMALLINT: fixed('SMALLINT'),
  big_integer: fixed('BIGINT'),
  BIGINT: fixed('BIGINT'),
  numeric: precise('NUMERIC'),
  NUMERIC: precise('NUMERIC'),
  DECIMAL: precise('DECIMAL'),
  float: fixed('FLOAT'),
  FLOAT: fixed('FLOAT'),
  REAL: fixed('REAL'),
  double: fixed('DOUBLE'),
  DOUBLE: fixed('DOUBLE'),
  DOUBLE_PRECISION: fixed('DOUBLE PRECISION'),
  boolean: fixed('BOOLEAN'),
  BOOLEAN: fixed('BOOLEAN'),
  string: sized('VARCHAR'),
  VARCHAR: sized('VARCHAR'),
  unicode: sized('VARCHAR'),
  NVARCHAR: sized('NVARCHAR'),
  CHAR: sized('CHAR'),
  NCHAR: sized('NCHAR'),
  text: sized('TEXT'),
  TEXT: sized('TEXT'),
  unicode_text: sized('TEXT'),
  CLOB: fixed('CLOB'),
  large_binary: fixed('BLOB'),
  BLOB: fixed('BLOB'),
  BINARY: sized('BINARY'),
  VARBINARY: sized('VARBINARY'),
  date: fixed('DATE'),
  DATE: fixed('DATE'),
  datetime: fixed('DATETIME'),
  DATETIME: fixed('DATETIME'),
  time: fixed('TIME'),
  TIME: fixed('TIME'),
  TIMESTAMP: fixed('TIMESTAMP'),
  JSON: fixed('JSON'),
  uuid: fixed('CHAR(32)'),
  UUID: fixed('UUID'),
  enum: sized('VARCHAR'),
  ENUM: sized('VARCHAR'),
  null: fixed('NULL'),
  user_defined: columnSpecification,
};

/** @throws AttributeError where the learner's UserDefinedType has no get_col_spec */
function columnSpecification(type: SqlType): string {
  const specification = type.custom?.method('get_col_spec');
  if (specification) return String(specification());
  throw new Raise('builtins.AttributeError', [`'${type.className}' object has no attribute 'get_col_spec'`]);
}

/** The class's name stands for types that only some databases know; bare bases are shown by `repr()`. */
export function typeText(type: SqlType, dialect: TypeDialect = DEFAULT_DIALECT): string {
  const resolved = implementation(type, dialect);
  const rule = GENERIC_RULES[resolved.definition.visit];
  if (rule === columnSpecification && !resolved.custom?.method('get_col_spec')) return type.repr();
  if (rule) return rule(resolved, (inner) => typeText(inner, dialect));
  return resolved.definition.visit && resolved.definition !== TYPE_ENGINE
    ? resolved.definition.visit
    : type.repr();
}
