/** `re`. */
import { classOf, typeName } from '../../python/values/class-of.ts';
import { intClass } from '../../python/values/classes.ts';
import { list, NotImplemented, PyTuple, tuple } from '../../python/values/containers.ts';
import { dict } from '../../python/values/dict.ts';
import {
  exceptionClass,
  indexError,
  PyException,
  raise,
  typeError,
  valueError,
} from '../../python/values/exceptions.ts';
import { genericAlias } from '../../python/values/generic.ts';
import { hashAll } from '../../python/values/hash.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import {
  lazyModule,
  NativeIterator,
  type NativeModule,
  nativeClass,
  nativeFunction,
} from '../../python/values/native.ts';
import { isInt } from '../../python/values/numbers.ts';
import { PyBoxed, type PyClass, plain, type Value } from '../../python/values/value.ts';
import { Match, Pattern } from './pattern.ts';
import { PatternError } from './translate.ts';

const errorClass: PyClass = nativeClass({
  name: 'error',
  module: 're',
  bases: [exceptionClass('Exception')],
});

function patternError(error: unknown, pattern: string): unknown {
  if (!(error instanceof PatternError)) {
    return error instanceof SyntaxError ? patternError(new PatternError(error.message, 0), pattern) : error;
  }
  const { message, position } = error;
  const before = pattern.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  const place = `${message} at position ${position}${pattern.includes('\n') ? ` (line ${line}, column ${column})` : ''}`;
  const made = new PyException(errorClass, [place]);
  made.attrs = new Map<string, Value>([
    ['msg', message],
    ['pattern', pattern],
    ['pos', position],
    ['lineno', line],
    ['colno', column],
  ]);
  return made;
}

/** Text, or bytes as Latin-1 text. */
function subjectOf(value: Value): string | undefined {
  const bare = plain(value);
  if (typeof bare === 'string') return bare;
  return bare instanceof Uint8Array
    ? Array.from(bare, (byte) => String.fromCharCode(byte)).join('')
    : undefined;
}

const isBytes = (value: Value) => plain(value) instanceof Uint8Array;

function compile(call: Interpreter, pattern: Value, flags: Value): Pattern {
  if (pattern instanceof Pattern) {
    if (flags !== 0) throw valueError('cannot process flags argument with a compiled pattern');
    return pattern;
  }
  const text = subjectOf(pattern);
  if (text === undefined) throw typeError('first argument must be string or compiled pattern');
  try {
    return Pattern.of(text, Number(call.getAttribute(flags, 'value') ?? flags), isBytes(pattern));
  } catch (error) {
    throw patternError(error, text);
  }
}

function subject(pattern: Pattern, value: Value): string {
  const text = subjectOf(value);
  if (text === undefined) throw typeError(`expected string or bytes-like object, got '${typeName(value)}'`);
  if (isBytes(value) && !pattern.bytes) throw typeError('cannot use a string pattern on a bytes-like object');
  if (!isBytes(value) && pattern.bytes) throw typeError('cannot use a bytes pattern on a string-like object');
  return text;
}

/** A piece of a subject as the learner sees it. */
function shown(pattern: Pattern, text: string | undefined): Value {
  if (text === undefined) return null;
  return pattern.bytes ? Uint8Array.from(text, (character) => character.charCodeAt(0)) : text;
}

/** Positions are counted in characters outside, in UTF-16 units inside. */
const inside = (text: string, at: number): number =>
  /[\ud800-\udbff]/.test(text) ? [...text].slice(0, at).join('').length : at;
const outside = (text: string, at: number): number =>
  at > 0 && /[\ud800-\udbff]/.test(text) ? [...text.slice(0, at)].length : at;

function range(text: string, from: Value, to: Value): readonly [number, number] {
  const end = to === null ? text.length : Math.min(inside(text, Math.max(0, Number(to))), text.length);
  return [inside(text, Math.max(0, Number(from ?? 0))), end];
}

type How = 'match' | 'fullmatch' | 'search';

function find(pattern: Pattern, how: How, string: Value, from: Value = 0, to: Value = null): Value {
  const text = subject(pattern, string);
  return pattern.find(how, text, ...range(text, from, to)) ?? null;
}

function* matches(pattern: Pattern, string: Value, from: Value = 0, to: Value = null): Iterable<Match> {
  const text = subject(pattern, string);
  yield* pattern.all(text, ...range(text, from, to));
}

/** An item of `findall`: the match, its only group, or all its groups. */
function found(match: Match): Value {
  const { pattern } = match;
  const group = (number: number) => shown(pattern, match.group(number) ?? '');
  if (pattern.groups === 0) return group(0);
  if (pattern.groups === 1) return group(1);
  return tuple(Array.from({ length: pattern.groups }, (_, index) => group(index + 1)));
}

