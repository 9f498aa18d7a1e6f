/** Runs a sed script over lines. Answers to: GNU sed's execute.c. */
import { piecesOf } from '../input.ts';
import type { Action, Address, ReplacementPart, Selection, Step, Substitution } from './script.ts';
import { SedError } from './script.ts';

export interface SedHost {
  readonly quiet: boolean;
  /** What ends a line: NUL with `-z`. */
  readonly end: '\n' | '\0';
  /** A file that `r` names; undefined where there is none. */
  read(name: string): string | undefined;
  /** A line for the file that `w` names. */
  write(name: string, text: string): void;
}

interface Running {
  readonly steps: readonly Step[];
  readonly host: SedHost;
  readonly lines: readonly string[];
  /** Index of the next line to be read. */
  at: number;
  space: string;
  hold: string;
  /** Whether the line in the pattern space ended with a newline. */
  ended: boolean;
  out: string;
  /** What comes out behind the line. */
  appended: string;
  last: RegExp | undefined;
  changed: boolean;
  /** Of each step with a range: the line on which it ends, while it is open. */
  readonly ranges: Map<number, number | 'open'>;
  exit: number | undefined;
}

/** Endless loops of a script are ended after so many steps. */
const BUDGET = 5_000_000;

/** @returns what comes out, and the exit code where `q` gave one. @throws SedError */
export function runScript(
  steps: readonly Step[],
  text: string,
  host: SedHost,
): { readonly out: string; readonly exit: number | undefined } {
  const running: Running = {
    steps,
    host,
    lines: host.end === '\n' ? piecesOf(text) : (text.match(/[^\0]*\0|[^\0]+$/g) ?? []),
    at: 0,
    space: '',
    hold: '',
    ended: true,
    out: '',
    appended: '',
    last: undefined,
    changed: false,
    ranges: new Map(),
    exit: undefined,
  };
  let budget = BUDGET;
  const spend = () => {
    if (--budget < 0) throw new SedError('the script does not end');
  };
  let restart = false;
  while (restart || readLine(running)) {
    running.changed = false;
    restart = cycle(running, spend);
    if (running.exit !== undefined) break;
  }
  return { out: running.out, exit: running.exit };
}

function readLine(running: Running): boolean {
  const line = running.lines[running.at];
  if (line === undefined) return false;
  running.at += 1;
  const { end } = running.host;
  running.ended = line.endsWith(end);
  running.space = running.ended ? line.slice(0, -1) : line;
  return true;
}

const isLast = (running: Running) => running.at >= running.lines.length;

function print(running: Running, text: string): void {
  const { end } = running.host;
  if (running.out !== '' && !running.out.endsWith(end)) running.out += end;
  running.out += text + (running.ended ? end : '');
}

function finishLine(running: Running, prints: boolean): void {
  if (prints && !running.host.quiet) print(running, running.space);
  if (running.appended === '') return;
  if (running.out !== '' && !running.out.endsWith('\n')) running.out += '\n';
  running.out += running.appended;
  running.appended = '';
}

type Next = number | 'end' | 'delete' | 'again';

/** One line through the script. @returns whether the next cycle begins with what is left in the pattern space */
function cycle(running: Running, spend: () => void): boolean {
  let at = 0;
  while (at < running.steps.length) {
    spend();
    const step = running.steps[at]!;
    const holds = selected(running, at, step.selection) !== step.selection.negated;
    if (!holds) {
      at = step.action.kind === 'block' ? step.action.end + 1 : at + 1;
      continue;
    }
    const next = act(running, at, step.action);
    if (typeof next === 'number') at = next;
    else {
      if (next === 'again' && running.exit === undefined) {
        finishLine(running, false);
        return true;
      }
      finishLine(running, next === 'end');
      return false;
    }
  }
  finishLine(running, true);
  return false;
}

function selected(running: Running, at: number, { from, to }: Selection): boolean {
  if (!from) return true;
  if (!to) return isAt(running, from);
  const line = running.at;
  const open = running.ranges.get(at);
  if (open !== undefined) {
    const over = open === 'open' ? isAt(running, to as Address) : line >= open;
    if (over) running.ranges.delete(at);
    // A range that ended on an earlier line by number selects one line only.
    return open === 'open' || line <= open;
  }
  const atZero = from.kind === 'line' && from.number === 0;
  if (atZero ? line !== 1 : !isAt(running, from)) return false;
  if (atZero && to.kind === 'match') {
    if (!isAt(running, to)) running.ranges.set(at, 'open');
    return true;
  }
  const end =
    to.kind === 'line'
      ? to.number
      : to.kind === 'plus'
        ? line + to.count
        : to.kind === 'multiple'
          ? to.of === 0
            ? line
            : Math.ceil(line / to.of) * to.of
          : 'open';
  if (end === 'open' ? !(to.kind === 'last' && isLast(running)) : end > line) running.ranges.set(at, end);
  return true;
}

function isAt(running: Running, address: Address): boolean {
  switch (address.kind) {
    case 'line':
      return running.at === address.number;
    case 'step':
      return address.step === 0
        ? running.at === address.first
        : running.at >= address.first && (running.at - address.first) % address.step === 0;
    case 'last':
      return isLast(running);
    case 'match': {
      const test = used(running, address.test);
      test.lastIndex = 0;
      return test.test(running.space);
    }
  }
}

