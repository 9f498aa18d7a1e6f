/**
 * Whether a downgrade is honest: on a copy of the database a revision goes up, down and up again, and what differs afterwards is told.
 * Nothing of the learner's is touched, and it is no step.
 */
import { databaseSnapshot } from '../../database/catalog.ts';
import { emptyServer } from '../../database/empty.ts';
import type { Server } from '../../database/server.ts';
import { overlayFiles } from '../../engine/files.ts';
import type { Machine } from '../../engine/machine.ts';
import type { DatabaseSnapshot, RevisionFileSnapshot, RevisionSnapshot } from '../../engine/snapshot.ts';
import { compareByName } from '../compare/by-name.ts';
import { changedValues, type ValueChange } from '../compare/changed-values.ts';
import { type DatabaseDiff, isEmptyDiff } from '../compare/database-diff.ts';
import type { Engine } from '../workspace/engine-port.ts';
import { type Failure, failureOf, rehearsal } from './rehearsal.ts';

export interface RoundTrip {
  /** In the order in which they were tried; empty where there is no revision to try. */
  readonly revisions: readonly ProvenRevision[];
  readonly milliseconds: number;
}

export interface ProvenRevision {
  readonly revision: string;
  readonly path: string;
  readonly honest: boolean;
  /** A command that failed: no further was tried. */
  readonly failure: ProofFailure | undefined;
  /** What the downgrade leaves behind or does not bring back: before the upgrade against after the downgrade. */
  readonly left: DatabaseDiff | undefined;
  /** What is not as it was when the revision is applied again. */
  readonly again: DatabaseDiff | undefined;
  /** Values that did not survive, the first of them; how many there are stands in the differences. */
  readonly values: readonly ValueChange[];
}

export interface ProofFailure extends Failure {
  readonly during: 'upgrade' | 'downgrade' | 'again';
}

/** @returns undefined where nothing was tried. */
export function outcomeOf(proof: RoundTrip | undefined): 'honest' | 'different' | undefined {
  if (!proof || proof.revisions.length === 0) return undefined;
  return proof.revisions.every(({ honest }) => honest) ? 'honest' : 'different';
}

const ROWS = 1000;
const MOST_VALUES = 50;
const STEP_BUDGET = 20_000_000;

interface Lab {
  readonly run: ReturnType<typeof rehearsal>;
  look(): DatabaseSnapshot;
  empty(): void;
}

/**
 * @param copy a server of its own, with the learner's data.
 * @param wanted one revision; without it those that wait, or, where none does, those where the database stands.
 */
export function proveRoundTrip(
  engine: Engine,
  machine: Machine,
  copy: Server,
  current: readonly string[],
  wanted: string | undefined,
): RoundTrip {
  const started = performance.now();
  const files = overlayFiles(machine.files);
  const facts = engine.revisions({ ...machine, files }, current);
  const lab: Lab = {
    run: (line) => {
      const done = rehearsal(engine, machine, files, copy, STEP_BUDGET)(line);
      copy.endSessions();
      return done;
    },
    look: () => look(copy),
    empty: () => emptyServer(copy),
  };
  const waiting = pendingRevisions(facts);
  const chosen = waiting.length > 0 ? waiting : filesOf(facts, current);
  const revisions: ProvenRevision[] = [];
  for (const file of wanted === undefined ? chosen : filesOf(facts, [wanted])) {
    const isApplied = !waiting.includes(file);
    const proven = isApplied ? proveApplied(lab, file) : proveWaiting(lab, file);
    revisions.push(proven);
    if (proven.failure) break;
  }
  return { revisions, milliseconds: performance.now() - started };
}

const filesOf = ({ files }: RevisionSnapshot, ids: readonly string[]) =>
  files.filter(({ revision }) => revision !== null && ids.includes(revision));

/** Revisions that are not applied, each after those that it needs. */
function pendingRevisions({ files, current }: RevisionSnapshot): RevisionFileSnapshot[] {
  const needs = ({ down, dependsOn }: RevisionFileSnapshot) => [...down, ...dependsOn];
  const applied = new Set<string>();
  const queue = [...current];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (applied.has(id)) continue;
    applied.add(id);
    queue.push(...filesOf({ files, current, heads: [], problem: null }, [id]).flatMap(needs));
  }
  const order: RevisionFileSnapshot[] = [];
  for (;;) {
    const next = files.find(
      (file) =>
        file.revision !== null && !applied.has(file.revision) && needs(file).every((id) => applied.has(id)),
    );
    if (!next) return order;
    applied.add(next.revision!);
    order.push(next);
  }
}

/** The way of one revision up, down and up; stops at the first command that fails. */
function walk(lab: Lab, file: RevisionFileSnapshot, ways: readonly ProofFailure['during'][]) {
  const seen: DatabaseSnapshot[] = [lab.look()];
  for (const during of ways) {
    const id = file.revision!;
    const done = lab.run(during === 'downgrade' ? `alembic downgrade ${id}@-1` : `alembic upgrade ${id}`);
    if (done.exit !== 0) return { seen, failure: { during, ...failureOf(done) } };
    seen.push(lab.look());
  }
  return { seen, failure: undefined };
}

function proveWaiting(lab: Lab, file: RevisionFileSnapshot): ProvenRevision {
  // Where it is not the first that waits, those below it come first; where it is, this does nothing.
  for (const id of file.down) lab.run(`alembic upgrade ${id}`);
  const { seen, failure } = walk(lab, file, ['upgrade', 'downgrade', 'again']);
  const [before, after, back, again] = seen;
  return verdict(file, failure, [before, back], [after, again]);
}

/** The data tells what is lost; how it looked before the revision is only known from an empty database. */
function proveApplied(lab: Lab, file: RevisionFileSnapshot): ProvenRevision {
  const { seen, failure } = walk(lab, file, ['downgrade', 'again']);
  const [after, , again] = seen;
  if (failure) return verdict(file, failure, [], [after, again]);
  lab.empty();
  const ready = file.down.every((id) => lab.run(`alembic upgrade ${id}`).exit === 0);
  const bare = ready ? walk(lab, file, ['upgrade', 'downgrade']) : undefined;
  const [before, , back] = bare?.failure ? [] : (bare?.seen ?? []);
  return verdict(file, undefined, [before, back], [after, again]);
}

type Sides = readonly [before?: DatabaseSnapshot | undefined, after?: DatabaseSnapshot | undefined];

function verdict(
  { revision, path }: RevisionFileSnapshot,
  failure: ProofFailure | undefined,
  below: Sides,
  above: Sides,
): ProvenRevision {
  const left = differenceOf(below);
  const again = differenceOf(above);
  const values = [below, above].flatMap(([before, after]) =>
    before && after ? changedValues(before, after, MOST_VALUES) : [],
  );
  const alike = [left, again].every((diff) => diff === undefined || isEmptyDiff(diff));
  return { revision: revision!, path, honest: !failure && alike, failure, left, again, values };
}

const differenceOf = ([before, after]: Sides) => (before && after ? compareByName(before, after) : undefined);

function look(server: Server): DatabaseSnapshot {
  const connection = server.administer();
  try {
    return databaseSnapshot(connection, true, ROWS);
  } finally {
    connection.close();
  }
}
