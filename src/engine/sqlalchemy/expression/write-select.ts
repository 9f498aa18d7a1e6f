/** SELECT, its compounds, CTEs. Answers to: sqlalchemy/sql/compiler.py (visit_select, visit_compound_select, visit_cte). */
import { Raise } from '../../machine.ts';
import { conjunction } from './build.ts';
import { columnsOf, expand } from './columns.ts';
import type { AnonymousName, Element, Label, SelectLike, ValueElement } from './elements.ts';
import { group, typeOf } from './group.ts';
import { lintFroms } from './lint-froms.ts';
import { against } from './operators.ts';
import { selectFroms } from './select-froms.ts';
import { anonymousLabel, type NamedColumn, namedColumns, plainName } from './select-labels.ts';
import type {
  CommonTableExpression,
  CompoundSelect,
  ForUpdate,
  FromClause,
  Select,
  SelectOptions,
  TextualSelect,
} from './selectables.ts';
import { tableName, writeList } from './write-element.ts';
import type { Enclosing, LabelScope, Place, Writer } from './writer.ts';

export function writeSelect(writer: Writer, node: Select, place: Place): string {
  const outermost = writer.stack.length === 0;
  const froms = displayed(writer, node, place);
  if (writer.options.lint === true && froms.length > 1)
    lintFroms(froms, [...node.where, ...criteriaOf(node)], (from) => tableName(writer, from));
  writer.stack.push(scopeOf(writer, froms));
  const columns = namedColumns(expand(node.entities), node.labelStyle);
  const scope = labelScope(writer, columns, froms);
  const inner: Place = { ...place, labels: undefined, asFrom: false, lateral: false } as Place;
  const clauses: Place = { ...inner, labels: scope };
  let text = 'SELECT ';
  for (const prefix of node.prefixes) text += `${writer.write(prefix, inner)} `;
  text += distinctText(writer, node, clauses);
  text += columns
    .map((one) => writeSelected(writer, one, { ...inner, asFrom: place.asFrom ?? false }, outermost))
    .join(', ');
  if (froms.length > 0) {
    text += ` \nFROM ${froms.map((from) => writer.writeFrom(from, inner)).join(', ')}`;
  }
  text += condition(writer, ' \nWHERE ', [...node.where, ...criteriaOf(node)], inner);
  if (node.groupBy.length > 0) text += ` GROUP BY ${writeList(writer, node.groupBy, ', ', clauses)}`;
  text += condition(writer, ' \nHAVING ', node.having, inner);
  if (node.orderBy.length > 0) text += ` ORDER BY ${writeList(writer, node.orderBy, ', ', clauses)}`;
  text += limitText(writer, node, inner) + forUpdateText(writer, node.forUpdate, inner);
  for (const suffix of node.suffixes) text += ` ${writer.write(suffix, inner)} `;
  writer.stack.pop();
  for (const cte of node.independentCtes) writer.writeFrom(cte, inner);
  return text;
}

/** What the classes that it selects add. */
const criteriaOf = (node: Select): readonly Element[] =>
  node.entities.flatMap((one) => (one.kind === 'entity' ? (one.criteria ?? []) : []));

/** The FROM list after what an enclosing statement already has is left out. */
function displayed(writer: Writer, node: Select, place: Place): readonly FromClause[] {
  const froms = selectFroms(node);
  const around = writer.stack.at(-1);
  if (!around) return froms;
  const visible =
    place.asFrom && !place.lateral
      ? new Set([...around.correlatable].filter((one) => !around.own.has(one)))
      : around.correlatable;
  if (node.correlate === null) return froms;
  if (node.correlate !== undefined) {
    const chosen = new Set(node.correlate);
    return froms.filter((from) => !(chosen.has(from) && visible.has(from)));
  }
  if (node.correlateExcept !== undefined) {
    const kept = new Set(node.correlateExcept);
    return froms.filter((from) => kept.has(from) || !visible.has(from));
  }
  const implied = place.asFrom && !place.lateral ? new Set<FromClause>() : around.own;
  if (froms.length <= 1 && !place.lateral) return alone(froms, implied);
  const left = froms.filter((from) => !implied.has(from));
  if (left.length > 0 || froms.length === 0) return left;
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    "Select statement '<sqlalchemy.sql.selectable.Select object at 0x7f0000000000>' returned no FROM clauses due to " +
      'auto-correlation; specify correlate(<tables>) to control correlation manually.',
  ]);
}

