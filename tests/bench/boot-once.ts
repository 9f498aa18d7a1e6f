/** One start of the server in a process of its own: `boot-once.ts plain|ours`; prints milliseconds until it answers. */
import { PGlite } from '@electric-sql/pglite';
import { boot } from '../../src/database/boot.ts';
import { readBootFiles } from '../../src/database/read-boot-files.ts';

const start = performance.now();
const pg = process.argv[2] === 'plain' ? await PGlite.create() : await boot(await readBootFiles());
await pg.query('select 1');
console.log(performance.now() - start);
process.exit(0);
