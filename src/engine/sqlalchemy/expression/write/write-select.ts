/** SELECT. Answers to: sqlalchemy/sql/compiler.py (visit_select). */
import { Raise } from '../../../machine.ts';
import { conjunction } from '../build.ts';
import { clauseOf } from '../coerce.ts';
import type { ColumnNode, Element } from '../elements.ts';
import { group, typeOf } from '../group.ts';
import { against } from '../operators/operators.ts';
import { typeHook } from '../operators/type-rules.ts';
import { expand } from '../select/columns.ts';
import { criteriaOf } from '../select/entity-criteria.ts';
import { selectFroms } from '../select/select-froms.ts';
import { type NamedColumn, namedColumns } from '../select/select-labels.ts';
import type { FromClause, Select } from '../select/selectables.ts';
import { lintFroms } from './lint-froms.ts';
import { fromScope, labelFor, labelScope, noteResult } from './result-labels.ts';
import { statementHints } from './write-hint.ts';
import { distinctText, forUpdateText, limitText } from './write-limit.ts';
import { writeList } from './write-list.ts';
import { tableName } from './write-name.ts';
import type { Enclosing, Place, Writer } from './writer.ts';

/** A SELECT, in parentheses where it stands within another statement. @throws CompileError */
export function writeSelect(writer: Writer, node: Select, place: Place): string {
  const outermost = writer.stack.length === 0;
  const froms = displayed(writer, node, place);
  if (writer.options.lint === true && froms.length > 1)
    lintFroms(froms, [...node.where, ...criteriaOf(node)], (from) => tableName(writer, from));
  writer.stack.push(scopeOf(writer, froms));
  const columns = namedColumns(expand(node.entities), node.labelStyle);
  const scope = labelScope(writer, columns, froms);
  const inner = { ...place, labels: undefined, hints: undefined, asFrom: false, lateral: false } as Place;
  const listed: Place = node.hints.length > 0 ? { ...inner, hints: node.hints } : inner;
  const clauses: Place = { ...inner, labels: scope };
  const selected: Place = { ...inner, asFrom: place.asFrom ?? false, labels: fromScope(froms) };
  let text = 'SELECT ';
  for (const prefix of node.prefixes) text += `${writer.write(prefix, inner)} `;
  for (const cte of node.independentCtes) writer.writeFrom(cte, inner);
  text += distinctText(writer, node, clauses);
  text += columns.map((one) => writeSelected(writer, one, selected, outermost)).join(', ');
  if (froms.length > 0) {
    text += ` \nFROM ${froms.map((from) => writer.writeFrom(from, listed)).join(', ')}`;
  }
  text += condition(writer, ' \nWHERE ', [...node.where, ...criteriaOf(node)], inner);
  if (node.groupBy.length > 0) text += ` GROUP BY ${writeList(writer, node.groupBy, ', ', clauses)}`;
  text += condition(writer, ' \nHAVING ', node.having, inner);
  if (node.orderBy.length > 0) text += ` ORDER BY ${writeList(writer, node.orderBy, ', ', clauses)}`;
  text += limitText(writer, node, inner) + forUpdateText(writer, node.forUpdate, inner);
  text += statementHints(writer, node.statementHints);
  for (const suffix of node.suffixes) text += ` ${writer.write(suffix, inner)} `;
  writer.stack.pop();
  return text;
}

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

/** WHERE or HAVING with its conditions, '' where there are none. */
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

/** What a learner's type selects in a column's place: its `column_expression`. */
const shownBy = (element: Element): Element | undefined =>
  clauseOf(typeHook(typeOf(element), 'column_expression')?.(element));

/** One column of the columns clause, with `AS …` where it needs a name; noted as a result column if outermost. */
export function writeSelected(writer: Writer, column: NamedColumn, place: Place, outermost: boolean): string {
  const { element } = column;
  const label = labelFor(column, place.asFrom ?? false);
  const inner: Place = { ...place, asFrom: false };
  const plain = element.kind === 'label' ? element.element : element;
  const body = outermost ? (shownBy(plain) ?? plain) : plain;
  // The label is numbered before the values inside.
  const named =
    label ?? (body !== plain && plain.kind.startsWith('column') ? (plain as ColumnNode).name : undefined);
  const name = named === undefined ? undefined : writer.name(named);
  const text = writer.write(body, inner);
  if (outermost) noteResult(writer, element, name);
  return name === undefined ? text : `${text} AS ${writer.quote(name)}`;
}
