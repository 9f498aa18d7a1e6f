/** Plays a lesson as its prose tells it: what can be pressed, in the order of the text, and what only the solution does in between. */
import { expect } from 'vitest';
import type { Action, Deed } from '../../src/lessons/actions.ts';
import { lessonSolution } from '../../src/lessons/files/lesson-files.ts';
import type { SolutionLine } from '../../src/lessons/files/lesson-schema.ts';
import { type Runnable, runnablesOf } from '../../src/lessons/files/prose-parts.ts';
import { type Playing, ROOT, startLesson } from './play.ts';

/** Command line to what it printed, for `outcomes.json`. */
export type Outputs = Record<string, string>;

/** @param prose text of the lesson's MDX in one language. @returns what each command that can be pressed printed, and the solution's. */
export async function runProse(id: string, prose: string): Promise<Outputs> {
  const playing = await startLesson(id);
  const outputs: Outputs = {};
  let printed = '';
  const play = async (action: Deed, fails: boolean, told: boolean) => {
    await playing.do(action);
    if (action.do === 'prove') return;
    const line = action.do === 'run' ? action.line : action.do === 'sql' ? action.sql : '';
    printed += `${playing.printed()}\n`;
    if (action.do === 'run') outputs[line] ??= playing.printed();
    if (told)
      expect(failed(playing), `${line} ${fails ? 'should fail' : 'failed'}: ${playing.printed()}`).toBe(
        fails,
      );
  };
  const runnables = runnablesOf(prose);
  const steps = [undefined, ...playing.plan.steps.map((step) => step.id)];
  const solution = lessonSolution(ROOT, id);
  for (const step of steps) {
    const told = runnables.filter((one) => one.step === step);
    for (const one of merge(
      told,
      solution.filter((line) => line.step === step),
    )) {
      if (one.kind === 'quoted') expectQuoted(one.lines, printed);
      else if (one.kind === 'solution') await play(one.action, false, false);
      else if (one.kind === 'prove') await play({ do: 'prove' }, false, false);
      else await play(one.kind === 'run' ? runOf(one) : { do: 'sql', sql: one.sql }, one.fails, true);
    }
  }
  return outputs;
}

type Played = Runnable | { readonly kind: 'solution'; readonly action: Deed };

/** The solution's lines that the prose has as well stand where the prose has them; the others come as early as their order lets them. */
function merge(told: readonly Runnable[], solution: readonly SolutionLine[]): Played[] {
  const rest = [...solution];
  const played: Played[] = [];
  const takeUntold = () => {
    while (rest.length > 0 && !told.some((one) => isSame(one, rest[0]!.action))) {
      played.push({ kind: 'solution', action: rest.shift()!.action });
    }
  };
  takeUntold();
  for (const one of told) {
    const same = rest[0] && isSame(one, rest[0].action) ? rest[0] : undefined;
    // The solution says already whether its line fails.
    played.push(same && 'fails' in one ? { ...one, fails: same.exit !== 0 } : one);
    if (same) {
      rest.shift();
      takeUntold();
    }
  }
  return [...played, ...rest.map(({ action }): Played => ({ kind: 'solution', action }))];
}

const isSame = (one: Runnable, action: Deed): boolean =>
  (one.kind === 'prove' && action.do === 'prove') ||
  (one.kind === 'run' && action.do === 'run' && one.line === action.line) ||
  (one.kind === 'sql' && action.do === 'sql' && one.sql === action.sql);

const runOf = ({ line, input }: Runnable & { kind: 'run' }): Action => ({
  do: 'run',
  line,
  ...(input === undefined ? {} : { input }),
});

function failed({ workspace }: Playing): boolean {
  const last = workspace.results.at(-1)!;
  return last.exit !== 0 || last.sql?.error !== undefined;
}

/** Lines stand in the output in this order; `…` leaves out what a line begins or ends with, and a line of it any lines. */
function expectQuoted(lines: readonly string[], printed: string): void {
  const all = printed.split('\n');
  let from = 0;
  for (const line of lines.filter((one) => one.trim() !== '…')) {
    const found = all.findIndex((one, index) => index >= from && fits(one, line));
    expect(found, `no command before printed "${line}"; printed was:\n${printed}`).toBeGreaterThanOrEqual(0);
    from = found + 1;
  }
}

function fits(printed: string, quoted: string): boolean {
  const parts = quoted.trimEnd().split('…');
  if (parts.length === 1) return printed.trimEnd() === quoted.trimEnd();
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return new RegExp(`^${pattern}$`).test(printed.trimEnd());
}
