/**
 * What types mean to operators: families, the type of an operation, the type of a plain value.
 * Answers to: sqlalchemy/sql/sqltypes.py (comparators, _resolve_value_to_type), type_api.py.
 */

import { implementation as dialectType, POSTGRESQL } from '../../types/implementation.ts';
import {
  ABSTRACT_INTERVAL,
  ANY_BINARY,
  ARRAY,
  BIG_INTEGER,
  BOOLEAN,
  CONCATENABLE,
  DATE,
  DATETIME,
  ENUM,
  FLOAT,
  INTEGER,
  INTERVAL,
  JSON_TYPE,
  LARGE_BINARY,
  NULL_TYPE,
  NUMERIC,
  STRING,
  TIME,
  TUPLE_TYPE,
  TYPE_DECORATOR,
  type TypeDefinition,
  UNICODE,
  USER_DEFINED_TYPE,
  UUID_TYPE,
} from '../../types/index.ts';
import { SqlType } from '../../types/type.ts';
import { host } from '../host.ts';
import type { OperatorName } from './operators.ts';
import { valueKind } from './value-kind.ts';

/** The family whose rules a type follows. */
export type Affinity =
  | 'integer'
  | 'float'
  | 'numeric'
  | 'string'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'time'
  | 'interval'
  | 'json'
  | 'array'
  | 'uuid'
  | 'binary'
  | 'tuple'
  | 'null'
  | 'other';

const FAMILIES: readonly (readonly [TypeDefinition, Affinity])[] = [
  [NULL_TYPE, 'null'],
  [INTEGER, 'integer'],
  [FLOAT, 'float'],
  [NUMERIC, 'numeric'],
  [STRING, 'string'],
  [BOOLEAN, 'boolean'],
  [DATETIME, 'datetime'],
  [DATE, 'date'],
  [TIME, 'time'],
  [ABSTRACT_INTERVAL, 'interval'],
  [JSON_TYPE, 'json'],
  [ARRAY, 'array'],
  [UUID_TYPE, 'uuid'],
  [ANY_BINARY, 'binary'],
  [TUPLE_TYPE, 'tuple'],
];

/** The type that a TypeDecorator stands for; other types are themselves. */
const implementation = (type: SqlType): SqlType =>
  type.is(ABSTRACT_INTERVAL) ? type : dialectType(type, POSTGRESQL);

/** The family of a type, which decides what operators make of it. */
export function affinity(type: SqlType): Affinity {
  const impl = implementation(type);
  for (const [definition, family] of FAMILIES) if (impl.is(definition)) return family;
  return 'other';
}

/** Whether a type is not known. */
export const isNullType = (type: SqlType): boolean => type.is(NULL_TYPE);

/** Whether `+` joins values of this type end to end. */
export const isConcatenable = (type: SqlType): boolean => {
  const impl = implementation(type);
  return impl.is(CONCATENABLE) || impl.is(JSON_TYPE);
};

const of = (definition: TypeDefinition): SqlType => new SqlType(definition);

/** Types without arguments that the rules below hand out. */
export const TYPES = {
  null: of(NULL_TYPE),
  boolean: of(BOOLEAN),
  integer: of(INTEGER),
  bigInteger: of(BIG_INTEGER),
  numeric: of(NUMERIC),
  float: of(FLOAT),
  string: of(STRING),
  unicode: of(UNICODE),
  date: of(DATE),
  datetime: of(DATETIME),
  datetimeZone: new SqlType(DATETIME, { timezone: true }),
  time: of(TIME),
  timeZone: new SqlType(TIME, { timezone: true }),
  interval: of(INTERVAL),
  binary: of(LARGE_BINARY),
  uuid: of(UUID_TYPE),
} as const;

type Rule = 'right' | keyof typeof TYPES;
type Rules = Partial<Record<Affinity, Partial<Record<Affinity, Rule>>>>;

