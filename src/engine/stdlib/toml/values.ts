/** The values of TOML: texts, numbers, dates; arrays and inline tables ask back for theirs. */
import { shownCharacter, type TomlReader } from './reader.ts';

/** A number with a fraction or an exponent, `inf` or `nan`: as it was written, since who reads it decides what it becomes. */
export class TomlFloat {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A date, a time or both, in ISO's form with six digits of a fraction where there is one. */
export class TomlDate {
  readonly kind: 'date' | 'time' | 'datetime';
  readonly text: string;
  constructor(kind: TomlDate['kind'], text: string) {
    this.kind = kind;
    this.text = text;
  }
}

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?';
const DATE = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const MOMENT = new RegExp(`(${DATE})(?:[Tt ](${TIME})([Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)?)?`, 'y');
const LOCAL_TIME = new RegExp(TIME, 'y');
const NUMBER =
  /0(?:x[\dA-Fa-f](?:_?[\dA-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)|[+-]?(?:0|[1-9](?:_?\d)*)((?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?)/y;
const SPECIAL = /[+-]?(?:inf|nan)/y;

/** A value that holds no others; undefined where none stands here. @throws TOMLDecodeError */
export function readScalar(reader: TomlReader): unknown {
  if (reader.here === '"') return reader.starts('"""') ? readLines(reader, '"') : readBasic(reader, false);
  if (reader.here === "'") return reader.starts("'''") ? readLines(reader, "'") : readLiteral(reader);
  if (reader.took('true')) return true;
  if (reader.took('false')) return false;
  return readMoment(reader) ?? readNumber(reader);
}

function readMoment(reader: TomlReader): TomlDate | undefined {
  const { at } = reader;
  const moment = reader.match(MOMENT);
  if (!moment) {
    const time = reader.match(LOCAL_TIME);
    return time ? new TomlDate('time', withMicroseconds(time[0])) : undefined;
  }
  const [, date, time, zone = ''] = moment as unknown as [string, string, string?, string?];
  if (!isDay(date)) {
    reader.at = at;
    throw reader.error('Invalid date or datetime');
  }
  if (time === undefined) return new TomlDate('date', date);
  return new TomlDate('datetime', `${date}T${withMicroseconds(time)}${/z/i.test(zone) ? '+00:00' : zone}`);
}

const withMicroseconds = (time: string): string =>
  time.replace(/\.\d+/, (fraction) => fraction.slice(0, 7).padEnd(7, '0'));

/** Whether the month has such a day. */
function isDay(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year > 0 && day <= days;
}

function readNumber(reader: TomlReader): number | bigint | TomlFloat | undefined {
  const found = reader.match(NUMBER);
  if (!found) {
    const special = reader.match(SPECIAL);
    return special ? new TomlFloat(special[0]) : undefined;
  }
  const [text, fraction] = found;
  if (fraction) return new TomlFloat(text);
  const digits = text.replaceAll('_', '').replace(/^\+/, '');
  const whole = digits.startsWith('-') ? -BigInt(digits.slice(1)) : BigInt(digits);
  return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
}

/** `'…'` @throws TOMLDecodeError */
export function readLiteral(reader: TomlReader): string {
  const start = reader.at + 1;
  return untilMark(reader, start, "'", false);
}

/** The text from a place up to a mark; moves behind it. */
function untilMark(reader: TomlReader, start: number, mark: string, newlines: boolean): string {
  const end = reader.text.indexOf(mark, start);
  if (end < 0) {
    reader.at = reader.text.length;
    throw reader.error(`Expected ${mark === "'" ? `"'"` : `"${mark}"`}`);
  }
  reader.refuseControls(start, end, newlines);
  reader.at = end + mark.length;
  return reader.text.slice(start, end);
}

/** Text between three quotes: up to two more may stand before the end. */
function readLines(reader: TomlReader, quote: string): string {
  reader.at += reader.text.startsWith('\n', reader.at + 3) ? 4 : 3;
  let text: string;
  if (quote === "'") text = untilMark(reader, reader.at, "'''", true);
  else {
    reader.at -= 1;
    text = readBasic(reader, true);
  }
  for (let more = 0; more < 2 && reader.took(quote); more++) text += quote;
  return text;
}

/** `"…"` with its escapes. @param lines whether it is between three quotes. @throws TOMLDecodeError */
export function readBasic(reader: TomlReader, lines: boolean): string {
  const end = lines ? '"""' : '"';
  let text = '';
  reader.at += 1;
  while (!reader.atEnd) {
    if (reader.took(end)) return text;
    const { here } = reader;
    if (here === '\\') text += readEscape(reader, lines);
    else if (/[\0-\x08\x0a-\x1f\x7f]/.test(here) && !(lines && here === '\n'))
      throw reader.error(`Illegal character ${shownCharacter(here)}`);
    else {
      text += here;
      reader.at += 1;
    }
  }
  throw reader.error('Unterminated string');
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\',
};

function readEscape(reader: TomlReader, lines: boolean): string {
  const sign = reader.text.charAt(reader.at + 1);
  reader.at = Math.min(reader.at + 2, reader.text.length);
  if (lines && (sign === ' ' || sign === '\t' || sign === '\n')) {
    if (sign !== '\n') {
      reader.skipBlanks();
      if (reader.atEnd) return '';
      if (reader.here !== '\n') throw reader.error("Unescaped '\\' in a string");
    }
    reader.match(/[ \t\n]*/y);
    return '';
  }
  if (sign === 'u' || sign === 'U') return readHex(reader, sign === 'u' ? 4 : 8);
  const known = ESCAPES[sign];
  if (known === undefined) throw reader.error("Unescaped '\\' in a string");
  return known;
}

function readHex(reader: TomlReader, length: number): string {
  const digits = reader.text.slice(reader.at, reader.at + length);
  if (digits.length < length || !/^[\dA-Fa-f]+$/.test(digits)) throw reader.error('Invalid hex value');
  reader.at += length;
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    throw reader.error('Escaped character is not a Unicode scalar value');
  return String.fromCodePoint(code);
}