const findall = (pattern: Pattern, string: Value, from?: Value, to?: Value): Value =>
  list([...matches(pattern, string, from, to)].map(found));

function split(pattern: Pattern, string: Value, maxsplit: Value): Value {
  const text = subject(pattern, string);
  const parts: Value[] = [];
  let at = 0;
  for (const match of pattern.all(text)) {
    if (Number(maxsplit) > 0 && parts.length >= Number(maxsplit) * (pattern.groups + 1)) break;
    const [start, end] = match.spans[0]!;
    parts.push(shown(pattern, text.slice(at, start)));
    for (let number = 1; number <= pattern.groups; number++) parts.push(shown(pattern, match.group(number)));
    at = end;
  }
  parts.push(shown(pattern, text.slice(at)));
  return list(parts);
}

function substitute(
  call: Interpreter,
  pattern: Pattern,
  replacement: Value,
  string: Value,
  count: Value,
): [Value, number] {
  const text = subject(pattern, string);
  const template = subjectOf(replacement);
  let out = '';
  let at = 0;
  let made = 0;
  for (const match of pattern.all(text)) {
    if (Number(count) > 0 && made >= Number(count)) break;
    const [start, end] = match.spans[0]!;
    const written =
      template === undefined ? subjectOf(call.call(replacement, [match])) : expand(match, template);
    if (written === undefined) throw typeError('expected str instance');
    out += text.slice(at, start) + written;
    at = end;
    made++;
  }
  return [shown(pattern, out + text.slice(at)), made];
}

const TEMPLATE = /\\(?:g<([^>]*)>|([1-9]\d?|0[0-7]{0,2})|([\s\S]))/g;
const TEMPLATE_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  f: '\f',
  v: '\v',
  a: '\x07',
  b: '\b',
  '\\': '\\',
};

/** A template of `sub` with the groups of a match. @throws error, IndexError */
function expand(match: Match, template: string): string {
  return template.replace(
    TEMPLATE,
    (all, name: string | undefined, digits: string | undefined, letter: string, at: number) => {
      if (name !== undefined) return match.group(groupNumber(match.pattern, name, template, at)) ?? '';
      if (digits !== undefined) {
        if (digits.startsWith('0')) return String.fromCharCode(Number.parseInt(digits, 8));
        if (Number(digits) > match.pattern.groups) {
          throw patternError(new PatternError(`invalid group reference ${digits}`, at + 1), template);
        }
        return match.group(Number(digits)) ?? '';
      }
      const simple = TEMPLATE_ESCAPES[letter];
      if (simple !== undefined) return simple;
      if (/[A-Za-z]/.test(letter))
        throw patternError(new PatternError(`bad escape \\${letter}`, at), template);
      return all;
    },
  );
}

function groupNumber(pattern: Pattern, name: string, template: string, at: number): number {
  if (/^\d+$/.test(name)) {
    if (Number(name) <= pattern.groups) return Number(name);
    throw patternError(new PatternError(`invalid group reference ${name}`, at + 3), template);
  }
  const number = pattern.names.get(name);
  if (number === undefined) throw raise('IndexError', `unknown group name '${name}'`);
  return number;
}

const FLAG_NAMES: readonly (readonly [number, string])[] = [
  [2, 're.IGNORECASE'],
  [4, 're.LOCALE'],
  [8, 're.MULTILINE'],
  [16, 're.DOTALL'],
  [64, 're.VERBOSE'],
  [256, 're.ASCII'],
];

function patternText(pattern: Pattern, call: Interpreter): string {
  const names = FLAG_NAMES.filter(
    ([flag]) => (pattern.flags & flag) !== 0 && !(pattern.bytes && flag === 256),
  ).map(([, name]) => name);
  return `re.compile(${[call.repr(shown(pattern, pattern.text)).slice(0, 200), ...(names.length > 0 ? [names.join('|')] : [])].join(', ')})`;
}

