/** Orders revisions as `git log` does, newest first, and gives each a lane; pure, so that it can be tested without a page. */
import type { RevisionFileSnapshot, RevisionSnapshot } from '../../engine/snapshot.ts';

export interface GraphNode {
  readonly id: string;
  /** undefined where another revision names it and no file has it. */
  readonly file: RevisionFileSnapshot | undefined;
  readonly down: readonly string[];
  /** Revisions of other branches that must be applied before it. */
  readonly dependsOn: readonly string[];
  readonly lane: number;
  readonly isHead: boolean;
  readonly isCurrent: boolean;
  readonly applied: boolean;
}

export interface RevisionGraph {
  readonly nodes: readonly GraphNode[];
  readonly lanes: number;
  /** Files that have no revision id: they do not parse. */
  readonly broken: readonly RevisionFileSnapshot[];
}

/** @param snapshot the files of `versions`, heads, and where the database stands; also a revision that no file has gets a node */
export function graphOf(snapshot: RevisionSnapshot): RevisionGraph {
  const files = new Map(
    snapshot.files.flatMap((one) => (one.revision === null ? [] : [[one.revision, one] as const])),
  );
  const down = new Map<string, readonly string[]>();
  for (const [id, file] of files) {
    down.set(id, file.down);
    for (const parent of file.down) if (!down.has(parent)) down.set(parent, files.get(parent)?.down ?? []);
  }
  for (const id of snapshot.current) if (!down.has(id)) down.set(id, []);
  const order = newestFirst(down);
  const lanes = lanesOf(order, down);
  const applied = ancestors(snapshot.current, down, files);
  return {
    nodes: order.map((id) => ({
      id,
      file: files.get(id),
      down: down.get(id)!,
      dependsOn: (files.get(id)?.dependsOn ?? []).flatMap((name) => resolve(name, files)),
      lane: lanes.get(id)!,
      isHead: snapshot.heads.includes(id),
      isCurrent: snapshot.current.includes(id),
      applied: applied.has(id),
    })),
    lanes: Math.max(1, ...[...lanes.values()].map((lane) => lane + 1)),
    broken: snapshot.files.filter((one) => one.revision === null),
  };
}

/** depends_on may name a revision by its id's beginning or by a branch label. */
function resolve(name: string, files: ReadonlyMap<string, RevisionFileSnapshot>): string[] {
  if (files.has(name)) return [name];
  const found = [...files].find(([id, { labels }]) => labels.includes(name) || id.startsWith(name));
  return found ? [found[0]] : [];
}

/** These revisions and everything that they build on, by down_revision or depends_on. */
function ancestors(
  from: readonly string[],
  down: ReadonlyMap<string, readonly string[]>,
  files: ReadonlyMap<string, RevisionFileSnapshot>,
): Set<string> {
  const found = new Set<string>();
  const queue = [...from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const depends = (files.get(id)?.dependsOn ?? []).flatMap((name) => resolve(name, files));
    queue.push(...(down.get(id) ?? []), ...depends);
  }
  return found;
}

/** Children before parents; a branch stays together. A loop in the files ends where it began. */
function newestFirst(down: ReadonlyMap<string, readonly string[]>): string[] {
  const children = new Map([...down.keys()].map((id) => [id, 0]));
  for (const parents of down.values())
    for (const parent of parents) children.set(parent, (children.get(parent) ?? 0) + 1);
  const open = [...down.keys()].filter((id) => children.get(id) === 0).reverse();
  const order: string[] = [];
  const done = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (done.has(id)) continue;
    done.add(id);
    order.push(id);
    for (const parent of [...(down.get(id) ?? [])].reverse()) {
      const left = children.get(parent)! - 1;
      children.set(parent, left);
      if (left <= 0) open.push(parent);
    }
  }
  return [...order, ...[...down.keys()].filter((id) => !done.has(id))];
}

/** The first parent goes on in the child's lane, others get one of their own; a free lane is used again. */
function lanesOf(
  order: readonly string[],
  down: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const lanes = new Map<string, number>();
  const waiting: (string | undefined)[] = [];
  const free = () => {
    const at = waiting.indexOf(undefined);
    return at < 0 ? waiting.length : at;
  };
  for (const id of order) {
    const reserved = waiting.indexOf(id);
    const lane = reserved < 0 ? free() : reserved;
    for (const [at, one] of waiting.entries()) if (one === id) waiting[at] = undefined;
    waiting[lane] = undefined;
    lanes.set(id, lane);
    for (const [index, parent] of (down.get(id) ?? []).entries()) {
      if (waiting.includes(parent)) continue;
      waiting[index === 0 && waiting[lane] === undefined ? lane : free()] = parent;
    }
  }
  return lanes;
}

/** Revisions that `upgrade heads` would run, oldest first. */
export function pendingOf(graph: RevisionGraph): readonly GraphNode[] {
  return graph.nodes.filter(({ applied, file }) => !applied && file !== undefined).reverse();
}
