/** Walks along the edges of the graph: ancestors and descendants. */
import { Raise } from '../../machine.ts';
import { assertionError, revisionError } from './errors.ts';
import type { Place, Revision } from './revision.ts';

export type RevisionById = ReadonlyMap<string, Revision>;

/** Which edges are walked. */
export interface WalkOptions {
  /** Follow `depends_on` too. */
  readonly dependencies?: boolean;
  /** Complain where one target is an ancestor (descendant) of another. */
  readonly check?: boolean;
}

/** The targets and all that they stand on, depth first. @throws RevisionError for overlapping targets under `check` */
export function ancestorsOf(
  targets: readonly Place[],
  map: RevisionById,
  options: WalkOptions = {},
): Revision[] {
  const edges =
    (options.dependencies ?? true)
      ? (rev: Revision) => rev.normalizedDown
      : (rev: Revision) => rev.versionedDown;
  return related(targets, map, edges, options.check ?? false);
}

/** The targets and all that stands on them, depth first. */
export function descendantsOf(
  targets: readonly Place[],
  map: RevisionById,
  options: WalkOptions = {},
): Revision[] {
  const edges = (options.dependencies ?? true) ? (rev: Revision) => rev.allNext : (rev: Revision) => rev.next;
  return related(targets, map, edges, options.check ?? false);
}

/**
 * Everything that `edges` leads to from the targets, the targets first; each revision once. Targets are looked at one by one, so what is wrong
 * with an earlier one is told before a later one that is no revision.
 * @throws AssertionError at such a one; KeyError and RevisionError for broken edges; RevisionError for overlaps under `check`
 */
export function related(
  targets: readonly Place[],
  map: RevisionById,
  edges: (revision: Revision) => readonly string[],
  check = false,
): Revision[] {
  const seen = new Set<Revision>();
  const found: Revision[] = [];
  for (const place of targets) {
    const target = asRevision(place);
    const todo = [target];
    const met = new Set<Revision>();
    for (let revision = todo.pop(); revision; revision = todo.pop()) {
      if (check) met.add(revision);
      if (seen.has(revision)) continue;
      seen.add(revision);
      for (const id of edges(revision)) {
        const next = map.get(id);
        if (!next) throw new Raise('builtins.KeyError', [id]);
        if (next.revision !== id) throw revisionError('Dependency resolution failed; broken map');
        todo.push(next);
      }
      found.push(revision);
    }
    if (check) checkOverlaps(target, targets, met);
  }
  return found;
}

/** @throws AssertionError where it is none */
export function asRevision(place: Place): Revision {
  if (place === null || place === 'base') throw assertionError();
  return place;
}

function checkOverlaps(target: Revision, targets: readonly Place[], met: ReadonlySet<Place>): void {
  const overlaps = [...new Set(targets)]
    .filter((other) => other !== target && met.has(other))
    .map(asRevision);
  if (overlaps.length === 0) return;
  const names = overlaps.map((other) => other.revision).sort();
  throw revisionError(
    `Requested revision ${target.revision} overlaps with other requested revisions ${names.join(', ')}`,
  );
}

/** Revisions in the order in which their set is read: by identifier. */
export function sortedRevisions(revisions: Iterable<Revision>): Revision[] {
  return [...new Set(revisions)].sort((a, b) =>
    a.revision < b.revision ? -1 : a.revision > b.revision ? 1 : 0,
  );
}
