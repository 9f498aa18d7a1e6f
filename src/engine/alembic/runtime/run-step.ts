/** One step of a run: the migration is called, the version table follows, callbacks learn of it. Answers to: alembic/runtime/migration.py. */
import type { LibraryFrame, Process } from '../../machine.ts';
import { Raise } from '../../machine.ts';
import { assertionError } from '../script/errors.ts';
import { type MigrationStep, shortLog } from '../script/migration-step.ts';
import type { Script } from '../script/script.ts';
import type { HeadMaintainer } from './head-maintainer.ts';
import type { MigrationContext } from './migration-context.ts';
import { createVersionTable } from './version-table.ts';

/** Where the real tool calls `upgrade()`: what it returns is let go there. */
const CALLS_MIGRATION: LibraryFrame = {
  file: '/home/learner/.venv/lib/python3.11/site-packages/alembic/runtime/migration.py',
  line: 621,
  name: 'run_migrations',
  source: 'step.migration_fn(**kw)',
};

const LOGGER = 'alembic.runtime.migration';

/** What a step is run with. */
interface Running {
  /** The function of its file; undefined for a stamp. */
  readonly migrate: unknown;
  readonly maintainer: HeadMaintainer;
  /** What the environment hands on to `upgrade()`. */
  readonly keywords: Readonly<Record<string, unknown>>;
}

/** Runs one step and moves the version table along. @throws whatever the migration raises */
export function runStep(context: MigrationContext, step: MigrationStep, running: Running): void {
  const { process } = context;
  const { migrate, maintainer } = running;
  if (context.asSql && maintainer.heads.size === 0) {
    if (context.opts.dont_mutate === true) throw assertionError();
    createVersionTable(context.versionTable.table, (ddl) => context.impl.exec(ddl));
  }
  const script = step.revision as Script | undefined;
  const doc = script?.doc;
  // What has no name fails where the line is written: in logging, which goes on, or in offline SQL.
  const log = () => shortLog(step, migrate === undefined ? step.name : nameOf(process, migrate));
  process.log(LOGGER, 'INFO', {
    template: 'Running %s',
    text: () => `Running ${log()}${doc ? `, ${doc}` : ''}`,
  });
  if (context.asSql) context.impl.staticOutput(`-- Running ${log()}`);
  if (script) callMigration(context, script, running);
  process.machine.emit({
    kind: 'revision',
    direction: step.name === 'stamp_revision' ? 'stamp' : step.name,
    from: step.from,
    to: step.to,
    path: script?.path,
  });
  maintainer.updateTo(step);
  afterStep(context, step, running);
}

/** The function of a step's file; all are looked up before the first runs. @throws AttributeError */
export function migrationOf({ process: { python } }: MigrationContext, step: MigrationStep): unknown {
  const script = step.revision as Script | undefined;
  if (!script) return undefined;
  const found = python.getAttribute(script.module, step.name);
  if (found !== undefined) return found;
  const module = String(python.getAttribute(script.module, '__name__'));
  throw new Raise('builtins.AttributeError', [`module '${module}' has no attribute '${step.name}'`], {
    attributes: { name: step.name, obj: script.module },
  });
}

function callMigration(context: MigrationContext, script: Script, { migrate, keywords }: Running): void {
  context.currentScriptPath = script.path;
  try {
    const { python } = context.process;
    python.forget(python.call(migrate, [], keywords), CALLS_MIGRATION);
  } finally {
    context.currentScriptPath = undefined;
  }
}

/** What the environment wants to be told of. */
function afterStep(context: MigrationContext, step: MigrationStep, { maintainer, keywords }: Running): void {
  const { python } = context.process;
  for (const callback of (context.opts.on_version_apply as readonly unknown[] | undefined) ?? []) {
    python.call(callback, [], {
      ctx: context,
      step: new MigrationInfo(step),
      heads: python.call(python.evaluate('set', new Map()), [python.list([...maintainer.heads])]),
      run_args: python.dict(Object.entries(keywords)),
    });
  }
}

/** @throws AttributeError for what has no name */
function nameOf(process: Process, migrate: unknown): string {
  const name = process.python.evaluate('it.__name__', new Map([['it', migrate]]));
  return process.python.str(name);
}

/** What `on_version_apply` callbacks learn about a step. */
export class MigrationInfo {
  readonly step: MigrationStep;

  constructor(step: MigrationStep) {
    this.step = step;
  }
}
