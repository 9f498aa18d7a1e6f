/** Dates, times and decimals against what CPython 3.11 answered (recorded/values.json, random inputs). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Raise } from '../../../src/engine/machine.ts';
import { DateTime, parseDateTime, strptime, TimeDelta } from '../../../src/engine/stdlib/datetime.ts';
import {
  add,
  divide,
  floorDivide,
  modulo,
  multiply,
  normalize,
  quantize,
  subtract,
} from '../../../src/engine/stdlib/decimal/arithmetic.ts';
import { makeContext } from '../../../src/engine/stdlib/decimal/context.ts';
import { Decimal } from '../../../src/engine/stdlib/decimal.ts';
import { UUID } from '../../../src/engine/stdlib/uuid.ts';

type Row = readonly [kind: string, ...rest: unknown[]];
const ROWS = JSON.parse(readFileSync(new URL('recorded/values.json', import.meta.url), 'utf8')) as Row[];
const rows = (kind: string) => ROWS.filter((row) => row[0] === kind).map((row) => row.slice(1));

/** The text of a value, or of the error. */
function outcome(compute: () => unknown, typed = true): string {
  try {
    return String(compute());
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    return (typed ? error.type.split('.').pop() : '') + String(error.args[0]);
  }
}

const moment = (parts: unknown) => new DateTime(...(parts as [number, number, number]));

describe('datetime', () => {
  it.each(rows('dt'))('writes %j by %j', (parts, format, expected) => {
    const value = moment(parts);
    expect([
      value.toString(),
      value.repr(),
      value.isoformat(),
      value.strftime(format as string),
      value.weekday(),
      value.toOrdinal(),
      value.isoCalendar(),
      value.ctime(),
    ]).toEqual(expected);
  });

  it.each(rows('add'))('adds to %j the length %j', (parts, lengths, expected) => {
    const [days, seconds, microseconds] = lengths as [number, number, number];
    const delta = TimeDelta.of({ days, seconds, microseconds });
    expect([
      moment(parts).plus(delta).toString(),
      delta.toString(),
      delta.repr(),
      delta.totalSeconds(),
      delta.multiply(3).toString(),
      delta.negate().toString(),
      delta.divide(7).toString(),
      delta.multiply(0.37).toString(),
    ]).toEqual(expected);
  });

  it.each(rows('strp'))('reads %j by %j', (text, format, expected) => {
    expect(outcome(() => strptime(text as string, format as string).repr(), false)).toBe(expected);
  });

  it.each(rows('iso'))('reads %j', (text, expected) => {
    expect(outcome(() => parseDateTime(text as string).repr(), false)).toBe(expected);
  });
});

describe('decimal', () => {
  it.each(rows('dec'))('computes with %j and %j', (left, right, expected) => {
    const a = Decimal.parse(left as string);
    const b = Decimal.parse(right as string);
    const context = makeContext();
    expect([
      outcome(() => add(a, b, context)),
      outcome(() => subtract(a, b, context)),
      outcome(() => multiply(a, b, context)),
      outcome(() => divide(a, b, context)),
      outcome(() => floorDivide(a, b, context)),
      outcome(() => modulo(a, b, context)),
      outcome(() => quantize(a, Decimal.parse('0.01'), context)),
      outcome(() => quantize(a, Decimal.parse('1'), context, 'ROUND_HALF_UP')),
      outcome(() => normalize(a, context)),
      a.repr(),
    ]).toEqual(expected);
  });

  it.each(rows('flt'))('holds %j exactly', (value, expected) => {
    expect(Decimal.fromFloat(value as number).toString()).toBe(expected);
  });
});

describe('uuid', () => {
  it('reads the usual forms', () => {
    const text = '12345678-1234-5678-1234-567812345678';
    for (const form of [text, `{${text}}`, `urn:uuid:${text}`, text.replaceAll('-', '')]) {
      expect(new UUID(form).toString()).toBe(text);
    }
    expect(new UUID(text).repr()).toBe(`UUID('${text}')`);
    expect(outcome(() => new UUID('x'))).toBe('ValueErrorbadly formed hexadecimal UUID string');
  });
});
