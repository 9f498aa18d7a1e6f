/** `inspect(engine)`. Answers to: sqlalchemy/engine/reflection.py (Inspector), dialects/postgresql/base.py (PGInspector). */
import { Raise } from '../../../machine.ts';
import { hasSchema, hasSequence, hasTable, hasType } from '../ddl-runner.ts';
import { loadDomains, loadEnums, loadNamedTypes } from './load-types.ts';
import type { ReflectedDomain, ReflectedEnum, ReflectedRelation, RelationKind } from './reflected.ts';
import { SchemaCatalog } from './schema-catalog.ts';
import { type CatalogSource, literal, relationInSchema } from './source.ts';
import type { NamedTypes } from './type-names.ts';

/** Which relations a question for several is about; temporary ones have their own scope. */
export interface RelationFilter {
  readonly names?: ReadonlySet<string> | undefined;
  readonly kinds?: ReadonlySet<RelationKind> | undefined;
  readonly scope?: 'default' | 'temporary' | 'any' | undefined;
}

/** Remembers what it has read; `clearCache` forgets it. */
export class Inspector {
  readonly kind = 'inspector';
  readonly source: CatalogSource;
  /** The connection or engine that it was made from. */
  readonly bind: unknown;
  private readonly catalogs = new Map<string | null, SchemaCatalog>();
  #named: NamedTypes | undefined;

  constructor(source: CatalogSource, bind: unknown = null) {
    this.source = source;
    this.bind = bind;
  }

  /**
   * An inspector of the same database that has not read any relation yet.
   * @param table what it will be asked about, where that is one relation
   */
  lookAgain(table?: string, schema: string | null = null): Inspector {
    const other = new Inspector(this.source, this.bind);
    if (table !== undefined)
      other.catalogs.set(schema, new SchemaCatalog(this.source, schema, this.#types, table));
    return other;
  }

  readonly #types = (): NamedTypes => {
    this.#named ??= loadNamedTypes(this.source);
    return this.#named;
  };

  clearCache(): void {
    this.catalogs.clear();
    this.#named = undefined;
  }

  /** What the dialect holds as such: asked at an engine's first connection, and a program may set it. */
  get defaultSchemaName(): string | null {
    return this.source.defaultSchema();
  }

  private column(sql: string): string[] {
    return this.source.rows(sql).map((row) => row[0]!);
  }

  private catalog(schema: string | null): SchemaCatalog {
    let catalog = this.catalogs.get(schema);
    if (!catalog) {
      catalog = new SchemaCatalog(this.source, schema, this.#types);
      this.catalogs.set(schema, catalog);
    }
    return catalog;
  }

  /** The schema in which a table of this schema is looked for: a `schema_translate_map` may put another in its place. */
  placed(schema: string | null): string | null {
    return this.source.placed ? this.source.placed(schema) : schema;
  }

  /** A relation, if there is one. */
  find(name: string, schema: string | null = null): ReflectedRelation | undefined {
    return this.catalog(schema).relations.get(name);
  }

  /** @throws NoSuchTableError */
  relation(name: string, schema: string | null = null): ReflectedRelation {
    const found = this.find(name, schema);
    if (found) return found;
    throw new Raise('sqlalchemy.exc.NoSuchTableError', [schema ? `${schema}.${name}` : name]);
  }

  /** Relations for the `get_multi_…` methods: tables, unless the filter says otherwise. */
  relations(schema: string | null = null, filter: RelationFilter = {}): readonly ReflectedRelation[] {
    const kinds = filter.kinds ?? new Set<RelationKind>(['table']);
    const scope = filter.scope ?? 'default';
    return [...this.catalog(schema).relations.values()].filter(
      ({ name, kind, temporary }) =>
        kinds.has(kind) &&
        (!filter.names || filter.names.has(name)) &&
        (scope === 'any' || temporary === (scope === 'temporary')),
    );
  }

  /** Names of relations of some kinds, in the server's order. */
  private names(kinds: string, schema: string | null, temporary = false): string[] {
    const persistence = temporary ? '=' : '<>';
    return this.column(
      `select c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in (${kinds}) and c.relpersistence ${persistence} 't' and ${relationInSchema(schema)}`,
    );
  }

  getTableNames(schema: string | null = null): string[] {
    return this.names("'r', 'p'", schema);
  }

  getTempTableNames(): string[] {
    return this.names("'r', 'p'", null, true);
  }

  getViewNames(schema: string | null = null): string[] {
    return this.names("'v'", schema);
  }

  getTempViewNames(): string[] {
    return this.names("'v'", null, true);
  }

  getMaterializedViewNames(schema: string | null = null): string[] {
    return this.names("'m'", schema);
  }

  getForeignTableNames(schema: string | null = null): string[] {
    return this.names("'f'", schema);
  }

  getSequenceNames(schema: string | null = null): string[] {
    return this.names("'S'", schema);
  }

  getSchemaNames(): string[] {
    return this.column(
      "select n.nspname from pg_catalog.pg_namespace n where n.nspname not like 'pg\\_%' order by n.nspname",
    );
  }

  getEnums(schema: string | null = null): ReflectedEnum[] {
    return loadEnums(this.source, schema);
  }

  getDomains(schema: string | null = null): ReflectedDomain[] {
    return loadDomains(this.source, schema);
  }

  /** @throws NoSuchTableError */
  getViewDefinition(name: string, schema: string | null = null): string {
    const [definition] = this.column(
      `select pg_get_viewdef(c.oid) from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relname = ${literal(name)} and c.relkind in ('v', 'm') and ${relationInSchema(schema)}`,
    );
    if (definition !== undefined) return definition;
    throw new Raise('sqlalchemy.exc.NoSuchTableError', [schema ? `${schema}.${name}` : name]);
  }

  /** Tables and views of any kind. */
  hasTable(name: string, schema: string | null = null): boolean {
    return hasTable(this.source, name, schema);
  }

  hasSequence(name: string, schema: string | null = null): boolean {
    return hasSequence(this.source, name, schema);
  }

  hasSchema(name: string): boolean {
    return hasSchema(this.source, name);
  }

  /** @param schema '*': in any */
  hasType(name: string, schema: string | null = null): boolean {
    if (schema !== '*') return hasType(this.source, name, schema);
    return (
      this.column(`select t.typname from pg_catalog.pg_type t where t.typname = ${literal(name)}`).length > 0
    );
  }

  /** @throws NoSuchTableError */
  getTableOid(table: string, schema: string | null = null): number {
    const [oid] = this.column(
      `select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relname = ${literal(table)} and ${relationInSchema(schema)}`,
    );
    if (oid !== undefined) return Number(oid);
    throw new Raise('sqlalchemy.exc.NoSuchTableError', [schema ? `${schema}.${table}` : table]);
  }
}
