/** New revision files in the making: from nothing, or from a comparison. Answers to: alembic/autogenerate/api.py (RevisionContext). */

import { Raise } from '../../machine.ts';
import { isTrue } from '../../sqlalchemy/expression/given-text.ts';
import { Inspector } from '../../sqlalchemy/postgresql/reflect/index.ts';
import { AutogenContext, compareContext, populateScript, renderScript } from '../autogenerate/api.ts';
import type { Config } from '../config/config.ts';
import { type MigrationScript, migrationScript } from '../operations/migration-script.ts';
import { downgradeOps, upgradeOps } from '../operations/modify-table.ts';
import { catalogSource } from '../runtime/catalog-runner.ts';
import type { MigrationContext } from '../runtime/migration-context.ts';
import { commandError } from '../script/errors.ts';
import { generateRevision } from '../script/generate-revision.ts';
import type { Script } from '../script/script.ts';
import type { ScriptDirectory } from '../script/script-directory.ts';

/** What the command line says of a new revision. */
export interface RevisionArguments {
  readonly message: string | null;
  readonly head: string | readonly string[] | null;
  readonly splice: boolean;
  readonly branchLabel: string | readonly string[] | null;
  readonly versionPath: string | null;
  readonly revisionId: string | null;
  readonly dependsOn: string | readonly string[] | null;
}

export class RevisionContext {
  readonly config: Config;
  readonly directory: ScriptDirectory;
  readonly templateNames: Map<string, unknown>;
  /** What `process_revision_directives` may change, replace or empty: a Python list of scripts. */
  scripts: MigrationScript[];
  readonly hook: unknown;
  readonly #rendered = new Set<MigrationScript>();
  #last: MigrationContext | undefined;

  constructor(config: Config, directory: ScriptDirectory, given: RevisionArguments, hook: unknown = null) {
    this.config = config;
    this.directory = directory;
    this.hook = hook;
    this.templateNames = new Map<string, unknown>([['config', config]]);
    const id = given.revisionId || config.process.machine.revisionId();
    this.scripts = [
      migrationScript(id, [upgradeOps()], [downgradeOps()], {
        message: given.message,
        head: given.head as string | null,
        splice: given.splice,
        branchLabel: given.branchLabel,
        versionPath: given.versionPath,
        dependsOn: given.dependsOn,
      }),
    ];
  }

  /** Within env.py: compares, lets the learner's hooks change what came of it. @throws CommandError */
  run(rows: readonly string[], context: MigrationContext, autogenerate: boolean): void {
    if (autogenerate) this.#requireUpToDate(rows);
    const script = this.scripts.at(-1)!;
    const { upgrade_token: up, downgrade_token: down } = context.opts;
    if (this.#rendered.has(script)) {
      script.upgradeOpsList.push(upgradeOps());
      script.downgradeOpsList.push(downgradeOps());
    }
    script.upgradeOpsList.at(-1)!.upgradeToken = up ?? 'upgrades';
    script.downgradeOpsList.at(-1)!.downgradeToken = down ?? 'downgrades';
    this.#rendered.add(script);
    this.#last = context;
    if (autogenerate) this.#compare(context, script);
    this.#callHook(this.hook, context, rows);
    this.#callHook(context.opts.process_revision_directives ?? null, context, rows);
    for (const each of this.scripts) {
      // Whatever takes an attribute passes here; what is no script fails where it is asked for its parts.
      if (each?.kind !== 'migration_script')
        this.config.process.python.setAttribute(each, '_needs_render', true);
      this.#rendered.add(each);
    }
  }

  /** Writes the files. @throws CommandError */
  generate(): (Script | null)[] {
    return this.scripts.map((script) => this.write(script));
  }

  #compare(context: MigrationContext, script: MigrationScript): void {
    const { process } = this.config;
    if (!context.connection)
      throw commandError(
        "autogenerate can't use as_sql=True as it prevents querying the database for schema information",
      );
    const { connection } = context;
    const inspector = () => new Inspector(catalogSource(process, connection), connection);
    populateScript(compareContext(context, inspector, null), script);
  }

  /** The AttributeError of a directive that is no script. */
  lacks(directive: unknown, name: string): Raise {
    const type = this.config.process.python.typeName(directive);
    return new Raise('builtins.AttributeError', [`'${type}' object has no attribute '${name}'`]);
  }

  #requireUpToDate(rows: readonly string[]): void {
    const applied = new Set(this.directory.getRevisions(rows));
    const heads = new Set(this.directory.getRevisions('heads'));
    if (applied.size !== heads.size || ![...applied].every((one) => heads.has(one))) {
      throw commandError('Target database is not up to date.');
    }
  }

  /** The hook gets a list that it may change in place. */
  #callHook(hook: unknown, context: MigrationContext, rows: readonly string[]): void {
    if (!isTrue(hook)) return;
    const { python } = this.config.process;
    const list = python.list(this.scripts);
    python.call(hook, [context, python.tuple(rows), list]);
    this.scripts = [...python.iterate(list)] as MigrationScript[];
  }

  /** Writes the file of one of them. @throws CommandError */
  write(script: MigrationScript): Script | null {
    const { python } = this.config.process;
    if (script?.kind !== 'migration_script') throw this.lacks(script, 'imports');
    const names = new Map(this.templateNames);
    if (this.#rendered.has(script) && this.#last) {
      const { upgrades, downgrades, imports } = renderScript(new AutogenContext(this.#last), script);
      for (const [token, text] of [...upgrades, ...downgrades]) names.set(token, text);
      names.set('imports', imports);
    }
    return generateRevision(this.directory, {
      id: script.revId!,
      message: script.message,
      head: this.#strings(script.head),
      splice: script.splice !== null && python.truth(script.splice),
      branchLabels: this.#strings(script.branchLabel),
      versionPath: script.versionPath === null ? null : python.str(script.versionPath),
      dependsOn: this.#strings(script.dependsOn),
      names,
    });
  }

  #strings(value: unknown): string | readonly string[] | null {
    if (value === null || value === undefined || typeof value === 'string') return value ?? null;
    return (Array.isArray(value) ? value : [...this.config.process.python.iterate(value)]) as string[];
  }
}
