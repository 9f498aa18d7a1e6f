/** One run of autogenerate: what is compared, what is kept out, what the rendered file must import. Answers to: alembic/autogenerate/api.py (AutogenContext). */
import type { PythonWorld } from '../../machine.ts';
import { reprPlain } from '../operations/keywords.ts';
import type { ContextOptions, MigrationContext } from '../runtime/context.ts';

/** What rendering asks for. A comparison has more; see compare/context.ts. */
export class AutogenContext {
  readonly migrationContext: MigrationContext;
  readonly opts: ContextOptions;
  /** Import lines for the new file. */
  readonly imports: Set<string>;
  readonly inBatch: boolean;

  constructor(
    migrationContext: MigrationContext,
    opts: ContextOptions = migrationContext.opts,
    imports: Set<string> = new Set(),
    inBatch = false,
  ) {
    this.migrationContext = migrationContext;
    this.opts = opts;
    this.imports = imports;
    this.inBatch = inBatch;
  }

  get python(): PythonWorld {
    return this.migrationContext.process.python;
  }

  /** Inside `with op.batch_alter_table(…) as batch_op:`. */
  batch(): AutogenContext {
    return new AutogenContext(this.migrationContext, this.opts, this.imports, true);
  }

  /** "op.", or "batch_op." inside a batch. */
  get opPrefix(): string {
    return this.inBatch ? 'batch_op.' : String(this.opts.alembic_module_prefix ?? 'op.');
  }

  /** "sa." */
  get saPrefix(): string {
    return String(this.opts.sqlalchemy_module_prefix ?? 'sa.');
  }

  repr(value: unknown): string {
    return reprPlain(value, this.python);
  }

  /**
   * What env.py's `render_item` says about an item; undefined where it leaves the rendering to us.
   * @param type "column", "type", "server_default", "primary_key" and so on
   */
  userRendering(type: string, item: unknown): string | undefined {
    const hook = this.opts.render_item;
    if (hook === undefined || hook === null) return undefined;
    const rendered = this.python.call(hook, [type, item, this]);
    return rendered === false ? undefined : this.python.str(rendered);
  }
}
