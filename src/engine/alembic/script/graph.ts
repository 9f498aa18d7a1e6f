/** From revision files to a linked graph. Answers to: alembic/script/revision.py (RevisionMap). */
import { Raise } from '../../machine.ts';
import { type LoopKind, loopDetected, notText, revisionError } from './errors.ts';
import { ancestorsOf, descendantsOf, related, sortedRevisions } from './lineage.ts';
import { listOf, type Revision } from './revision.ts';

/** The revisions with their edges. */
export interface Graph {
  /** By identifier in the order of the files, then by label. */
  readonly map: Map<string, Revision>;
  heads: readonly string[];
  bases: readonly string[];
  /** Heads and bases where dependencies count as edges. */
  realHeads: readonly string[];
  realBases: readonly string[];
}

/** @param line of script/revision.py, which the warning names */
export type Warn = (message: string, line: number) => void;

/** An identifier as Python has it: text, or a tuple where a comma made it one. */
export type PythonId = string | readonly string[];

/** What the graph asks of the program around it. */
export interface GraphHost {
  readonly warn: Warn;
  /** What Python meets first as it walks `set(all) - set(kept)`. */
  firstLeft(all: readonly PythonId[], kept: readonly PythonId[]): unknown;
  /** Whether a label that is no text begins with an identifier, as Python answers. @throws TypeError of Python */
  begins(label: unknown, id: string): boolean;
  repr(value: unknown): string;
}

/**
 * Links revisions to each other.
 * @throws KeyError for references to nothing, RevisionError for labels taken twice, CycleDetected
 */
export function buildGraph(revisions: Iterable<Revision>, host: GraphHost): Graph {
  const { warn } = host;
  const map = new Map<string, Revision>();
  const all: Revision[] = [];
  for (const revision of revisions) {
    all.push(revision);
    if (map.has(revision.revision)) warn(`Revision ${revision.revision} is present more than once`, 208);
    map.set(revision.revision, revision);
  }
  const plain = new Map(map);
  const labelled = sortedRevisions(all.filter((revision) => revision.ownLabels.length > 0));
  for (const revision of labelled) nameLabels(revision, map);
  const ordered = sortedRevisions(all);
  for (const revision of ordered) resolveDependencies(revision, map);
  const heads = new Set(all);
  const realHeads = new Set(all);
  for (const revision of map.values()) linkDown(revision, map, warn, heads, realHeads);
  for (const revision of ordered) normalizeDependencies(revision, map);
  const bases = all.filter((revision) => revision.isBase);
  const realBases = all.filter((revision) => revision.isRealBase);
  checkCycles(host, plain, [...heads], bases, [...realHeads], realBases);
  const graph = {
    map,
    heads: ids(heads),
    bases: ids(bases),
    realHeads: ids(realHeads),
    realBases: ids(realBases),
  };
  for (const revision of labelled) spreadLabels(revision, map);
  return graph;
}

/** Adds a revision that has just been written. @throws as buildGraph */
export function addToGraph(graph: Graph, revision: Revision, warn: Warn): void {
  const { map } = graph;
  if (map.has(revision.revision)) warn(`Revision ${revision.revision} is present more than once`, 430);
  map.set(revision.revision, revision);
  if (revision.ownLabels.length > 0) {
    spreadLabels(revision, map);
    nameLabels(revision, map);
  }
  resolveDependencies(revision, map);
  if (revision.isBase) graph.bases = [...graph.bases, revision.revision];
  if (revision.isRealBase) graph.realBases = [...graph.realBases, revision.revision];
  for (const down of revision.allDownRevisions)
    present(down, revision, map, (message) => warn(message, 450)).addNext(revision);
  normalizeDependencies(revision, map);
  const without = (heads: readonly string[], down: readonly string[]) => [
    ...heads.filter((head) => head !== revision.revision && !down.includes(head)),
    revision.revision,
  ];
  if (revision.isRealHead) graph.realHeads = without(graph.realHeads, revision.allDownRevisions);
  if (revision.isHead) graph.heads = without(graph.heads, revision.versionedDown);
}

function nameLabels(revision: Revision, map: Map<string, Revision>): void {
  for (const label of revision.ownLabels) {
    const holder = map.get(label);
    if (holder) {
      throw revisionError(
        `Branch name '${label}' in revision ${revision.revision} already used by revision ${holder.revision}`,
      );
    }
    map.set(label, revision);
  }
}

function resolveDependencies(revision: Revision, map: ReadonlyMap<string, Revision>): void {
  if (revision.dependencies === '') return; // depends_on = "" is as good as none
  revision.resolvedDependencies = listOf(revision.dependencies).map((name) => {
    const found = map.get(name);
    if (!found) throw new Raise('builtins.KeyError', [name]);
    return found.revision;
  });
}

