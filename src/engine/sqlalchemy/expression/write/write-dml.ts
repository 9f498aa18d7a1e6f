/** INSERT, UPDATE, DELETE as SQL. Answers to: sqlalchemy/sql/compiler.py (visit_insert …), postgresql/base.py (ON CONFLICT). */
import { Raise } from '../../../machine.ts';
import { bindparam } from '../build.ts';
import { operandOf } from '../coerce.ts';
import {
  type ColumnValue,
  columnBind,
  columnName,
  insertDefault,
  insertValues,
  resolveAssignments,
  updateValues,
  writeValue,
} from '../dml/dml-values.ts';
import type { Delete, Insert, OnConflict, Update } from '../dml/statements.ts';
import type { Element, SelectLike } from '../elements.ts';
import { group } from '../group.ts';
import { host } from '../host.ts';
import { type AnyColumn, columnsOf, expand } from '../select/columns.ts';
import { criteriaOfTable } from '../select/entity-criteria.ts';
import { fromsOf, hiddenBy } from '../select/from-objects.ts';
import { namedColumns } from '../select/select-labels.ts';
import type { FromClause } from '../select/selectables.ts';
import { lintFroms } from './lint-froms.ts';
import { hinted } from './write-hint.ts';
import { tableName } from './write-name.ts';
import { condition, writeSelected } from './write-select.ts';
import type { Place, Writer } from './writer.ts';

const OPERAND = { operator: 'comma', precedence: 1000 } as const;

/** INSERT, of one row, of many, or from a SELECT. @throws CompileError */
export function insertSql(writer: Writer, node: Insert, place: Place): string {
  const outermost = writer.stack.length === 0;
  writer.stack.push({ own: new Set(), correlatable: new Set() });
  let text = `INSERT ${prefixes(writer, node.prefixes, place)}INTO ${writtenTable(writer, node)}`;
  if (node.fromSelect) writeIndependent(writer, node);
  if (node.fromSelect) text += fromSelectText(writer, node, node.fromSelect);
  else if (node.multiple && node.multiple.length > 0) text += rowsText(writer, node);
  else text += valuesText(writer, insertValues(writer, node), node);
  if (!node.fromSelect) writeIndependent(writer, node);
  if (node.onConflict) text += conflictText(writer, node, node.onConflict);
  const returned = node.returning.length > 0 ? node.returning : writer.generated;
  text += returningText(writer, returned, outermost && node.returning.length > 0);
  writer.stack.pop();
  return text;
}

/** What `add_cte` brought: after the values, before what else the statement reads. */
function writeIndependent(writer: Writer, { independentCtes }: Insert | Update | Delete): void {
  for (const cte of independentCtes) writer.writeFrom(cte);
}

/** The table that is written to, with its hint. */
const writtenTable = (writer: Writer, { table, hints }: Insert | Update | Delete): string =>
  hinted(writer, table, writer.writeFrom(table), hints);

const prefixes = (writer: Writer, elements: readonly Element[], place: Place): string =>
  elements.map((one) => `${writer.write(one, place)} `).join('');

function columnList(values: readonly ColumnValue[]): string {
  return values.map((one) => one.name).join(', ');
}

function valuesText(writer: Writer, values: readonly ColumnValue[], node: Insert): string {
  if (values.length === 0) {
    // Several rows without a value name one column, that there may be several of them.
    const first = writer.options.many ? columnsOf(node.table)[0] : undefined;
    if (first && writer.postgresql)
      return valuesText(writer, [{ name: columnName(writer, first), text: 'DEFAULT' }], node);
    return writer.postgresql ? ' DEFAULT VALUES' : ' () VALUES ()';
  }
  writer.valuesRow = `(${values.map((one) => one.text).join(', ')})`;
  return ` (${columnList(values)}) VALUES ${writer.valuesRow}`;
}

function rowsText(writer: Writer, node: Insert): string {
  const rows = node.multiple!.map((row) => resolveAssignments(node.table, row).byKey);
  const first: string[] = [];
  const columns = columnsOf(node.table).filter((column) => {
    const text = rows[0]!.has(column.key)
      ? rowValue(writer, column, rows[0]!.get(column.key), 0)
      : insertDefault(writer, node, column, column.key);
    if (text !== undefined) first.push(text);
    return text !== undefined;
  });
  const later = rows
    .slice(1)
    .map((row, at) => columns.map((column) => laterRow(writer, node, column, row, at + 1)));
  const names = columns.map((column) => columnName(writer, column)).join(', ');
  return ` (${names}) VALUES ${[first, ...later].map((row) => `(${row.join(', ')})`).join(', ')}`;
}

