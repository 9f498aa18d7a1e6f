/** Reads a sed script. Answers to: GNU sed's compile.c. */

import { readSubstitution } from './read-substitution.ts';
import { blanks, endOf, expression, failure, peek, type Reader, readName, until } from './reader.ts';
import { type Action, type Address, type RangeEnd, SedError, type Selection, type Step } from './script.ts';

/** A piece of the script: what one `-e` or `-f` brings. */
export interface Piece {
  readonly text: string;
  readonly source: string;
}

/** @throws SedError in GNU sed's words */
export function readScript(pieces: readonly Piece[], extended: boolean): Step[] {
  const steps: Step[] = [];
  const open: number[] = [];
  const labels = new Map<string, number>();
  for (const { text, source } of pieces) {
    const reader: Reader = { text, at: 0, extended, source };
    while (skipTo(reader)) readOne(reader, steps, open, labels);
  }
  if (open.length > 0) throw new SedError(`${pieces[0]!.source}, char 0: unmatched \`{'`);
  return steps.map((step) => jumpTo(step, steps.length, labels));
}

/** Blanks, newlines and semicolons before a command. @returns whether one follows */
function skipTo(reader: Reader): boolean {
  while (/[\s;]/.test(reader.text[reader.at] ?? '')) reader.at += 1;
  return reader.at < reader.text.length;
}

function readOne(reader: Reader, steps: Step[], open: number[], labels: Map<string, number>): void {
  const selection = readSelection(reader);
  const letter = peek(reader);
  if (letter === '' || letter === '\n') throw failure(reader, 'missing command');
  reader.at += 1;
  if (letter === '#') {
    if (selection.from) throw failure(reader, "comments don't accept any addresses");
    while (reader.at < reader.text.length && peek(reader) !== '\n') reader.at += 1;
    return;
  }
  if (letter === ':') {
    if (selection.from) throw failure(reader, ": doesn't want any addresses");
    const label = readName(reader, /[^\s;]/);
    if (label === '') throw failure(reader, '":" lacks a label');
    labels.set(label, steps.length);
    steps.push({ selection, action: { kind: 'label' } });
    return;
  }
  if (letter === '{') {
    open.push(steps.length);
    steps.push({ selection, action: { kind: 'block', end: 0 } });
    return;
  }
  if (letter === '}') {
    if (selection.from) throw failure(reader, "} doesn't want any addresses");
    const start = open.pop();
    if (start === undefined) throw failure(reader, "unexpected `}'");
    steps[start] = { ...steps[start]!, action: { kind: 'block', end: steps.length } };
    steps.push({ selection, action: { kind: 'end' } });
    endOf(reader);
    return;
  }
  steps.push({ selection, action: readAction(reader, letter) });
}

function readSelection(reader: Reader): Selection {
  const from = readAddress(reader);
  let to: RangeEnd | undefined;
  blanks(reader);
  if (peek(reader) === ',') {
    if (!from) throw failure(reader, "unknown command: `,'", 1);
    reader.at += 1;
    blanks(reader);
    to = readRangeEnd(reader);
    if (!to) throw failure(reader, "unexpected `,'", 1);
  }
  blanks(reader);
  let negated = false;
  while (peek(reader) === '!') {
    if (negated) throw failure(reader, "multiple `!'s", 1);
    reader.at += 1;
    negated = true;
    blanks(reader);
  }
  if (from?.kind === 'line' && from.number === 0 && to?.kind !== 'match')
    throw failure(reader, 'invalid usage of line address 0', 1);
  return { from, to, negated };
}

function readRangeEnd(reader: Reader): RangeEnd | undefined {
  const match = /^([+~])(\d+)/.exec(reader.text.slice(reader.at));
  if (!match) return readAddress(reader);
  reader.at += match[0].length;
  const number = Number(match[2]);
  return match[1] === '+' ? { kind: 'plus', count: number } : { kind: 'multiple', of: number };
}

