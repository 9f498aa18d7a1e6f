/** `re.Pattern` and `re.Match`. */

import { genericAlias } from '../../python/values/classes/generic.ts';
import { NotImplemented, PyTuple, tuple } from '../../python/values/containers/containers.ts';
import { dict } from '../../python/values/containers/dict.ts';
import { hashAll } from '../../python/values/containers/hash.ts';
import { mappingProxy } from '../../python/values/containers/mapping-proxy.ts';
import { indexError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { NativeIterator } from '../../python/values/native/iterator.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { subjectOf } from './errors.ts';
import { find, findall, matches, outside, shown, split, substitute } from './match.ts';
import { Match, Pattern } from './pattern.ts';
import { expand } from './template.ts';

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
    groupindex: (self: Pattern) => mappingProxy(dict([...self.names])),
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
