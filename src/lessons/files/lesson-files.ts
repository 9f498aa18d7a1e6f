/** Reads lessons from the project's `content` folder: at build time, and in tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { MachineStart } from '../../session/journal/journal.ts';
import { type Action, isAction, parsed } from '../actions.ts';
import { type LessonPlan, readLesson, readSolution, type SolutionLine } from './lesson-schema.ts';
import { NO_OUTCOMES, type Outcomes, outcomesSchema } from './outcomes.ts';
import { filesBelow, worldFiles } from './project-files.ts';

/** Where a lesson begins, with the lessons that it comes after already played into the setup. */
export interface LessonStart {
  readonly clock: string;
  readonly seed: string;
  readonly machine: MachineStart;
  /** The project before the setup. */
  readonly files: Readonly<Record<string, string>>;
  readonly setup: readonly Action[];
}

const LONGEST_CHAIN = 8;

/** @param root the project's folder. @returns every lesson's id, "workflow/add-columns". */
export function lessonIds(root: string): string[] {
  return readdirSync(join(root, 'content', 'lessons'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('lesson.yaml'))
    .map((path) => dirname(path).replaceAll('\\', '/'))
    .sort();
}

/** Where a lesson lies. */
export const lessonFolder = (root: string, id: string): string =>
  join(root, 'content', 'lessons', ...id.split('/'));

/** What `lesson.yaml` says. @throws Error in words for authors */
export function lessonPlan(root: string, id: string): LessonPlan {
  return readLesson(yamlOf(root, id, 'lesson.yaml'), `${id}/lesson.yaml`);
}

/** What `solution.yaml` says. @throws Error in words for authors */
export function lessonSolution(root: string, id: string): SolutionLine[] {
  return readSolution(yamlOf(root, id, 'solution.yaml'), `${id}/solution.yaml`);
}

/** What runs gave, where the lesson shows any of it. */
export function lessonOutcomes(root: string, id: string): Outcomes {
  const path = join(lessonFolder(root, id), 'outcomes.json');
  if (!existsSync(path)) return NO_OUTCOMES;
  return parsed(outcomesSchema, JSON.parse(readFileSync(path, 'utf8')), `${id}/outcomes.json`);
}

/**
 * @throws Error where the lessons come after one another in a circle, or too many do.
 */
export function lessonStart(root: string, id: string, chain: readonly string[] = []): LessonStart {
  if (chain.includes(id) || chain.length > LONGEST_CHAIN) {
    throw new Error(
      `${id}: lessons come after one another in a circle, or more than ${LONGEST_CHAIN} do: ${chain.join(', ')}`,
    );
  }
  const plan = lessonPlan(root, id);
  const overlay = filesBelow(join(lessonFolder(root, id), 'start'));
  if (plan.from.kind === 'world') {
    const { world, clock, seed, machine } = plan.from;
    const files = sorted({ ...worldFiles(root, world), ...overlay });
    return { clock, seed, machine, files, setup: plan.setup };
  }
  const before = lessonStart(root, plan.from.lesson, [...chain, id]);
  const written = Object.entries(sorted(overlay)).map(
    ([path, text]): Action => ({ do: 'write', path, text }),
  );
  const solved = actionsOf(lessonSolution(root, plan.from.lesson));
  return { ...before, setup: [...before.setup, ...solved, ...written, ...plan.setup] };
}

/** The project's files as far as writing made them: commands of the setup may have made more. */
export function writtenFiles({ files, setup }: LessonStart): Record<string, string> {
  return withActions(files, setup);
}

/** The same after the solution. */
export function solvedFiles(start: LessonStart, solution: readonly SolutionLine[]): Record<string, string> {
  return withActions(writtenFiles(start), actionsOf(solution));
}

const actionsOf = (solution: readonly SolutionLine[]): Action[] =>
  solution.map(({ action }) => action).filter(isAction);

function withActions(
  files: Readonly<Record<string, string>>,
  actions: readonly Action[],
): Record<string, string> {
  const all: Record<string, string> = { ...files };
  for (const action of actions) {
    if (action.do === 'write') all[action.path] = action.text;
    else if (action.do === 'delete') delete all[action.path];
  }
  return all;
}

function yamlOf(root: string, id: string, name: string): unknown {
  const path = join(lessonFolder(root, id), name);
  if (!existsSync(path)) throw new Error(`content/lessons/${id} has no ${name}`);
  return parse(readFileSync(path, 'utf8'));
}

const sorted = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