/** A single table is never correlated away by itself. */
const alone = (froms: readonly FromClause[], _implied: ReadonlySet<FromClause>) => froms;

function scopeOf(writer: Writer, froms: readonly FromClause[]): Enclosing {
  const own = new Set<FromClause>();
  const add = (from: FromClause): void => {
    own.add(from);
    if (from.kind === 'join') {
      add(from.left);
      add(from.right);
    } else if (from.kind === 'from-grouping') add(from.element as FromClause);
  };
  for (const from of froms) add(from);
  return { own, correlatable: new Set([...own, ...(writer.stack.at(-1)?.correlatable ?? [])]) };
}

function distinctText(writer: Writer, node: Select, place: Place): string {
  if (!node.distinct) return '';
  if (node.distinctOn.length === 0 || !writer.postgresql) return 'DISTINCT ';
  return `DISTINCT ON (${writeList(writer, node.distinctOn, ', ', place)}) `;
}

export function condition(
  writer: Writer,
  keyword: string,
  conditions: readonly Element[],
  place: Place,
): string {
  if (conditions.length === 0) return '';
  const grouped = conditions.map((one) => group(one, against('asbool')));
  const text = writer.write(conjunction('and', grouped), place);
  return text === '' ? '' : keyword + text;
}

/** One column of the columns clause, with `AS …` where it needs a name; noted as a result column if outermost. */
export function writeSelected(writer: Writer, column: NamedColumn, place: Place, outermost: boolean): string {
  const { element } = column;
  const label = labelFor(column, place.asFrom ?? false);
  const inner: Place = { ...place, asFrom: false };
  const body = element.kind === 'label' ? element.element : element;
  // The label is numbered before the values inside.
  const name = label === undefined ? undefined : writer.name(label);
  const text = writer.write(body, inner);
  if (outermost) noteResult(writer, element, name);
  return name === undefined ? text : `${text} AS ${writer.quote(name)}`;
}

function labelFor(column: NamedColumn, asFrom: boolean): string | AnonymousName | undefined {
  const { element, label } = column;
  if (label !== undefined) return label;
  switch (element.kind) {
    case 'label':
      return element.name;
    case 'column':
      return asFrom ? element.name : undefined;
    case 'column-clause':
      return asFrom && element.table && !element.literal ? element.name : undefined;
    case 'text':
    case 'table-valued-column':
      return undefined;
    case 'unary':
      return asFrom ? anonymousLabel(element) : undefined;
    default:
      return plainName(element) ?? anonymousLabel(element);
  }
}

function noteResult(writer: Writer, element: Element, label: string | undefined): void {
  const own =
    element.kind === 'column' || element.kind === 'column-clause' ? writer.name(element.name) : undefined;
  const name = label ?? own ?? (element.kind === 'text' ? element.sql : '');
  writer.resultColumns.push({
    name,
    key: name,
    type: typeOf(element),
    elements: [element],
    known: element.kind !== 'text',
  });
}

