/** str. */
import { classOf, typeName } from '../../python/values/class-of.ts';
import { strClass } from '../../python/values/classes.ts';
import { list, NotImplemented, PyTuple, tuple } from '../../python/values/containers.ts';
import { PyDict } from '../../python/values/dict.ts';
import { isException, keyError, raise, typeError, valueError } from '../../python/values/exceptions.ts';
import { formatCore } from '../../python/values/format.ts';
import { hashValue } from '../../python/values/hash.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { characters, getItem, hasSurrogates, iterate } from '../../python/values/iterate.ts';
import { fillNativeClass, NativeIterator, type NativeMethod } from '../../python/values/native.ts';
import { isInt, toIndex } from '../../python/values/numbers.ts';
import { percentFormat } from '../../python/values/percent.ts';
import { repr, str } from '../../python/values/text.ts';
import { truth } from '../../python/values/truth.ts';
import { PyBoxed, type PyClass, plain, type Value } from '../../python/values/value.ts';
import { decode, encode } from './codecs.ts';
import { makeNew } from './make.ts';
import { richMethods } from './numbers.ts';
import { isSlice, position, searchBounds, sliced, times } from './sequence.ts';
import { formatString } from './str-format.ts';

const text = (self: Value): string => plain(self) as string;

/** A str argument. @throws TypeError of Python */
function strArgument(value: Value, message: (type: string) => string): string {
  const bare = plain(value);
  if (typeof bare === 'string') return bare;
  throw typeError(message(typeName(value)));
}

function newStr(
  _call: Interpreter,
  cls: PyClass,
  object: Value | undefined,
  encoding: Value | undefined,
  errors: Value | undefined,
): Value {
  const value =
    object === undefined
      ? ''
      : encoding === undefined && errors === undefined
        ? str(object)
        : decoded(object, encoding, errors);
  return cls === strClass ? value : new PyBoxed(cls, value);
}

function decoded(object: Value, encoding: Value | undefined, errors: Value | undefined): string {
  const bare = plain(object);
  for (const [name, value] of [
    ['encoding', encoding],
    ['errors', errors],
  ] as const) {
    if (value !== undefined)
      strArgument(value, (type) => `str() argument '${name}' must be str, not ${type}`);
  }
  if (bare instanceof Uint8Array) return decode(bare, str(encoding ?? 'utf-8'), str(errors ?? 'strict'));
  throw typeError(
    typeof bare === 'string'
      ? 'decoding str is not supported'
      : `decoding to str: need a bytes-like object, ${typeName(object)} found`,
  );
}

function strip(kind: 'both' | 'left' | 'right'): NativeMethod {
  return [
    'chars=None, /',
    (_call, self: Value, chars: Value) => {
      const source = text(self);
      const isStripped = stripTest(chars, kind);
      let start = 0;
      let end = source.length;
      if (kind !== 'right') while (start < end && isStripped(source[start]!)) start++;
      if (kind !== 'left') while (end > start && isStripped(source[end - 1]!)) end--;
      return source.slice(start, end);
    },
  ];
}

function stripTest(chars: Value, kind: string): (character: string) => boolean {
  if (chars === null) return (character) => SPACE.test(character);
  const name = kind === 'both' ? 'strip' : kind === 'left' ? 'lstrip' : 'rstrip';
  const set = strArgument(chars, () => `${name} arg must be None or str`);
  return (character) => set.includes(character);
}

const SPACE = /[\s\x1c-\x1f\x85]/;

/** The first argument of a method that counts it by itself. @throws TypeError of Python */
function oneAtLeast(value: Value | undefined, name: string): Value {
  if (value === undefined) throw typeError(`${name}() takes at least 1 argument (0 given)`);
  return value;
}

/** Where a text stands in another one, in characters; -1 where it does not. */
function searched(
  source: string,
  sub: string,
  start: Value | undefined,
  end: Value | undefined,
  last: boolean,
): number {
  const wide = hasSurrogates(source);
  const all = wide ? [...source] : undefined;
  const [first, stop] = searchBounds(start, end, all?.length ?? source.length);
  const unit = (at: number) => (all ? all.slice(0, at).join('').length : at);
  const [from, to] = [unit(first), unit(stop)];
  const within = source.slice(0, to);
  const at = last ? within.lastIndexOf(sub) : within.indexOf(sub, from);
  if (at < from || first > (all?.length ?? source.length)) return -1;
  return wide ? [...source.slice(0, at)].length : at;
}

