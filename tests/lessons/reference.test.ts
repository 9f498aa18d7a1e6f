/** The cheat sheet, run line by line in its worlds; the glossary's lessons are there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lessonFolder } from '../../src/lessons/files/lesson-files.ts';
import { worldFiles } from '../../src/lessons/files/project-files.ts';
import { readCommands, readGlossary } from '../../src/lessons/files/reference-files.ts';
import { readWorld } from '../../src/lessons/files/world-schema.ts';
import { withoutParticles } from '../../src/lessons/search-words.ts';
import { play, ROOT } from './play.ts';

const lines = readCommands(ROOT).flatMap((group) => group.lines);

describe('the cheat sheet', () => {
  it.each(lines)('$run', async ({ run, world, exit }) => {
    const plan = readWorld(
      parse(readFileSync(join(ROOT, 'content', 'worlds', `${world}.yaml`), 'utf8')),
      world,
    );
    const playing = await play({ ...plan, machine: {}, files: worldFiles(ROOT, world) });
    await playing.do({ do: 'run', line: run });
    expect(playing.workspace.results.at(-1)!.exit, playing.printed()).toBe(exit);
  });
});

it('the glossary names lessons that are there, and each word once', () => {
  const terms = readGlossary(ROOT);
  const gone = terms.filter(({ lesson }) => lesson !== undefined && !existsSync(lessonFolder(ROOT, lesson)));
  expect(gone.map(({ id }) => id)).toEqual([]);
  expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
});

it.each([
  ['마이그레이션을', '마이그레이션'],
  ['마이그레이션', '마이그레이션'],
  ['리비전으로 되돌리기', '리비전 되돌리기'],
  ['head가', 'head'],
  ['제약 조건은', '제약 조건'],
  ['alembic current', 'alembic current'],
])('a search for %s looks for %s', (query, words) => {
  expect(withoutParticles(query)).toBe(words);
});
