/**
 * Which revisions a command runs: from what is applied to a target, upwards or downwards, absolute or relative.
 * Answers to: alembic/script/revision.py (RevisionMap.iterate_revisions).
 */
import { Raise } from '../../machine.ts';
import { assertionError, rangeNotAncestor, revisionError } from './errors.ts';
import { ancestorsOf, descendantsOf, sortedRevisions } from './lineage.ts';
import type { Place, Revision } from './revision.ts';
import type { Identifier, RevisionMap } from './revision-map.ts';
import { topologicalSort } from './topological-sort.ts';

/** How far the walk goes. */
export interface IterateOptions {
  /** Everything below the upper end, not only the line from the lower one. */
  readonly implicitBase?: boolean;
  readonly inclusive?: boolean;
  /** Complain where a relative step leads too far (the default). */
  readonly assertRelativeLength?: boolean;
  readonly selectForDowngrade?: boolean;
}

/** Revisions between two ends, newest first, each looked up when it is asked for. @throws RevisionError and its kin */
export function* iterateRevisions(
  map: RevisionMap,
  upper: Identifier,
  lower: Identifier,
  options: IterateOptions = {},
): Generator<Revision> {
  const [revisions, heads] = options.selectForDowngrade
    ? collectDowngrade(map, upper, lower, options)
    : collectUpgrade(map, upper, lower, options);
  for (const id of topologicalSort(revisions, heads, map.map)) {
    const found = map.getRevision(id);
    // A revision that is called "base" is no revision.
    if (found === null) throw assertionError();
    yield found;
  }
}

type Collected = readonly [revisions: Iterable<Revision>, heads: readonly Revision[]];

/** What an upgrade runs, and the revisions that it ends at. @throws RevisionError and its kin */
export function collectUpgrade(
  map: RevisionMap,
  upper: Identifier,
  lower: Identifier,
  options: IterateOptions,
): Collected {
  const targets = upgradeTargets(map, upper, lower, options);
  const required = ancestorsOf(targets, map.map, { check: true });
  const requiredSet = new Set(required);
  const found = map.getRevisions(lower);
  if (!options.implicitBase && found.some((place) => place !== null && !requiredSet.has(place as Revision))) {
    throw rangeNotAncestor(lower, upper);
  }
  let start = lower;
  let current: readonly Place[] = found;
  if (found.length > 0 && found[0] === null) {
    // The lower end is relative; only the downgrade language understands it.
    const [, reached] = downgradeTarget(map, upper, lower, options);
    if (!reached) throw assertionError();
    start = reached === 'base' ? null : reached.revision;
    current = reached === 'base' ? [] : [reached];
  }
  const applied = new Set(ancestorsOf(current, map.map, { check: true }));
  let needs = required.filter((revision) => !applied.has(revision));
  if (options.inclusive) needs = [...needs, ...map.present(map.getRevisions(start))];
  if (current.length > 0 && !options.implicitBase) {
    const above = new Set(descendantsOf(current, map.map, { check: true, dependencies: false }));
    needs = needs.filter((revision) => above.has(revision));
  }
  return [needs, targets];
}

function upgradeTargets(
  map: RevisionMap,
  upper: Identifier,
  lower: Identifier,
  options: IterateOptions,
): Revision[] {
  const targets = parseUpgradeTarget(map, lower, upper, options);
  if (typeof lower !== 'string' || !lower.includes('@')) return map.present(targets);
  let branch = lower.slice(0, lower.indexOf('@'));
  const named = map.getRevision(branch);
  if (named !== null && named.revision === branch) {
    if (named.branchLabels.size !== 1) throw assertionError();
    branch = [...named.branchLabels][0]!;
  }
  return sortedRevisions(map.present(targets).filter((target) => target.branchLabels.has(branch)));
}

interface Relative {
  readonly branch: string | undefined;
  readonly symbol: string | undefined;
  readonly text: string;
  readonly steps: number;
}

/** `[label@][symbol]+n`, read from the beginning of the text. */
function parseRelative(target: Identifier): Relative | undefined {
  const found = typeof target === 'string' ? /^(?:(.+?)@)?([\p{L}\p{N}_]+)?([+-]\d+)/u.exec(target) : null;
  if (!found) return undefined;
  return { branch: found[1], symbol: found[2], text: found[3]!, steps: Number(found[3]) };
}

/** What the target of an upgrade names, seen from what is applied. @throws RevisionError and its kin */
export function parseUpgradeTarget(
  map: RevisionMap,
  current: Identifier,
  target: Identifier,
  options: IterateOptions,
): Place[] {
  const relative = parseRelative(target);
  if (!relative) return map.getRevisions(target);
  const { branch, symbol, text, steps } = relative;
  const overwalk = !(options.assertRelativeLength ?? true);
  if (symbol !== undefined) {
    const start = steps > 0 || branch === undefined ? symbol : `${branch}@${symbol}`;
    const reached = map.walk(map.getRevision(start), steps, {
      branch: steps > 0 ? branch : undefined,
      overwalk,
    });
    return [notBase(reached)];
  }
  if (steps <= 0) throw tooShort(String(steps), steps);
  const starts = upgradeStarts(map, current, branch);
  if (starts.length > 1) throw revisionError('Ambiguous upgrade from multiple current revisions');
  const reached = map.walk(starts[0]!, steps, { branch, overwalk });
  if (reached === undefined || reached === null) throw tooShort(text, steps);
  return [notBase(reached)];
}

