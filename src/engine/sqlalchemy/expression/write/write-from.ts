/** Tables, aliases and joins in FROM. Answers to: sqlalchemy/sql/compiler.py (visit_table, visit_alias, visit_join …). */

import type { Element } from '../elements.ts';
import { columnsOf, isSelect } from '../select/columns.ts';
import type { Alias, FromClause, Values } from '../select/selectables.ts';
import { writeCte } from './write-cte.ts';
import { hinted } from './write-hint.ts';
import { writeList } from './write-list.ts';
import { tableName, tableSql } from './write-name.ts';
import { typeSql } from './write-operator.ts';
import type { Place, Writer } from './writer.ts';

/** The SQL of what stands in FROM: its name with a schema, or a name behind its definition. */
export function writeFrom(writer: Writer, from: FromClause, place: Place): string {
  switch (from.kind) {
    case 'table':
    case 'table-clause':
      return hinted(writer, from, tableSql(writer, from), place.hints);
    case 'entity':
      return writeFrom(writer, from.table, place);
    case 'join': {
      const keyword = from.full ? ' FULL OUTER JOIN ' : from.outer ? ' LEFT OUTER JOIN ' : ' JOIN ';
      return `${writeFrom(writer, from.left, place)}${keyword}${writeFrom(writer, from.right, place)} ON ${writer.write(from.on, place)}`;
    }
    case 'from-grouping':
      return `(${writeFrom(writer, from.element as FromClause, place)})`;
    case 'cte':
      return writeCte(writer, from, place);
    case 'values':
      return writeValues(writer, from, place);
    default:
      return 'element' in from ? hintedAlias(writer, from, place) : writer.write(from as Element, place);
  }
}

/** A hint for an alias stands before it; one for what it is an alias of is not heeded. */
const hintedAlias = (writer: Writer, from: Alias, { hints, ...place }: Place): string =>
  hinted(
    writer,
    from,
    writeAlias(writer, from, place),
    hints,
    hints && writer.quote(tableName(writer, from)),
  );

function writeAlias(writer: Writer, from: Alias, place: Place): string {
  const name = writer.quote(tableName(writer, from));
  const element = innermost(from.element as FromClause | Element);
  if (from.kind === 'subquery' || from.kind === 'lateral') {
    const lateral = from.kind === 'lateral';
    const body = writer.write(element as Element, { ...place, asFrom: true, lateral });
    const inner = isSelect(element) ? `(${body})` : body;
    return `${lateral ? 'LATERAL ' : ''}${inner} AS ${name}${derived(writer, from)}`;
  }
  const body = isSelect(element)
    ? `(${writer.write(element as Element, { ...place, asFrom: true })})`
    : (element as { kind: string }).kind === 'function'
      ? writer.write(element as Element, place)
      : writeFrom(writer, element as FromClause, place);
  const sampled = from.sampling
    ? ` TABLESAMPLE ${writer.write(from.sampling, place)}${from.seed ? ` REPEATABLE (${writer.write(from.seed, place)})` : ''}`
    : '';
  return `${body} AS ${name}${derived(writer, from)}${sampled}`;
}

/** An alias of an alias or of a subquery has its own name alone. */
const innermost = (element: FromClause | Element): FromClause | Element =>
  element.kind === 'alias' || element.kind === 'subquery'
    ? innermost(element.element as FromClause | Element)
    : element;

function derived(writer: Writer, from: Alias): string {
  if (!from.derived) return '';
  const columns = columnsOf(from).map((one) => {
    const name = writer.quote(writer.name(one.name), one.quote);
    return from.derived!.withTypes ? `${name} ${typeSql(writer, one.type)}` : name;
  });
  return `(${columns.join(', ')})`;
}

function writeValues(writer: Writer, from: Values, place: Place): string {
  const inner = from.literalBinds ? { ...place, literalBinds: true } : place;
  const rows = from.data.map((row) => `(${writeList(writer, row, ', ', inner)})`).join(', ');
  const text = `VALUES ${rows}`;
  if (!from.name) return `(${text})`;
  const columns = from.columns.map((one) => writer.quote(writer.name(one.name), one.quote)).join(', ');
  return `${from.lateral ? 'LATERAL ' : ''}(${text}) AS ${writer.quote(from.name)} (${columns})`;
}
