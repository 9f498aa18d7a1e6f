/** `grep`, `egrep` and `fgrep`. Answers to: GNU grep 3.8. */
import { globSource } from '../../expand/glob.ts';
import { parseArguments } from '../../options.ts';
import { absolute, baseName } from '../../paths.ts';
import type { Invocation, Program } from '../../program.ts';
import { linesOf, read, type Source } from './input.ts';
import { expressionSource, PatternError } from './pattern.ts';

const SPEC = 'rRnivyclLEFGwxqshHozabTZUe:f:m:A:B:C:';
const LONG = {
  recursive: 'r',
  'dereference-recursive': 'R',
  'ignore-case': 'i',
  'invert-match': 'v',
  count: 'c',
  'line-number': 'n',
  'files-with-matches': 'l',
  'files-without-match': 'L',
  'with-filename': 'H',
  'no-filename': 'h',
  'only-matching': 'o',
  'word-regexp': 'w',
  'line-regexp': 'x',
  'extended-regexp': 'E',
  'fixed-strings': 'F',
  'basic-regexp': 'G',
  regexp: 'e',
  file: 'f',
  'max-count': 'm',
  'after-context': 'A',
  'before-context': 'B',
  context: 'C',
  quiet: 'q',
  silent: 'q',
  'no-messages': 's',
  include: '1',
  exclude: '2',
  'exclude-dir': '3',
  color: '4',
  colour: '4',
};

const USAGE = "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n";

interface Search {
  readonly call: Invocation;
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly given: readonly (readonly [string, string])[];
  readonly test: RegExp;
  readonly before: number;
  readonly after: number;
  readonly most: number;
}

export const grep: Program = {
  options: [
    '-r',
    '-n',
    '-i',
    '-v',
    '-c',
    '-l',
    '-L',
    '-o',
    '-w',
    '-A',
    '-B',
    '-C',
    '-E',
    '-F',
    '--include',
    '--color',
  ],
  run: (call) => {
    // `-2` is `-C 2`.
    const args = call.args.map((arg) => arg.replace(/^-(\d+)$/, '-C$1'));
    const parsed = parseArguments(args, `${SPEC}1:2:3:4::`, LONG);
    const { flags, values, given, operands, problem } = parsed;
    if (problem) {
      call.stderr.write(`grep: ${problem}\n${USAGE}`);
      return 2;
    }
    const patterns = patternsOf(call, given);
    const listed = patterns ?? (operands[0] === undefined ? undefined : operands[0].split('\n'));
    if (listed === undefined) {
      call.stderr.write(USAGE);
      return 2;
    }
    const lengths = ['A', 'B', 'C', 'm'].find((letter) => !/^\d+$/.test(values.get(letter) ?? '0'));
    if (lengths !== undefined) {
      const what =
        lengths === 'm' ? 'invalid max count' : `${values.get(lengths)}: invalid context length argument`;
      call.stderr.write(`grep: ${what}\n`);
      return 2;
    }
    try {
      const search = {
        call,
        flags,
        values,
        given,
        ...numbersOf(values),
        test: expression(listed, flags, call.name),
      };
      return run(search, patterns ? operands : operands.slice(1));
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      // GNU's grep says less than regcomp of brackets.
      call.stderr.write(`grep: ${error.message}\n`);
      return 2;
    }
  },
};

function numbersOf(values: ReadonlyMap<string, string>): Pick<Search, 'before' | 'after' | 'most'> {
  const around = Number(values.get('C') ?? 0);
  return {
    before: Number(values.get('B') ?? around),
    after: Number(values.get('A') ?? around),
    most: Number(values.get('m') ?? Number.POSITIVE_INFINITY),
  };
}

/** What `-e` and `-f` bring; undefined where neither stands. */
function patternsOf(call: Invocation, given: Search['given']): string[] | undefined {
  const found = given.flatMap(([letter, text]) => {
    if (letter === 'e') return text.split('\n');
    if (letter !== 'f') return [];
    return linesOf(call.machine.files.read(absolute(text, call.machine.cwd)) ?? '');
  });
  return given.some(([letter]) => letter === 'e' || letter === 'f') ? found : undefined;
}

