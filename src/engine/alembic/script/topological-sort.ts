/**
 * The order in which revisions are shown and run: newest first, one line as far down as possible, and none before
 * all that stands on it. Answers to: alembic/script/revision.py (RevisionMap._topological_sort).
 */
import { assertionError, loopDetected } from './errors.ts';
import { ancestorsOf, type RevisionById } from './lineage.ts';
import type { Revision } from './revision.ts';

/** @param revisions what to order; @param heads where the walk begins */
export function topologicalSort(
  revisions: Iterable<Revision>,
  heads: readonly Revision[],
  map: RevisionById,
): string[] {
  const todo = new Set(Array.from(revisions, (revision) => revision.revision));
  const starts = inOrderOf(map, new Set(heads.map((head) => head.revision).filter((id) => todo.has(id))));
  // One line alone asks for nobody's depth.
  let known: ReadonlyMap<string, number> | undefined;
  const depth = (id: string): number => {
    known ??= depths(map);
    return known.get(id)!;
  };
  const circular = isCircular(map, depth);
  const tipOf = (id: string) => new Tip(id, map, depth, circular ? ancestorIds(id, map) : undefined);
  const tips = starts.map(tipOf);
  const output: string[] = [];
  let at = 0;
  let turns = 0;
  while (tips.length > 0) {
    const candidate = tips[at]!.id;
    const blocking = tips.findIndex((tip, index) => index !== at && tip.reaches(candidate));
    if (blocking >= 0) {
      // Tips that wait for each other: the real tool never comes back from here.
      if (turns++ > tips.length)
        throw loopDetected(
          'Dependency cycle',
          tips.map((tip) => tip.id),
        );
      at = blocking;
      continue;
    }
    turns = 0;
    if (todo.delete(candidate)) output.push(candidate);
    const below = map
      .get(candidate)!
      .normalizedDown.filter((id) => todo.has(id) && !tips.some((tip) => tip.id === id));
    if (below.length === 0) {
      tips.splice(at, 1);
      at = Math.max(at - 1, 0);
    } else {
      tips[at] = circular && isPlain(map.get(candidate)!) ? tips[at]!.movedTo(below[0]!) : tipOf(below[0]!);
      tips.push(...below.slice(1).map(tipOf));
    }
  }
  if (todo.size > 0) throw assertionError();
  return output;
}

const inOrderOf = (map: RevisionById, ids: ReadonlySet<string>): string[] =>
  ids.size < 2 ? [...ids] : [...map.keys()].filter((id) => ids.has(id));

/** Down to one revision, without dependencies. */
const isPlain = (revision: Revision): boolean =>
  revision.normalizedDependencies.length === 0 && revision.versionedDown.length === 1;

/** Whether revisions stand on each other in a circle. One that nothing leads out of is refused before. */
function isCircular(map: RevisionById, depth: (id: string) => number): boolean {
  if (![...map.values()].some((revision) => revision.normalizedDown.length > 1)) return false;
  return [...map.values()].some((revision) =>
    revision.normalizedDown.some((down) => depth(down) >= depth(revision.revision)),
  );
}

const ancestorIds = (id: string, map: RevisionById): Set<string> =>
  new Set(Array.from(ancestorsOf([map.get(id)!], map), (revision) => revision.revision));

/**
 * The end of a line that is being walked down. Knows its ancestors as deep as it was asked; in a graph with a circle, where nothing is deeper than
 * all that it leads to, all of them from the start.
 */
class Tip {
  readonly id: string;
  readonly #map: RevisionById;
  readonly #depth: (id: string) => number;
  readonly #seen: Set<string>;
  /** Seen, not yet followed; by depth. */
  #frontier: string[];

  constructor(id: string, map: RevisionById, depth: (id: string) => number, all?: Set<string>) {
    this.id = id;
    this.#map = map;
    this.#depth = depth;
    this.#seen = all ?? new Set([id]);
    this.#frontier = all ? [] : [id];
  }

  /** One step down, by which the ancestors are those of before without this one, also where a circle leads back to it. */
  movedTo(id: string): Tip {
    this.#seen.delete(this.id);
    return new Tip(id, this.#map, this.#depth, this.#seen);
  }

  /** Is `id` this revision or an ancestor? Only revisions deeper than `id` can lead to it. */
  reaches(id: string): boolean {
    const floor = this.#depth(id);
    const waiting: string[] = [];
    for (let next = this.#frontier.pop(); next !== undefined; next = this.#frontier.pop()) {
      if (this.#depth(next) <= floor) {
        waiting.push(next);
        continue;
      }
      for (const down of this.#map.get(next)!.normalizedDown) {
        if (this.#seen.has(down)) continue;
        this.#seen.add(down);
        this.#frontier.push(down);
      }
    }
    this.#frontier = waiting;
    return this.#seen.has(id);
  }
}

/** The length of the longest way down to a base. An edge that closes a cycle (the check of the graph lets some pass) counts for nothing. */
function depths(map: RevisionById): Map<string, number> {
  const depth = new Map<string, number>();
  const open = new Set<string>();
  for (const start of map.values()) {
    const stack = [start];
    while (stack.length > 0) {
      const revision = stack.at(-1)!;
      const id = revision.revision;
      if (depth.has(id)) {
        stack.pop();
        continue;
      }
      const below = revision.normalizedDown.filter((down) => !depth.has(down) && !open.has(down));
      open.add(id);
      if (below.length > 0) stack.push(...below.map((down) => map.get(down)!));
      else {
        stack.pop();
        depth.set(id, 1 + Math.max(-1, ...revision.normalizedDown.map((down) => depth.get(down) ?? -1)));
      }
    }
  }
  return depth;
}
