/** `node --experimental-strip-types tests/lessons/write-cases.ts OUT [LESSON…]`: writes lessons as cases, to be recorded with the real tools. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lessonIds } from '../../src/lessons/files/lesson-files.ts';
import { lessonCase } from './lesson-case.ts';
import { ROOT } from './play.ts';

const [out, ...asked] = process.argv.slice(2);
if (out === undefined) throw new Error('say where to write the cases');
for (const id of asked.length > 0 ? asked : lessonIds(ROOT)) {
  const one = await lessonCase(id);
  const path = join(out, `${one.id}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(one, null, 1)}\n`);
}
process.exit(0);