export const patternClass: PyClass = nativeClass({
  name: 'Pattern',
  module: 're',
  host: Pattern,
  final: true,
  noDict: true,
  style: 'builtin',
  repr: patternText,
  eq: (self: Pattern, other: Value) =>
    other instanceof Pattern ? self.text === other.text && self.flags === other.flags : NotImplemented,
  hash: (self: Pattern) => hashAll([self.text, self.flags]),
  getters: {
    pattern: (self: Pattern) => shown(self, self.text),
    flags: (self: Pattern) => self.flags,
    groups: (self: Pattern) => self.groups,
    groupindex: (self: Pattern) => dict([...self.names]),
  },
  classMethods: {
    __class_getitem__: ['item, /', (_call, cls: PyClass, item: Value) => genericAlias(cls, item)],
  },
  methods: {
    ...Object.fromEntries(
      (['match', 'fullmatch', 'search'] as const).map((how) => [
        how,
        [
          'string, pos=0, endpos=None',
          (_call: Interpreter, self: Pattern, string: Value, from: Value, to: Value) =>
            find(self, how, string, from, to),
        ],
      ]),
    ),
    findall: [
      'string, pos=0, endpos=None',
      (_call, self: Pattern, string: Value, from: Value, to: Value) => findall(self, string, from, to),
    ],
    finditer: [
      'string, pos=0, endpos=None',
      (_call, self: Pattern, string: Value, from: Value, to: Value) =>
        new NativeIterator(matches(self, string, from, to)),
    ],
    split: [
      'string, maxsplit=0',
      (_call, self: Pattern, string: Value, maxsplit: Value) => split(self, string, maxsplit),
    ],
    sub: [
      'repl, string, count=0',
      (call, self: Pattern, replacement: Value, string: Value, count: Value) =>
        substitute(call, self, replacement, string, count)[0],
    ],
    subn: [
      'repl, string, count=0',
      (call, self: Pattern, replacement: Value, string: Value, count: Value) =>
        tuple(substitute(call, self, replacement, string, count)),
    ],
  },
});

/** A group by number or name. @throws IndexError */
function indexOf(match: Match, key: Value): number {
  const number = typeof key === 'string' ? match.pattern.names.get(key) : Number(key);
  if (number === undefined || !(number >= 0 && number <= match.pattern.groups))
    throw indexError('no such group');
  return number;
}

const groupOf = (match: Match, key: Value, otherwise: Value = null): Value => {
  const text = match.group(indexOf(match, key));
  return text === undefined ? otherwise : shown(match.pattern, text);
};

const span = (match: Match, key: Value): readonly [number, number] => {
  const [start, end] = match.spans[indexOf(match, key)]!;
  return [outside(match.subject, start), outside(match.subject, end)];
};

function groups(match: Match, otherwise: Value): Value[] {
  return Array.from({ length: match.pattern.groups }, (_, index) => groupOf(match, index + 1, otherwise));
}

export const matchClass: PyClass = nativeClass({
  name: 'Match',
  module: 're',
  host: Match,
  final: true,
  noDict: true,
  style: 'builtin',
  // Its groups have numbers and names, and it is no sequence.
  attributes: { __iter__: () => null },
  repr: (self: Match, call) =>
    `<re.Match object; span=(${span(self, 0).join(', ')}), match=${call.repr(groupOf(self, 0)).slice(0, 50)}>`,
  bool: () => true,
  getItem: (self: Match, key: Value) => groupOf(self, key),
  getters: {
    string: (self: Match) => shown(self.pattern, self.subject),
    re: (self: Match) => self.pattern,
    pos: (self: Match) => outside(self.subject, self.from),
    endpos: (self: Match) => outside(self.subject, self.to),
    lastindex: (self: Match) => self.lastIndex ?? null,
    lastgroup: (self: Match) =>
      [...self.pattern.names].find(([, number]) => number === self.lastIndex)?.[0] ?? null,
    regs: (self: Match) => tuple(self.spans.map((_, number) => tuple(span(self, number)))),
  },
  classMethods: {
    __class_getitem__: ['item, /', (_call, cls: PyClass, item: Value) => genericAlias(cls, item)],
  },
  methods: {
    group: [
      '*groups',
      (_call, self: Match, keys: Value[]) => {
        if (keys.length === 0) return groupOf(self, 0);
        return keys.length === 1 ? groupOf(self, keys[0]!) : tuple(keys.map((key) => groupOf(self, key)));
      },
    ],
    groups: ['default=None', (_call, self: Match, otherwise: Value) => tuple(groups(self, otherwise))],
    groupdict: [
      'default=None',
      (_call, self: Match, otherwise: Value) =>
        dict(
          [...self.pattern.names].map(([name, number]) => [name, groupOf(self, number, otherwise)] as const),
        ),
    ],
    start: ['group=0, /', (_call, self: Match, key: Value) => span(self, key)[0]],
    end: ['group=0, /', (_call, self: Match, key: Value) => span(self, key)[1]],
    span: ['group=0, /', (_call, self: Match, key: Value) => new PyTuple(span(self, key))],
    expand: [
      'template',
      (_call, self: Match, template: Value) => shown(self.pattern, expand(self, subjectOf(template)!)),
    ],
  },
});

type Names = NativeModule['names'];

const fn = (
  name: string,
  signature: string,
  code: (call: Interpreter, ...args: never[]) => Value,
): Names => ({
  [name]: () => nativeFunction(name, signature, code, 're'),
});

