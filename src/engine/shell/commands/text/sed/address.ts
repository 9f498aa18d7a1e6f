/** Which lines a command is for. Answers to: GNU sed, sed/execute.c (match_address_p). */
import { isLast, type Running } from './running.ts';
import { type Address, SedError, type Selection } from './script.ts';

/** Whether the present line is one that a command is for. @param at the command's place, by which its range is remembered */
export function selected(running: Running, at: number, { from, to }: Selection): boolean {
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

/** The pattern, or the last one used where `//` is empty. @throws SedError */
export function used(running: Running, test: RegExp | undefined): RegExp {
  const found = test ?? running.last;
  if (!found) throw new SedError('no previous regular expression');
  running.last = found;
  return found;
}
