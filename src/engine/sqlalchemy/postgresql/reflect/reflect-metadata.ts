/** Tables of a schema into a MetaData. Answers to: sqlalchemy/sql/schema.py (MetaData.reflect). */
import { Raise } from '../../../machine.ts';
import type { MetaData } from '../../schema/metadata.ts';
import { Table } from '../../schema/table.ts';
import type { Inspector } from './inspector.ts';
import { type ReflectOptions, reflectTable } from './reflect-table.ts';

export interface ReflectRequest {
  readonly schema: string | null;
  readonly views: boolean;
  /** Names, or a choice among those that there are; undefined: all. */
  readonly only?: readonly string[] | ((available: readonly string[]) => readonly string[]) | undefined;
  /** Tables that the metadata has already are read again. */
  readonly extend?: boolean;
  /** Columns that such tables have stay as they are: `autoload_replace=False`. */
  readonly keep?: boolean;
  /** `repr()` of the engine behind what is reflected, for the message about missing tables. */
  readonly bindText: string;
  readonly onColumn?: ReflectOptions['onColumn'];
}

/** @throws InvalidRequestError where `only` names tables that are not there */
export function reflectMetadata(inspector: Inspector, metadata: MetaData, request: ReflectRequest): void {
  const { schema, onColumn } = request;
  const available = inspector.getTableNames(schema);
  if (request.views)
    available.push(...inspector.getViewNames(schema), ...inspector.getMaterializedViewNames(schema));
  const wanted = wantedTables(request, available);
  // The columns of all tables are asked for at once, in the order of the catalog: it is the order of warnings.
  for (const name of [...wanted].sort(byName)) inspector.relation(name, schema).columns;
  for (const name of wanted) {
    const key = schema ? `${schema}.${name}` : name;
    if (metadata.tables.has(key) && !request.extend) continue;
    const table = metadata.tables.get(key) ?? new Table(name, metadata, { schema: schema ?? false });
    metadata.addTable(table);
    const excludeColumns = new Set(request.keep ? [...table.columns].map((column) => column.name) : []);
    reflectTable(inspector, table, { onColumn, excludeColumns });
  }
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function wantedTables(
  { only, schema, bindText }: ReflectRequest,
  available: readonly string[],
): readonly string[] {
  if (only === undefined) return available;
  if (typeof only === 'function') return only(available);
  const missing = only.filter((name) => !available.includes(name));
  if (missing.length === 0) return only;
  const place = schema === null ? '' : ` schema '${schema}'`;
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    `Could not reflect: requested table(s) not available in ${bindText}${place}: (${missing.join(', ')})`,
  ]);
}
