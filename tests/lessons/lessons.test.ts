/** Every lesson, played: a lesson that breaks one of these is not published. `-u` writes `outcomes.json` anew. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { passes } from '../../src/checks/index.ts';
import { isAction } from '../../src/lessons/actions.ts';
import { scoreOf } from '../../src/lessons/drill.ts';
import { lessonFolder, lessonIds, lessonPlan, lessonSolution } from '../../src/lessons/files/lesson-files.ts';
import { type LessonPlan, readWrong } from '../../src/lessons/files/lesson-schema.ts';
import { partsOf } from '../../src/lessons/files/prose-parts.ts';
import type { QuizPlan, TypePlan } from '../../src/lessons/files/quiz-schema.ts';
import { ROOT, startLesson, yaml } from './play.ts';
import { type Outputs, runProse } from './prose-run.ts';
import { makeOptions, proveEffect } from './quiz-run.ts';

const prose = (id: string, language: string) =>
  readFileSync(join(lessonFolder(ROOT, id), `${language}.mdx`), 'utf8');

const MUST_BE_EQUAL: Readonly<Record<string, readonly string[]>> = {
  Step: ['id'],
  Say: ['id'],
  Quiz: ['id'],
  Option: ['id'],
  Line: ['id'],
  Wrong: ['id'],
  Right: [],
  Hint: [],
  Prove: [],
  Run: ['command', 'input', 'fails', 'optional'],
  Sql: ['text', 'fails'],
  Open: ['file'],
  Output: ['of', 'only'],
};

/** The parts of a lesson's prose, each with what must be the same in every language, by the step that they stand in. */
function idsOf(text: string): string[] {
  return partsOf(text).flatMap(({ component, attributes, step }) => {
    const names = MUST_BE_EQUAL[component];
    if (!names) return [];
    return [[step ?? '', component, ...names.map((name) => attributes[name] ?? '')].join(' ')];
  });
}

const valuesOf = (text: string, component: string, name: string) =>
  partsOf(text).flatMap((part) => (part.component === component ? [part.attributes[name] ?? ''] : []));

/** Ids that the prose must give to the parts of a question. */
function partsOfQuiz(quiz: QuizPlan): string[] {
  switch (quiz.kind) {
    case 'predict':
    case 'choose':
    case 'mark':
      return [...quiz.options];
    case 'made':
      return quiz.ways.map((way) => way.id);
    case 'order':
      return [...quiz.lines];
    case 'type':
      return quiz.wrong.map((one) => one.id);
  }
}

function expectQuizParts(plan: LessonPlan, text: string): void {
  expect(valuesOf(text, 'Quiz', 'id')).toEqual(plan.quiz.map((quiz) => quiz.id));
  const parts = ['Option', 'Line', 'Wrong'].flatMap((component) => valuesOf(text, component, 'id'));
  const named = parts.filter((id) => id !== '' && id !== 'line');
  expect([...named].sort()).toEqual(plan.quiz.flatMap(partsOfQuiz).sort());
}

describe.each(lessonIds(ROOT))('%s', (id) => {
  const plan = lessonPlan(ROOT, id);

  it.each(['ko', 'en'])('%s.mdx can be read by the build', (language) => {
    const body = prose(id, language).replace(/^---\n[\s\S]*?\n---\n/, '');
    expect(() => mdxToJs(body)).not.toThrow();
  });

  it('has the same parts in Korean and in English', () => {
    expect(idsOf(prose(id, 'en'))).toEqual(idsOf(prose(id, 'ko')));
    expect(valuesOf(prose(id, 'ko'), 'Step', 'id')).toEqual(plan.steps.map((step) => step.id));
    expectQuizParts(plan, prose(id, 'ko'));
    const said = plan.steps.flatMap((step) => step.near.map((one) => one.id));
    expect(valuesOf(prose(id, 'ko'), 'Say', 'id').sort()).toEqual([...new Set(said)].sort());
  });

  // MDX knows no indented code: what stands there is read as markup, and braces in it as an expression.
  it.each(['ko', 'en'] as const)('fences its code in %s', (language) => {
    expect(prose(id, language).replaceAll(/^```[\s\S]*?^```/gm, '')).not.toMatch(/^ {4}\S/m);
  });

  it('starts with every step open and no misconception', async () => {
    const { world } = await startLesson(id);
    const start = world();
    expect(plan.steps.filter((step) => passes(step.done, start)).map((step) => step.id)).toEqual([]);
    expect(
      plan.steps.flatMap((step) => step.near.filter((one) => passes(one.when, start)).map((one) => one.id)),
    ).toEqual([]);
  });

  it('is done, step by step, after its solution', async () => {
    const playing = await startLesson(id);
    const done = new Set<string>();
    const solution = lessonSolution(ROOT, id);
    for (const [index, { step, action, exit }] of solution.entries()) {
      await playing.do(action);
      if (isAction(action)) expect(playing.workspace.results.at(-1)!.exit, playing.printed()).toBe(exit);
      const world = playing.world();
      for (const one of plan.steps) if (passes(one.done, world)) done.add(one.id);
      if (solution[index + 1]?.step === step) continue;
      expect([...done], `after ${JSON.stringify(action)}: ${playing.printed()}`).toContain(step);
    }
    expect([...done].sort()).toEqual(plan.steps.map((step) => step.id).sort());
    if (!plan.drill) return;
    const rows = plan.drill.keep.reduce((sum, one) => sum + one.rows.length, 0);
    expect(scoreOf(plan.drill, playing.workspace.snapshot(), playing.learned())).toEqual({
      kept: rows,
      rows,
      commands: plan.drill.par,
    });
  });

  const folder = join(lessonFolder(ROOT, id), 'wrong');
  const attempts = existsSync(folder) ? readdirSync(folder).sort() : [];
  it.each(attempts)('wrong/%s gets exactly its message', async (file) => {
    const { must, deeds } = readWrong(yaml(id, `wrong/${file}`), file);
    const playing = await startLesson(id);
    for (const deed of deeds) await playing.do(deed);
    const world = playing.world();
    const said = plan.steps.flatMap((step) =>
      passes(step.done, world) ? [] : step.near.filter((one) => passes(one.when, world)).map((one) => one.id),
    );
    expect(said).toEqual([must]);
  });

  it('has a wrong attempt for each misconception', () => {
    const named = plan.steps.flatMap((step) => step.near.map((one) => one.id));
    const shown = attempts.map((file) => readWrong(yaml(id, `wrong/${file}`), file).must);
    expect([...new Set(shown)].sort()).toEqual([...new Set(named)].sort());
  });

  it('runs what its prose runs, shows what that prints, and asks what is so', async () => {
    const text = { ko: prose(id, 'ko'), en: prose(id, 'en') };
    const outputs = await runProse(id, text.ko);
    await runProse(id, text.en);
    const quoted: Outputs = {};
    for (const line of valuesOf(text.ko, 'Output', 'of').sort()) {
      expect(Object.keys(outputs), `<Output of="${line}">`).toContain(line);
      quoted[line] = outputs[line]!;
    }
    const made = await makeOptions(id, plan);
    const file = join(lessonFolder(ROOT, id), 'outcomes.json');
    if (Object.keys(made).length + Object.keys(quoted).length === 0) expect(existsSync(file)).toBe(false);
    else await expect(`${JSON.stringify({ made, outputs: quoted }, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it.each(plan.quiz.filter((quiz): quiz is TypePlan => quiz.kind === 'type'))(
    'takes only commands that do what question $id asks',
    (quiz) => proveEffect(id, quiz),
  );
});