function find(kind: 'find' | 'rfind' | 'index' | 'rindex'): NativeMethod {
  const last = kind.startsWith('r');
  return [
    'sub=..., start=..., end=..., /',
    (_call, self: Value, wanted?: Value, start?: Value, end?: Value) => {
      const source = text(self);
      const sub = strArgument(oneAtLeast(wanted, kind), (type) => `must be str, not ${type}`);
      const found = searched(source, sub, start, end, last);
      if (found < 0 && kind.endsWith('index')) throw valueError('substring not found');
      return found;
    },
  ];
}

/** `startswith` and `endswith`. */
function affix(kind: 'startswith' | 'endswith'): NativeMethod {
  return [
    'prefix=..., start=..., end=..., /',
    (_call, self: Value, given?: Value, start?: Value, end?: Value) => {
      const source = text(self);
      const wanted = oneAtLeast(given, kind);
      const [from, to] = searchBounds(start, end, source.length);
      const part = from > source.length ? undefined : source.slice(from, to);
      const test = (each: Value) => {
        const affixText = strArgument(each, (type) =>
          wanted instanceof PyTuple
            ? `tuple for ${kind} must only contain str, not ${type}`
            : `${kind} first arg must be str or a tuple of str, not ${type}`,
        );
        return (
          part !== undefined &&
          (kind === 'startswith' ? part.startsWith(affixText) : part.endsWith(affixText))
        );
      };
      return wanted instanceof PyTuple ? wanted.items.some(test) : test(wanted);
    },
  ];
}

function splitText(source: string, separator: Value, limit: number, fromRight: boolean): string[] {
  if (separator === null) return splitBlank(source, limit, fromRight);
  const mark = strArgument(separator, (type) => `must be str or None, not ${type}`);
  if (mark === '') throw valueError('empty separator');
  const parts = source.split(mark);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  if (fromRight)
    return [parts.slice(0, parts.length - limit).join(mark), ...parts.slice(parts.length - limit)];
  return [...parts.slice(0, limit), parts.slice(limit).join(mark)];
}

function splitBlank(source: string, limit: number, fromRight: boolean): string[] {
  const words = source.split(/[\s\x1c-\x1f\x85]+/).filter((word) => word !== '');
  if (limit < 0 || words.length <= limit + 1) return words;
  if (fromRight) {
    const tail = words.slice(words.length - limit);
    const pattern = new RegExp(
      `^\\s*(.*?)\\s+${tail.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')}\\s*$`,
      's',
    );
    return limit === 0 ? [source.trimEnd()] : [pattern.exec(source)?.[1] ?? '', ...tail];
  }
  let rest = source.trimStart();
  for (let index = 0; index < limit; index++) rest = rest.slice(words[index]!.length).trimStart();
  return [...words.slice(0, limit), rest.replace(/\s+$/, limit === 0 ? '' : '$&')];
}

const LINES = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;

function splitLines(source: string, keep: boolean): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const match of source.matchAll(LINES)) {
    const end = match.index + match[0].length;
    lines.push(source.slice(start, keep ? end : match.index));
    start = end;
  }
  if (start < source.length) lines.push(source.slice(start));
  return lines;
}

function join(_call: Interpreter, self: Value, items: Value): string {
  const parts: string[] = [];
  for (const item of joinItems(items)) {
    const part = plain(item);
    if (typeof part !== 'string')
      throw typeError(`sequence item ${parts.length}: expected str instance, ${typeName(item)} found`);
    parts.push(part);
  }
  return parts.join(text(self));
}

/** What `join` goes through. @throws TypeError of Python */
export function joinItems(items: Value): Iterable<Value> {
  if (
    classOf(items).lookup('__iter__') === undefined &&
    typeof items !== 'string' &&
    classOf(items).lookup('__getitem__') === undefined
  ) {
    throw typeError('can only join an iterable');
  }
  return iterate(items);
}

