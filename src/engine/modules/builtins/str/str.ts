/** str. */
import { typeName } from '../../../python/values/classes/class-of.ts';
import { strClass } from '../../../python/values/classes/classes.ts';
import { list, NotImplemented, tuple } from '../../../python/values/containers/containers.ts';
import { hashValue } from '../../../python/values/containers/hash.ts';
import { characters, getItem, hasSurrogates } from '../../../python/values/containers/iterate.ts';
import { keyError, typeError } from '../../../python/values/exceptions/exceptions.ts';
import { formatCore } from '../../../python/values/format/format.ts';
import { percentFormat } from '../../../python/values/format/percent.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { namedIterator } from '../../../python/values/native/iterator.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { isInt, toCInt, toSize } from '../../../python/values/numbers.ts';
import { repr, str } from '../../../python/values/text.ts';
import { truth } from '../../../python/values/truth.ts';
import { PyBoxed, type PyClass, plain, type Value } from '../../../python/values/value.ts';
import { decode, encode } from '../codecs.ts';
import { isSlice, position, searchBounds, sliced, times } from '../containers/sequence.ts';
import { makeNew } from '../make.ts';
import { richMethods } from '../numbers/number-methods.ts';
import { formatString } from './str-format.ts';
import {
  affix,
  find,
  oneAtLeast,
  partition,
  splitLines,
  splitText,
  strArgument,
  strip,
  text,
} from './str-search.ts';
import {
  expandTabs,
  join,
  makeTranslation,
  pad,
  repeatText,
  replace,
  titleCase,
  titled,
  translate,
} from './str-shape.ts';

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

/** A test that holds for a string where it is not empty and every character passes. */
const every = (pattern: RegExp): NativeMethod => ['', (_call, self: Value) => pattern.test(text(self))];

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
  __iter__: simple((source) =>
    namedIterator(/^[\x00-\x7f]*$/.test(source) ? 'str_ascii_iterator' : 'str_iterator', characters(source)),
  ),
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
  expandtabs: ['tabsize=8', (_call, self: Value, size: Value) => expandTabs(text(self), toCInt(size))],
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
    (_call, self: Value, sep: Value, limit: Value) => list(splitText(text(self), sep, toSize(limit), false)),
  ],
  rsplit: [
    'sep=None, maxsplit=-1',
    (_call, self: Value, sep: Value, limit: Value) => list(splitText(text(self), sep, toSize(limit), true)),
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
      return sign + digits.padStart(toSize(width) - sign.length, '0');
    },
  ],
};

fillNativeClass(strClass, {
  style: 'builtin',
  attributes: { __new__: makeNew('str', 'object=..., encoding=..., errors=...', newStr) },
  methods: { ...OPERATORS, ...CASES, ...METHODS },
  statics: { maketrans: ['x, y=..., z=..., /', makeTranslation] },
});
