/** Everything that the inspector knows of one schema, read in a handful of queries when first asked for. */
import { type ColumnFacts, loadColumns, reflectColumn } from './load-columns.ts';
import {
  checksOf,
  foreignKeysOf,
  loadConstraints,
  loadReferred,
  primaryKeyOf,
  type TableParts,
  uniquesOf,
} from './load-constraints.ts';
import { type IndexFacts, loadIndexes, reflectIndexes } from './load-indexes.ts';
import type { ReflectedColumn, ReflectedRelation, RelationKind } from './reflected.ts';
import { among, type CatalogSource, grouped, literal, relationInSchema, select } from './source.ts';
import type { NamedTypes } from './type-names.ts';

type RelationRow = readonly [oid: number, name: string, kind: string, persistence: string];

/** A relation whose parts are put together when first asked for. */
class LazyRelation implements ReflectedRelation {
  readonly name: string;
  readonly kind: RelationKind;
  readonly temporary: boolean;
  private readonly oid: number;
  private readonly catalog: SchemaCatalog;
  #columns: readonly ReflectedColumn[] | undefined;

  constructor(catalog: SchemaCatalog, [oid, name, kind, persistence]: RelationRow) {
    this.catalog = catalog;
    this.oid = oid;
    this.name = name;
    this.kind = kind === 'v' ? 'view' : kind === 'm' ? 'materialized-view' : 'table';
    this.temporary = persistence === 't';
  }

  get comment() {
    return this.catalog.comments.get(`${this.oid}.0`) ?? null;
  }
  get columns() {
    this.#columns ??= this.catalog.columnsOf(this.oid);
    return this.#columns;
  }
  get primaryKey() {
    return primaryKeyOf(this.catalog.partsOf(this.oid));
  }
  get foreignKeys() {
    return foreignKeysOf(this.catalog.partsOf(this.oid), this.catalog.referred, this.catalog.schema);
  }
  get uniques() {
    return uniquesOf(this.catalog.partsOf(this.oid));
  }
  get checks() {
    return checksOf(this.catalog.partsOf(this.oid), this.catalog.warn);
  }
  get indexes() {
    return reflectIndexes(this.catalog.indexesOf(this.oid), this.catalog.partsOf(this.oid).constraints);
  }
}

export class SchemaCatalog {
  /** null: what the search path shows. */
  readonly schema: string | null;
  readonly relations: ReadonlyMap<string, ReflectedRelation>;
  private readonly oids: readonly number[];
  private readonly source: CatalogSource;
  private readonly named: () => NamedTypes;
  #comments: ReadonlyMap<string, string> | undefined;
  #columns: ReadonlyMap<number, readonly ColumnFacts[]> | undefined;
  #constraints: ReturnType<typeof loadConstraints> | undefined;
  #indexes: ReadonlyMap<number, readonly IndexFacts[]> | undefined;
  #referred: ReturnType<typeof loadReferred> | undefined;

  /** @param only the one relation that is looked for */
  constructor(source: CatalogSource, schema: string | null, named: () => NamedTypes, only?: string) {
    this.source = source;
    this.schema = schema;
    this.named = named;
    const rows = select<RelationRow>(
      source,
      'c.oid::int8, c.relname, c.relkind, c.relpersistence',
      `from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'f', 'v', 'm') and ${relationInSchema(schema)}${only === undefined ? '' : ` and c.relname = ${literal(only)}`}`,
    );
    this.oids = rows.map(([oid]) => oid);
    this.relations = new Map(rows.map((row) => [row[1], new LazyRelation(this, row)]));
  }

  readonly warn = (message: string): void => this.source.warn('sqlalchemy.exc.SAWarning', message);

  /** Comments by "relation.column", those of relations by "relation.0". */
  get comments(): ReadonlyMap<string, string> {
    this.#comments ??= new Map(
      select<readonly [string, string]>(
        this.source,
        "d.objoid::text || '.' || d.objsubid, d.description",
        `from pg_catalog.pg_description d where d.classoid = 'pg_catalog.pg_class'::regclass and ${among('d.objoid', this.oids)}`,
      ),
    );
    return this.#comments;
  }

  private get columns(): ReadonlyMap<number, readonly ColumnFacts[]> {
    this.#columns ??= loadColumns(this.source, this.oids, this.comments);
    return this.#columns;
  }

  private get constraints(): ReturnType<typeof loadConstraints> {
    this.#constraints ??= loadConstraints(this.source, this.oids);
    return this.#constraints;
  }

  get referred(): ReturnType<typeof loadReferred> {
    if (!this.#referred) {
      const keys = [...this.constraints.values()].flat().filter(({ type }) => type === 'f');
      this.#referred = loadReferred(this.source, new Set(keys.map(({ referred }) => referred)));
    }
    return this.#referred;
  }

  columnsOf(oid: number): readonly ReflectedColumn[] {
    return (this.columns.get(oid) ?? []).map((row) =>
      reflectColumn(row, this.schema, this.named(), this.warn),
    );
  }

  indexesOf(oid: number): readonly IndexFacts[] {
    this.#indexes ??= grouped(loadIndexes(this.source, this.oids, this.columns), ({ table }) => table);
    return this.#indexes.get(oid) ?? [];
  }

  partsOf(oid: number): TableParts {
    return {
      columns: this.columns.get(oid) ?? [],
      constraints: this.constraints.get(oid) ?? [],
      indexes: new Map(this.indexesOf(oid).map((index) => [index.oid, index])),
    };
  }
}