/** Where an operation's type is not the left side's. */
const RESULTS: Partial<Record<OperatorName, Rules>> = {
  add: {
    integer: { float: 'right', numeric: 'right', date: 'right' },
    numeric: { float: 'right' },
    date: { time: 'datetime', interval: 'datetime' },
    time: { date: 'datetime' },
    interval: { date: 'datetime', datetime: 'right', time: 'right' },
  },
  sub: {
    integer: { float: 'right', numeric: 'right' },
    numeric: { float: 'right' },
    date: { date: 'integer', datetime: 'interval', interval: 'datetime' },
    datetime: { datetime: 'interval' },
    time: { time: 'interval' },
  },
  mul: {
    integer: { float: 'right', numeric: 'right', interval: 'right' },
    float: { interval: 'right' },
    numeric: { float: 'right', interval: 'right' },
  },
  truediv: {
    integer: { integer: 'numeric', float: 'right', numeric: 'right' },
    numeric: { float: 'right' },
  },
  floordiv: { integer: { float: 'right', numeric: 'right' } },
};

const COMMUTATIVE = new Set<OperatorName>(['add', 'mul', 'eq', 'ne']);

/** The operator that is really meant, and the type of its result. */
export function adapted(
  operator: OperatorName,
  left: SqlType,
  right: SqlType,
): readonly [OperatorName, SqlType] {
  const leftFamily = affinity(left);
  if (leftFamily === 'null') {
    if (!isNullType(right) && COMMUTATIVE.has(operator)) return adapted(operator, right, left);
    return [operator, TYPES.null];
  }
  if (operator === 'add' && isConcatenable(left) && (isConcatenable(right) || isNullType(right))) {
    return ['concat', left];
  }
  const rule = RESULTS[operator]?.[leftFamily]?.[affinity(right)];
  if (rule === undefined) return [operator, left];
  return [operator, rule === 'right' ? right : TYPES[rule]];
}

/** The type that a plain value has by itself. */
export function typeOfValue(value: unknown): SqlType {
  switch (valueKind(value)) {
    case 'bool':
      return TYPES.boolean;
    case 'int':
      return isLong(value as number | bigint) ? TYPES.bigInteger : TYPES.integer;
    case 'float':
      return TYPES.float;
    case 'str':
      return /^[\0-\x7f]*$/.test(value as string) ? TYPES.string : TYPES.unicode;
    case 'bytes':
      return TYPES.binary;
    case 'datetime':
      return hasZone(value) ? TYPES.datetimeZone : TYPES.datetime;
    case 'date':
      return TYPES.date;
    case 'time':
      return hasZone(value) ? TYPES.timeZone : TYPES.time;
    case 'timedelta':
      return TYPES.interval;
    case 'decimal':
      return TYPES.numeric;
    case 'uuid':
      return TYPES.uuid;
    default:
      return TYPES.null;
  }
}

const isLong = (value: number | bigint) => BigInt(value) > 2147483647n || BigInt(value) < -2147483647n;

const hasZone = (value: unknown) => /[-+]\d\d:\d\d(:\d\d)?$/.test(host().isoformat(value)?.slice(8) ?? '');

/** A method that a learner wrote for a type, or for the one that a TypeDecorator stands for. */
export function typeHook(
  type: SqlType,
  name: 'bind_expression' | 'column_expression',
): ((...args: readonly unknown[]) => unknown) | undefined {
  const own = type.custom?.method(name);
  if (own || !type.is(TYPE_DECORATOR)) return own;
  const { impl } = type.options;
  return impl instanceof SqlType && impl !== type ? typeHook(impl, name) : undefined;
}

/** The type of a plain value beside something of `type`. Answers to: coerce_compared_value. */
export function typeBeside(type: SqlType, operator: OperatorName, value: unknown): SqlType {
  const own = type.custom?.method('coerce_compared_value')?.(operator, value);
  if (own instanceof SqlType) return own;
  if (type.is(USER_DEFINED_TYPE)) return type;
  if (type.is(TYPE_DECORATOR) && !type.is(INTERVAL)) return type;
  if (affinity(type) === 'json' && (operator === 'getitem' || operator === 'json-getitem'))
    return typeOfValue(value);
  if (KEEPS_TYPE.has(type.definition.name)) return type;
  const plain = typeOfValue(value);
  if (isNullType(plain) || sameFamily(plain, type)) return type;
  if ((type.is(ENUM) || affinity(type) === 'uuid') && affinity(plain) === 'string') return type;
  return plain;
}

/** Network addresses are compared with text that stays an address. */
const KEEPS_TYPE = new Set(['INET', 'CIDR', 'MACADDR', 'MACADDR8']);

const sameFamily = (one: SqlType, other: SqlType) =>
  affinity(one) === affinity(other) && affinity(one) !== 'other';
