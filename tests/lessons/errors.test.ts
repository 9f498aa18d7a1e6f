/** The error index, played: the broken start gives the message, its own pattern and no other knows it, the way out mends it. `-u` records the messages. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { passes } from '../../src/checks/index.ts';
import { recognise } from '../../src/checks/recognise.ts';
import { errorEntries, errorFolder, errorLesson } from '../../src/lessons/errors/error-files.ts';
import { lessonFolder } from '../../src/lessons/files/lesson-files.ts';
import { play, ROOT } from './play.ts';

const entries = errorEntries(ROOT);

it('names lessons that are there', () => {
  const gone = entries.filter(
    ({ lesson }) => lesson !== undefined && !existsSync(lessonFolder(ROOT, lesson)),
  );
  expect(gone.map(({ id, lesson }) => `${id}: ${lesson}`)).toEqual([]);
});

it.each([
  ['sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called', 'missing-greenlet'],
  ['INFO  [alembic.autogenerate.compare] Detected no changes', 'empty-migration'],
  ['sqlalchemy.exc.OperationalError: connection failed', 'cannot-connect'],
  ['FAILED: Multiple head revisions are present', 'multiple-heads'],
])('knows the message as the guide writes it: %s', (message, id) => {
  expect(recognise(message, entries)).toEqual([id]);
});

describe.each(entries)('$id', (entry) => {
  it('gives a message that is recognised, and is mended by its way out', async () => {
    const { start, plan, solution } = errorLesson(ROOT, entry);
    const playing = await play(start);
    const done = () => plan.steps.filter((step) => passes(step.done, playing.world())).map((step) => step.id);
    expect(done()).toEqual([]);
    const broken = playing.workspace.results.find((result) => result.exit !== 0 || result.sql?.error);
    expect(broken?.output ?? broken?.sql?.error, 'the setup fails').toBeUndefined();
    const met = new Set<string>();
    for (const [index, { action }] of solution.entries()) {
      await playing.do(action);
      const { exit, sql } = playing.workspace.results.at(-1)!;
      if (index > 0) expect(sql?.error ?? exit, `${JSON.stringify(action)}: ${playing.printed()}`).toBe(0);
      else {
        expect(recognise(playing.printed(), entries), playing.printed()).toEqual([entry.id]);
        await expect(playing.printed()).toMatchFileSnapshot(join(errorFolder(ROOT, entry.id), 'message.txt'));
      }
      for (const id of done()) met.add(id);
      expect([...met], `after ${JSON.stringify(action)}: ${playing.printed()}`).toEqual(
        plan.steps.slice(0, index + 1).map((one) => one.id),
      );
    }
  });
});
