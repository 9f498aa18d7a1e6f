/** A revision file in the making. Answers to: alembic/operations/ops.py (MigrationScript). */
import { Raise } from '../../machine.ts';
import type { DowngradeOps, UpgradeOps } from './modify-table.ts';

export interface MigrationScript {
  readonly kind: 'migration_script';
  revId: string | null;
  message: string | null;
  imports: Set<string>;
  head: string | null;
  splice: boolean | null;
  branchLabel: unknown;
  versionPath: unknown;
  dependsOn: unknown;
  /** Several where an env.py runs migrations for several databases. */
  upgradeOpsList: UpgradeOps[];
  downgradeOpsList: DowngradeOps[];
  info?: unknown;
}

/** Everything but the operations. */
export type ScriptFacts = Partial<
  Pick<
    MigrationScript,
    'message' | 'imports' | 'head' | 'splice' | 'branchLabel' | 'versionPath' | 'dependsOn'
  >
>;

/** The record of a revision file. @param revId its id, null for one to be made; @param facts what the command line said of it */
export function migrationScript(
  revId: string | null,
  upgrade: UpgradeOps[],
  downgrade: DowngradeOps[],
  facts: ScriptFacts = {},
): MigrationScript {
  return {
    kind: 'migration_script',
    revId,
    message: facts.message ?? null,
    imports: facts.imports ?? new Set(),
    head: facts.head ?? null,
    splice: facts.splice ?? null,
    branchLabel: facts.branchLabel ?? null,
    versionPath: facts.versionPath ?? null,
    dependsOn: facts.dependsOn ?? null,
    upgradeOpsList: upgrade,
    downgradeOpsList: downgrade,
  };
}

/** `script.upgrade_ops`, `script.downgrade_ops`. @throws ValueError where there are several */
export function onlyOps(
  script: MigrationScript,
  side: 'upgrade' | 'downgrade',
): UpgradeOps | DowngradeOps | null {
  const all = side === 'upgrade' ? script.upgradeOpsList : script.downgradeOpsList;
  if (all.length <= 1) return all[0] ?? null;
  throw new Raise('builtins.ValueError', [
    `This MigrationScript instance has a multiple-entry list for ${side === 'upgrade' ? 'Upgrade' : 'Downgrade'}Ops; please use the ${side}_ops_list attribute.`,
  ]);
}
