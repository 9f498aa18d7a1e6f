/** The connection to the real server meets the contract that the engine relies on; clock and randomness come from outside. */
import { beforeAll, describe, expect, it } from 'vitest';
import { boot } from '../../../src/database/boot.ts';
import { openServer, type Server } from '../../../src/database/server.ts';
import { connectionContract, LOGIN } from '../../contract/connection.ts';

let server: Server;
let microseconds = 1_768_469_400_123_456n;
let bytes = 0;

beforeAll(async () => {
  const pg = await boot(undefined);
  server = openServer(pg, {
    now: () => microseconds,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => bytes++ & 255),
  });
}, 60_000);

describe('connection', () => {
  for (const clause of connectionContract) it(clause.name, () => clause.check(server));

  it("takes the server's clock and randomness from the host", () => {
    const ask = () => {
      bytes = 0;
      microseconds = 1_768_469_400_123_456n;
      const connection = server.connect(LOGIN);
      const rows = connection.execute('select now(), gen_random_uuid(), random()')[0]?.rows[0];
      connection.close();
      return rows;
    };
    const first = ask();
    expect(first?.[0]).toBe('2026-01-15 09:30:00.123456+00');
    expect(ask()).toEqual(first);
    microseconds += 60_000_000n;
    const connection = server.connect(LOGIN);
    expect(connection.execute('select now()')[0]?.rows).toEqual([['2026-01-15 09:31:00.123456+00']]);
    connection.close();
  });
});
