/** UNION and its kin. Answers to: sqlalchemy/sql/compiler.py (visit_compound_select). */
import { Raise } from '../../../machine.ts';
import type { Element, SelectLike } from '../elements.ts';
import { columnsOf, expand } from '../select/columns.ts';
import { namedColumns } from '../select/select-labels.ts';
import type { CompoundSelect, FromClause } from '../select/selectables.ts';
import { labelFor, noteResult, noteTextual } from './result-labels.ts';
import { forUpdateText, limitText } from './write-limit.ts';
import { writeList } from './write-list.ts';
import type { Place, Writer } from './writer.ts';

/** The SQL of a UNION, EXCEPT or INTERSECT. @throws CompileError where the selects have different numbers of columns */
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
