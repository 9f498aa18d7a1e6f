/** Python values as SQL literals, and their places in a statement. Answers to: psycopg2.extensions (adapters), cursor.mogrify. */
import { Raise } from '../../../machine.ts';
import { type Float, reprFloat } from '../../../stdlib/float.ts';
import { host } from '../../expression/host.ts';
import { valueKind } from '../../expression/operators/value-kind.ts';
import { DriverBinary } from './binary-value.ts';
import { DriverJson } from './json-value.ts';
import { EXECUTING } from './library-frames.ts';

/** What adapting asks about values of the learner's world. */
export interface AdaptHost {
  /** Items of a list; undefined for anything else. */
  list(value: unknown): readonly unknown[] | undefined;
  tuple(value: unknown): readonly unknown[] | undefined;
  /** What a subclass of str, int … holds; undefined for anything else. */
  boxed(value: unknown): unknown;
  typeName(value: unknown): string;
  /** The parts of psycopg2's ranges; undefined for anything else. */
  range(value: unknown): DriverRange | undefined;
  /** The parts of a timedelta. */
  duration(value: unknown): Duration;
}

/** @throws ProgrammingError "can't adapt type 'X'" */
export function adapted(value: unknown, adapting: AdaptHost): string {
  switch (valueKind(value)) {
    case 'none':
      return 'NULL';
    case 'bool':
      return value ? 'true' : 'false';
    case 'int':
      return signed(String(value));
    case 'float':
      return floatText((value as Float).value);
    case 'str':
      return stringText(value as string);
    case 'bytes':
      return binaryText(value, adapting);
    case 'decimal':
      return decimalText(host().str(value));
    case 'datetime':
      return `'${iso(value)}'::timestamp${zoned(iso(value)) ? 'tz' : ''}`;
    case 'date':
      return `'${iso(value)}'::date`;
    case 'time':
      return `'${iso(value)}'::time${zoned(`        ${iso(value)}`) ? 'tz' : ''}`;
    case 'timedelta':
      return intervalText(adapting.duration(value));
    case 'uuid':
      return `'${host().str(value)}'::uuid`;
    default:
      return composite(value, adapting);
  }
}

function composite(value: unknown, adapting: AdaptHost): string {
  if (value instanceof DriverJson) return stringText(value.text);
  if (value instanceof DriverBinary) return binaryText(value.value, adapting);
  const items = Array.isArray(value) ? value : adapting.list(value);
  if (items) return listText(items, adapting);
  const parts = adapting.tuple(value);
  if (parts) return `(${parts.map((part) => adapted(part, adapting)).join(', ')})`;
  const range = adapting.range(value);
  if (range) return rangeText(range, adapting);
  const inner = adapting.boxed(value);
  if (inner !== undefined) return adapted(inner, adapting);
  throw new Raise('psycopg2.ProgrammingError', [`can't adapt type '${adapting.typeName(value)}'`], {
    frames: EXECUTING,
  });
}

/** `'[1,5)'` of numbers, `daterange('2026-01-01'::date, NULL, '[)')` of others. */
function rangeText({ name, lower, upper, bounds }: DriverRange, adapting: AdaptHost): string {
  if (name === undefined) {
    if (bounds === null) return "'empty'";
    const edge = (value: unknown) => (value === null ? '' : adapted(value, adapting).trimStart());
    return `'${bounds[0]}${edge(lower)},${edge(upper)}${bounds[1]}'`;
  }
  if (bounds === null) return `'empty'::${name}`;
  return `${name}(${adapted(lower, adapting)}, ${adapted(upper, adapting)}, '${bounds}')`;
}

/** @throws TypeError for what holds no bytes */
function binaryText(value: unknown, adapting: Pick<AdaptHost, 'typeName'>): string {
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array) return `'\\x${hex(value)}'::bytea`;
  throw new Raise('builtins.TypeError', [`can't escape ${adapting.typeName(value)} to binary`]);
}

function listText(items: readonly unknown[], adapting: AdaptHost): string {
  if (items.length === 0) return "'{}'";
  if (items.every((item) => item === null)) return `'{${items.map(() => 'NULL').join(',')}}'`;
  const nested = items.map((item) => {
    const inner = Array.isArray(item) ? item : adapting.list(item);
    return inner && inner.length === 0 ? 'ARRAY[]' : adapted(item, adapting).trimStart();
  });
  return `ARRAY[${nested.join(',')}]`;
}

