/** The transcripts of the lessons are the real tools': each lesson has its recorded case, and the case types what the lesson types. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lessonIds } from '../../src/lessons/files/lesson-files.ts';
import { caseId, lessonCase } from './lesson-case.ts';
import { ROOT } from './play.ts';

/** What a recorder filled in; all other keys are what was asked. */
const ANSWERS = ['exit', 'stdout', 'stderr', 'error', 'rows', 'schema'];

interface Recorded {
  readonly steps: readonly Readonly<Record<string, unknown>>[];
}

/** The case as it was before it was recorded. `files` of a step are an answer, too; those of the case are its start. */
function asked(recorded: Recorded): unknown {
  return {
    ...recorded,
    steps: recorded.steps.map((step) =>
      Object.fromEntries(Object.entries(step).filter(([key]) => key !== 'files' && !ANSWERS.includes(key))),
    ),
  };
}

it.each(lessonIds(ROOT))('%s is recorded as it stands', async (id) => {
  const path = join(ROOT, 'tests', 'conformance', 'cases', `${caseId(id)}.json`);
  const how = `record it: node --experimental-strip-types tests/lessons/write-cases.ts IN ${id}, then the recorder (CONTRIBUTING.md)`;
  expect(existsSync(path), how).toBe(true);
  expect(asked(JSON.parse(readFileSync(path, 'utf8')) as Recorded), how).toEqual(await lessonCase(id));
});