/** Where a relative upgrade begins: what is applied, or, for a branch not yet entered, the tips of its applied part. */
function upgradeStarts(map: RevisionMap, current: Identifier, branch: string | undefined): (string | null)[] {
  const given = tupleOf(current);
  const currents = given.length > 0 ? given : [null];
  if (!branch) return [...currents];
  const revisions = map
    .getRevisions(currents)
    .map((place) => (place === 'base' ? map.forIdentifier(place) : place));
  const known = map.present(revisions);
  const active = map.filterForLineage(known, branch);
  if (active.length > 0) return active.map((revision) => revision.revision);
  const below = map.filterForLineage(ancestorsOf(known, map.map), branch);
  const covered = new Set(below.flatMap((revision) => revision.normalizedDown));
  const tips = sortedRevisions(below.filter((revision) => !covered.has(revision.revision)));
  return tips.length > 0 ? tips.map((revision) => revision.revision) : [null];
}

type DowngradeTarget = readonly [branch: string | undefined, target: Place];

/** The branch and the revision that the target of a downgrade names. @throws RevisionError and its kin */
export function downgradeTarget(
  map: RevisionMap,
  current: Identifier,
  target: Identifier,
  options: IterateOptions,
): DowngradeTarget {
  if (target === null) return [undefined, null];
  if (typeof target !== 'string') throw assertionError('Expected downgrade target in string form');
  const relative = parseRelative(target);
  if (!relative) {
    const at = target.lastIndexOf('@');
    return [target.slice(0, Math.max(at, 0)) || undefined, map.getRevision(target.slice(at + 1))];
  }
  const overwalk = !(options.assertRelativeLength ?? true);
  if (relative.steps >= 0) {
    if (relative.symbol === undefined) throw tooShort(relative.text, relative.steps);
    const reached = map.walk(relative.symbol, relative.steps, { branch: relative.branch, overwalk });
    if (reached === undefined || reached === null) throw revisionError('Walked too far');
    return [relative.branch, reached];
  }
  const [branch, symbol] =
    relative.symbol === undefined
      ? downgradeStart(map, current, relative)
      : [relative.branch, relative.symbol];
  const start = map.getRevision(branch === undefined ? symbol : `${branch}@${symbol}`);
  const reached = map.walk(start, relative.steps, { overwalk });
  if (reached === undefined || reached === null) {
    throw relative.symbol === undefined
      ? tooShort(relative.text, relative.steps)
      : revisionError('Walked too far');
  }
  return [branch, reached];
}

/** Where `-n` begins, and which branch it thereby means. */
function downgradeStart(map: RevisionMap, current: Identifier, relative: Relative): [string, string] {
  const currents = tupleOf(current).filter((id): id is string => id !== null);
  if (relative.branch !== undefined) {
    if (current === null) throw new Raise('builtins.TypeError', ["'NoneType' object is not iterable"]);
    let active = map.filterForLineage(currents, relative.branch);
    if (active.length === 0) {
      active = map
        .filterForLineage(map.allCurrent(currents), relative.branch)
        .map((revision) => revision.revision);
    }
    if (active.length !== 1) throw assertionError();
    return [relative.branch, active[0]!];
  }
  if (currents.length === 0) throw tooShort(relative.text, relative.steps);
  if (new Set(currents).size > 1) {
    map.warn(
      'downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a future release.',
      1168,
    );
  }
  return [currents[0]!, currents[0]!];
}

/** What a downgrade takes back, and where it begins. @throws RevisionError and its kin */
export function collectDowngrade(
  map: RevisionMap,
  upper: Identifier,
  lower: Identifier,
  options: IterateOptions,
): Collected {
  const [branch, reached] = downgradeTarget(map, upper, lower, options);
  const target = reached === 'base' ? null : reached;
  let roots = downgradeRoots(map, target, options);
  if (branch !== undefined && roots.length > 1) {
    const line = map.resolveBranch(branch);
    const ancestors = new Set(
      ancestorsOf(line ? [line] : [], map.map, { dependencies: false }).map((each) => each.revision),
    );
    const kept = [...new Set(roots.map((root) => root.revision))].filter((id) => ancestors.has(id)).sort();
    roots = map.present(map.getRevisions(kept));
    if (roots.length === 0) throw revisionError('Not a valid downgrade target from current heads');
  }
  const heads = map.present(map.getRevisions(upper));
  const active = ancestorsOf(heads, map.map);
  const dropped = new Set(descendantsOf(roots, map.map));
  const revisions = active.filter((revision) => dropped.has(revision));
  if (options.implicitBase) {
    const below = new Set(ancestorsOf(roots, map.map));
    revisions.push(...active.filter((revision) => !below.has(revision)));
  }
  if (target !== null && revisions.length === 0 && !heads.includes(target))
    throw rangeNotAncestor('Nothing to drop', upper);
  return [revisions, heads];
}

function downgradeRoots(map: RevisionMap, target: Revision | null, options: IterateOptions): Revision[] {
  if (target === null) return [...map.map.values()].filter((revision) => revision.downRevision === null);
  return options.inclusive ? [target] : map.present(map.getRevisions(target.next));
}

function tooShort(text: string, steps: number) {
  return revisionError(`Relative revision ${text} didn't produce ${Math.abs(steps)} migrations`);
}

function notBase(reached: Place | undefined): Revision {
  if (reached === 'base' || reached === undefined || reached === null) throw assertionError();
  return reached;
}

function tupleOf(id: Identifier): readonly (string | null)[] {
  if (id === null) return [];
  return Array.isArray(id) ? id : [id as string];
}
