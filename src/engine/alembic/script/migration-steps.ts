/** The steps of upgrade, downgrade and stamp. Answers to: alembic/script/base.py (ScriptDirectory._…_revs). */

import { assertionError, catchingRevisionErrors } from './errors.ts';
import { iterateRevisions } from './iterate-revisions.ts';
import { ancestorsOf, descendantsOf } from './lineage.ts';
import { downgradeStep, type MigrationStep, stampStep, upgradeStep } from './migration-step.ts';
import type { Revision } from './revision.ts';
import type { Identifier, RevisionMap } from './revision-map.ts';

/** From the applied revisions up to a destination. @throws CommandError */
export function upgradeSteps(
  map: RevisionMap,
  destination: Identifier,
  current: Identifier,
): MigrationStep[] {
  const ancestor = `Destination %(end)s is not a valid upgrade target from current head(s)`;
  return catchingRevisionErrors({ ancestor, end: destination }, () =>
    [...iterateRevisions(map, destination, current, { implicitBase: true })]
      .reverse()
      .map((revision) => upgradeStep(map, revision)),
  );
}

/** From the applied revisions down to a destination. @throws CommandError */
export function downgradeSteps(
  map: RevisionMap,
  destination: Identifier,
  current: Identifier,
): MigrationStep[] {
  const ancestor = 'Destination %(end)s is not a valid downgrade target from current head(s)';
  return catchingRevisionErrors({ ancestor, end: destination }, () =>
    Array.from(iterateRevisions(map, current, destination, { selectForDowngrade: true }), (revision) =>
      downgradeStep(map, revision),
    ),
  );
}

/** Changes of the version table alone. @throws CommandError */
export function stampSteps(map: RevisionMap, destination: Identifier, heads: Identifier): MigrationStep[] {
  const multipleHeads = 'Multiple heads are present; please specify a single target revision';
  return catchingRevisionErrors({ multipleHeads }, () => {
    const applied = map.present(map.getRevisions(heads));
    const wanted = destination === null || destination.length === 0 ? 'base' : destination;
    const names = (Array.isArray(wanted) ? wanted : [wanted]) as readonly (string | null)[];
    const related = names.flatMap((name) => (name ? map.filterForLineage(applied, name, true) : []));
    const filtered = [...new Set(related)];
    const found = map.getRevisions(wanted);
    if (found.includes('base')) throw assertionError();
    const destinations = found as (Revision | null)[];
    return (destinations.length > 0 ? destinations : [null]).flatMap((revision) =>
      stampOne(map, revision, filtered),
    );
  });
}

function stampOne(
  map: RevisionMap,
  destination: Revision | null,
  heads: readonly Revision[],
): MigrationStep[] {
  if (destination === null) {
    return heads.map((head) => stampStep([head.revision], [], { isUpgrade: false, branchMove: true, map }));
  }
  if (heads.includes(destination)) return [];
  const above = new Set(descendantsOf([destination], map.map));
  const below = new Set(ancestorsOf([destination], map.map));
  const from = heads.map((head) => head.revision);
  if (heads.some((head) => above.has(head))) {
    if (heads.some((head) => below.has(head))) throw assertionError();
    return [stampStep(from, [destination.revision], { isUpgrade: false, branchMove: false, map })];
  }
  if (heads.some((head) => below.has(head))) {
    return [stampStep(from, [destination.revision], { isUpgrade: true, branchMove: false, map })];
  }
  return [stampStep([], [destination.revision], { isUpgrade: true, branchMove: true, map })];
}
