/** `re.RegexFlag` and its members. */

import { intClass } from '../../python/values/classes/classes.ts';
import { NotImplemented } from '../../python/values/containers/containers.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { isInt } from '../../python/values/numbers.ts';
import { PyBoxed, type PyClass, plain, type Value } from '../../python/values/value.ts';

export const FLAGS: readonly (readonly [string, string, number])[] = [
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
export const flagClass: PyClass = nativeClass({
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
export function flag(value: number): PyBoxed {
  const known = flags.get(value) ?? new PyBoxed(flagClass, value);
  flags.set(value, known);
  return known;
}

const BY_VALUE = FLAGS.filter(([, , value]) => value > 0).sort((a, b) => a[2] - b[2]);

const flagNames = ({ value }: PyBoxed): string[] =>
  BY_VALUE.filter(([, , bit]) => (Number(value) & bit) !== 0).map(([, name]) => name);
