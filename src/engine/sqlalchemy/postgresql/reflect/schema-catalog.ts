/** Everything that the inspector knows of one schema, read in a handful of queries. */
import { loadColumnRows, reflectColumn } from './load-columns.ts';
import { checksOf, foreignKeysOf, loadConstraints, primaryKeyOf, uniquesOf } from './load-constraints.ts';
import { loadIndexes } from './load-indexes.ts';
import type { ReflectedColumn, ReflectedRelation, RelationKind } from './reflected.ts';
import { type CatalogSource, relationInSchema } from './source.ts';
import type { NamedTypes } from './type-names.ts';

/** A relation whose parts are put together when first asked for. */
class LazyRelation implements ReflectedRelation {
  readonly name: string;
  readonly kind: RelationKind;
  readonly temporary: boolean;
  readonly comment: string | null;
  private readonly oid: string;
  private readonly catalog: SchemaCatalog;
  #columns: readonly ReflectedColumn[] | undefined;

  constructor(catalog: SchemaCatalog, row: readonly (string | null)[]) {
    const [oid, name, kind, persistence, comment] = row;
    this.catalog = catalog;
    this.oid = oid!;
    this.name = name!;
    this.kind = kind === 'v' ? 'view' : kind === 'm' ? 'materialized-view' : 'table';
    this.temporary = persistence === 't';
    this.comment = comment ?? null;
  }

  get columns() {
    this.#columns ??= this.catalog.columnsOf(this.oid);
    return this.#columns;
  }
  get primaryKey() {
    return primaryKeyOf(this.catalog.constraintsOf(this.oid));
  }
  get foreignKeys() {
    return foreignKeysOf(this.catalog.constraintsOf(this.oid), this.catalog.schema);
  }
  get uniques() {
    return uniquesOf(this.catalog.constraintsOf(this.oid));
  }
  get checks() {
    return checksOf(this.catalog.constraintsOf(this.oid), this.catalog.warn);
  }
  get indexes() {
    return this.catalog.indexesOf(this.oid);
  }
}

export class SchemaCatalog {
  /** null: what the search path shows. */
  readonly schema: string | null;
  readonly relations: ReadonlyMap<string, ReflectedRelation>;
  private readonly source: CatalogSource;
  private readonly named: () => NamedTypes;
  #columns: ReturnType<typeof loadColumnRows> | undefined;
  #constraints: ReturnType<typeof loadConstraints> | undefined;
  #indexes: ReturnType<typeof loadIndexes> | undefined;

  constructor(source: CatalogSource, schema: string | null, named: () => NamedTypes) {
    this.source = source;
    this.schema = schema;
    this.named = named;
    const rows = source.rows(
      `select c.oid, c.relname, c.relkind, c.relpersistence, d.description from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace left join pg_catalog.pg_description d
       on d.objoid = c.oid and d.objsubid = 0 and d.classoid = 'pg_catalog.pg_class'::regclass
       where c.relkind in ('r', 'p', 'f', 'v', 'm') and ${relationInSchema(schema)}`,
    );
    this.relations = new Map(rows.map((row) => [row[1]!, new LazyRelation(this, row)]));
  }

  readonly warn = (message: string): void => this.source.warn('sqlalchemy.exc.SAWarning', message);

  columnsOf(oid: string): readonly ReflectedColumn[] {
    this.#columns ??= loadColumnRows(this.source, this.schema);
    const rows = this.#columns.get(oid) ?? [];
    return rows.map((row) => reflectColumn(row, this.schema, this.named(), this.warn));
  }

  constraintsOf(oid: string) {
    this.#constraints ??= loadConstraints(this.source, this.schema);
    return this.#constraints.get(oid) ?? [];
  }

  indexesOf(oid: string) {
    this.#indexes ??= loadIndexes(this.source, this.schema);
    return this.#indexes.get(oid) ?? [];
  }
}
