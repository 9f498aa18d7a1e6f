/** What a learner who is stuck is told, in both languages, for every kind of check. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { NO_FACTS, readCheck, type World } from '../../../src/checks/index.ts';
import { dictionaryOf, LANGUAGES } from '../../../src/i18n/index.ts';
import { stuckReport } from '../../../src/lessons/stuck.ts';

const WORLD: World = {
  snapshot: {
    files: {},
    database: { running: true, schemas: ['public'], tables: [], views: [], sequences: [], enums: [] },
    revisions: { files: [], heads: ['abc123'], current: [], problem: null },
  },
  facts: {
    ...NO_FACTS,
    commands: [
      {
        line: 'alembic check',
        exit: 255,
        stdout: '',
        stderr: 'FAILED: Target database is not up to date.\n',
      },
    ],
  },
};
const reportOf = (done: unknown, language: 'ko' | 'en') =>
  stuckReport(
    'workflow/x',
    { id: 'y', place: 'model', command: undefined, done: readCheck(done, 'test'), near: [] },
    WORLD,
    dictionaryOf(language),
  );

it('names each part and says which is there', () => {
  const { parts, facts, report } = reportOf(
    { all: [{ table: { name: 'users' } }, { not: { current: 'head' } }] },
    'en',
  );
  expect(parts).toEqual([
    { text: 'a table users in the database', holds: false },
    { text: 'the database stands at head – must not be there', holds: true },
  ]);
  expect(facts).toEqual([
    'No revision is applied to the database.',
    'The heads are abc123.',
    'The last command was alembic check, with exit code 255.',
  ]);
  expect(report).toBe(
    [
      'workflow/x #y',
      '[ ] a table users in the database',
      '[x] the database stands at head – must not be there',
      ...facts,
      '  FAILED: Target database is not up to date.',
    ].join('\n'),
  );
});

it('shows a command without the marks of its pattern', () => {
  const { parts } = reportOf({ ran: { matches: '^alembic( .*)? downgrade\\b' } }, 'ko');
  expect(parts[0]?.text).toBe('명령 실행: alembic downgrade');
});

const docs = readFileSync(new URL('../../../docs/checks.md', import.meta.url), 'utf8');
const examples = [...docs.matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(
  ([, block]) => parse(block!) as unknown[],
);
it.each(examples)('has words for %j', (example) => {
  for (const language of LANGUAGES) {
    for (const { text } of reportOf(example, language).parts) expect(text).not.toMatch(/undefined|^\s*$/);
  }
});