/** What names in ORDER BY, GROUP BY and DISTINCT mean. */
function labelScope(
  writer: Writer,
  columns: readonly NamedColumn[],
  froms: readonly FromClause[],
): LabelScope {
  const labels = new Set<Element>(columns.map((one) => one.element).filter((one) => one.kind === 'label'));
  return {
    labels,
    resolve: (name) => {
      for (const { element } of columns) {
        if (element.kind === 'label' && element.name === name) return element;
      }
      for (const { element } of columns) {
        if ((element.kind === 'column' || element.kind === 'column-clause') && element.key === name)
          return element;
      }
      for (const column of columns) {
        const label = labelFor(column, false);
        if (label !== undefined && writer.name(label) === name) return writer.quote(name);
      }
      for (const from of froms) {
        const found = columnsOf(from).find((one) => one.key === name);
        if (found) return found;
      }
      return undefined;
    },
  };
}

function limitText(writer: Writer, node: SelectOptions, place: Place): string {
  const part = (element: Element) => writer.write(element, place);
  if (node.fetch) {
    const count = writer.postgresql ? `(${part(node.fetch.count)})` : part(node.fetch.count);
    const offset = node.offset
      ? `\n OFFSET ${writer.postgresql ? `(${part(node.offset)})` : part(node.offset)} ROWS`
      : '';
    const percent = node.fetch.percent ? ' PERCENT' : '';
    return `${offset}\n FETCH FIRST ${count}${percent} ROWS ${node.fetch.withTies ? 'WITH TIES' : 'ONLY'}`;
  }
  let text = '';
  if (node.limit) text += `${writer.postgresql ? ' ' : ''}\n LIMIT ${part(node.limit)}`;
  if (node.offset) {
    if (!node.limit) text += writer.postgresql ? '\n LIMIT ALL' : '\n LIMIT -1';
    text += ` OFFSET ${part(node.offset)}`;
  }
  return text;
}

function forUpdateText(writer: Writer, lock: ForUpdate | undefined, place: Place): string {
  if (!lock) return '';
  if (!writer.postgresql) return ' FOR UPDATE';
  let text = lock.read
    ? lock.keyShare
      ? ' FOR KEY SHARE'
      : ' FOR SHARE'
    : lock.keyShare
      ? ' FOR NO KEY UPDATE'
      : ' FOR UPDATE';
  if (lock.of.length > 0) {
    const tables = lock.of.map((one) =>
      'table' in one && one.table ? (one.table as FromClause) : (one as FromClause),
    );
    text += ` OF ${[...new Set(tables)].map((one) => writer.quote(tableName(writer, one))).join(', ')}`;
  }
  void place;
  return text + (lock.nowait ? ' NOWAIT' : '') + (lock.skipLocked ? ' SKIP LOCKED' : '');
}

export function writeCompound(writer: Writer, node: CompoundSelect, place: Place): string {
  const outermost = writer.stack.length === 0;
  checkWidths(node);
  const around = writer.stack.at(-1);
  writer.stack.push({ own: around?.own ?? new Set(), correlatable: around?.correlatable ?? new Set() });
  const parts = node.selects.map((one) => {
    const text = writer.write(one as Element, { ...place, labels: undefined } as Place);
    return needsParentheses(one) ? `(${text})` : text;
  });
  const names = columnNames(writer, node);
  const clauses: Place = {
    ...place,
    labels: { labels: new Set(), resolve: (name) => (names.includes(name) ? writer.quote(name) : undefined) },
  };
  let text = parts.join(` ${node.keyword} `);
  if (node.groupBy.length > 0) text += ` GROUP BY ${writeList(writer, node.groupBy, ', ', clauses)}`;
  if (node.orderBy.length > 0)
    text += ` ORDER BY ${writeList(writer, node.orderBy.map(unqualified), ', ', clauses)}`;
  text += limitText(writer, node, place) + forUpdateText(writer, node.forUpdate, place);
  writer.stack.pop();
  if (outermost) noteCompound(writer, node);
  for (const cte of node.independentCtes) writer.writeFrom(cte, place);
  return text;
}

/** Names of the result stand without their tables. */
const unqualified = (element: Element): Element => element;

