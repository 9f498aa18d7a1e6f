/** One run of autogenerate: what is compared, what is kept out, what the rendered file must import. Answers to: alembic/autogenerate/api.py (AutogenContext). */

import { type PythonWorld, Raise } from '../../machine.ts';
import { reprPlain } from '../operations/keywords.ts';
import type { ContextOptions, MigrationContext } from '../runtime/context.ts';

/** An option that is None means no prefix at all. */
const prefixOf = (given: string | null | undefined, usual: string): string =>
  given === undefined ? usual : String(given ?? '');

/** What rendering asks for. A comparison has more; see compare/context.ts. */
export class AutogenContext {
  readonly migrationContext: MigrationContext;
  readonly opts: ContextOptions;
  /** What the contexts of batches inside share with this one. */
  private readonly shared: { imports: Set<string> };
  inBatch = false;

  constructor(
    migrationContext: MigrationContext,
    opts: ContextOptions = migrationContext.opts,
    imports: Set<string> = new Set(),
  ) {
    this.migrationContext = migrationContext;
    this.opts = opts;
    this.shared = { imports };
  }

  /** Import lines for the new file. */
  get imports(): Set<string> {
    return this.shared.imports;
  }

  set imports(imports: Set<string>) {
    this.shared.imports = imports;
  }

  get python(): PythonWorld {
    return this.migrationContext.process.python;
  }

  /** Inside `with op.batch_alter_table(…) as batch_op:`. */
  batch(): AutogenContext {
    return Object.assign(Object.create(this) as AutogenContext, { inBatch: true });
  }

  /** "op.", or "batch_op." inside a batch. */
  get opPrefix(): string {
    return this.inBatch ? 'batch_op.' : prefixOf(this.opts.alembic_module_prefix, 'op.');
  }

  /** "sa." */
  get saPrefix(): string {
    return prefixOf(this.opts.sqlalchemy_module_prefix, 'sa.');
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
    if (hook === undefined || hook === null || !this.python.truth(hook)) return undefined;
    const rendered = this.python.call(hook, [type, item, this]);
    if (rendered === true && type === 'column') {
      throw new Raise('builtins.TypeError', ['sequence item 0: expected str instance, bool found']);
    }
    return rendered === false ? undefined : this.python.str(rendered);
  }
}