const SPECIAL = /[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g;

const functions: Names = {
  ...fn('compile', 'pattern, flags=0', (call, pattern: Value, flags: Value) => compile(call, pattern, flags)),
  ...Object.assign(
    {},
    ...(['match', 'fullmatch', 'search'] as const).map((how) =>
      fn(how, 'pattern, string, flags=0', (call, pattern: Value, string: Value, flags: Value) =>
        find(compile(call, pattern, flags), how, string),
      ),
    ),
  ),
  ...fn('findall', 'pattern, string, flags=0', (call, pattern: Value, string: Value, flags: Value) =>
    findall(compile(call, pattern, flags), string),
  ),
  ...fn(
    'finditer',
    'pattern, string, flags=0',
    (call, pattern: Value, string: Value, flags: Value) =>
      new NativeIterator(matches(compile(call, pattern, flags), string)),
  ),
  ...fn(
    'split',
    'pattern, string, maxsplit=0, flags=0',
    (call, pattern: Value, string: Value, maxsplit: Value, flags: Value) =>
      split(compile(call, pattern, flags), string, maxsplit),
  ),
  ...fn(
    'sub',
    'pattern, repl, string, count=0, flags=0',
    (call, pattern: Value, replacement: Value, string: Value, count: Value, flags: Value) =>
      substitute(call, compile(call, pattern, flags), replacement, string, count)[0],
  ),
  ...fn(
    'subn',
    'pattern, repl, string, count=0, flags=0',
    (call, pattern: Value, replacement: Value, string: Value, count: Value, flags: Value) =>
      tuple(substitute(call, compile(call, pattern, flags), replacement, string, count)),
  ),
  ...fn('escape', 'pattern', (_call, pattern: Value) => {
    const text = subjectOf(pattern);
    if (text === undefined)
      throw typeError(`expected string or bytes-like object, got '${classOf(pattern).name}'`);
    const escaped = text.replace(SPECIAL, (character) => `\\${character}`);
    return isBytes(pattern) ? Uint8Array.from(escaped, (character) => character.charCodeAt(0)) : escaped;
  }),
  ...fn('purge', '', () => null),
};

const FLAGS: readonly (readonly [string, string, number])[] = [
  ['NOFLAG', 'NOFLAG', 0],
  ['A', 'ASCII', 256],
  ['I', 'IGNORECASE', 2],
  ['L', 'LOCALE', 4],
  ['M', 'MULTILINE', 8],
  ['S', 'DOTALL', 16],
  ['X', 'VERBOSE', 64],
  ['U', 'UNICODE', 32],
];

/** `re.IGNORECASE` and its kin: ints that tell their names. */
const flagClass: PyClass = nativeClass({
  name: 'RegexFlag',
  module: 're',
  bases: [intClass],
  signature: 'value',
  construct: (_call, _cls, value: Value) => flag(Number(plain(value))),
  getters: {
    value: (self: PyBoxed) => self.value,
    name: (self: PyBoxed) => flagNames(self).join('|') || null,
  },
  methods: Object.fromEntries(
    (
      [
        ['or', (a, b) => a | b],
        ['and', (a, b) => a & b],
        ['xor', (a, b) => a ^ b],
      ] as const satisfies readonly (readonly [string, (a: number, b: number) => number])[]
    ).flatMap(([stem, work]) => {
      const method = [
        'other, /',
        (_call: Interpreter, self: PyBoxed, other: Value) =>
          isInt(plain(other)) ? flag(work(Number(self.value), Number(plain(other)))) : NotImplemented,
      ] as const;
      return [
        [`__${stem}__`, method],
        [`__r${stem}__`, method],
      ];
    }),
  ),
  repr: (self: PyBoxed) =>
    flagNames(self)
      .map((name) => `re.${name}`)
      .join('|') || 're.NOFLAG',
});

const flags = new Map<number, PyBoxed>();

/** The one object of a set of flags. */
function flag(value: number): PyBoxed {
  const known = flags.get(value) ?? new PyBoxed(flagClass, value);
  flags.set(value, known);
  return known;
}

const BY_VALUE = FLAGS.filter(([, , value]) => value > 0).sort((a, b) => a[2] - b[2]);

const flagNames = ({ value }: PyBoxed): string[] =>
  BY_VALUE.filter(([, , bit]) => (Number(value) & bit) !== 0).map(([, name]) => name);

export const reModule = lazyModule('re', {
  ...functions,
  error: () => errorClass,
  RegexFlag: () => flagClass,
  Pattern: () => patternClass,
  Match: () => matchClass,
  ...Object.fromEntries(
    FLAGS.flatMap(([short, long, value]) => [
      [short, () => flag(value)],
      [long, () => flag(value)],
    ]),
  ),
});
