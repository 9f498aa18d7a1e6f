/** Names of tables and columns. Answers to: sqlalchemy/sql/compiler.py (visit_column, visit_table). */
import { qualifiedName, translated } from '../../postgresql/identifiers.ts';
import type { ColumnClause, ColumnNode } from '../elements.ts';
import { aliasStem } from '../select/select-labels.ts';
import type { FromClause } from '../select/selectables.ts';
import type { Place, Writer } from './writer.ts';

/** A column's name, with that of its table where the place wants it. */
export function writeColumn(writer: Writer, node: ColumnNode | ColumnClause, place: Place): string {
  const literal = node.kind === 'column-clause' && node.literal;
  const plain = writer.name(node.name);
  const name = literal ? writer.escape(plain) : writer.quote(plain, node.quote);
  if (place.bare || writer.options.includeTable === false || !node.table) return name;
  const prefix = columnPrefix(writer, node.table as FromClause);
  return prefix ? `${prefix}.${name}` : name;
}

function columnPrefix(writer: Writer, from: FromClause): string {
  if (from.kind === 'table' || from.kind === 'table-clause') return tableSql(writer, from);
  const name = tableName(writer, from);
  return name && writer.quote(name);
}

/** `schema.name` of a table, its schema replaced as `schema_translate_map` says; that of `table(…)` stays. */
export function tableSql(
  writer: Writer,
  table: Extract<FromClause, { kind: 'table' | 'table-clause' }>,
): string {
  const map = writer.options.schemaMap;
  const schema = table.kind === 'table' ? translated(table.schema, map) : table.schema;
  return qualifiedName({ ...named(table), schema }, { doublePercents: writer.doublePercents });
}

const named = ({ name, quote, quoteSchema }: Extract<FromClause, { kind: 'table' | 'table-clause' }>) => ({
  name,
  quote,
  quoteSchema,
});

/** The name under which an alias, subquery or CTE is known; not quoted. */
export function tableName(writer: Writer, from: FromClause): string {
  switch (from.kind) {
    case 'alias':
    case 'lateral':
    case 'tablesample':
      return writer.name(from.name ?? { stem: aliasStem(from.element), owner: from });
    case 'subquery':
      return writer.name(from.name ?? { stem: 'anon', owner: from });
    case 'cte': {
      if (from.aliasOf)
        return writer.name(from.name ?? { stem: tableName(writer, from.aliasOf), owner: from });
      let first = from;
      while (first.restates) first = first.restates;
      return writer.name(from.name ?? { stem: 'anon', owner: first });
    }
    case 'values':
      return from.named ? writer.name(from.name ?? '') : from.name ? writer.name(from.name) : '';
    case 'table':
    case 'table-clause':
      return from.name;
    case 'entity':
      return tableName(writer, from.table);
    default:
      return '';
  }
}
