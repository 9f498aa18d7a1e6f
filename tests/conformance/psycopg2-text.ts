/** Python's `str()` of what psycopg2 makes of a cell, from PostgreSQL's text and the column's type. */
import { reprFloat } from '../../src/engine/stdlib/float.ts';
import { reprString } from '../../src/engine/stdlib/repr.ts';

const ARRAYS = new Map<number, number>([
  [1000, 16],
  [1005, 21],
  [1007, 23],
  [1016, 20],
  [1003, 19],
  [1009, 25],
  [1015, 1043],
  [1014, 1042],
  [1021, 700],
  [1022, 701],
  [1231, 1700],
  [1182, 1082],
  [1115, 1114],
  [1185, 1184],
  [1187, 1186],
  [199, 114],
  [3807, 3802],
]);

/** @param oid the column's type. */
export function psycopg2Text(text: string | null, oid: number): string | null {
  if (text === null) return null;
  if (isJson(oid)) return text === 'null' ? null : pythonText(parseJson(text), false);
  const element = ARRAYS.get(oid);
  return element === undefined ? scalar(text, oid) : pythonList(parseArray(text), element);
}

function scalar(text: string, oid: number): string {
  switch (oid) {
    case 16:
      return text === 't' ? 'True' : 'False';
    case 700:
    case 701:
      return reprFloat(text === 'NaN' ? Number.NaN : Number(text));
    case 1700:
      return decimal(text);
    case 1083:
    case 1114:
      return wholeMicroseconds(text);
    case 1184:
    case 1266:
      return wholeMicroseconds(text).replace(/([+-]\d\d)$/, '$1:00');
    case 1186:
      return timedelta(text);
    case 17:
      return '<memory at 0x0>';
    case 3904:
    case 3926:
      return range(text, 23);
    case 3906:
      return range(text, 1700);
    case 3908:
      return range(text, 1114);
    case 3910:
      return range(text, 1184);
    case 3912:
      return range(text, 1082);
    default:
      return text;
  }
}

/** `str()` of psycopg2's Range: "[1, None)". */
function range(text: string, oid: number): string {
  const bounds = /^([[(])("?)([^",]*)\2,("?)([^",]*)\4([\])])$/.exec(text);
  if (!bounds) return text;
  const [, open, , low, , high, close] = bounds;
  const bound = (one: string | undefined) => (one ? scalar(one, oid) : 'None');
  return `${open}${bound(low)}, ${bound(high)}${close}`;
}

/** Python prints six digits of a fraction, or none. */
const wholeMicroseconds = (text: string) =>
  text.replace(/\.(\d{1,6})/, (_, digits: string) => `.${digits.padEnd(6, '0')}`);

/** `str(timedelta)` of PostgreSQL's "1 year 2 mons 3 days 04:05:06"; psycopg2 counts 365 and 30 days. */
function timedelta(text: string): string {
  const part = (unit: string) => Number(new RegExp(`(-?\\d+) ${unit}s?`).exec(text)?.[1] ?? 0);
  const clock = /(-)?(\d+):(\d\d):(\d\d)(?:\.(\d+))?/.exec(text);
  const sign = clock?.[1] ? -1 : 1;
  const seconds = clock ? Number(clock[2]) * 3600 + Number(clock[3]) * 60 + Number(clock[4]) : 0;
  const micro = Number((clock?.[5] ?? '').padEnd(6, '0'));
  const total = BigInt(sign * seconds) * 1_000_000n + BigInt(sign * micro);
  const day = 86_400_000_000n;
  const carried = total < 0n ? -((-total + day - 1n) / day) : total / day;
  const days = BigInt(part('year') * 365 + part('mon') * 30 + part('day')) + carried;
  const rest = Number(total - carried * day);
  const [hours, minutes] = [Math.floor(rest / 3.6e9), Math.floor(rest / 6e7) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  const fraction = rest % 1e6 === 0 ? '' : `.${String(rest % 1e6).padStart(6, '0')}`;
  const time = `${hours}:${two(minutes)}:${two(Math.floor(rest / 1e6) % 60)}${fraction}`;
  return days === 0n ? time : `${days} day${days === 1n || days === -1n ? '' : 's'}, ${time}`;
}

type ArrayValue = string | null | readonly ArrayValue[];

function parseArray(text: string): readonly ArrayValue[] {
  let at = text.indexOf('{');
  const list = (): ArrayValue[] => {
    const items: ArrayValue[] = [];
    at += 1;
    while (text[at] !== '}') {
      if (text[at] === '{') items.push(list());
      else if (text[at] === '"') items.push(quoted());
      else {
        const word = /^[^,}]*/.exec(text.slice(at))![0];
        at += word.length;
        items.push(word === 'NULL' ? null : word);
      }
      if (text[at] === ',') at += 1;
    }
    at += 1;
    return items;
  };
  const quoted = (): string => {
    const word = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(text.slice(at))!;
    at += word[0].length;
    return word[1]!.replace(/\\([\s\S])/g, '$1');
  };
  return list();
}

function pythonList(items: readonly ArrayValue[], oid: number): string {
  const texts = items.map((item) => {
    if (item === null) return 'None';
    if (typeof item !== 'string') return pythonList(item, oid);
    return arrayItem(item, oid);
  });
  return `[${texts.join(', ')}]`;
}

/** `repr()` of an array's element. */
function arrayItem(text: string, oid: number): string {
  if (oid === 1700) return `Decimal('${decimal(text)}')`;
  if (oid === 1082) return `datetime.date(${parts(text)})`;
  if (oid === 1114) return `datetime.datetime(${parts(text)})`;
  if (isJson(oid)) return pythonText(parseJson(text), true);
  return [19, 25, 1042, 1043].includes(oid) ? reprString(text) : scalar(text, oid);
}

/** The numbers of a date and time as arguments: seconds and microseconds only where they are not 0. */
function parts(text: string): string {
  const numbers = (text.match(/\d+/g) ?? []).map((digits, i) =>
    Number(i === 6 ? digits.padEnd(6, '0') : digits),
  );
  if (numbers.length === 6 && numbers[5] === 0) numbers.pop();
  return numbers.join(', ');
}

/** `str(Decimal)`: an exponent where there are more than six zeros after the point. */
function decimal(text: string): string {
  const small = /^(-?)0\.(0{6,})([1-9]\d*)$/.exec(text);
  if (!small) return text;
  const [, sign, zeros, digits] = small as unknown as [string, string, string, string];
  const rest = digits.length > 1 ? `.${digits.slice(1)}` : '';
  return `${sign}${digits[0]}${rest}E-${zeros.length + 1}`;
}

const isJson = (oid: number) => oid === 114 || oid === 3802;

/** A number as it stood in the text: Python tells 1 from 1.0. */
class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const keepNumbers = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
  typeof value === 'number' ? new JsonNumber(context?.source ?? String(value)) : value;

const parseJson = (text: string): unknown => JSON.parse(text, keepNumbers) as unknown;

/** `str()` of a decoded JSON value, `repr()` inside lists and dicts. */
function pythonText(value: unknown, inside: boolean): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return inside ? reprString(value) : value;
  if (value instanceof JsonNumber)
    return /[.eE]/.test(value.text) ? reprFloat(Number(value.text)) : value.text;
  if (Array.isArray(value)) return `[${value.map((item) => pythonText(item, true)).join(', ')}]`;
  const entries = Object.entries(value as Record<string, unknown>);
  return `{${entries.map(([key, item]) => `${reprString(key)}: ${pythonText(item, true)}`).join(', ')}}`;
}
