/** Merges two versions of a text that come from a third. Answers to: git's line-wise merge with its conflict markers. */
import { lineEdits } from '../engine/shell/commands/text/line-edits.ts';

export interface Merged {
  readonly text: string;
  readonly conflicts: boolean;
}

const pieces = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Where each line of the base went; -1 where it is gone. */
function targets(base: readonly string[], other: readonly string[]): number[] {
  const map = base.map(() => -1);
  let [left, right] = [0, 0];
  for (const { kind } of lineEdits(base, other)) {
    if (kind === 'same') map[left++] = right++;
    else if (kind === 'left') left += 1;
    else right += 1;
  }
  return map;
}

/** @param theirName what stands behind the last marker: the branch that comes in. */
export function merge3(base: string, ours: string, theirs: string, theirName: string): Merged {
  const [b, o, t] = [pieces(base), pieces(ours), pieces(theirs)];
  const [toOurs, toTheirs] = [targets(b, o), targets(b, t)];
  const out: string[] = [];
  let conflicts = false;
  let [atBase, atOurs, atTheirs] = [0, 0, 0];
  const settle = (endBase: number, endOurs: number, endTheirs: number) => {
    const [x, y, z] = [b.slice(atBase, endBase), o.slice(atOurs, endOurs), t.slice(atTheirs, endTheirs)];
    const same = (one: readonly string[], two: readonly string[]) => one.join('') === two.join('');
    if (same(y, z) || same(x, z)) out.push(...y);
    else if (same(x, y)) out.push(...z);
    else {
      conflicts = true;
      out.push(...conflict(y, z, theirName));
    }
    [atBase, atOurs, atTheirs] = [endBase, endOurs, endTheirs];
  };
  for (let at = 0; at < b.length; at++) {
    const [inOurs, inTheirs] = [toOurs[at]!, toTheirs[at]!];
    if (inOurs < 0 || inTheirs < 0) continue;
    settle(at, inOurs, inTheirs);
    out.push(b[at]!);
    [atBase, atOurs, atTheirs] = [at + 1, inOurs + 1, inTheirs + 1];
  }
  settle(b.length, o.length, t.length);
  return { text: out.join(''), conflicts };
}

/** What both sides begin and end with alike stands outside the markers. */
function conflict(ours: readonly string[], theirs: readonly string[], theirName: string): string[] {
  let start = 0;
  while (start < Math.min(ours.length, theirs.length) && ours[start] === theirs[start]) start += 1;
  let end = 0;
  while (end < Math.min(ours.length, theirs.length) - start && ours.at(-1 - end) === theirs.at(-1 - end))
    end += 1;
  const ended = (lines: readonly string[]) => lines.map((line) => (line.endsWith('\n') ? line : `${line}\n`));
  return [
    ...ours.slice(0, start),
    '<<<<<<< HEAD\n',
    ...ended(ours.slice(start, ours.length - end)),
    '=======\n',
    ...ended(theirs.slice(start, theirs.length - end)),
    `>>>>>>> ${theirName}\n`,
    ...ours.slice(ours.length - end),
  ];
}
