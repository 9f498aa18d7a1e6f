/** Holds comparison and rendering to what Alembic made of the same models; see record.py. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { boot } from '../../../../src/database/boot.ts';
import { openServer, type Server } from '../../../../src/database/server.ts';
import {
  AutogenContext,
  compareContext,
  populateScript,
} from '../../../../src/engine/alembic/autogenerate/api.ts';
import { renderBody } from '../../../../src/engine/alembic/autogenerate/render/index.ts';
import { migrationScript } from '../../../../src/engine/alembic/operations/migration-script.ts';
import { downgradeOps, upgradeOps } from '../../../../src/engine/alembic/operations/modify-table.ts';
import { asDiffs } from '../../../../src/engine/alembic/operations/reverse.ts';
import { Inspector } from '../../../../src/engine/sqlalchemy/postgresql/reflect/index.ts';
import { buildMetadata, type TableSpec } from './models.ts';
import { contextOver, python, repr } from './world.ts';

interface Recorded {
  readonly before: readonly TableSpec[];
  readonly after: readonly TableSpec[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly naming?: Readonly<Record<string, string>>;
  readonly sql: readonly string[];
  readonly log: readonly string[];
  readonly diffs: readonly string[];
  readonly upgrade: string;
  readonly downgrade: string;
  readonly imports: readonly string[];
}

const cases = JSON.parse(
  readFileSync(new URL('./cases.recorded.json', import.meta.url), 'utf8'),
) as Recorded[];

let server: Server;
beforeAll(async () => {
  server = openServer(await boot(undefined), {
    now: () => 0n,
    randomBytes: (count) => new Uint8Array(count),
  });
}, 60_000);

const CLEAN = `do $$ declare n name; begin for n in select nspname from pg_namespace where nspname not like 'pg\\_%'
and nspname <> 'information_schema' loop execute format('drop schema %I cascade', n); end loop; end $$;
create schema public; create schema hr`;

function run(recorded: Recorded) {
  const connection = server.administer();
  try {
    connection.execute(CLEAN);
    for (const sql of recorded.sql) connection.execute(sql);
    const metadata = buildMetadata(recorded.after, recorded.naming);
    const log: string[] = [];
    const context = contextOver(connection, { target_metadata: metadata, ...recorded.options }, log);
    const source = {
      rows: (sql: string) => connection.execute(sql)[0]!.rows,
      query: (sql: string, parameters: ReadonlyMap<string, unknown>) => {
        const filled = sql.replace(/%\((\w+)\)s/g, (_, name: string) => `'${parameters.get(name)}'`);
        return connection.execute(filled.replaceAll('%%', '%'))[0]!.rows;
      },
      defaultSchema: () => 'public',
      warn: () => {},
    };
    const script = migrationScript(null, [upgradeOps()], [downgradeOps()]);
    populateScript(
      compareContext(context, () => new Inspector(source), metadata),
      script,
    );
    const upgrade = script.upgradeOpsList[0]!;
    const rendering = new AutogenContext(context);
    return {
      log: log.filter((line) => !line.startsWith('[alembic.runtime.plugins]')),
      diffs: asDiffs(upgrade, python).map(repr),
      upgrade: renderBody(upgrade, rendering),
      downgrade: renderBody(script.downgradeOpsList[0]!, rendering),
      imports: [...rendering.imports].sort(),
    };
  } finally {
    connection.close();
  }
}

describe('autogenerate', () => {
  it.each(cases.map((one, at) => [at, one] as const))('random models %i', (_, recorded) => {
    const { log, diffs, upgrade, downgrade, imports } = recorded;
    const made = run(recorded);
    const masked = made.log.map((line) => line.replace(/0x[0-9a-f]{6,}/g, '0x0'));
    expect({ ...made, log: masked }).toEqual({ log, diffs, upgrade, downgrade, imports });
  });
});