function readAddress(reader: Reader): Address | undefined {
  const rest = reader.text.slice(reader.at);
  const [number, first, step] = /^(\d+)(?:~(\d+))?/.exec(rest) ?? [];
  if (number !== undefined) {
    reader.at += number.length;
    if (step !== undefined) return { kind: 'step', first: Number(first), step: Number(step) };
    return { kind: 'line', number: Number(first) };
  }
  if (rest.startsWith('$')) {
    reader.at += 1;
    return { kind: 'last' };
  }
  if (!rest.startsWith('/') && !/^\\[^\n]/.test(rest)) return undefined;
  reader.at += rest.startsWith('/') ? 1 : 2;
  const body = until(reader, reader.text[reader.at - 1]!);
  if (body === undefined) throw failure(reader, 'unterminated address regex');
  const flags = readName(reader, /[IM]/);
  return {
    kind: 'match',
    test: expression(reader, body, flags.includes('I') ? 'i' : '', flags.includes('M')),
  };
}

const PLAIN = '=dDgGhHlnNpPxz';

function readAction(reader: Reader, letter: string): Action {
  if (PLAIN.includes(letter)) {
    if (letter === 'l') readName(reader, /[ \d]/);
    endOf(reader);
    return { kind: 'plain', letter: letter as Extract<Action, { kind: 'plain' }>['letter'] };
  }
  switch (letter) {
    case 's':
      return readSubstitution(reader);
    case 'y':
      return readLetters(reader);
    case 'a':
    case 'i':
    case 'c':
      return { kind: 'text', letter, text: readText(reader) };
    case 'q':
    case 'Q': {
      blanks(reader);
      const code = Number(readName(reader, /\d/) || 0);
      endOf(reader);
      return { kind: 'quit', prints: letter === 'q', code };
    }
    case 'b':
    case 't':
    case 'T': {
      blanks(reader);
      const label = readName(reader, /[^\s;}]/);
      endOf(reader);
      const when = letter === 'b' ? 'always' : letter === 't' ? 'changed' : 'unchanged';
      return { kind: 'jump', when, label, to: 0 };
    }
    case 'r':
    case 'w': {
      blanks(reader);
      const file = readName(reader, /[^\n]/);
      if (file === '') throw failure(reader, 'missing filename in r/R/w/W commands');
      return { kind: letter === 'r' ? 'read' : 'write', file };
    }
    default:
      throw failure(reader, `unknown command: \`${letter}'`);
  }
}

/** What `a`, `i` and `c` insert: behind `\` and a newline, or on the same line; a backslash keeps the next line in it. */
function readText(reader: Reader): string {
  blanks(reader);
  if (peek(reader) === '') throw failure(reader, "expected \\ after `a', `c' or `i'");
  const continued = /^\\[ \t]*\n/.exec(reader.text.slice(reader.at));
  if (continued) reader.at += continued[0].length;
  else if (peek(reader) === '\\') reader.at += 1;
  const [text] = /^(?:\\[\s\S]|[^\n\\])*/.exec(reader.text.slice(reader.at))!;
  reader.at += text.length;
  return `${text.replace(/\\([\s\S])/g, (_all, letter: string) => (letter === 't' ? '\t' : letter))}\n`;
}

function readLetters(reader: Reader): Action {
  const delimiter = peek(reader);
  reader.at += 1;
  const [from, to] = [until(reader, delimiter, false), until(reader, delimiter, false)];
  if (from === undefined || to === undefined) throw failure(reader, "unterminated `y' command");
  const plain = (text: string) => [
    ...text.replace(/\\(.)/gs, (_all, one: string) => (one === 'n' ? '\n' : one === 't' ? '\t' : one)),
  ];
  const [left, right] = [plain(from), plain(to)];
  if (left.length !== right.length) throw failure(reader, "strings for `y' command are different lengths");
  endOf(reader);
  return { kind: 'letters', map: new Map(left.map((one, at) => [one, right[at]!])) };
}

function jumpTo(step: Step, end: number, labels: ReadonlyMap<string, number>): Step {
  const { action } = step;
  if (action.kind !== 'jump') return step;
  const to = action.label === '' ? end : labels.get(action.label);
  if (to === undefined) throw new SedError(`can't find label for jump to \`${action.label}'`);
  return { ...step, action: { ...action, to } };
}
