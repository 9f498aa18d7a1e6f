/** `xargs`. Answers to: GNU findutils. */
import { complain, parseArguments, refuse } from '../options.ts';
import type { Program } from '../program.ts';

const LONG = {
  null: '0',
  'no-run-if-empty': 'r',
  'max-args': 'n',
  replace: 'I',
  delimiter: 'd',
  verbose: 't',
  'max-lines': 'L',
  'max-procs': 'P',
};

export const xargs: Program = {
  options: ['-n', '-I', '-0', '-r', '-d', '-t', '-L'],
  *run(call) {
    const own = ownArguments(call.args);
    const { flags, values, problem } = parseArguments(call.args.slice(0, own), '0rtpn:I:d:L:P:', LONG);
    if (problem) return refuse(call, problem, 1);
    const command = call.args.slice(own);
    const words = command.length > 0 ? command : ['echo'];
    const text = call.stdin ?? '';
    const replace = values.get('I');
    const lines = replace !== undefined || values.has('L');
    const delimiter = flags.has('0') ? '\0' : values.get('d')?.replace(/\\n/g, '\n').replace(/\\t/g, '\t');
    const items = itemsOf(text, delimiter, lines);
    if (items === undefined)
      return complain(
        call,
        'unmatched single quote; by default quotes are special to xargs unless you use the -0 option',
      );
    const count = Number(values.get('n') ?? values.get('L') ?? Number.POSITIVE_INFINITY);
    if (!(count > 0)) return complain(call, `value ${values.get('n')} for -n option should be >= 1`);
    const batches = replace === undefined ? batchesOf(items, count) : items.map((item) => [item]);
    if (batches.length === 0 && !flags.has('r') && replace === undefined) batches.push([]);
    let exit = 0;
    for (const batch of batches) {
      const line =
        replace === undefined
          ? [...words, ...batch]
          : words.map((word) => word.replaceAll(replace, batch[0]!));
      if (flags.has('t')) call.stderr.write(`${line.join(' ')}\n`);
      if (!call.program(line[0]!) && !call.shell.functions.has(line[0]!))
        return complain(call, `${line[0]}: No such file or directory`, 127);
      const code = yield* call.run(line, '');
      if (code === 255) return complain(call, `${line[0]}: exited with status 255; aborting`, 124);
      if (code !== 0) exit = 123;
    }
    return exit;
  },
};

/** Where the command's own words begin. */
function ownArguments(args: readonly string[]): number {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (!arg.startsWith('-')) return at;
    if (/^-[0rt]*[nIdLP]$/.test(arg) || /^--(max-args|replace|delimiter|max-lines|max-procs)$/.test(arg))
      at += 1;
  }
  return args.length;
}

function batchesOf(items: readonly string[], count: number): string[][] {
  const batches: string[][] = [];
  for (let at = 0; at < items.length; at += count) batches.push(items.slice(at, at + count));
  return batches;
}

/** @returns undefined where a quote is never closed */
function itemsOf(text: string, delimiter: string | undefined, lines: boolean): string[] | undefined {
  if (delimiter !== undefined)
    return text
      .replace(new RegExp(`${delimiter}$`), '')
      .split(delimiter)
      .filter((item, _at, all) => item !== '' || all.length > 1);
  const pieces = lines
    ? text
        .split('\n')
        .map((line) => line.trimStart())
        .filter(Boolean)
    : [text];
  const found: string[] = [];
  for (const piece of pieces) {
    const words: string[] = [];
    for (const [word] of piece.matchAll(
      lines ? /(?:"[^"\n]*"|'[^'\n]*'|\\.|[^"'\\])+|["']/gs : /(?:"[^"\n]*"|'[^'\n]*'|\\.|[^\s"'\\])+|["']/gs,
    )) {
      if (word === '"' || word === "'") return undefined;
      words.push(
        word.replace(
          /"([^"]*)"|'([^']*)'|\\(.)/gs,
          (_all, double?: string, single?: string, one?: string) => double ?? single ?? one!,
        ),
      );
    }
    found.push(...words);
  }
  return found;
}
