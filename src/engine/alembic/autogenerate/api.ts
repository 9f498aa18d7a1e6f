/** What commands and learners call. Answers to: alembic/autogenerate/api.py. */

import { Raise } from '../../machine.ts';
import type { Inspector } from '../../sqlalchemy/postgresql/reflect/index.ts';
import type { MigrationScript } from '../operations/migration-script.ts';
import { migrationScript } from '../operations/migration-script.ts';
import { type Container, downgradeOps, upgradeOps } from '../operations/modify-table.ts';
import { asDiffs } from '../operations/reverse.ts';
import type { ContextOptions, MigrationContext } from '../runtime/context.ts';
import { CompareContext, noMetadata } from './compare/context.ts';
import { populateScript } from './compare/index.ts';
import { chooseComparators } from './compare/plugins.ts';
import { AutogenContext } from './context.ts';
import { ownRendering } from './own.ts';
import { type OwnRenderer, renderBody } from './render/index.ts';

export { AutogenContext, CompareContext, populateScript };

/**
 * `AutogenContext(context, metadata)` for a comparison.
 * @param metadata the context's own target_metadata where it is None
 * @throws CommandError offline, for unknown plugins, where there is no metadata
 */
export function compareContext(
  migrationContext: MigrationContext,
  inspector: () => Inspector,
  metadata: unknown,
  opts?: ContextOptions,
): CompareContext {
  refuseOffline(migrationContext);
  const comparators = chooseComparators(migrationContext);
  return new CompareContext(migrationContext, inspector, metadata, comparators, opts);
}

/** @throws CommandError */
function refuseOffline(migrationContext: MigrationContext): void {
  if (!migrationContext.asSql) return;
  throw new Raise('alembic.util.exc.CommandError', [
    "autogenerate can't use as_sql=True as it prevents querying the database for schema information",
  ]);
}

/**
 * `produce_migrations(context, metadata)`: a script whose operations bring the database to the model.
 * @throws CommandError where there is no metadata
 */
export function produceMigrations(
  migrationContext: MigrationContext,
  inspector: () => Inspector,
  metadata: unknown,
): MigrationScript {
  const context = compareContext(migrationContext, inspector, metadata);
  const script = migrationScript(null, [upgradeOps()], [downgradeOps()]);
  populateScript(context, script);
  return script;
}

/** `compare_metadata(context, metadata)`: the differences as Python tuples and lists. */
export function compareMetadata(
  migrationContext: MigrationContext,
  inspector: () => Inspector,
  metadata: unknown,
): unknown[] {
  const script = produceMigrations(migrationContext, inspector, metadata);
  return asDiffs(script.upgradeOpsList[0]!, migrationContext.process.python);
}

/** The bodies of a new revision file, under the names that its template uses. */
export interface RenderedScript {
  /** By token: "upgrades", or "engine1_upgrades" where there are several databases. */
  readonly upgrades: ReadonlyMap<string, string>;
  readonly downgrades: ReadonlyMap<string, string>;
  /** Import lines, sorted, one a line. */
  readonly imports: string;
}

/** Renders every list of operations of a script, and collects what the file must import. */
export function renderScript(
  context: AutogenContext,
  script: MigrationScript,
  own?: OwnRenderer,
): RenderedScript {
  for (const line of script.imports) context.imports.add(line);
  const renderer = own ?? ownRendering(context.migrationContext.process);
  const body = (container: Container) => renderBody(container, context, renderer);
  return {
    upgrades: new Map(script.upgradeOpsList.map((one) => [one.upgradeToken, body(one)])),
    downgrades: new Map(script.downgradeOpsList.map((one) => [one.downgradeToken, body(one)])),
    imports: [...context.imports].sort().join('\n'),
  };
}

/**
 * `render_python_code(ops, …)`. The options say nothing of metadata, so a context of env.py is refused as one without any.
 * @throws CommandError offline, and for the context of a running env.py
 */
export function renderPythonCode(
  container: Container,
  migrationContext: MigrationContext,
  options: ContextOptions,
  imports: Set<string> = new Set(),
  own?: OwnRenderer,
): string {
  refuseOffline(migrationContext);
  chooseComparators(migrationContext);
  if (migrationContext.opts.script) throw noMetadata(migrationContext);
  const renderer = own ?? ownRendering(migrationContext.process);
  return renderBody(container, new AutogenContext(migrationContext, options, imports), renderer);
}
