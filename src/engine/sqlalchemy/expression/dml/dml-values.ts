/**
 * Which columns an INSERT or UPDATE names and what stands for each: a parameter, an expression, a default.
 * Answers to: sqlalchemy/sql/crud.py.
 */
import { Raise } from '../../../machine.ts';
import { INTEGER } from '../../types/index.ts';
import { bindparam } from '../build.ts';
import { operandOf } from '../coerce.ts';
import type { BindParameter, Element } from '../elements.ts';
import { nextValue } from '../functions.ts';
import { group } from '../group.ts';
import { host } from '../host.ts';
import { affinity } from '../operators/type-rules.ts';
import { type AnyColumn, columnsOf } from '../select/columns.ts';
import type { FromClause } from '../select/selectables.ts';
import type { Writer } from '../write/writer.ts';
import type { Assignment, Insert, Update } from './statements.ts';

/** What the schema room's Column knows of values nobody gave. */
export interface DefaultedColumn {
  readonly primaryKey?: boolean;
  readonly autoincrement?: boolean | 'auto' | 'ignore_fk';
  readonly nullable?: boolean;
  readonly foreignKeys?: ReadonlySet<unknown>;
  readonly default?: { readonly kind: string; readonly arg?: unknown } | null;
  readonly onupdate?: { readonly kind: string; readonly arg?: unknown } | null;
  readonly serverDefault?: unknown;
  readonly identity?: unknown;
  readonly computed?: unknown;
}

/** One `column = value` of a statement. */
export interface ColumnValue {
  /** The column, as the statement names it. */
  readonly name: string;
  readonly text: string;
}

const OPERAND = { operator: 'comma', precedence: 1000 } as const;

/** The values of a statement by column key; keys that are no column of the table stay apart. */
export interface Resolved {
  readonly byKey: ReadonlyMap<string, unknown>;
  /** Assignments to something that is no plain column: `tags[1] = …`. */
  readonly others: readonly (readonly [Element, unknown])[];
}

/** What was given by key, by column and by position, as columns of the table. @throws CompileError for names that it lacks */
export function resolveAssignments(table: FromClause, values: readonly Assignment[]): Resolved {
  const byKey = new Map<string, unknown>();
  const others: (readonly [Element, unknown])[] = [];
  const known = new Set(columnsOf(table).map((column) => column.key));
  const unconsumed: string[] = [];
  for (const [key, value] of values) {
    if (typeof key === 'string') {
      const own = (table.kind === 'entity' ? table.keys?.get(key) : undefined) ?? key;
      if (!known.has(own)) unconsumed.push(own);
      else byKey.set(own, value);
    } else if (key.kind === 'column' || key.kind === 'column-clause') {
      if (!known.has(key.key)) unconsumed.push(key.key);
      else byKey.set(key.key, value);
    } else others.push([key, value]);
  }
  if (unconsumed.length > 0) {
    throw new Raise('sqlalchemy.exc.CompileError', [
      `Unconsumed column names: ${unconsumed.sort().join(', ')}`,
    ]);
  }
  return { byKey, others };
}

/** Writes a given value: an expression, or a parameter named after the column. */
export function writeValue(writer: Writer, column: AnyColumn, value: unknown, name: string): string {
  const element = operandOf(value);
  if (element?.kind === 'bind' && element.unique && !element.callable) {
    // A parameter without a name of its own is called after its column.
    const type = affinity(element.type) === 'null' ? column.type : element.type;
    return columnBind(writer, column, element.value ?? null, name, 'given', type);
  }
  if (element) {
    const typed =
      (element.kind === 'bind' || element.kind === 'inline-literal') && affinity(element.type) === 'null'
        ? { ...element, type: column.type }
        : element;
    return writer.write(group(typed, OPERAND));
  }
  return columnBind(writer, column, value, name, 'given');
}

/** A parameter that stands for a column. `value` undefined: the caller gives it at execution. */
export function columnBind(
  writer: Writer,
  column: AnyColumn,
  value: unknown,
  name: string,
  from: 'given' | 'default' | 'onupdate',
  type = column.type,
): string {
  if (writer.insideCte && value !== undefined)
    return writer.write(bindparam(null, value, { type, unique: true }));
  const bind: BindParameter = {
    ...bindparam(name, value, { type }),
    required: value === undefined,
  };
  // A default that Python makes is not known while literals are written.
  if (value === undefined && from !== 'given' && writer.options.literalBinds) return 'NULL';
  if (value === undefined) return required(writer, column, bind, name, from);
  writer.reserved.set(name, 'unique');
  const text = writer.write(bind);
  writer.columnBinds.push({ column, name, from });
  return text;
}

/** Values that come later are parameters even where literals are asked for. */
function required(
  writer: Writer,
  column: AnyColumn,
  bind: BindParameter,
  name: string,
  from: 'given' | 'default' | 'onupdate',
): string {
  writer.reserved.set(name, 'crud');
  const text = writer.writeRequired(bind);
  writer.columnBinds.push({ column, name, from });
  return text;
}

/** A column as SET and the list of INSERT name it. */
export const columnName = (writer: Writer, column: AnyColumn): string =>
  writer.write(column as Element, { bare: true });

