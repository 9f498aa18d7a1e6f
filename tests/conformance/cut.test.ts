/** The engine as the page gets it, cut into parts (src/build/parts), gives what the real tools gave: functions mean the same where they went. */
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { bundleCut } from '../unit/session/parts/cut-engine.ts';
import { findCases, idOf } from './cases.ts';
import { playAll } from './pool.ts';

const THREADS = 2;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

it('cut into parts, the engine passes its cases', { timeout: 600_000 }, async () => {
  const program = await bundleCut('tests/conformance/cut-worker.ts', 'cut-cases');
  // The worker reads it from beside itself.
  copyFileSync(here('schema.sql'), new URL('schema.sql', program));
  const failed: string[] = [];
  const files = findCases([here('cases')], undefined);
  expect(files.length).toBeGreaterThan(1000);
  const report = (
    file: string,
    { differences, broke }: { differences: readonly unknown[]; broke?: string },
  ) => {
    if (differences.length > 0 || broke !== undefined) failed.push(`${idOf(file)} ${broke ?? ''}`.trim());
  };
  await playAll(files, THREADS, report, program);
  expect(failed).toEqual([]);
});
