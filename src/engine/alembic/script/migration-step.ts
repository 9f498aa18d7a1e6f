/** One move between revisions, and what it means for the version table. Answers to: alembic/runtime/migration.py. */
import { assertionError } from './errors.ts';
import { ancestorsOf } from './lineage.ts';
import type { Revision } from './revision.ts';
import type { RevisionMap } from './revision-map.ts';

/** What happens to the rows of the version table. */
export type VersionChange =
  | { readonly kind: 'delete'; readonly version: string }
  | { readonly kind: 'insert'; readonly version: string }
  | { readonly kind: 'update'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'merge';
      readonly deleted: readonly string[];
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'unmerge';
      readonly inserted: readonly string[];
      readonly from: string;
      readonly to: string;
    };

/** One move: its revision, and what it makes of the version table. */
export interface MigrationStep {
  readonly kind: 'revision-step' | 'stamp-step';
  readonly name: 'upgrade' | 'downgrade' | 'stamp_revision';
  readonly isUpgrade: boolean;
  /** The revision whose function runs; undefined for stamps. */
  readonly revision: Revision | undefined;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The same without what is only depended on. */
  readonly fromShown: readonly string[];
  readonly toShown: readonly string[];
  /** Where its revisions are from, if that is known. */
  readonly map?: RevisionMap;
  versionChange(heads: ReadonlySet<string>): VersionChange;
}

/**
 * "upgrade a -> b"
 * @param name what the step calls itself: the name of the function that runs, which a decorator may have changed
 */
export function shortLog(step: MigrationStep, name: string = step.name): string {
  return `${name} ${step.fromShown.join(', ')} -> ${step.toShown.join(', ')}`;
}

/** The step that applies a revision. */
export function upgradeStep(map: RevisionMap, revision: Revision): MigrationStep {
  return {
    kind: 'revision-step',
    name: 'upgrade',
    map,
    isUpgrade: true,
    revision,
    from: revision.normalizedDown,
    to: [revision.revision],
    fromShown: revision.versionedDown,
    toShown: [revision.revision],
    versionChange: (heads) => upgradeChange(map, revision, heads),
  };
}

/** The step that takes a revision back. */
export function downgradeStep(map: RevisionMap, revision: Revision): MigrationStep {
  return {
    kind: 'revision-step',
    name: 'downgrade',
    map,
    isUpgrade: false,
    revision,
    from: [revision.revision],
    to: revision.normalizedDown,
    fromShown: [revision.revision],
    toShown: revision.versionedDown,
    versionChange: (heads) => downgradeChange(map, revision, heads),
  };
}

/** @param how branchMove: a row comes or goes, rather than changes */
export function stampStep(
  from: readonly string[],
  to: readonly string[],
  how: { readonly isUpgrade: boolean; readonly branchMove: boolean; readonly map?: RevisionMap },
): MigrationStep {
  return {
    kind: 'stamp-step',
    ...(how.map && { map: how.map }),
    name: 'stamp_revision',
    isUpgrade: how.isUpgrade,
    revision: undefined,
    from,
    to,
    fromShown: from,
    toShown: to,
    versionChange: (heads) => stampChange(from, to, how, heads),
  };
}

function upgradeChange(map: RevisionMap, revision: Revision, heads: ReadonlySet<string>): VersionChange {
  const down = revision.normalizedDown;
  const applied = [...new Set(down)].filter((id) => heads.has(id));
  if (applied.length === 0) return { kind: 'insert', version: revision.revision };
  if (applied.length === 1) {
    return { kind: 'update', from: down.length === 1 ? down[0]! : applied[0]!, to: revision.revision };
  }
  const from = withoutAncestors(map, down, heads);
  return { kind: 'merge', deleted: from.slice(0, -1), from: from.at(-1)!, to: revision.revision };
}

/** What a merge joins: not what another applied revision stands on anyway. */
function withoutAncestors(
  map: RevisionMap,
  ids: readonly string[],
  heads: ReadonlySet<string>,
): readonly string[] {
  const others = [...heads].filter((id) => !ids.includes(id)).sort();
  if (others.length === 0) return ids;
  const covered = new Set(
    ancestorsOf(map.present(map.getRevisions(others)), map.map).map((each) => each.revision),
  );
  return [...new Set(ids)].filter((id) => !covered.has(id)).sort();
}

function downgradeChange(map: RevisionMap, revision: Revision, heads: ReadonlySet<string>): VersionChange {
  const down = revision.normalizedDown;
  const { revision: id } = revision;
  if (heads.has(id)) {
    const to = down.length === 0 ? [] : unmergedTo(map, revision, heads);
    if (to.length === 0) return { kind: 'delete', version: id };
    if (down.length > 1) return { kind: 'unmerge', from: id, to: to.at(-1)!, inserted: to.slice(0, -1) };
    return { kind: 'update', from: id, to: down[0]! };
  }
  if (down.length === 1) return { kind: 'update', from: id, to: down[0]! };
  const applied = down.filter((each) => heads.has(each));
  if (applied.length !== 1) throw assertionError("Can't do an UPDATE because downrevision is ambiguous");
  return { kind: 'update', from: id, to: applied[0]! };
}

/** The rows that stand for a merge point's parents once it is gone: those that nothing else applied covers. */
function unmergedTo(map: RevisionMap, revision: Revision, heads: ReadonlySet<string>): string[] {
  const to = revision.normalizedDown;
  const others = [...heads].filter((id) => id !== revision.revision).sort();
  const covered = new Set<string>();
  if (others.length > 0) {
    for (const each of ancestorsOf(map.present(map.getRevisions(others)), map.map))
      covered.add(each.revision);
  } else {
    for (const id of to) {
      for (const each of ancestorsOf(map.present(map.getRevisions(id)), map.map)) {
        if (each.revision !== id) covered.add(each.revision);
      }
    }
  }
  return [...new Set(to)].filter((id) => !covered.has(id)).sort();
}

function stampChange(
  from: readonly string[],
  to: readonly string[],
  how: { readonly isUpgrade: boolean; readonly branchMove: boolean },
  heads: ReadonlySet<string>,
): VersionChange {
  if (!how.isUpgrade && how.branchMove) return { kind: 'delete', version: only(from) };
  const moves = how.branchMove || from.some((id) => !heads.has(id));
  if (how.isUpgrade && moves && to.some((id) => !heads.has(id))) return { kind: 'insert', version: only(to) };
  if (from.length > 1) return { kind: 'merge', deleted: from.slice(0, -1), from: from.at(-1)!, to: to[0]! };
  if (to.length > 1) return { kind: 'unmerge', from: from[0]!, to: to.at(-1)!, inserted: to.slice(0, -1) };
  return { kind: 'update', from: only(from), to: only(to) };
}

function only(ids: readonly string[]): string {
  if (ids.length !== 1) throw assertionError();
  return ids[0]!;
}
