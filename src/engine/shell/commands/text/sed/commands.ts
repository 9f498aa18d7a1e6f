/** The commands of sed, but for `s`. */
import { finishLine, isLast, print, type Running, readLine } from './running.ts';
import type { Action } from './script.ts';
import { substitute } from './substitute.ts';

type Next = number | 'end' | 'delete' | 'again';

/** Does one command to the present line. @returns where the script goes on. @throws SedError */
export function act(running: Running, at: number, action: Action): Next {
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