/** Columns of an INSERT in table order, with what is written for each. */
export function insertValues(writer: Writer, node: Insert): readonly ColumnValue[] {
  const columns = columnsOf(node.table);
  const { byKey } = resolveAssignments(node.table, node.values ?? []);
  const keys = writer.options.columnKeys;
  const everything = node.values === undefined && keys === undefined;
  const given = new Set(keys ?? []);
  const out: ColumnValue[] = [];
  for (const column of columns) {
    const name = columnName(writer, column);
    if (byKey.has(column.key)) {
      const value = byKey.get(column.key);
      if (isExpression(value)) noteGenerated(writer, node, column);
      out.push({ name, text: writeValue(writer, column, value, column.key) });
    } else if (everything || given.has(column.key)) {
      out.push({ name, text: columnBind(writer, column, undefined, column.key, 'given') });
    } else {
      const text = insertDefault(writer, node, column, column.key);
      if (text !== undefined) out.push({ name, text });
    }
  }
  return out;
}

/** A key that the server computes must be asked back. */
function isExpression(value: unknown): boolean {
  const element = operandOf(value);
  return element !== undefined && element.kind !== 'bind';
}

/** What a column without a value gets: its default, or nothing (then the server decides). */
export function insertDefault(
  writer: Writer,
  node: Insert,
  column: AnyColumn,
  name: string,
): string | undefined {
  const own = column as AnyColumn & DefaultedColumn;
  const fallback = own.default;
  if (fallback?.kind === 'sequence') {
    noteGenerated(writer, node, column);
    return writer.write(nextValue(fallback));
  }
  if (fallback) {
    const expression = operandOf(fallback.arg);
    if (!expression) return columnBind(writer, column, undefined, name, 'default');
    if (own.primaryKey) noteGenerated(writer, node, column);
    return writer.write(group(expression, OPERAND));
  }
  if (own.primaryKey && (own.serverDefault || own.identity || autoincrements(node.table, own))) {
    noteGenerated(writer, node, column);
  } else if (own.primaryKey && own.nullable === false && !own.computed && wantsKeys(writer, node)) {
    warnOfKey(node.table, column);
  }
  return undefined;
}

/** Whether the key of the new row is asked back. */
const wantsKeys = (writer: Writer, node: Insert): boolean =>
  writer.postgresql &&
  !writer.insideCte &&
  !writer.options.many &&
  !node.inline &&
  !node.multiple &&
  node.returning.length === 0;

function noteGenerated(writer: Writer, node: Insert, column: AnyColumn): void {
  if ((column as DefaultedColumn).primaryKey && wantsKeys(writer, node))
    writer.generated.push(column as Element);
}

const COMPOSITE =
  " Note that as of SQLAlchemy 1.1, 'autoincrement=True' must be indicated explicitly for composite (e.g. multicolumn) primary keys " +
  'if AUTO_INCREMENT/SERIAL/IDENTITY behavior is expected for one of the columns in the primary key. CREATE TABLE statements are ' +
  'impacted by this change as well on most backends.';

/** Nothing fills a column of the key. */
function warnOfKey(table: FromClause, column: AnyColumn): void {
  const { name, fullname = name } = table as { name?: string; fullname?: string };
  const several = columnsOf(table).filter((one) => (one as DefaultedColumn).primaryKey).length > 1;
  host().warn(
    'sqlalchemy.exc.SAWarning',
    `Column '${fullname}.${column.name}' is marked as a member of the primary key for table '${fullname}', but has no Python-side ` +
      "or server-side default generator indicated, nor does it indicate 'autoincrement=True' or 'nullable=True', and no explicit " +
      `value is passed.  Primary key columns typically may not store NULL.${several ? COMPOSITE : ''}`,
  );
}

/** Whether the column is the one that SERIAL or an identity fills. */
function autoincrements(table: FromClause, column: AnyColumn & DefaultedColumn): boolean {
  const keys = columnsOf(table).filter((one) => (one as DefaultedColumn).primaryKey);
  if (column.autoincrement === true) return true;
  if (column.autoincrement !== 'auto' && column.autoincrement !== 'ignore_fk') return false;
  if (keys.length !== 1 || !column.type.is(INTEGER)) return false;
  return column.autoincrement === 'ignore_fk' || (column.foreignKeys?.size ?? 0) === 0;
}

/** `SET column = value` in table order, or in the order given. */
export function updateValues(writer: Writer, node: Update): readonly ColumnValue[] {
  const { byKey, others } = resolveAssignments(node.table, node.values ?? []);
  const keys = writer.options.columnKeys;
  const everything = node.values === undefined && keys === undefined;
  const given = new Set(keys ?? []);
  const out: ColumnValue[] = [];
  const all = columnsOf(node.table);
  const ordered = node.ordered
    ? [...byKey.keys()].map((key) => all.find((column) => column.key === key)!)
    : all;
  for (const column of node.ordered
    ? [...ordered, ...all.filter((one) => !ordered.includes(one))]
    : ordered) {
    const name = columnName(writer, column);
    if (byKey.has(column.key)) {
      out.push({ name, text: writeValue(writer, column, byKey.get(column.key), column.key) });
    } else if (everything || given.has(column.key)) {
      out.push({ name, text: columnBind(writer, column, undefined, column.key, 'given') });
    } else {
      const text = updateDefault(writer, column);
      if (text !== undefined) out.push({ name, text });
    }
  }
  for (const [target, value] of others) {
    const element =
      operandOf(value) ?? bindparam(null, value, { type: (target as { type?: AnyColumn['type'] }).type });
    const name = writer.write(target, { bare: true });
    out.push({ name, text: writer.write(group(element, OPERAND)) });
  }
  return out;
}

function updateDefault(writer: Writer, column: AnyColumn): string | undefined {
  const { onupdate } = column as DefaultedColumn;
  if (!onupdate) return undefined;
  if (onupdate.kind === 'sequence') return writer.write(nextValue(onupdate));
  const expression = operandOf(onupdate.arg);
  return expression
    ? writer.write(group(expression, OPERAND))
    : columnBind(writer, column, undefined, column.key, 'onupdate');
}
