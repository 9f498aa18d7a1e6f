/** Ranges between the driver and the learner's world. Answers to: psycopg2's _range.py, dialects/postgresql/psycopg2.py (_Psycopg2Range). */
import type { PythonWorld } from '../../machine.ts';
import { parseDate, parseDateTime } from '../../stdlib/datetime.ts';
import { Decimal } from '../../stdlib/decimal.ts';
import type { SqlType } from '../types/type.ts';
import type { DriverRange } from './driver/adapt.ts';
import { isoTime } from './iso-time.ts';

const CLASSES: Readonly<Record<string, string>> = {
  int: 'NumericRange',
  num: 'NumericRange',
  date: 'DateRange',
  ts: 'DateTimeRange',
  tstz: 'DateTimeTZRange',
};

/** How PostgreSQL calls what psycopg2's classes hold; numbers need no name. */
const NAMES: Readonly<Record<string, string>> = {
  DateRange: 'daterange',
  DateTimeRange: 'tsrange',
  DateTimeTZRange: 'tstzrange',
};

const VALUES = "__import__('sqlalchemy.dialects.postgresql.range_values', fromlist=['x'])";

/** psycopg2's class for a range type. */
function classFor(type: SqlType): string {
  const kind = type.definition.name.replace(/RANGE$/, '').toLowerCase();
  return CLASSES[kind.replace(/\d$/, '')] ?? 'NumericRange';
}

/** SQLAlchemy's `Range` as psycopg2's; anything else as it is. */
export const rangeForDriver = (value: unknown, type: SqlType, python: PythonWorld): unknown =>
  python.evaluate(
    `${VALUES}.for_driver(value, kind)`,
    new Map<string, unknown>([
      ['value', value],
      ['kind', classFor(type)],
    ]),
  );

/** psycopg2's range as SQLAlchemy's `Range`; anything else as it is. */
export const rangeOfDriver = (value: unknown, python: PythonWorld): unknown =>
  value === null ? null : python.evaluate(`${VALUES}.of_driver(value)`, new Map([['value', value]]));

/** A cell such as `[1,5)` as psycopg2's range. */
export function driverRange(kind: string, text: string, python: PythonWorld): unknown {
  const make = `__import__('psycopg2.extras', fromlist=['x']).${CLASSES[kind]}`;
  const match = /^([[(])(?:"([^"]*)"|([^,]*)),(?:"([^"]*)"|([^\])]*))([\])])$/.exec(text);
  if (!match) return python.evaluate(`${make}(empty=True)`, new Map());
  const [, open, quotedLower, lower, quotedUpper, upper, close] = match;
  const edge = (quoted: string | undefined, plain: string | undefined): unknown => {
    const word = quoted ?? plain ?? '';
    return word === '' ? null : edgeValue(kind, word);
  };
  return python.evaluate(
    `${make}(lower, upper, bounds)`,
    new Map<string, unknown>([
      ['lower', edge(quotedLower, lower)],
      ['upper', edge(quotedUpper, upper)],
      ['bounds', `${open}${close}`],
    ]),
  );
}

function edgeValue(kind: string, text: string): unknown {
  if (kind === 'num') return Decimal.parse(text);
  if (kind === 'date') return parseDate(text);
  if (kind !== 'int') return parseDateTime(isoTime(text));
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}

/** What a range of psycopg2 holds; undefined for any other value. */
export function rangeParts(value: unknown, python: PythonWorld): DriverRange | undefined {
  const kind = python.typeName(value);
  if (!Object.values(CLASSES).includes(kind) || !python.isInstance(value, `psycopg2.extras.${kind}`))
    return undefined;
  const part = (name: string) => python.getAttribute(value, name);
  return {
    name: NAMES[kind],
    lower: part('_lower'),
    upper: part('_upper'),
    bounds: part('_bounds') as string | null,
  };
}
