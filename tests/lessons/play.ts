/** Plays a lesson in the engine: its setup, then actions, one journal step each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readBootFiles } from '../../src/database/read-boot-files.ts';
import { engine } from '../../src/engine/index.ts';
import { type Action, type LessonPlan, readLesson } from '../../src/lessons/lesson-schema.ts';
import { projectFiles } from '../../src/lessons/project-files.ts';
import { worldOf } from '../../src/lessons/ticks.ts';
import type { Journal, Step } from '../../src/session/journal.ts';
import { replay } from '../../src/session/replay.ts';
import { newServers } from '../../src/session/servers.ts';
import type { Workspace } from '../../src/session/workspace.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const LESSONS = join(ROOT, 'content', 'lessons');

const servers = newServers(readBootFiles);
const host = { engine, fulfil: (need: { readonly args: readonly string[] }) => servers.dump(need.args) };

/** @param path below content/lessons. @returns the YAML file's value. */
export const yaml = (path: string): unknown => parse(readFileSync(join(LESSONS, path), 'utf8'));

export const lessonPlan = (id: string): LessonPlan => readLesson(yaml(`${id}/lesson.yaml`), id);

/** A lesson that is being played. */
export interface Playing {
  readonly plan: LessonPlan;
  readonly workspace: Workspace;
  do(action: Action): Promise<void>;
  /** What the checks look at. @param opened paths that the learner looked at in the editor */
  world(opened?: readonly string[]): ReturnType<typeof worldOf>;
}

/** Starts a lesson on an empty server; the one before must be finished. */
export async function startLesson(id: string): Promise<Playing> {
  const plan = lessonPlan(id);
  let at = Date.parse(plan.clock);
  const stepOf = (action: Action): Step => {
    at += 1000;
    return { at, ...action };
  };
  const journal: Journal = {
    version: 1,
    seed: plan.seed,
    start: projectFiles(ROOT, plan.world, id),
    machine: {},
    steps: plan.setup.map(stepOf),
  };
  const workspace = await replay(journal, journal.steps.length, servers, host);
  return {
    plan,
    workspace,
    do: async (action) => {
      await workspace.do(stepOf(action));
    },
    world: (opened = []) => worldOf(workspace.snapshot(), workspace.results, opened),
  };
}
