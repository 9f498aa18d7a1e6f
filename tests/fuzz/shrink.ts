/** Makes a failing case smaller: fewer steps, fewer lines in its files, as long as it still fails in the same place. */
import type { Case, CaseStep } from '../conformance/cases.ts';

/** Which of the cases still fail. */
export type StillFails = (cases: readonly Case[]) => Promise<boolean[]>;

const MOST = 40;
const ROUNDS = 14;

/** @returns the smallest case found that still fails; the case itself where nothing smaller does */
export async function shrunk(one: Case, stillFails: StillFails): Promise<Case> {
  let best = one;
  for (let size = 16, round = 0; size >= 1 && round < ROUNDS; round += 1) {
    const smaller = candidates(best, size).slice(0, MOST);
    const fails = smaller.length > 0 ? await stillFails(smaller) : [];
    const found = smaller.filter((_, at) => fails[at]).sort((a, b) => lengthOf(a) - lengthOf(b))[0];
    if (found) best = { ...found, id: one.id };
    else size = Math.floor(size / 2);
  }
  return best;
}

const lengthOf = (one: Case): number => JSON.stringify(one).length;

/** The case without `size` steps in a row, or without so many lines of one of its texts. */
function candidates(one: Case, size: number): Case[] {
  const found: Case[] = [];
  const add = (change: Partial<Case>) => found.push({ ...one, ...change, id: `${one.id}-${found.length}` });
  for (const steps of without(one.steps, size)) add({ steps });
  for (const [path, text] of Object.entries(one.files ?? {})) {
    if (!path.endsWith('.py')) continue;
    for (const shorter of withoutLines(text, size)) add({ files: { ...one.files, [path]: shorter } });
  }
  one.steps.forEach((step, at) => {
    for (const shorter of shorterSteps(step, size)) add({ steps: one.steps.with(at, shorter) });
  });
  return found;
}

function shorterSteps(step: CaseStep, size: number): CaseStep[] {
  if (step.do === 'write') return withoutLines(step.text, size).map((text) => ({ ...step, text }));
  if (step.do === 'sql') return withoutLines(step.sql, size).map((sql) => ({ ...step, sql }));
  return [];
}

const withoutLines = (text: string, size: number): string[] =>
  without(text.split('\n'), size).map((lines) => lines.join('\n'));

/** The items without `size` of them in a row, once for each place where that can be; something is always left. */
function without<T>(items: readonly T[], size: number): T[][] {
  const found: T[][] = [];
  for (let at = 0; at < items.length; at += size)
    found.push([...items.slice(0, at), ...items.slice(at + size)]);
  return found.filter((left) => left.length > 0);
}