function linkDown(
  revision: Revision,
  map: Map<string, Revision>,
  warn: Warn,
  heads: Set<Revision>,
  realHeads: Set<Revision>,
): void {
  for (const id of revision.allDownRevisions) {
    const down = present(id, revision, map, (message) => warn(message, 236));
    down.addNext(revision);
    if (revision.versionedDown.includes(id)) heads.delete(down);
    realHeads.delete(down);
  }
}

function present(
  id: string,
  from: Revision,
  map: ReadonlyMap<string, Revision>,
  warn: (message: string) => void,
): Revision {
  const found = map.get(id);
  if (found) return found;
  warn(`Revision ${id} referenced from ${from.toString()} is not present`);
  throw new Raise('builtins.KeyError', [id]);
}

function normalizeDependencies(revision: Revision, map: ReadonlyMap<string, Revision>): void {
  if (revision.resolvedDependencies.length === 0) return;
  const left = new Set(revision.resolvedDependencies);
  for (const ancestor of ancestorsOf([revision], map, { dependencies: false })) {
    if (ancestor === revision) continue;
    for (const id of ancestor.resolvedDependencies) left.delete(id);
  }
  revision.normalizedDependencies = [...left].sort();
}

function checkCycles(
  host: GraphHost,
  map: ReadonlyMap<string, Revision>,
  heads: readonly Revision[],
  bases: readonly Revision[],
  realHeads: readonly Revision[],
  realBases: readonly Revision[],
): void {
  if (map.size === 0) return;
  checkReach(
    host,
    'Cycle',
    map,
    heads,
    bases,
    (rev) => rev.versionedDown,
    (rev) => rev.next,
  );
  // Without dependencies the real edges are the same.
  if ([...map.values()].every((revision) => revision.dependencies === null)) return;
  checkReach(
    host,
    'Dependency cycle',
    map,
    realHeads,
    realBases,
    (rev) => rev.allDownRevisions,
    (rev) => rev.allNext,
  );
}

/** Whatever cannot be reached from a head downwards and from a base upwards lies on a cycle. */
function checkReach(
  host: GraphHost,
  kind: 'Cycle' | 'Dependency cycle',
  map: ReadonlyMap<string, Revision>,
  heads: readonly Revision[],
  bases: readonly Revision[],
  down: (revision: Revision) => readonly string[],
  up: (revision: Revision) => readonly string[],
): void {
  if (heads.length === 0 || bases.length === 0) throw named(kind, [...map.values()]);
  const below = new Set(ids(related(heads, map, down)));
  const above = new Set(ids(related(bases, map, up)));
  const isLost = ({ revision }: Revision) => !below.has(revision) || !above.has(revision);
  const lost = [...map.values()].filter(isLost);
  if (lost.length === 0) return;
  if (lost.some(isTuple) && !lost.every(isTuple)) {
    const all = [...map.values()];
    const first = host.firstLeft(all.map(pythonId), all.filter((one) => !isLost(one)).map(pythonId));
    // Python compares each with those before it.
    const [later, earlier] = typeof first === 'string' ? ['tuple', 'str'] : ['str', 'tuple'];
    throw new Raise('builtins.TypeError', [
      `'<' not supported between instances of '${later}' and '${earlier}'`,
    ]);
  }
  throw named(kind, sortedRevisions(lost));
}

const isTuple = (revision: Revision): boolean => revision.parts !== undefined;
const pythonId = ({ revision, parts }: Revision): PythonId => parts ?? revision;

/** The error that names the revisions of a circle; a tuple cannot be named. */
function named(kind: LoopKind, revisions: readonly Revision[]): Raise {
  const at = revisions.findIndex(isTuple);
  return at < 0 ? loopDetected(kind, ids(revisions)) : notText(at, 'tuple');
}

/**
 * A label belongs to all descendants, and to the line below as far as the next branch or merge point.
 * @throws CycleDetected where that line comes back to where it was; the real tool goes round for ever
 */
function spreadLabels(revision: Revision, map: ReadonlyMap<string, Revision>): void {
  const labels = [...revision.branchLabels];
  let last = revision;
  for (const node of descendantsOf([revision], map, { dependencies: false })) {
    for (const label of labels) node.branchLabels.add(label);
    last = node;
  }
  const line = new Set<Revision>();
  let parent: Revision | undefined = last;
  while (parent && !parent.isRealBranchPoint && !parent.isMergePoint) {
    if (line.has(parent)) throw loopDetected('Cycle', ids(line).sort());
    line.add(parent);
    for (const label of labels) parent.branchLabels.add(label);
    if (typeof parent.downRevision !== 'string') break;
    parent = map.get(parent.downRevision);
  }
}

const ids = (revisions: Iterable<Revision>) => Array.from(revisions, (revision) => revision.revision);