function run(search: Search, named: readonly string[]): number {
  const { call, flags } = search;
  const recursive = flags.has('r') || flags.has('R');
  const starts = named.length > 0 || !recursive ? named : ['.'];
  const names = recursive ? starts.flatMap((name) => below(search, name, named.length === 0)) : starts;
  const quiet = flags.has('s') ? { ...call, stderr: { write: () => {} } } : call;
  const { sources, failed } =
    recursive && names.length === 0 ? { sources: [], failed: false } : read(quiet, names);
  const folders = failed && !recursive && names.every((name) => isFolder(call, name));
  const label = flags.has('H') || ((recursive || names.length > 1) && !flags.has('h'));
  let found = false;
  for (const source of sources) {
    const shown = source.name === '-' ? { ...source, name: '(standard input)' } : source;
    if (!reportMatches(search, shown, label)) continue;
    found = true;
    if (flags.has('q')) return 0;
  }
  return failed && !folders ? 2 : found ? 0 : failed ? 2 : 1;
}

const isFolder = (call: Invocation, name: string): boolean =>
  call.machine.files.isDirectory(absolute(name, call.machine.cwd));

interface Hit {
  readonly line: string;
  readonly number: number;
}

function reportMatches(search: Search, source: Source, label: boolean): boolean {
  const { call, flags, test } = search;
  const lines = linesOf(source.text);
  const hits: Hit[] = [];
  for (const [index, line] of lines.entries()) {
    if (hits.length >= search.most) break;
    if (test.test(line) !== flags.has('v')) hits.push({ line, number: index + 1 });
  }
  if (flags.has('q')) return hits.length > 0;
  if (flags.has('L')) {
    if (hits.length === 0) call.stdout.write(`${source.name}\n`);
    return hits.length === 0;
  }
  if (flags.has('l')) {
    if (hits.length > 0) call.stdout.write(`${source.name}\n`);
  } else if (flags.has('c')) call.stdout.write(`${label ? `${source.name}:` : ''}${hits.length}\n`);
  else printHits(search, source, lines, hits, label);
  return hits.length > 0;
}

function printHits(
  search: Search,
  source: Source,
  lines: readonly string[],
  hits: readonly Hit[],
  label: boolean,
): void {
  const { call, flags, before, after, test } = search;
  const prefix = (sign: string, number: number) =>
    (label ? source.name + sign : '') + (flags.has('n') ? number + sign : '');
  if (flags.has('o')) {
    if (flags.has('v')) return;
    for (const { line, number } of hits)
      for (const [text] of line.matchAll(new RegExp(test.source, `${test.flags}g`)))
        if (text) call.stdout.write(`${prefix(':', number)}${text}\n`);
    return;
  }
  const isHit = new Set(hits.map(({ number }) => number));
  let last = 0;
  for (const { number } of hits) {
    const from = Math.max(last + 1, number - before);
    if (last > 0 && from > last + 1 && before + after > 0) call.stdout.write('--\n');
    for (let at = from; at <= Math.min(lines.length, number + after); at++) {
      if (at > number && isHit.has(at)) break;
      call.stdout.write(`${prefix(isHit.has(at) ? ':' : '-', at)}${lines[at - 1]}\n`);
      last = at;
    }
  }
}

function expression(patterns: readonly string[], flags: ReadonlySet<string>, name: string): RegExp {
  const fixed = flags.has('F') || name === 'fgrep';
  const extended = flags.has('E') || name === 'egrep';
  const sources = patterns.map((pattern) =>
    fixed ? pattern.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') : expressionSource(pattern, extended),
  );
  let source = sources.length === 1 ? sources[0]! : sources.map((one) => `(?:${one})`).join('|');
  if (flags.has('w')) source = `(?<!\\w)(?:${source})(?!\\w)`;
  if (flags.has('x')) source = `^(?:${source})$`;
  try {
    return new RegExp(source, flags.has('i') || flags.has('y') ? 'iu' : 'u');
  } catch {
    throw new PatternError('Invalid regular expression');
  }
}

/** Files below a folder that `--include`, `--exclude` and `--exclude-dir` leave. */
function below(search: Search, name: string, bare: boolean): string[] {
  const { files, cwd } = search.call.machine;
  const names = files.list(absolute(name, cwd));
  if (!names) return [name];
  const fits = (letter: string, one: string) =>
    search.given.some(
      ([option, pattern]) =>
        option === letter && new RegExp(`^${globSource(pattern, '[^/]')}$`, 'su').test(baseName(one)),
    );
  return names.flatMap((inner) => {
    const path = bare ? inner : `${name.replace(/\/$/, '')}/${inner}`;
    if (isFolder(search.call, path)) return fits('3', inner) ? [] : below(search, path, false);
    if (search.values.has('1') && !fits('1', inner)) return [];
    return fits('2', inner) ? [] : [path];
  });
}
