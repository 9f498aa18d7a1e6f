/**
 * What separates models, revisions and database right now, with files that are still being typed. The tools themselves say it, in a
 * dry run that leaves no trace: `upgrade heads` on a shadow of the database tells what would run next, `check` after it what
 * autogenerate would find then.
 */
import type { Server } from '../../database/server.ts';
import type {
  DetectedEvent,
  EngineEvent,
  OperationEvent,
  RevisionEvent,
  SqlEvent,
} from '../../engine/events.ts';
import { overlayFiles } from '../../engine/files.ts';
import type { Files, Machine } from '../../engine/machine.ts';
import type { DatabaseSnapshot, RevisionSnapshot } from '../../engine/snapshot.ts';
import type { Engine } from '../workspace/engine-port.ts';
import { PROJECT } from '../workspace/machine.ts';
import { type Failure, failureOf, rehearsal } from './rehearsal.ts';
import { withShadow } from './shadow-database.ts';
import { findStrays, type Stray } from './strays.ts';

export interface Drift {
  /** What autogenerate would find, once the revisions that wait are applied; undefined where it cannot be told. */
  readonly changes: readonly DetectedEvent[] | undefined;
  /** What `upgrade heads` would do next. */
  readonly upgrade: Upgrade;
  /** What the database has or lacks beside its revisions; undefined where the revisions do not run from the beginning. */
  readonly strays: readonly Stray[] | undefined;
  /** Why it cannot be told, if so. */
  readonly problem: DriftProblem | null;
  readonly milliseconds: number;
}

export interface Upgrade {
  readonly revisions: readonly RevisionEvent[];
  readonly operations: readonly OperationEvent[];
  readonly sql: readonly SqlEvent[];
}

export interface DriftProblem extends Failure {
  /** The command of the dry run that failed. */
  readonly during: 'upgrade' | 'check';
}

/** The world that a dry run starts from. */
export interface DriftWorld {
  readonly engine: Engine;
  readonly machine: Machine;
  readonly server: Server;
  /** The database as it is. */
  readonly database: DatabaseSnapshot;
  /** Rows of alembic_version. */
  readonly current: readonly string[];
}

/** Remembers between two looks what has not changed: strays depend on revisions and database, not on models. */
export interface DriftMemory {
  key: string | undefined;
  strays: readonly Stray[] | undefined;
}

/** What a drift remembers of the one before it; nothing yet. */
export const newDriftMemory = (): DriftMemory => ({ key: undefined, strays: undefined });

interface DriftOptions {
  readonly memory: DriftMemory;
  /** Whether to look for strays where they are not remembered. */
  readonly strays: boolean;
}

/** @param drafts path to text: files as the editor has them. */
export function findDrift(
  world: DriftWorld,
  drafts: Readonly<Record<string, string>>,
  { memory, strays: wanted }: DriftOptions,
): Drift {
  const started = performance.now();
  const { engine, machine, current } = world;
  const files = overlayFiles(machine.files);
  for (const [path, text] of Object.entries(drafts)) files.write(`${PROJECT}/${path}`, text);
  const revisions = engine.revisions({ ...machine, files }, current);
  const next = nextSteps(world, files, revisions);
  const strays = next.problem ? undefined : straysOf(world, files, revisions, memory, wanted);
  return { ...next, strays, milliseconds: performance.now() - started };
}

function nextSteps(
  { engine, machine, server, current }: DriftWorld,
  files: Files,
  { heads }: RevisionSnapshot,
): Pick<Drift, 'changes' | 'upgrade' | 'problem'> {
  return withShadow(server, (database) => {
    const run = rehearsal(engine, machine, files, database);
    const pending = heads.length !== current.length || heads.some((head) => !current.includes(head));
    const upgraded = pending ? run('alembic upgrade heads') : undefined;
    const upgrade = upgradeIn(upgraded?.events ?? []);
    if (upgraded && upgraded.exit !== 0) {
      return { changes: undefined, upgrade, problem: { during: 'upgrade', ...failureOf(upgraded) } };
    }
    const checked = run('alembic check');
    const changes = checked.events.filter((event) => event.kind === 'detected');
    // It fails where it finds something, too; a traceback ends with 1.
    const failed = checked.exit === 1 || (checked.exit !== 0 && changes.length === 0);
    return {
      changes: failed ? undefined : changes,
      upgrade,
      problem: failed ? { during: 'check', ...failureOf(checked) } : null,
    };
  });
}

const upgradeIn = (events: readonly EngineEvent[]): Upgrade => ({
  revisions: events.filter((event) => event.kind === 'revision'),
  operations: events.filter((event) => event.kind === 'operation'),
  sql: events.filter((event) => event.kind === 'sql'),
});

/** A revision file that imports anything of the learner's may mean something else whenever any file changes. */
const OWN_IMPORT = /^\s*(from|import)\s+(?!alembic\b|sqlalchemy\b|typing\b)/m;

function straysOf(
  world: DriftWorld,
  files: Files,
  revisions: RevisionSnapshot,
  memory: DriftMemory,
  wanted: boolean,
): readonly Stray[] | undefined {
  const { engine, machine, server, database, current } = world;
  const read = (path: string) => files.read(`${PROJECT}/${path}`) ?? '';
  const texts = revisions.files.map(({ path }) => read(path));
  // Without such imports the models do not matter: they need not be run again with every key.
  if (texts.some((text) => OWN_IMPORT.test(text))) {
    return wanted ? findStrays(engine, machine, files, server, database, current) : undefined;
  }
  const shapes = database.tables.map(({ schema, name, columns }) => [
    schema,
    name,
    columns.map((column) => [column.name, column.type, column.notNull, column.default]),
  ]);
  const key = JSON.stringify([texts, current, read('alembic.ini'), database.running, shapes]);
  if (memory.key !== key) {
    if (!wanted) return undefined;
    memory.strays = findStrays(engine, machine, files, server, database, current);
    memory.key = key;
  }
  return memory.strays;
}