function replace(_call: Interpreter, self: Value, old: Value, by: Value, count: Value): string {
  const wanted = strArgument(old, (type) => `replace() argument 1 must be str, not ${type}`);
  const other = strArgument(by, (type) => `replace() argument 2 must be str, not ${type}`);
  const limit = Number(toIndex(count));
  if (limit < 0) return text(self).replaceAll(wanted, () => other);
  let left = limit;
  return text(self).replaceAll(wanted, (found) => (left-- > 0 ? other : found));
}

function pad(kind: 'ljust' | 'rjust' | 'center'): NativeMethod {
  return [
    "width, fillchar=' ', /",
    (_call, self: Value, width: Value, fill: Value) => {
      const mark = strArgument(fill, (type) => `The fill character must be a unicode character, not ${type}`);
      if ([...mark].length !== 1) throw typeError('The fill character must be exactly one character long');
      const source = text(self);
      const missing = Math.max(0, Number(toIndex(width)) - characters(source).length);
      if (kind === 'ljust') return source + mark.repeat(missing);
      if (kind === 'rjust') return mark.repeat(missing) + source;
      const left = Math.floor(missing / 2) + (missing & Number(toIndex(width)) & 1);
      return mark.repeat(left) + source + mark.repeat(missing - left);
    },
  ];
}

function partition(fromRight: boolean): NativeMethod {
  return [
    'sep, /',
    (_call, self: Value, separator: Value) => {
      const mark = strArgument(separator, (type) => `must be str, not ${type}`);
      if (mark === '') throw valueError('empty separator');
      const source = text(self);
      const at = fromRight ? source.lastIndexOf(mark) : source.indexOf(mark);
      if (at < 0) return tuple(fromRight ? ['', '', source] : [source, '', '']);
      return tuple([source.slice(0, at), mark, source.slice(at + mark.length)]);
    },
  ];
}

/** A test that holds for a string where it is not empty and every character passes. */
const every = (pattern: RegExp): NativeMethod => ['', (_call, self: Value) => pattern.test(text(self))];

/** Letters whose first letter in a title is neither their capital nor themselves. */
const TITLE: Readonly<Record<string, string>> = {
  ǆ: 'ǅ',
  Ǆ: 'ǅ',
  ǉ: 'ǈ',
  Ǉ: 'ǈ',
  ǌ: 'ǋ',
  Ǌ: 'ǋ',
  ǳ: 'ǲ',
  Ǳ: 'ǲ',
  ß: 'Ss',
};
const titleCase = (letter: string) => TITLE[letter] ?? letter.toUpperCase();

const titled = (source: string) =>
  source.replace(/\p{L}+/gu, (word) => {
    const [first = ''] = word;
    return titleCase(first) + word.slice(first.length).toLowerCase();
  });

function translate(_call: Interpreter, self: Value, table: Value): string {
  return [...text(self)].map((character) => translated(character, table)).join('');
}

function translated(character: string, table: Value): string {
  let found: Value;
  try {
    found = plain(getItem(table, character.codePointAt(0)!));
  } catch (error) {
    if (isException(error, 'LookupError')) return character;
    throw error;
  }
  if (found === null) return '';
  if (typeof found === 'string') return found;
  if (!isInt(found)) throw typeError('character mapping must return integer, None or str');
  const code = Number(found);
  if (code < 0 || code > 0x10ffff) throw valueError('character mapping must be in range(0x110000)');
  return String.fromCodePoint(code);
}

function makeTranslation(_call: Interpreter, x: Value, y: Value | undefined, z: Value | undefined): Value {
  const table = new PyDict();
  const code = (character: string) => character.codePointAt(0)!;
  if (y === undefined) {
    if (!(x instanceof PyDict))
      throw typeError('if you give only one argument to maketrans it must be a dict');
    for (const [key, value] of x.entries()) table.set(translationKey(key), value);
    return table;
  }
  const part = (value: Value, place: number) =>
    strArgument(value, (type) => `maketrans() argument ${place} must be str, not ${type}`);
  const to = [...part(y, 2)];
  const removed = z === undefined ? [] : [...part(z, 3)];
  const from = [
    ...strArgument(x, () => 'first maketrans argument must be a string if there is a second argument'),
  ];
  if (from.length !== to.length) throw valueError('the first two maketrans arguments must have equal length');
  for (const [index, character] of from.entries()) table.set(code(character), code(to[index]!));
  for (const character of removed) table.set(code(character), null);
  return table;
}

