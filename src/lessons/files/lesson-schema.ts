/** What a lesson's YAML files may say, with errors in words for authors. */
import * as v from 'valibot';
import { type Check, readCheck } from '../../checks/index.ts';
import type { MachineStart } from '../../session/journal/journal.ts';
import {
  type Action,
  actionSchema,
  actionsOf,
  type Deed,
  deedFields,
  deedOf,
  deedSchema,
  parsed,
} from '../actions.ts';
import type { DrillPlan } from '../drill.ts';
import { type QuizPlan, quizOf, quizSchema } from './quiz-schema.ts';

type Place = 'model' | 'revision' | 'database';

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

export interface LessonPlan {
  readonly order: number;
  readonly minutes: number;
  /** Rows of the guide that it covers. */
  readonly guide: readonly string[];
  /** Numbers of the list of newcomers' problems that it covers. */
  readonly problems: readonly number[];
  readonly prerequisites: readonly string[];
  readonly from: LessonOrigin;
  readonly setup: readonly Action[];
  readonly open: readonly string[];
  readonly chips: readonly string[];
  readonly steps: readonly StepPlan[];
  readonly quiz: readonly QuizPlan[];
  /** An incident that is scored. */
  readonly drill: DrillPlan | undefined;
}

/** A world of its own, or where another lesson ends. */
export type LessonOrigin =
  | {
      readonly kind: 'world';
      readonly world: string;
      readonly clock: string;
      readonly seed: string;
      readonly machine: MachineStart;
    }
  | { readonly kind: 'after'; readonly lesson: string };

export interface SolutionLine {
  readonly step: string;
  readonly action: Deed;
  /** How the command must end: not 0 where something goes wrong on purpose. */
  readonly exit: number;
}

const lessonSchema = v.strictObject({
  order: v.number(),
  minutes: v.number(),
  guide: v.array(v.pipe(v.string(), v.regex(/^(G\d(\.\d)?|N\d+)$/, 'a row is written like G4.1'))),
  problems: v.optional(v.array(v.pipe(v.number(), v.integer())), []),
  prerequisites: v.optional(v.array(v.string()), []),
  after: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'a lesson is named chapter/lesson')),
  ),
  world: v.optional(v.string()),
  clock: v.optional(v.union([v.string(), v.date()])),
  seed: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'the seed has 32 hex digits'))),
  machine: v.optional(
    v.strictObject({
      installed: v.optional(v.array(v.string())),
      environment: v.optional(v.record(v.string(), v.string())),
      databaseStopped: v.optional(v.boolean()),
      extensions: v.optional(v.array(v.string())),
    }),
  ),
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
  quiz: v.array(quizSchema),
  drill: v.optional(
    v.strictObject({
      par: v.pipe(v.number(), v.integer(), v.minValue(1)),
      keep: v.array(
        v.strictObject({ table: v.string(), rows: v.array(v.record(v.string(), v.nullable(v.string()))) }),
      ),
    }),
  ),
});

/** @throws Error in words for the author. */
export function readLesson(written: unknown, where: string): LessonPlan {
  const plan = parsed(lessonSchema, written, where);
  const { order, minutes, guide, problems, prerequisites, open, chips, drill } = plan;
  return {
    order,
    minutes,
    guide,
    problems,
    prerequisites,
    open,
    chips,
    drill,
    from: originOf(plan, where),
    setup: actionsOf(plan.setup, `${where}: setup`),
    steps: plan.steps.map((step) => ({
      ...step,
      command: step.command,
      done: readCheck(step.done, `${where}: step "${step.id}"`),
      near: step.near.map((one) => ({
        id: one.id,
        when: readCheck(one.when, `${where}: "${one.id}" of step "${step.id}"`),
      })),
    })),
    quiz: plan.quiz.map((one) => quizOf(one, where)),
  };
}

function originOf(plan: v.InferOutput<typeof lessonSchema>, where: string): LessonOrigin {
  const { after, world, clock, seed, machine } = plan;
  if (after !== undefined) {
    if (world !== undefined || clock !== undefined || seed !== undefined || machine !== undefined) {
      throw new Error(`${where}: a lesson with "after" has world, clock, seed and machine of that one`);
    }
    return { kind: 'after', lesson: after };
  }
  if (world === undefined || clock === undefined || seed === undefined) {
    throw new Error(`${where}: needs world, clock and seed, or the lesson that it comes "after"`);
  }
  return {
    kind: 'world',
    world,
    clock: new Date(clock).toISOString(),
    seed,
    machine: withoutUndefined(machine ?? {}),
  };
}

type Written<T> = { readonly [K in keyof T]: T[K] | undefined };
const withoutUndefined = (machine: Written<MachineStart>): MachineStart =>
  Object.fromEntries(Object.entries(machine).filter(([, value]) => value !== undefined));

/** @throws Error in words for the author. */
export function readSolution(written: unknown, where: string): SolutionLine[] {
  const schema = v.strictObject({
    steps: v.array(v.strictObject({ step: v.string(), exit: v.optional(v.number(), 0), ...deedFields })),
  });
  return parsed(schema, written, where).steps.map(({ step, exit, ...action }, index) => ({
    step,
    exit,
    action: deedOf(action, `${where}: steps[${index}]`),
  }));
}

/** A known wrong attempt: what is done, and the misconception that must then be named. */
export function readWrong(written: unknown, where: string): { must: string; deeds: readonly Deed[] } {
  const schema = v.strictObject({ must: v.string(), steps: v.array(deedSchema) });
  const { must, steps } = parsed(schema, written, where);
  return { must, deeds: steps.map((step, index) => deedOf(step, `${where}: steps[${index}]`)) };
}