function noteCompound(writer: Writer, node: CompoundSelect): void {
  const first = node.selects[0];
  if (first?.kind === 'compound') noteCompound(writer, first);
  if (first?.kind === 'textual-select') noteTextual(writer, first);
  if (first?.kind !== 'select') return;
  for (const column of namedColumns(expand(first.entities), first.labelStyle)) {
    const label = labelFor(column, false);
    noteResult(writer, column.element, label === undefined ? undefined : writer.name(label));
  }
}

export function noteTextual(writer: Writer, node: TextualSelect): void {
  for (const column of node.columns) noteResult(writer, column, undefined);
}

const needsParentheses = (one: CompoundSelect['selects'][number]): boolean =>
  one.kind === 'compound' ||
  (one.kind === 'select' &&
    (one.orderBy.length > 0 ||
      one.limit !== undefined ||
      one.offset !== undefined ||
      one.fetch !== undefined ||
      one.forUpdate !== undefined));

function columnNames(writer: Writer, node: SelectLike): readonly string[] {
  if (node.kind === 'compound')
    return node.selects[0] ? columnNames(writer, node.selects[0] as SelectLike) : [];
  return columnsOf(node).map((one) => writer.name(one.name));
}

function checkWidths(node: CompoundSelect): void {
  const widths = node.selects.map((one) => columnsOf(one as FromClause).length);
  const at = widths.findIndex((width) => width !== widths[0]);
  if (at < 0) return;
  throw new Raise('sqlalchemy.exc.CompileError', [
    'All selectables passed to CompoundSelect must have identical numbers of columns; ' +
      `select #1 has ${widths[0]} columns, select #${at + 1} has ${widths[at]}`,
  ]);
}

/** A CTE where FROM names it; its definition is kept for the head of the statement. */
export function writeCte(writer: Writer, node: CommonTableExpression, place: Place): string {
  const base = node.aliasOf ?? node;
  const name = tableName(writer, base);
  defineCte(writer, base, name, place);
  const shown = writer.quote(name);
  return node.aliasOf ? `${shown} AS ${writer.quote(tableName(writer, node))}` : shown;
}

function defineCte(writer: Writer, node: CommonTableExpression, name: string, place: Place): void {
  const existing = writer.ctes.get(name);
  if (existing) {
    if (existing.cte === node || restates(existing.cte, node)) return;
    if (!restates(node, existing.cte)) {
      throw new Raise('sqlalchemy.exc.CompileError', [
        `Multiple, unrelated CTEs found with the same name: '${name}'`,
      ]);
    }
  }
  const entry = existing ?? { cte: node, text: undefined };
  entry.cte = node;
  if (node.recursive) writer.recursive = true;
  writer.ctes.set(name, entry);
  const stack = writer.stack.splice(0);
  writer.stack.push({ own: new Set(), correlatable: new Set() });
  const body = writer.write(node.element as Element, { ...place, asFrom: true, labels: undefined } as Place);
  writer.stack.splice(0);
  writer.stack.push(...stack);
  const columns = node.recursive
    ? `(${columnsOf(node)
        .map((one) => writer.quote(writer.name(one.name), one.quote))
        .join(', ')})`
    : '';
  const hint =
    node.materialized === undefined ? '' : node.materialized ? 'MATERIALIZED ' : 'NOT MATERIALIZED ';
  entry.text = `${writer.quote(name)}${columns} AS ${hint}\n(${body})`;
  // A CTE stands after those that it uses.
  writer.ctes.delete(name);
  writer.ctes.set(name, entry);
}

function restates(newer: CommonTableExpression, older: CommonTableExpression): boolean {
  for (let one: CommonTableExpression | undefined = newer; one; one = one.restates)
    if (one === older) return true;
  return false;
}

/** `WITH … ` before a statement. */
export function cteHead(writer: Writer): string {
  if (writer.ctes.size === 0) return '';
  const texts = [...writer.ctes.values()].map((entry) => entry.text).join(', \n');
  return `WITH ${writer.recursive ? 'RECURSIVE ' : ''}${texts}\n `;
}

export { against, group, type Label, type ValueElement };