function used(running: Running, test: RegExp | undefined): RegExp {
  const found = test ?? running.last;
  if (!found) throw new SedError('no previous regular expression');
  running.last = found;
  return found;
}

function act(running: Running, at: number, action: Action): Next {
  switch (action.kind) {
    case 'plain':
      return plain(running, at, action.letter);
    case 'text':
      if (action.letter === 'a') running.appended += action.text;
      else if (action.letter === 'i') running.out += action.text;
      else return change(running, at, action.text);
      return at + 1;
    case 'quit':
      running.exit = action.code;
      return action.prints ? 'end' : 'delete';
    case 'jump': {
      const goes = action.when === 'always' || (action.when === 'changed') === running.changed;
      if (action.when !== 'always') running.changed = false;
      return goes ? action.to : at + 1;
    }
    case 'read':
      running.appended += running.host.read(action.file) ?? '';
      return at + 1;
    case 'write':
      running.host.write(action.file, `${running.space}\n`);
      return at + 1;
    case 'letters':
      running.space = [...running.space].map((one) => action.map.get(one) ?? one).join('');
      return at + 1;
    case 'substitute':
      substitute(running, action);
      return at + 1;
    default:
      return at + 1;
  }
}

/** `c` prints its text once for a range, at its end. */
function change(running: Running, at: number, text: string): Next {
  const { to, negated } = running.steps[at]!.selection;
  if (!to || negated || !running.ranges.has(at)) running.out += text;
  return 'delete';
}

function plain(running: Running, at: number, letter: Extract<Action, { kind: 'plain' }>['letter']): Next {
  const [line] = running.space.split('\n');
  switch (letter) {
    case '=':
      running.out += `${running.at}\n`;
      break;
    case 'd':
      return 'delete';
    case 'D':
      if (!running.space.includes('\n')) return 'delete';
      running.space = running.space.slice(line!.length + 1);
      return 'again';
    case 'g':
      running.space = running.hold;
      break;
    case 'G':
      running.space += `\n${running.hold}`;
      break;
    case 'h':
      running.hold = running.space;
      break;
    case 'H':
      running.hold += `\n${running.space}`;
      break;
    case 'l':
      running.out += `${shown(running.space)}$\n`;
      break;
    case 'n':
      // GNU sed prints what it holds where there is no next line, and ends.
      if (isLast(running)) return 'end';
      finishLine(running, true);
      readLine(running);
      break;
    case 'N': {
      if (isLast(running)) return 'end';
      const before = running.space;
      readLine(running);
      running.space = `${before}\n${running.space}`;
      break;
    }
    case 'p':
      print(running, running.space);
      break;
    case 'P':
      running.out += `${line}\n`;
      break;
    case 'x':
      [running.space, running.hold] = [running.hold, running.space];
      break;
    case 'z':
      running.space = '';
  }
  return at + 1;
}

const NAMED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\x07': '\\a',
};

/** `l`: what cannot be seen is written as an escape, bytes beyond ASCII in octal. */
const shown = (text: string): string =>
  [...text]
    .map((one) => {
      if (NAMED[one]) return NAMED[one];
      if (one >= ' ' && one <= '~') return one;
      return [...new TextEncoder().encode(one)]
        .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
        .join('');
    })
    .join('');

function substitute(running: Running, action: Substitution): void {
  const test = used(running, action.test);
  const text = running.space;
  let [out, from, count, done] = ['', 0, 0, false];
  test.lastIndex = 0;
  let behind = -1;
  for (let match = test.exec(text); match; match = test.exec(text)) {
    const [all] = match;
    const end = match.index + all.length;
    // An empty match right behind another one does not count.
    const counts = all !== '' || match.index !== behind;
    if (all === '') test.lastIndex = end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
    if (!counts) continue;
    behind = end;
    count += 1;
    if (count < action.first) continue;
    out += text.slice(from, match.index) + replacementText(action.replacement, match);
    from = end;
    done = true;
    if (!action.all) break;
  }
  if (!done) return;
  running.space = out + text.slice(from);
  running.changed = true;
  if (action.prints) print(running, running.space);
  if (action.file !== undefined) running.host.write(action.file, `${running.space}\n`);
}

function replacementText(parts: readonly ReplacementPart[], match: RegExpExecArray): string {
  let out = '';
  let whole = '';
  let once = '';
  for (const part of parts) {
    if (part.kind === 'case') {
      if (/[ul]/.test(part.letter)) once = part.letter;
      else whole = part.letter === 'E' ? '' : part.letter;
      continue;
    }
    let text = part.kind === 'text' ? part.text : (match[part.number] ?? '');
    if (whole) text = whole === 'U' ? text.toUpperCase() : text.toLowerCase();
    if (once && text !== '') {
      text = (once === 'u' ? text[0]!.toUpperCase() : text[0]!.toLowerCase()) + text.slice(1);
      once = '';
    }
    out += text;
  }
  return out;
}
