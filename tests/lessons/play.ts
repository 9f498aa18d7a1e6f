/** Plays lessons in the engine: start, solution, and what the prose and the questions of a lesson ask for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readBootFiles } from '../../src/database/read-boot-files.ts';
import { engine } from '../../src/engine/index.ts';
import { type Action, type Deed, isAction, stepsFrom } from '../../src/lessons/actions.ts';
import {
  lessonFolder,
  lessonPlan,
  lessonSolution,
  lessonStart,
} from '../../src/lessons/files/lesson-files.ts';
import type { LessonPlan } from '../../src/lessons/files/lesson-schema.ts';
import { worldOf } from '../../src/lessons/ticks.ts';
import type { Journal } from '../../src/session/journal/journal.ts';
import type { StepResult } from '../../src/session/protocol.ts';
import { outcomeOf } from '../../src/session/rehearsal/round-trip.ts';
import { fulfilNeed } from '../../src/session/workspace/needs.ts';
import { replay } from '../../src/session/workspace/replay.ts';
import { newServers } from '../../src/session/workspace/servers.ts';
import type { WorkspaceHost } from '../../src/session/workspace/work.ts';
import type { Workspace } from '../../src/session/workspace/workspace.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const boot = readBootFiles();
const servers = newServers(() => boot);
const host: WorkspaceHost = {
  engine,
  fulfil: (need, machine) => fulfilNeed(need, { machine, dump: servers.dump }),
};

/** @param path below the lesson's folder. @returns the YAML file's value. */
export const yaml = (id: string, path: string): unknown =>
  parse(readFileSync(join(lessonFolder(ROOT, id), path), 'utf8'));

/** A workspace that is being played. */
export interface Playing {
  readonly workspace: Workspace;
  do(deed: Deed): Promise<void>;
  /** What the checks look at. @param opened paths that the learner looked at in the editor */
  world(opened?: readonly string[]): ReturnType<typeof worldOf>;
  /** Results of the learner's own steps. */
  learned(): readonly StepResult[];
  /** What the last step printed, both streams in their order. */
  printed(): string;
}

/** Where a played workspace begins. */
export interface PlayStart {
  readonly clock: string;
  readonly seed: string;
  readonly machine: Journal['machine'];
  readonly files: Readonly<Record<string, string>>;
  readonly setup: readonly Action[];
}

/** Starts on an empty server; the workspace before must be finished. Facts of the setup are none of the learner's. */
export async function play({ clock, seed, machine, files, setup }: PlayStart): Promise<Playing> {
  const steps = stepsFrom(setup, clock);
  const journal: Journal = { version: 1, seed, start: files, machine, steps };
  const workspace = await replay(journal, steps.length, servers, host);
  let roundtrip: ReturnType<typeof outcomeOf>;
  let at = Date.parse(clock) + steps.length * 1000;
  return {
    workspace,
    do: async (deed) => {
      roundtrip = undefined;
      at += 1000;
      if (isAction(deed)) await workspace.do({ at, ...deed });
      else roundtrip = await provenOutcome(workspace);
    },
    learned: () => workspace.results.slice(steps.length),
    world: (opened = []) =>
      worldOf(workspace.snapshot(), workspace.results.slice(steps.length), opened, { roundtrip }),
    printed: () => (workspace.results.at(-1)?.output ?? []).map((piece) => piece.text).join(''),
  };
}

/** As the page's button does: on a copy of the server. */
async function provenOutcome(workspace: Workspace): Promise<ReturnType<typeof outcomeOf>> {
  const copy = await servers.copy();
  if (!copy) throw new Error('the database cannot be copied');
  const proof = workspace.prove(copy.server, undefined);
  await copy.close();
  return outcomeOf(proof);
}

export interface PlayingLesson extends Playing {
  readonly plan: LessonPlan;
}

/** A lesson at its start, or after its solution. */
export async function startLesson(id: string, from: 'start' | 'end' = 'start'): Promise<PlayingLesson> {
  const playing = await play(lessonStart(ROOT, id));
  if (from === 'end') for (const { action } of lessonSolution(ROOT, id)) await playing.do(action);
  return { plan: lessonPlan(ROOT, id), ...playing };
}
