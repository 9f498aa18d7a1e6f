/** Runs a sed script: one cycle a line. Answers to: GNU sed's execute.c (process_files). */
import { piecesOf } from '../input.ts';
import { selected } from './address.ts';
import { act } from './commands.ts';
import { finishLine, type Running, readLine, type SedHost } from './running.ts';
import { SedError, type Step } from './script.ts';

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
