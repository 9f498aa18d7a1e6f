/** What `alembic check` would find right now, with files that are still being typed: a dry run that leaves no trace. */
import type { Server } from '../database/server.ts';
import type { DetectedEvent, EngineEvent } from '../engine/events.ts';
import { overlayFiles } from '../engine/files.ts';
import type { Machine } from '../engine/machine.ts';
import type { Engine } from './engine-port.ts';
import { PROJECT } from './machine.ts';
import { withShadow } from './shadow-database.ts';

export interface Drift {
  /** What models and database differ in, whatever revisions wait in between. */
  readonly changes: readonly DetectedEvent[];
  /** Why it cannot be told: the last line of what the tool said. */
  readonly problem: string | null;
  readonly milliseconds: number;
}

/** A dry run comes with every pause in typing: an endless loop must end soon. */
const STEP_BUDGET = 2_000_000;

/** Alembic compares only where the database stands at the heads: for the dry run it does. */
function atHeads(heads: readonly string[]): string {
  const rows = heads.map((head) => `('${head.replaceAll("'", "''")}')`);
  return `create table if not exists alembic_version (version_num varchar(32) not null, constraint alembic_version_pkc primary key (version_num));
    delete from alembic_version; ${rows.length > 0 ? `insert into alembic_version values ${rows.join(', ')}` : ''}`;
}

/** @param drafts path to text: files as the editor has them. */
export function findDrift(
  engine: Engine,
  machine: Machine,
  server: Server,
  drafts: Readonly<Record<string, string>>,
): Drift {
  const started = performance.now();
  const events: EngineEvent[] = [];
  const files = overlayFiles(machine.files);
  for (const [path, text] of Object.entries(drafts)) files.write(`${PROJECT}/${path}`, text);
  const { heads } = engine.revisions({ ...machine, files }, []);
  const said: string[] = [];
  const exit = withShadow(server, atHeads(heads), (database) => {
    const shadow: Machine = {
      ...machine,
      files,
      database,
      environment: new Map(machine.environment),
      installed: new Set(machine.installed),
      cwd: PROJECT,
      revisionId: () => '000000000000',
      randomBytes: (count) => new Uint8Array(count),
      stepBudget: STEP_BUDGET,
      emit: (event) => events.push(event),
    };
    const streams = {
      stdout: { write: () => {} },
      stderr: { write: (text: string) => void said.push(text) },
      input: undefined,
    };
    return engine.openTerminal(shadow).run('alembic check', streams).next().value;
  });
  const changes = events.filter((event) => event.kind === 'detected');
  const failed = exit !== 0 && changes.length === 0;
  return {
    changes,
    problem: failed ? (said.join('').trim().split('\n').at(-1) ?? '') : null,
    milliseconds: performance.now() - started,
  };
}
