/** upgrade, downgrade, stamp, ensure_version: what changes the database. Answers to: alembic/command.py. */
import { Raise } from '../../machine.ts';
import type { Config } from '../config/config.ts';
import { runEnvironment } from '../runtime/environment-context.ts';
import { commandError } from '../script/errors.ts';
import { downgradeSteps, stampSteps, upgradeSteps } from '../script/migration-steps.ts';
import { scriptDirectoryOf } from '../script/script-directory.ts';

/** Options of `alembic upgrade` and `alembic downgrade`. */
export interface MigrateOptions {
  readonly sql: boolean;
  readonly tag: unknown;
}

/** @throws CommandError and whatever a migration raises */
export function upgrade(config: Config, revision: string, { sql, tag }: MigrateOptions): void {
  const script = scriptDirectoryOf(config);
  const [start, destination] = splitRange(revision, sql);
  runEnvironment(config, script, {
    fn: 'upgrade.<locals>.upgrade',
    steps: (heads) => upgradeSteps(script.revisionMap, destination, heads),
    asSql: sql,
    startingRevision: start,
    destinationRevision: destination,
    tag,
  });
}

/** @throws CommandError and whatever a migration raises */
export function downgrade(config: Config, revision: string, { sql, tag }: MigrateOptions): void {
  const script = scriptDirectoryOf(config);
  const [start, destination] = splitRange(revision, sql);
  if (sql && !revision.includes(':')) throw commandError('downgrade with --sql requires <fromrev>:<torev>');
  runEnvironment(config, script, {
    fn: 'downgrade.<locals>.downgrade',
    steps: (heads) => downgradeSteps(script.revisionMap, destination, heads),
    asSql: sql,
    startingRevision: start,
    destinationRevision: destination,
    tag,
  });
}

function splitRange(revision: string, sql: boolean): [string | null, string] {
  if (!revision.includes(':')) return [null, revision];
  if (!sql) throw commandError('Range revision not allowed');
  return pair(revision);
}

/** `revision.split(":", 2)` into two. @throws ValueError for three parts */
function pair(revision: string): [string, string] {
  const parts = revision.split(':');
  if (parts.length > 2) throw new Raise('builtins.ValueError', ['too many values to unpack (expected 2)']);
  return [parts[0]!, parts[1]!];
}

/** Options of `alembic stamp`. */
export interface StampOptions extends MigrateOptions {
  readonly purge: boolean;
}

/** @throws CommandError */
export function stamp(config: Config, revisions: readonly string[], { sql, tag, purge }: StampOptions): void {
  const script = scriptDirectoryOf(config);
  const [start, destinations] = sql ? stampRanges(revisions) : [null, revisions];
  runEnvironment(config, script, {
    fn: 'stamp.<locals>.do_stamp',
    steps: (heads) => stampSteps(script.revisionMap, destinations, heads),
    asSql: sql,
    startingRevision: start,
    destinationRevision: destinations,
    tag,
    purge,
  });
}

function stampRanges(revisions: readonly string[]): [string | null, readonly string[]] {
  let start: string | null = null;
  const destinations = revisions.map((revision) => {
    if (!revision.includes(':')) return revision;
    const [from, to] = pair(revision);
    if (start !== null && start !== from) {
      throw commandError('Stamp operation with --sql only supports a single starting revision at a time');
    }
    start = from;
    return to;
  });
  return [start, destinations];
}

/** `alembic ensure_version`: creates the version table unless it is there. @param sql only as a script */
export function ensureVersion(config: Config, sql: boolean): void {
  const script = scriptDirectoryOf(config);
  runEnvironment(config, script, {
    fn: 'ensure_version.<locals>.do_ensure_version',
    steps: (_heads, context) => {
      context.ensureVersionTable();
      return [];
    },
    asSql: sql,
  });
}
