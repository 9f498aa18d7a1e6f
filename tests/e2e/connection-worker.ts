/** Plays the connection's contract in a browser's worker and posts what failed. */
import { boot } from '../../src/database/boot.ts';
import { fetchBootFiles } from '../../src/database/fetch-boot-files.ts';
import { openServer } from '../../src/database/server.ts';
import { connectionContract } from '../contract/connection.ts';

const pg = await boot(await fetchBootFiles(() => {}));
const server = openServer(pg, { now: () => 0n, randomBytes: (count) => new Uint8Array(count) });
const failures = connectionContract.flatMap((clause) => {
  try {
    clause.check(server);
    return [];
  } catch (error) {
    return [`${clause.name}: ${error instanceof Error ? error.message : String(error)}`];
  }
});
self.postMessage({ clauses: connectionContract.length, failures });