function laterRow(
  writer: Writer,
  node: Insert,
  column: AnyColumn,
  row: ReadonlyMap<string, unknown>,
  at: number,
): string {
  if (row.has(column.key)) return rowValue(writer, column, row.get(column.key), at);
  const fallback = insertDefault(writer, node, column, `${column.key}_m${at}`);
  if (fallback !== undefined) return fallback;
  throw new Raise('sqlalchemy.exc.CompileError', [
    `INSERT value for column ${columnText(column)} is explicitly rendered as a boundparameter in the VALUES clause; ` +
      'a Python-side value or SQL expression is required',
  ]);
}

function rowValue(writer: Writer, column: AnyColumn, value: unknown, at: number): string {
  const element = operandOf(value);
  const name = `${column.key}_m${at}`;
  if (element?.kind === 'bind' && at === 0) return writeValue(writer, column, element, name);
  if (element) return writer.write(group(element, OPERAND));
  return columnBind(writer, column, value, name, 'given');
}

const columnText = (column: AnyColumn): string => {
  const table = column.table as { name?: string } | undefined;
  return table?.name ? `${table.name}.${String(column.name)}` : String(column.name);
};

function fromSelectText(writer: Writer, node: Insert, source: NonNullable<Insert['fromSelect']>): string {
  const columns = columnsOf(node.table);
  const named = source.names.map((name) => {
    const key = typeof name === 'string' ? name : (name as AnyColumn).key;
    const found = columns.find((column) => column.key === key);
    if (found) return found;
    throw new Raise('sqlalchemy.exc.CompileError', [`Unconsumed column names: ${key}`]);
  });
  let select: SelectLike = source.select;
  const added: AnyColumn[] = [];
  if (source.includeDefaults && select.kind === 'select') {
    const extra: Element[] = [];
    for (const column of columns) {
      if (named.includes(column)) continue;
      const element = defaultElement(writer, column);
      if (!element) continue;
      added.push(column);
      extra.push(element);
    }
    if (extra.length > 0) select = { ...select, entities: [...select.entities, ...extra] };
  }
  const list = [...named, ...added].map((column) => ({ name: columnName(writer, column), text: '' }));
  const stack = writer.stack.splice(0);
  writer.stack.push({ own: new Set(), correlatable: new Set() });
  const body = writer.write(select);
  writer.stack.splice(0);
  writer.stack.push(...stack);
  return ` (${columnList(list)}) ${body}`;
}

interface WithDefault {
  readonly default?: { readonly kind: string; readonly arg?: unknown } | null;
}

/** A default as an expression, for INSERT … SELECT. */
function defaultElement(writer: Writer, column: AnyColumn): Element | undefined {
  const fallback = (column as WithDefault).default;
  if (!fallback) return undefined;
  if (fallback.kind === 'sequence') return undefined;
  const expression = operandOf(fallback.arg);
  if (expression) return expression;
  writer.columnBinds.push({ column, name: column.key, from: 'default' });
  return { ...bindparam(column.key, undefined, { type: column.type }), required: true };
}

function conflictText(writer: Writer, node: Insert, conflict: OnConflict): string {
  const target = conflictTarget(writer, conflict);
  if (conflict.action === 'nothing') return ` ON CONFLICT${target} DO NOTHING`;
  const columns = columnsOf(node.table);
  const parts: string[] = [];
  const given = new Map(
    conflict.set.map(([key, value]) => [typeof key === 'string' ? key : (key as AnyColumn).key, value]),
  );
  for (const column of columns) {
    if (!given.has(column.key)) continue;
    parts.push(
      `${writer.write(column as Element, { bare: true })} = ${conflictValue(writer, given.get(column.key), column)}`,
    );
    given.delete(column.key);
  }
  if (given.size > 0) {
    const names = [...given.keys()];
    host().warn(
      'sqlalchemy.exc.SAWarning',
      `Additional column names not matching any column keys in table '${tableText(node.table)}': ${names.map((one) => `'${one}'`).join(', ')}`,
    );
    for (const [key, value] of given)
      parts.push(`${writer.quote(key)} = ${conflictValue(writer, value, undefined)}`);
  }
  const where = conflict.updateWhere ? ` WHERE ${writer.write(conflict.updateWhere)}` : '';
  return ` ON CONFLICT${target} DO UPDATE SET ${parts.join(', ')}${where}`;
}