function translationKey(key: Value): Value {
  const bare = plain(key);
  if (isInt(bare)) return bare;
  if (typeof bare !== 'string') throw typeError('keys in translate table must be strings or integers');
  if ([...bare].length !== 1) throw valueError('string keys in translate table must be of length 1');
  return bare.codePointAt(0)!;
}

/** `text * count` @throws MemoryError of Python */
export function repeatText(source: string, count: number): string {
  if (source.length * count > 100_000_000) throw raise('MemoryError');
  return source.repeat(count);
}

const simple = (code: (source: string) => Value): NativeMethod => [
  '',
  (_call, self: Value) => code(text(self)),
];

const CASES: Record<string, NativeMethod> = {
  capitalize: simple((source) => {
    const [first = ''] = source;
    return titleCase(first) + source.slice(first.length).toLowerCase();
  }),
  casefold: simple((source) => source.toLowerCase().replaceAll('ß', 'ss')),
  lower: simple((source) => source.toLowerCase()),
  swapcase: simple((source) =>
    source.replace(/\p{L}/gu, (letter) =>
      letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
    ),
  ),
  title: simple(titled),
  upper: simple((source) => source.toUpperCase()),
  isalnum: every(/^[\p{L}\p{N}]+$/u),
  isalpha: every(/^\p{L}+$/u),
  isascii: every(/^[\x00-\x7f]*$/),
  isdecimal: every(/^\p{Nd}+$/u),
  isdigit: every(/^[\p{Nd}²³¹⁰⁴-⁹₀-₉]+$/u),
  isidentifier: every(/^[\p{L}_\p{Nl}][\p{L}\p{N}_\p{Mn}\p{Mc}\p{Pc}]*$/u),
  isnumeric: every(/^\p{N}+$/u),
  isprintable: every(/^[^\p{C}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*$/u),
  isspace: every(/^[\s\x1c-\x1f\x85]+$/),
  islower: simple(
    (source) => /\p{L}/u.test(source) && source === source.toLowerCase() && source !== source.toUpperCase(),
  ),
  isupper: simple(
    (source) => /\p{L}/u.test(source) && source === source.toUpperCase() && source !== source.toLowerCase(),
  ),
  istitle: simple((source) => /\p{L}/u.test(source) && source === titled(source)),
};

const OPERATORS: Record<string, NativeMethod> = {
  ...richMethods(),
  __len__: simple((source) => (hasSurrogates(source) ? [...source].length : source.length)),
  __iter__: simple((source) => new NativeIterator(characters(source))),
  __hash__: simple((source) => hashValue(source)),
  __str__: simple((source) => source),
  __repr__: simple((source) => repr(source)),
  __getnewargs__: simple((source) => tuple([source])),
  __format__: ['format_spec: str, /', (_call, self: Value, spec: string) => formatCore(text(self), spec)],
  __contains__: [
    'key, /',
    (_call, self: Value, item: Value) =>
      text(self).includes(
        strArgument(item, (type) => `'in <string>' requires string as left operand, not ${type}`),
      ),
  ],
  __getitem__: [
    'key, /',
    (_call, self: Value, key: Value) => {
      const all = characters(text(self));
      if (isSlice(key)) return sliced(all as string[], key).join('');
      return all[position(key, all.length, 'string')]!;
    },
  ],
  __add__: [
    'value, /',
    (_call, self: Value, other: Value) =>
      typeof plain(other) === 'string' ? text(self) + text(other) : NotImplemented,
  ],
  __mul__: [
    'value, /',
    (_call, self: Value, count: Value) =>
      isInt(plain(count)) ? repeatText(text(self), times(count)) : NotImplemented,
  ],
  __rmul__: [
    'value, /',
    (_call, self: Value, count: Value) =>
      isInt(plain(count)) ? repeatText(text(self), times(count)) : NotImplemented,
  ],
  __mod__: ['value, /', (_call, self: Value, values: Value) => percentFormat(text(self), values)],
};

const METHODS: Record<string, NativeMethod> = {
  center: pad('center'),
  ljust: pad('ljust'),
  rjust: pad('rjust'),
  count: [
    'sub=..., start=..., end=..., /',
    (_call, self: Value, sub?: Value, start?: Value, end?: Value) => {
      const source = text(self);
      const [from, to] = searchBounds(start, end, source.length);
      const wanted = strArgument(oneAtLeast(sub, 'count'), (type) => `must be str, not ${type}`);
      return wanted === '' ? Math.max(0, to - from + 1) : source.slice(from, to).split(wanted).length - 1;
    },
  ],
  encode: [
    "encoding: str='utf-8', errors: str='strict'",
    (_call, self: Value, encoding: string, errors: string) => encode(text(self), encoding, errors),
  ],
  endswith: affix('endswith'),
  startswith: affix('startswith'),
  expandtabs: ['tabsize: int=8', (_call, self: Value, size: number) => expandTabs(text(self), size)],
  find: find('find'),
  rfind: find('rfind'),
  index: find('index'),
  rindex: find('rindex'),
  format: [
    '*args, **kwargs',
    (_call, self: Value, args: Value[], keywords: Map<string, Value>) =>
      formatString(text(self), {
        args,
        named: (name) => {
          const value = keywords.get(name);
          if (value === undefined) throw keyError(name);
          return value;
        },
      }),
  ],
  format_map: [
    'mapping, /',
    (_call, self: Value, mapping: Value) =>
      formatString(text(self), { args: [], named: (name) => getItem(mapping, name) }),
  ],
  join: ['iterable, /', join],
  strip: strip('both'),
  lstrip: strip('left'),
  rstrip: strip('right'),
  partition: partition(false),
  rpartition: partition(true),
  removeprefix: [
    'prefix: str, /',
    (_call, self: Value, prefix: string) =>
      text(self).startsWith(prefix) ? text(self).slice(prefix.length) : text(self),
  ],
  removesuffix: [
    'suffix: str, /',
    (_call, self: Value, suffix: string) =>
      suffix !== '' && text(self).endsWith(suffix) ? text(self).slice(0, -suffix.length) : text(self),
  ],
  replace: ['old, new, count=-1, /', replace],
  split: [
    'sep=None, maxsplit=-1',
    (_call, self: Value, sep: Value, limit: Value) =>
      list(splitText(text(self), sep, Number(toIndex(limit)), false)),
  ],
  rsplit: [
    'sep=None, maxsplit=-1',
    (_call, self: Value, sep: Value, limit: Value) =>
      list(splitText(text(self), sep, Number(toIndex(limit)), true)),
  ],
  splitlines: [
    'keepends=False',
    (_call, self: Value, keep: Value) => list(splitLines(text(self), truth(keep))),
  ],
  translate: ['table, /', translate],
  zfill: [
    'width, /',
    (_call, self: Value, width: Value) => {
      const [, sign, digits] = /^([-+]?)(.*)$/s.exec(text(self)) as unknown as [string, string, string];
      return sign + digits.padStart(Number(toIndex(width)) - sign.length, '0');
    },
  ],
};

function expandTabs(source: string, size: number): string {
  let column = 0;
  return source.replace(/[^\t]|\t/g, (character) => {
    if (character === '\n' || character === '\r') column = 0;
    else if (character !== '\t') column++;
    else {
      const blanks = size > 0 ? size - (column % size) : 0;
      column += blanks;
      return ' '.repeat(blanks);
    }
    return character;
  });
}

fillNativeClass(strClass, {
  style: 'builtin',
  attributes: { __new__: makeNew('str', 'object=..., encoding=..., errors=...', newStr) },
  methods: { ...OPERATORS, ...CASES, ...METHODS },
  statics: { maketrans: ['x, y=..., z=..., /', makeTranslation] },
});
