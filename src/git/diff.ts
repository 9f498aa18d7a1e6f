/** Differences as git prints them. Answers to: git diff, its --stat, and the summary of a commit. */

import { linesOf } from '../engine/shell/commands/text/input.ts';
import { lineEdits, unified } from '../engine/shell/commands/text/line-edits.ts';
import type { Change } from './repository.ts';

/** @param idOf a text's blob id. */
export async function patch(
  all: readonly Change[],
  idOf: (text: string) => Promise<string>,
): Promise<string> {
  const parts: string[] = [];
  for (const { path, kind, before, after } of all) {
    const short = async (text: string, there: boolean) =>
      there ? (await idOf(text)).slice(0, 7) : '0000000';
    const ids = `${await short(before, kind !== 'A')}..${await short(after, kind !== 'D')}`;
    const mode = { A: 'new file mode 100644\n', D: 'deleted file mode 100644\n', M: '' }[kind];
    const head = `diff --git a/${path} b/${path}\n${mode}index ${ids}${kind === 'M' ? ' 100644' : ''}\n`;
    const body = unified(before, after);
    const names = `--- ${kind === 'A' ? '/dev/null' : `a/${path}`}\n+++ ${kind === 'D' ? '/dev/null' : `b/${path}`}\n`;
    parts.push(head + (body === '' ? '' : names + withEnds(body, before, after)));
  }
  return parts.join('');
}

/** Says where a last line has no end. */
function withEnds(body: string, before: string, after: string): string {
  const MARK = '\\ No newline at end of file\n';
  const open = (text: string) => text !== '' && !text.endsWith('\n');
  if (!open(before) && !open(after)) return body;
  const lines = body.match(/[^\n]*\n/g) ?? [];
  const last = (signs: string) => lines.findLastIndex((line) => signs.includes(line[0]!));
  const at = new Set([...(open(before) ? [last('- ')] : []), ...(open(after) ? [last('+ ')] : [])]);
  return lines.map((line, index) => (at.has(index) ? line + MARK : line)).join('');
}

interface Counted {
  readonly path: string;
  readonly added: number;
  readonly removed: number;
}

function counted({ path, before, after }: Change): Counted {
  const edits = lineEdits(linesOf(before), linesOf(after));
  return {
    path,
    added: edits.filter(({ kind }) => kind === 'right').length,
    removed: edits.filter(({ kind }) => kind === 'left').length,
  };
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** ` 2 files changed, 3 insertions(+), 1 deletion(-)` */
export function shortStat(all: readonly Change[]): string {
  const counts = all.map(counted);
  const added = counts.reduce((sum, one) => sum + one.added, 0);
  const removed = counts.reduce((sum, one) => sum + one.removed, 0);
  const parts = [`${plural(all.length, 'file')} changed`];
  if (added > 0 || removed === 0) parts.push(`${plural(added, 'insertion')}(+)`);
  if (removed > 0 || added === 0) parts.push(`${plural(removed, 'deletion')}(-)`);
  return ` ${parts.join(', ')}\n`;
}

const WIDTH = 80;

/** A line a file with its changes as plus and minus signs. */
export function stat(all: readonly Change[]): string {
  const counts = all.map(counted);
  const name = Math.max(0, ...counts.map(({ path }) => path.length));
  const most = Math.max(0, ...counts.map(({ added, removed }) => added + removed));
  const digits = String(most).length;
  const room = WIDTH - name - digits - 6;
  const scale = (count: number) =>
    most <= room || count === 0 ? count : Math.max(1, Math.round((count * (room - 1)) / most));
  const lines = counts.map(
    ({ path, added, removed }) =>
      ` ${path.padEnd(name)} | ${String(added + removed).padStart(digits)}${added + removed > 0 ? ' ' : ''}${'+'.repeat(scale(added))}${'-'.repeat(scale(removed))}\n`,
  );
  return lines.join('') + shortStat(all);
}

/** Which files came and went, as commit and merge list them. */
export const modes = (all: readonly Change[]): string =>
  all
    .flatMap(({ path, kind }) =>
      kind === 'M' ? [] : [` ${kind === 'A' ? 'create' : 'delete'} mode 100644 ${path}\n`],
    )
    .join('');
