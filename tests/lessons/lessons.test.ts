/** Every lesson, played: the start fails each check, the solution passes all, each wrong attempt gets its own message. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { passes } from '../../src/checks/index.ts';
import { readSolution, readWrong } from '../../src/lessons/lesson-schema.ts';
import { LESSONS, lessonPlan, startLesson, yaml } from './play.ts';

const ids = readdirSync(LESSONS, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('lesson.yaml'))
  .map((path) => relative('.', dirname(path)))
  .sort();

const prose = (id: string, language: string) => readFileSync(join(LESSONS, id, `${language}.mdx`), 'utf8');

/** The ids that a lesson's prose gives to its parts, by component. */
function partsOf(text: string): string[] {
  return [...text.matchAll(/<(Step|Say|Hint|Quiz|Option|Run|Solution)\b[^>]*?\b(?:id|of|step)="([^"]+)"/g)]
    .map(([, component, id]) => `${component} ${id}`)
    .sort();
}

describe.each(ids)('%s', (id) => {
  it('has the same parts in Korean and in English', () => {
    expect(partsOf(prose(id, 'en'))).toEqual(partsOf(prose(id, 'ko')));
  });

  it('starts with every step open and no misconception', async () => {
    const { plan, world } = await startLesson(id);
    const start = world();
    expect(plan.steps.filter((step) => passes(step.done, start)).map((step) => step.id)).toEqual([]);
  });

  it('is done, step by step, after its solution', async () => {
    const playing = await startLesson(id);
    const done = new Set<string>();
    const lines = readSolution(yaml(`${id}/solution.yaml`), id);
    for (const [index, { step, action, exit }] of lines.entries()) {
      await playing.do(action);
      const last = playing.workspace.results.at(-1)!;
      expect(last.exit, last.output.map((piece) => piece.text).join('')).toBe(exit);
      const world = playing.world();
      for (const one of playing.plan.steps) if (passes(one.done, world)) done.add(one.id);
      if (lines[index + 1]?.step !== step)
        expect([...done], `after ${JSON.stringify(action)}`).toContain(step);
    }
    expect([...done].sort()).toEqual(playing.plan.steps.map((step) => step.id).sort());
  });

  const folder = join(LESSONS, id, 'wrong');
  const attempts = existsSync(folder) ? readdirSync(folder).sort() : [];
  it.each(attempts)('wrong/%s gets exactly its message', async (file) => {
    const { must, actions } = readWrong(yaml(`${id}/wrong/${file}`), file);
    const playing = await startLesson(id);
    for (const action of actions) await playing.do(action);
    const world = playing.world();
    const said = playing.plan.steps.flatMap((step) =>
      passes(step.done, world) ? [] : step.near.filter((one) => passes(one.when, world)).map((one) => one.id),
    );
    expect(said).toEqual([must]);
  });

  it('has a wrong attempt for each misconception', () => {
    const named = lessonPlan(id).steps.flatMap((step) => step.near.map((one) => one.id));
    const shown = attempts.map((file) => readWrong(yaml(`${id}/wrong/${file}`), file).must);
    expect([...new Set(shown)].sort()).toEqual([...new Set(named)].sort());
  });
});
