/** psql's command line. Answers to: psql's startup.c. */

import type { PrintSettings } from './settings.ts';
import type { TargetOptions } from './target.ts';

/** What psql was started with. */
export interface PsqlOptions extends TargetOptions {
  /** `-c` and `-f` in their order. */
  readonly actions: readonly { readonly kind: 'command' | 'file'; readonly text: string }[];
  readonly print: Partial<PrintSettings>;
  readonly variables: ReadonlyMap<string, string>;
  readonly quiet: boolean;
  readonly list: boolean;
  readonly single: boolean;
  readonly version: boolean;
}

const LONG: Readonly<Record<string, string>> = {
  command: 'c',
  file: 'f',
  host: 'h',
  port: 'p',
  username: 'U',
  dbname: 'd',
  'tuples-only': 't',
  'no-align': 'A',
  expanded: 'x',
  quiet: 'q',
  set: 'v',
  variable: 'v',
  list: 'l',
  version: 'V',
  'no-psqlrc': 'X',
  'single-transaction': '1',
  'field-separator': 'F',
  pset: 'P',
  'no-password': 'w',
  password: 'W',
  'echo-all': 'a',
  'echo-errors': 'b',
  'echo-queries': 'e',
  output: 'o',
  csv: 'csv',
};
const TAKES = 'cfhpUdvFPo';
const FLAGS = 'tAxqlVX1wWabeEnsS';

interface Reading {
  readonly one: Map<string, string>;
  readonly actions: { kind: 'command' | 'file'; text: string }[];
  readonly variables: Map<string, string>;
  readonly print: Partial<PrintSettings>;
  readonly operands: string[];
}

/** @returns the options, or psql's complaint. */
export function parseOptions(args: readonly string[]): PsqlOptions | string {
  const reading: Reading = { one: new Map(), actions: [], variables: new Map(), print: {}, operands: [] };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (arg.startsWith('--') && arg.length > 2) {
      const [name, value] = arg.slice(2).split(/=(.*)/s) as [string, string | undefined];
      const letter = LONG[name];
      if (letter === undefined) return `psql: unrecognized option '${arg}'`;
      if (letter.length === 1 && TAKES.includes(letter)) {
        const given = value ?? args[++at];
        if (given === undefined) return `psql: option '--${name}' requires an argument`;
        take(reading, letter, given);
      } else take(reading, letter, '');
    } else if (arg.startsWith('-') && arg.length > 1) {
      const used = shortOptions(reading, arg, args[at + 1]);
      if (typeof used === 'string') return used;
      at += used;
    } else reading.operands.push(arg);
  }
  return optionsOf(reading);
}

/** @returns how many of the following arguments were used, or a complaint. */
function shortOptions(reading: Reading, arg: string, next: string | undefined): number | string {
  for (let index = 1; index < arg.length; index++) {
    const letter = arg[index]!;
    if (TAKES.includes(letter)) {
      const rest = arg.slice(index + 1);
      if (rest === '' && next === undefined) return `psql: option requires an argument -- '${letter}'`;
      take(reading, letter, rest || next!);
      return rest === '' ? 1 : 0;
    }
    if (!FLAGS.includes(letter)) return `psql: invalid option -- '${letter}'`;
    take(reading, letter, '');
  }
  return 0;
}

function take({ one, actions, variables, print }: Reading, letter: string, value: string): void {
  switch (letter) {
    case 'c':
      actions.push({ kind: 'command', text: value });
      break;
    case 'f':
      actions.push({ kind: 'file', text: value });
      break;
    case 'v': {
      const [name, text = ''] = value.split(/=(.*)/s);
      variables.set(name!, text);
      break;
    }
    case 't':
      print.tuplesOnly = true;
      break;
    case 'A':
      print.format = 'unaligned';
      break;
    case 'x':
      print.expanded = true;
      break;
    case 'F':
      print.fieldSeparator = value;
      break;
    case 'csv':
      print.format = 'csv';
      break;
    case 'P': {
      const [name, text = ''] = value.split(/=(.*)/s);
      if (name === 'null') print.nullText = text;
      if (name === 'border') print.border = Number(text) === 0 ? 0 : Number(text) === 2 ? 2 : 1;
      if (name === 'footer') print.footer = text !== 'off';
      break;
    }
    default:
      one.set(letter, value);
  }
}

function optionsOf({ one, actions, variables, print, operands }: Reading): PsqlOptions {
  const [first, second] = operands;
  const named = one.get('d');
  return {
    host: one.get('h'),
    port: one.get('p'),
    user: one.get('U') ?? (named === undefined ? second : first),
    database: named ?? first,
    actions,
    print,
    variables,
    quiet: one.has('q'),
    list: one.has('l'),
    single: one.has('1'),
    version: one.has('V'),
  };
}