const tableText = (table: FromClause): string => ('name' in table ? String(table.name) : '');

function conflictValue(writer: Writer, value: unknown, column: AnyColumn | undefined): string {
  const element = operandOf(value) ?? bindparam(null, value, { type: column?.type });
  return writer.write(group(element, OPERAND));
}

function conflictTarget(writer: Writer, conflict: OnConflict): string {
  if (conflict.constraint !== undefined) return ` ON CONSTRAINT ${writer.quote(conflict.constraint)}`;
  if (!conflict.elements) return '';
  const elements = conflict.elements.map((one) =>
    typeof one === 'string' ? writer.quote(one) : writer.write(one, { bare: true }),
  );
  const where = conflict.where ? ` WHERE ${writer.write(conflict.where, { bare: true })}` : '';
  return ` (${elements.join(', ')})${where}`;
}

function returningText(writer: Writer, columns: readonly Element[], noted: boolean): string {
  if (columns.length === 0) return '';
  const parts = namedColumns(expand(columns), 'disambiguate').map((one) =>
    writeSelected(writer, one, {}, noted),
  );
  return ` RETURNING ${parts.join(', ')}`;
}

/** UPDATE, with FROM where other tables are named. @throws CompileError */
export function updateSql(writer: Writer, node: Update, place: Place): string {
  const outermost = writer.stack.length === 0;
  const values = node.values ?? [];
  const elements = values.map(([, value]) => operandOf(value)).filter((one) => one !== undefined);
  const extra = otherTables(node.table, [...elements, ...node.where]);
  pushTable(writer, node.table, extra);
  let text = `UPDATE ${prefixes(writer, node.prefixes, place)}${writtenTable(writer, node)} SET `;
  lintTables(writer, node, extra);
  text += updateValues(writer, node)
    .map((one) => `${one.name}=${one.text}`)
    .join(', ');
  writeIndependent(writer, node);
  if (extra.length > 0) text += ` FROM ${extra.map((one) => writer.writeFrom(one)).join(', ')}`;
  text += condition(writer, ' WHERE ', [...node.where, ...criteriaOfTable(node.table)], {});
  text += returningText(writer, node.returning, outermost);
  writer.stack.pop();
  return text;
}

/** DELETE, with USING where other tables are named. @throws CompileError */
export function deleteSql(writer: Writer, node: Delete, place: Place): string {
  const outermost = writer.stack.length === 0;
  const extra = otherTables(node.table, node.where);
  pushTable(writer, node.table, extra);
  lintTables(writer, node, extra);
  let text = `DELETE ${prefixes(writer, node.prefixes, place)}FROM ${writtenTable(writer, node)}`;
  writeIndependent(writer, node);
  if (extra.length > 0) {
    const list = extra.map((one) => writer.writeFrom(one)).join(', ');
    text += writer.postgresql ? ` USING ${list}` : ` , ${list}`;
  }
  text += condition(writer, ' WHERE ', [...node.where, ...criteriaOfTable(node.table)], {});
  text += returningText(writer, node.returning, outermost);
  writer.stack.pop();
  return text;
}

/** Warns of tables that no condition connects with the one that is written. */
function lintTables(writer: Writer, node: Update | Delete, extra: readonly FromClause[]): void {
  if (writer.options.lint !== true || extra.length === 0) return;
  const own = node.table.kind === 'entity' ? node.table.table : node.table;
  lintFroms([own, ...extra], node.where, (from) => tableName(writer, from), node.kind.toUpperCase());
}

function otherTables(table: FromClause, elements: readonly Element[]): readonly FromClause[] {
  const own = table.kind === 'entity' ? table.table : table;
  const froms = fromsOf(elements).filter((one) => one !== own);
  const hidden = new Set(froms.flatMap(hiddenBy));
  return froms.filter((one) => !hidden.has(one));
}

function pushTable(writer: Writer, table: FromClause, extra: readonly FromClause[]): void {
  const own = new Set([table.kind === 'entity' ? table.table : table, ...extra]);
  writer.stack.push({ own, correlatable: own });
}
