/** Reads the error index from `content/errors`, at build time and in tests; and makes of each entry what a lesson's page and workbench need. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Check } from '../../checks/index.ts';
import type { Language } from '../../i18n/index.ts';
import type { Action } from '../actions.ts';
import type { LessonData } from '../files/lesson-data.ts';
import type { StepPlan } from '../files/lesson-schema.ts';
import { worldFiles } from '../files/project-files.ts';
import { type ErrorEntry, readError } from './error-schema.ts';

/** Where an entry of the error index lies. */
export const errorFolder = (root: string, id: string): string => join(root, 'content', 'errors', id);

/** @param root the project's folder. @returns every entry, by id. */
export function errorEntries(root: string): ErrorEntry[] {
  return readdirSync(join(root, 'content', 'errors'))
    .filter((id) => existsSync(join(errorFolder(root, id), 'error.yaml')))
    .sort()
    .map((id) => readError(parse(readFileSync(join(errorFolder(root, id), 'error.yaml'), 'utf8')), id));
}

/** What `meet` printed when the test played it: the whole of it, as a learner would paste it. */
export function errorMessage(root: string, id: string): string {
  return readFileSync(join(errorFolder(root, id), 'message.txt'), 'utf8').trimEnd();
}

/** The lines that say it: those that a pattern matches, or the last one. */
export function shortMessage(entry: ErrorEntry, message: string): string {
  const lines = message.split('\n');
  const telling = lines.filter((line) => entry.patterns.some((pattern) => new RegExp(pattern).test(line)));
  return telling.at(-1) ?? lines.at(-1) ?? '';
}

/** The entry as a lesson: meeting the message is its first step, each part of the way out one more. */
export function errorLesson(root: string, entry: ErrorEntry): LessonData {
  const { world, clock, seed, machine, setup } = entry.start;
  const meet: Action = { do: 'run', line: entry.meet };
  const steps: StepPlan[] = [
    stepOf('meet', meet, { kind: 'ran', of: { matches: exactly(entry.meet), exit: 'any', last: false } }),
    ...entry.out.map(({ action, done }, index) =>
      stepOf(`out-${index + 1}`, action, done ?? doneWell(action)),
    ),
  ];
  return {
    id: `errors/${entry.id}`,
    plan: {
      order: 0,
      minutes: 0,
      guide: [],
      problems: [],
      prerequisites: [],
      from: { kind: 'world', world, clock, seed, machine },
      setup: [],
      open: entry.open,
      chips: [],
      drill: undefined,
      steps,
      quiz: [],
    },
    start: { clock, seed, machine, files: worldFiles(root, world), setup },
    solution: [
      { step: 'meet', action: meet, exit: 0 },
      ...entry.out.map(({ action }, index) => ({ step: `out-${index + 1}`, action, exit: 0 })),
    ],
  };
}

function doneWell(action: Action): Check {
  if (action.do !== 'run') throw new Error('only a command is done by running');
  return { kind: 'ran', of: { matches: exactly(action.line), exit: 0, last: false } };
}

function stepOf(id: string, action: Action, done: Check): StepPlan {
  const command = action.do === 'run' ? action.line : undefined;
  return { id, place: placeOf(action), command, done, near: [] };
}

function placeOf(action: Action): StepPlan['place'] {
  if (action.do === 'sql') return 'database';
  if (action.do === 'run')
    return /\b(revision|merge|heads|history)\b/.test(action.line) ? 'revision' : 'database';
  return action.path.includes('/versions/') ? 'revision' : 'model';
}

const exactly = (line: string): string => `^${line.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;

/** Title of each step in a language, by the step's id. */
export function stepTitles(entry: ErrorEntry, language: Language, meet: string): Record<string, string> {
  return Object.fromEntries([
    ['meet', meet],
    ...entry.out.map(({ words }, index) => [`out-${index + 1}`, words[language]]),
  ]);
}
