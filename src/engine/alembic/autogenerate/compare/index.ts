/** Compares the model with the database. Answers to: alembic/autogenerate/compare/__init__.py. */
import type { MigrationScript } from '../../operations/migration-script.ts';
import { reverseInto } from '../../operations/reverse.ts';
import { dispatch } from './comparators.ts';
import type { CompareContext } from './context.ts';

/** Fills the last pair of upgrade and downgrade operations of a script. */
export function populateScript(context: CompareContext, script: MigrationScript): void {
  const upgrade = script.upgradeOpsList.at(-1)!;
  const downgrade = script.downgradeOpsList.at(-1)!;
  dispatch(context.comparators, 'autogenerate', [context, upgrade]);
  reverseInto(upgrade, downgrade, context.python);
}
