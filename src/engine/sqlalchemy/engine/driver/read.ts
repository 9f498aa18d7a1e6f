/** Cells of a result as Python values, by the type that the server names. Answers to: psycopg2's typecasters. */
import { Float } from '../../../stdlib/float.ts';

/** Makes the values that are objects of the learner's world. */
export interface ReadHost {
  list(items: readonly unknown[]): unknown;
  dict(entries: readonly (readonly [unknown, unknown])[]): unknown;
  decimal(text: string): unknown;
  date(text: string): unknown;
  time(text: string): unknown;
  timestamp(text: string): unknown;
  interval(text: string): unknown;
  uuid(text: string): unknown;
  memory(bytes: Uint8Array): unknown;
  range(kind: string, text: string): unknown;
}

type Reader = (text: string, host: ReadHost) => unknown;

const integer: Reader = (text) => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
};
const float: Reader = (text) => new Float(text === 'NaN' ? Number.NaN : Number(text));
const decimal: Reader = (text, host) => host.decimal(text);
const boolean: Reader = (text) => text === 't';
const json: Reader = (text, host) => readJson(text, host);
const bytes: Reader = (text, host) => host.memory(unescaped(text));

const SCALARS: ReadonlyMap<number, Reader> = new Map<number, Reader>([
  [16, boolean],
  [17, bytes],
  [20, integer],
  [21, integer],
  [23, integer],
  [26, integer],
  [700, float],
  [701, float],
  [1700, decimal],
  [1082, (text, host) => host.date(text)],
  [1083, (text, host) => host.time(text)],
  [1266, (text, host) => host.time(text)],
  [1114, (text, host) => host.timestamp(text)],
  [1184, (text, host) => host.timestamp(text)],
  [1186, (text, host) => host.interval(text)],
  [114, json],
  [3802, json],
  [2950, (text, host) => host.uuid(text)],
  [3904, (text, host) => host.range('int', text)],
  [3926, (text, host) => host.range('int', text)],
  [3906, (text, host) => host.range('num', text)],
  [3912, (text, host) => host.range('date', text)],
  [3908, (text, host) => host.range('ts', text)],
  [3910, (text, host) => host.range('tstz', text)],
]);

/** Array types that psycopg2 reads as lists, and the type of their items. */
const ARRAYS: ReadonlyMap<number, number> = new Map([
  [1000, 16],
  [1001, 17],
  [1016, 20],
  [1005, 21],
  [1007, 23],
  [1028, 26],
  [1021, 700],
  [1022, 701],
  [1231, 1700],
  [1182, 1082],
  [1183, 1083],
  [1270, 1266],
  [1115, 1114],
  [1185, 1184],
  [1187, 1186],
  [199, 114],
  [3807, 3802],
  [2951, 2950],
  [1002, 25],
  [1009, 25],
  [1014, 25],
  [1015, 25],
  [1003, 25],
  [1041, 25],
  [651, 25],
]);

/** The value of a cell; null for NULL. */
export function readCell(text: string | null, typeOid: number, host: ReadHost): unknown {
  if (text === null) return null;
  const scalar = SCALARS.get(typeOid);
  if (scalar) return scalar(text, host);
  const item = ARRAYS.get(typeOid);
  if (item === undefined) return text;
  return readArray(text, (part) => readCell(part, item, host), host);
}

/** `{1,"a b",NULL,{2}}` as nested lists. */
export function readArray(
  text: string,
  read: (part: string) => unknown,
  host: Pick<ReadHost, 'list'>,
): unknown {
  let at = text.indexOf('{');
  function list(): unknown {
    const items: unknown[] = [];
    at += 1;
    while (text[at] !== '}') {
      if (text[at] === '{') items.push(list());
      else items.push(element());
      if (text[at] === ',') at += 1;
    }
    at += 1;
    return host.list(items);
  }
  function element(): unknown {
    let part = '';
    if (text[at] === '"') {
      at += 1;
      while (text[at] !== '"') {
        if (text[at] === '\\') at += 1;
        part += text[at];
        at += 1;
      }
      at += 1;
      return read(part);
    }
    while (text[at] !== ',' && text[at] !== '}') {
      part += text[at];
      at += 1;
    }
    return part === 'NULL' ? null : read(part);
  }
  return list();
}

function unescaped(text: string): Uint8Array {
  if (!text.startsWith('\\x')) return new TextEncoder().encode(text);
  const out = new Uint8Array((text.length - 2) / 2);
  for (let at = 0; at < out.length; at += 1)
    out[at] = Number.parseInt(text.slice(2 + at * 2, 4 + at * 2), 16);
  return out;
}

/** JSON as Python's `json.loads` reads it: 1 and 1.0 stay apart, keys keep their order. */
function readJson(text: string, host: ReadHost): unknown {
  let at = 0;
  const blank = () => {
    while (/\s/.test(text[at] ?? 'x')) at += 1;
  };
  function value(): unknown {
    blank();
    const sign = text[at];
    if (sign === '{') return object();
    if (sign === '[') return array();
    if (sign === '"') return string();
    const word =
      /^(?:true|false|null|NaN|-?Infinity|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)/.exec(
        text.slice(at, at + 400),
      )?.[0] ?? '';
    at += word.length || 1;
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    return /^-?\d+$/.test(word) ? integer(word, host) : new Float(Number(word));
  }
  function string(): string {
    const start = at;
    at += 1;
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at += 1;
    return JSON.parse(text.slice(start, at)) as string;
  }
  function array(): unknown {
    const items: unknown[] = [];
    at += 1;
    blank();
    while (text[at] !== ']') {
      items.push(value());
      blank();
      if (text[at] === ',') at += 1;
      blank();
    }
    at += 1;
    return host.list(items);
  }
  function object(): unknown {
    const entries: (readonly [unknown, unknown])[] = [];
    at += 1;
    blank();
    while (text[at] !== '}') {
      const key = string();
      blank();
      at += 1;
      entries.push([key, value()]);
      blank();
      if (text[at] === ',') at += 1;
      blank();
    }
    at += 1;
    return host.dict(entries);
  }
  return value();
}
