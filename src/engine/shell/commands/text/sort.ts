/** `sort`. Answers to: GNU coreutils, in the order of code points. */
import { complain, parseArguments, refuse } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { Program } from '../../program.ts';
import { linesOf, read } from './input.ts';

const LONG = {
  reverse: 'r',
  'numeric-sort': 'n',
  'general-numeric-sort': 'g',
  'human-numeric-sort': 'h',
  'version-sort': 'V',
  unique: 'u',
  'ignore-case': 'f',
  'ignore-leading-blanks': 'b',
  'dictionary-order': 'd',
  key: 'k',
  'field-separator': 't',
  output: 'o',
  stable: 's',
  check: 'c',
};

type Compare = (a: string, b: string) => number;

export const sort: Program = {
  options: ['-r', '-n', '-u', '-f', '-k', '-t', '-h', '-V', '-o', '-c', '-s'],
  run: (call) => {
    const { flags, values, given, operands, problem } = parseArguments(call.args, 'rnghVufbdsck:t:o:', LONG);
    if (problem) return refuse(call, problem, 2);
    const keys = given.filter(([letter]) => letter === 'k').map(([, text]) => text);
    const bad = keys.find((key) => !/^\d+(\.\d+)?[bdfghnrV]*(,\d+(\.\d+)?[bdfghnrV]*)?$/.test(key));
    if (bad !== undefined)
      return complain(call, `invalid number at field start: invalid count at start of ‘${bad}’`, 2);
    const separator = values.get('t');
    if (separator !== undefined && [...separator].length > 1 && separator !== '\\t')
      return complain(call, `multi-character tab ‘${separator}’`, 2);
    const { sources, failed } = read(call, operands, (name, why) =>
      why === 'Is a directory' ? `sort: read failed: ${name}: ${why}` : `sort: cannot read: ${name}: ${why}`,
    );
    if (failed) return 2;
    const byKeys = keys.map((key) => keyCompare(key, separator === '\\t' ? '\t' : separator, flags));
    const compare = combined(byKeys.length > 0 ? byKeys : [valueCompare(flags)], flags);
    const lines = sources.flatMap((source) => linesOf(source.text));
    if (flags.has('c')) {
      const at = lines.findIndex((line, index) => index > 0 && compare(lines[index - 1]!, line) > 0);
      if (at < 0) return 0;
      return complain(call, `${operands[0] ?? '-'}:${at + 1}: disorder: ${lines[at]}`);
    }
    lines.sort(compare);
    const first = byKeys.length > 0 ? byKeys : [valueCompare(flags)];
    const shown = flags.has('u')
      ? lines.filter((line, at) => at === 0 || first.some((one) => one(lines[at - 1]!, line) !== 0))
      : lines;
    const text = shown.map((line) => `${line}\n`).join('');
    const file = values.get('o');
    if (file === undefined) call.stdout.write(text);
    else call.machine.files.write(absolute(file, call.machine.cwd), text);
    return 0;
  },
};

/** By the keys; where they are equal, by the whole line, as GNU's sort does unless it is stable or unique. */
function combined(keys: readonly Compare[], flags: ReadonlySet<string>): Compare {
  const turn = flags.has('r') ? -1 : 1;
  return (a, b) => {
    for (const key of keys) {
      const order = key(a, b);
      if (order !== 0) return order;
    }
    return flags.has('s') || flags.has('u') ? 0 : turn * plain(a, b);
  };
}

const plain: Compare = (a, b) => {
  const [left, right] = [[...a], [...b]];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order = left[at]!.codePointAt(0)! - right[at]!.codePointAt(0)!;
    if (order !== 0) return order;
  }
  return left.length - right.length;
};

const numberOf = (text: string): number => Number(/^\s*(-?\d*\.?\d+)/.exec(text)?.[1] ?? 0);
const UNITS = ' KMGTPEZY';
const sizeOf = (text: string): number => {
  const [, number, unit = ' '] = /^\s*(-?\d*\.?\d+)([KMGTPEZY]?)/i.exec(text) ?? [];
  return Number(number ?? 0) * 1024 ** Math.max(0, UNITS.indexOf(unit.toUpperCase() || ' '));
};

function versionCompare(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.match(/\d+|\D+/g) ?? []);
  for (let at = 0; at < Math.max(left!.length, right!.length); at++) {
    const [one = '', two = ''] = [left![at], right![at]];
    const order = /^\d/.test(one) && /^\d/.test(two) ? Number(one) - Number(two) : plain(one, two);
    if (order !== 0) return order;
  }
  return 0;
}

/** How two texts compare under the letters n, g, h, V, f, b, d and r. */
function valueCompare(flags: ReadonlySet<string>): Compare {
  const turn = flags.has('r') ? -1 : 1;
  const clean = (text: string) => {
    let found = flags.has('b') ? text.trimStart() : text;
    if (flags.has('f')) found = found.toUpperCase();
    return flags.has('d') ? found.replace(/[^\p{L}\p{N}\s]/gu, '') : found;
  };
  if (flags.has('n') || flags.has('g')) return (a, b) => turn * (numberOf(a) - numberOf(b));
  if (flags.has('h')) return (a, b) => turn * (sizeOf(a) - sizeOf(b));
  if (flags.has('V')) return (a, b) => turn * versionCompare(a, b);
  return (a, b) => turn * plain(clean(a), clean(b));
}

function keyCompare(key: string, separator: string | undefined, flags: ReadonlySet<string>): Compare {
  const [, from, fromChar, letters, to, toChar, more] =
    /^(\d+)(?:\.(\d+))?([a-zA-Z]*)(?:,(\d+)(?:\.(\d+))?([a-zA-Z]*))?$/.exec(key)!;
  const own = new Set((letters ?? '') + (more ?? ''));
  const compare = valueCompare(own.size > 0 ? own : flags);
  const part = (line: string) => {
    const fields = separator === undefined ? (line.match(/\s*\S+/g) ?? []) : line.split(separator);
    const chosen = fields.slice(Number(from) - 1, to === undefined ? undefined : Number(to));
    if (toChar !== undefined && chosen.length > 0)
      chosen[chosen.length - 1] = chosen.at(-1)!.slice(0, Number(toChar));
    return chosen.join(separator ?? '').slice(fromChar === undefined ? 0 : Number(fromChar) - 1);
  };
  return (a, b) => compare(part(a), part(b));
}
