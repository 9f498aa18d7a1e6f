/** A comparison on its way: the model's tables, the database, what the learner keeps out. Answers to: alembic/autogenerate/api.py (AutogenContext). */

import type { DetectedEvent } from '../../../events.ts';
import { Raise } from '../../../machine.ts';
import type { Inspector } from '../../../sqlalchemy/postgresql/reflect/index.ts';
import { MetaData, type Table } from '../../../sqlalchemy/schema/index.ts';
import { sortedTables } from '../../../sqlalchemy/schema/sorted-tables.ts';
import type { ContextOptions, MigrationContext } from '../../runtime/context.ts';
import { AutogenContext } from '../context.ts';
import type { Comparator } from './comparators.ts';

/** What `include_name` is told about where a name stands. */
export interface ParentNames {
  readonly schema_name: string | null;
  readonly table_name?: string | undefined;
}

/** What a comparison without target_metadata ends with. */
export function noMetadata({ opts }: MigrationContext): Raise {
  const script = opts.script as { readonly dir?: string } | null | undefined;
  const path = script?.dir === undefined ? 'None' : `${script.dir}/env.py`;
  return new Raise('alembic.util.exc.CommandError', [
    `Can't proceed with --autogenerate option; environment script ${path} does not provide ` +
      'a MetaData object or sequence of objects to the context.',
  ]);
}

export class CompareContext extends AutogenContext {
  private readonly makeInspector: () => Inspector;
  private known: Inspector | undefined;
  /** The model's; null where a learner's own context has none. */
  readonly metadata: readonly MetaData[] | null;
  readonly comparators: readonly Comparator[];

  /**
   * @param inspector asked for when it is first needed: there may be no connection
   * @throws CommandError where there is no target_metadata
   */
  constructor(
    migrationContext: MigrationContext,
    inspector: () => Inspector,
    metadata: unknown,
    comparators: readonly Comparator[],
    opts?: ContextOptions,
  ) {
    super(migrationContext, opts);
    this.makeInspector = inspector;
    this.comparators = comparators;
    this.metadata = this.targets(metadata ?? this.opts.target_metadata);
  }

  /** @throws TypeError where there is no connection */
  get inspector(): Inspector {
    this.known ??= this.makeInspector();
    return this.known;
  }

  private targets(given: unknown): readonly MetaData[] | null {
    if (given === null || given === undefined) {
      if (!this.opts.script) return null;
      throw noMetadata(this.migrationContext);
    }
    const { python } = this;
    const several = python.getAttribute(given, '__iter__') !== undefined && typeof given !== 'string';
    const all = several ? [...python.iterate(given)] : [given];
    // What is no MetaData fails as its first use in Python does.
    for (const one of all)
      if (!(one instanceof MetaData)) python.evaluate('metadata.sorted_tables', new Map([['metadata', one]]));
    return all as MetaData[];
  }

  /** The model's tables, a table after those that it refers to. @throws ValueError where two metadata have the same table */
  sortedTables(): readonly Table[] {
    const { process } = this.migrationContext;
    const all: Table[] = [];
    const seen = new Set<string>();
    for (const metadata of this.metadata ?? (this.python.iterate(null) as Iterable<MetaData>)) {
      const again = [...metadata.tables.keys()].filter((key) => seen.has(key)).sort();
      if (again.length > 0) {
        const keys = again.map((key) => `"${key}"`).join(', ');
        throw new Raise('builtins.ValueError', [
          `Duplicate table keys across multiple MetaData objects: ${keys}`,
        ]);
      }
      for (const key of metadata.tables.keys()) seen.add(key);
      all.push(...sortedTables(metadata, (category, message) => process.warn(category, message)));
    }
    return all;
  }

  log(area: string, message: string): void {
    this.migrationContext.process.log(`alembic.autogenerate.compare.${area}`, 'INFO', message);
  }

  /** Reports what was found to panels and checks. */
  detected(
    change: string,
    table: string | undefined,
    schema: unknown,
    subject?: unknown,
    values: Partial<Pick<DetectedEvent, 'wanted' | 'existing'>> = {},
  ): void {
    this.migrationContext.process.machine.emit({
      kind: 'detected',
      change,
      table,
      schema: schema ? String(schema) : undefined,
      subject: subject === undefined || subject === null ? undefined : String(subject),
      ...values,
    });
  }

  /** Whether `include_name` lets a name of the database take part. */
  includesName(name: string | null, type: string, parents: ParentNames | null): boolean {
    const hook = this.opts.include_name;
    if (hook === undefined || hook === null || !this.python.truth(hook)) return true;
    const entries: [string, unknown][] = [];
    if (parents) {
      const table = type === 'table' ? name : parents.table_name;
      if (parents.table_name !== undefined) entries.push(['table_name', parents.table_name]);
      entries.push(['schema_name', parents.schema_name]);
      const qualified = parents.schema_name ? `${parents.schema_name}.${table}` : table;
      if (table !== undefined) entries.push(['schema_qualified_table_name', qualified]);
    }
    return this.python.truth(this.python.call(hook, [name, type, this.python.dict(entries)]));
  }

  /** Whether `include_object` lets an object take part. */
  includesObject(
    object: unknown,
    name: unknown,
    type: string,
    reflected: boolean,
    compareTo: unknown,
  ): boolean {
    const hook = this.opts.include_object;
    if (hook === undefined || hook === null || !this.python.truth(hook)) return true;
    const shown = name === null || name === undefined ? null : String(name);
    return this.python.truth(this.python.call(hook, [object, shown, type, reflected, compareTo]));
  }
}