/** A sign must not meet another one: `1 - -1`. */
const signed = (text: string): string => (text.startsWith('-') ? ` ${text}` : text);

function floatText(value: number): string {
  if (Number.isNaN(value)) return "'NaN'::float";
  if (value === Infinity) return "'Infinity'::float";
  if (value === -Infinity) return "'-Infinity'::float";
  return signed(reprFloat(value));
}

function decimalText(text: string): string {
  return /^[-+]?[\d.]+(E[-+]?\d+)?$/i.test(text) ? signed(text) : "'NaN'::numeric";
}

/** @throws ValueError for NUL */
function stringText(text: string): string {
  if (text.includes('\0')) {
    throw new Raise('builtins.ValueError', ['A string literal cannot contain NUL (0x00) characters.']);
  }
  const doubled = text.replaceAll("'", "''");
  return `'${doubled}'`;
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const zoned = (text: string): boolean => /[-+]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text.slice(8));

const iso = (value: unknown): string => host().isoformat(value) ?? '';

const intervalText = ({ days, seconds, microseconds }: Duration): string =>
  `'${days} days ${seconds}.${String(microseconds).padStart(6, '0')} seconds'::interval`;

/** A range as the driver has it; no bounds: it is empty; no name: of numbers. */
export interface DriverRange {
  readonly name: string | undefined;
  readonly lower: unknown;
  readonly upper: unknown;
  readonly bounds: string | null;
}

export interface Duration {
  readonly days: number;
  readonly seconds: number;
  readonly microseconds: number;
}

/** Parameters by name, or by place. */
export type DriverParameters = ReadonlyMap<string, unknown> | readonly unknown[];

const PLACE = /%(?:%|\(([^)]*)(\)?)(.?)|([\s\S])?)/g;

/**
 * The statement with its parameters filled in.
 * @throws KeyError, IndexError, TypeError, ValueError as psycopg2 does
 */
export function filledIn(
  sql: string,
  parameters: DriverParameters,
  adapting: AdaptHost,
  mapping = 'dict',
): string {
  const byName = parameters instanceof Map ? (parameters as ReadonlyMap<string, unknown>) : undefined;
  const byPlace = byName ? undefined : (parameters as readonly unknown[]);
  let used = 0;
  const text = sql.replace(
    PLACE,
    (all, name: string | undefined, closed: string, kind: string, sign: string | undefined, at: number) => {
      if (all === '%%') return '%';
      if (name !== undefined) return named(name, closed, kind, at, byName, adapting);
      if (sign === undefined) throw new Raise('builtins.ValueError', ['incomplete format']);
      if (!byPlace) throw new Raise('builtins.TypeError', [`${mapping} is not a sequence`]);
      if (sign !== 's') throw unsupportedFormat(sign, at + 1);
      if (used >= byPlace.length) throw new Raise('builtins.IndexError', ['tuple index out of range']);
      used += 1;
      return adapted(byPlace[used - 1], adapting);
    },
  );
  if (byPlace && used < byPlace.length) {
    throw new Raise('builtins.TypeError', ['not all arguments converted during string formatting']);
  }
  return text;
}

function named(
  name: string,
  closed: string,
  kind: string,
  at: number,
  values: ReadonlyMap<string, unknown> | undefined,
  adapting: AdaptHost,
): string {
  if (closed === '')
    throw new Raise('psycopg2.ProgrammingError', ["incomplete placeholder: '%(' without ')'"]);
  if (!values) throw new Raise('builtins.TypeError', ['tuple indices must be integers or slices, not str']);
  if (kind !== 's') throw unsupportedFormat(kind, at + name.length + 3);
  if (!values.has(name)) throw new Raise('builtins.KeyError', [name]);
  return adapted(values.get(name), adapting);
}

const unsupportedFormat = (sign: string, at: number): Raise =>
  new Raise('builtins.ValueError', [
    `unsupported format character '${sign}' (0x${sign.charCodeAt(0).toString(16)}) at index ${at}`,
  ]);
