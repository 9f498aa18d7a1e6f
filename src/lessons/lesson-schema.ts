/** What a lesson's YAML files may say, with errors in words for authors. */
import * as v from 'valibot';
import { type Check, readCheck } from '../checks/index.ts';

type Place = 'model' | 'revision' | 'database';

/** Something done to the workspace: in a lesson's setup, its solution, or a known wrong attempt. */
export type Action =
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'delete'; readonly path: string }
  | { readonly do: 'run'; readonly line: string }
  | { readonly do: 'sql'; readonly sql: string };

export interface StepPlan {
  readonly id: string;
  readonly place: Place;
  /** The command that the step is about; the bar on small screens offers it. */
  readonly command: string | undefined;
  readonly done: Check;
  readonly near: readonly Misconception[];
}

/** A typical wrong way: while `when` holds, the prose's `<Say>` of that id is shown. */
interface Misconception {
  readonly id: string;
  readonly when: Check;
}

interface QuizPlan {
  readonly id: string;
  readonly kind: 'predict' | 'choose';
  readonly options: readonly string[];
  readonly answer: string;
}

export interface LessonPlan {
  readonly order: number;
  readonly minutes: number;
  readonly guide: readonly string[];
  readonly prerequisites: readonly string[];
  readonly world: string;
  readonly clock: string;
  readonly seed: string;
  readonly setup: readonly Action[];
  readonly open: readonly string[];
  readonly chips: readonly string[];
  readonly steps: readonly StepPlan[];
  readonly quiz: readonly QuizPlan[];
}

export interface SolutionLine {
  readonly step: string;
  readonly action: Action;
  /** How the command must end: not 0 where something goes wrong on purpose. */
  readonly exit: number;
}

const actionFields = {
  write: v.optional(v.string()),
  text: v.optional(v.string()),
  delete: v.optional(v.string()),
  run: v.optional(v.string()),
  sql: v.optional(v.string()),
};
const actionSchema = v.strictObject(actionFields);

const lessonSchema = v.strictObject({
  order: v.number(),
  minutes: v.number(),
  guide: v.array(v.pipe(v.string(), v.regex(/^(G\d(\.\d)?|N\d+)$/, 'a row is written like G4.1'))),
  prerequisites: v.optional(v.array(v.string()), []),
  world: v.string(),
  clock: v.union([v.string(), v.date()]),
  seed: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'the seed has 32 hex digits')),
  setup: v.optional(v.array(actionSchema), []),
  open: v.array(v.string()),
  chips: v.optional(v.array(v.string()), []),
  steps: v.pipe(
    v.array(
      v.strictObject({
        id: v.string(),
        place: v.picklist(['model', 'revision', 'database']),
        command: v.optional(v.string()),
        done: v.unknown(),
        near: v.optional(v.array(v.strictObject({ id: v.string(), when: v.unknown() })), []),
      }),
    ),
    v.minLength(3, 'a lesson has three to seven steps'),
    v.maxLength(7, 'a lesson has three to seven steps'),
  ),
  quiz: v.array(
    v.strictObject({
      id: v.string(),
      kind: v.picklist(['predict', 'choose']),
      options: v.pipe(v.array(v.string()), v.minLength(2, 'a question has two options or more')),
      answer: v.string(),
    }),
  ),
});

/** @throws Error in words for the author. */
export function readLesson(written: unknown, where: string): LessonPlan {
  const plan = parsed(lessonSchema, written, where);
  for (const question of plan.quiz) {
    if (!question.options.includes(question.answer)) {
      throw new Error(`${where}: the answer of quiz "${question.id}" is not among its options`);
    }
  }
  return {
    ...plan,
    clock: new Date(plan.clock).toISOString(),
    setup: plan.setup.map((one, index) => actionOf(one, `${where}: setup[${index}]`)),
    steps: plan.steps.map((step) => ({
      ...step,
      command: step.command,
      done: readCheck(step.done, `${where}: step "${step.id}"`),
      near: step.near.map((one) => ({
        id: one.id,
        when: readCheck(one.when, `${where}: "${one.id}" of step "${step.id}"`),
      })),
    })),
  };
}

/** @throws Error in words for the author. */
export function readSolution(written: unknown, where: string): SolutionLine[] {
  const schema = v.strictObject({
    steps: v.array(v.strictObject({ step: v.string(), exit: v.optional(v.number(), 0), ...actionFields })),
  });
  return parsed(schema, written, where).steps.map(({ step, exit, ...action }, index) => ({
    step,
    exit,
    action: actionOf(action, `${where}: steps[${index}]`),
  }));
}

/** A known wrong attempt: what is done, and the misconception that must then be named. */
export function readWrong(written: unknown, where: string): { must: string; actions: Action[] } {
  const schema = v.strictObject({ must: v.string(), steps: v.array(actionSchema) });
  const { must, steps } = parsed(schema, written, where);
  return { must, actions: steps.map((one, index) => actionOf(one, `${where}: steps[${index}]`)) };
}

function actionOf(written: v.InferOutput<typeof actionSchema>, where: string): Action {
  const { write, text, run, sql } = written;
  if (write !== undefined && text !== undefined) return { do: 'write', path: write, text };
  if (written.delete !== undefined) return { do: 'delete', path: written.delete };
  if (run !== undefined) return { do: 'run', line: run };
  if (sql !== undefined) return { do: 'sql', sql };
  throw new Error(`${where}: says neither write with text, nor delete, run or sql`);
}

function parsed<S extends v.GenericSchema>(schema: S, written: unknown, where: string): v.InferOutput<S> {
  const result = v.safeParse(schema, written);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const path = v.getDotPath(issue);
  throw new Error(`${where}: ${path === null ? '' : `${path}: `}${issue.message}`);
}
