/** The columns of a result and the labels they have in the text. Answers to: sqlalchemy/sql/compiler.py (_label_select_column, _add_to_result_map). */

import type { AnonymousName, Element } from '../elements.ts';
import { typeOf } from '../group.ts';
import { columnsOf } from '../select/columns.ts';
import { anonymousLabel, type NamedColumn, plainName } from '../select/select-labels.ts';
import type { FromClause, TextualSelect } from '../select/selectables.ts';
import type { LabelScope, Writer } from './writer.ts';

/** The label of a column in SELECT, undefined where its own name is enough. */
export function labelFor(column: NamedColumn, asFrom: boolean): string | AnonymousName | undefined {
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

/** Notes a column of the result, so that its values are converted and found by name. */
export function noteResult(writer: Writer, element: Element, label: string | undefined): void {
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
export function labelScope(
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
      return fromScope(froms).resolve(name);
    },
  };
}

/** What a name means among the selected columns themselves, as in OVER: a column of a FROM. */
export const fromScope = (froms: readonly FromClause[]): LabelScope => ({
  labels: new Set(),
  resolve: (name) => {
    for (const from of froms) {
      const found = columnsOf(from).find((one) => one.key === name);
      if (found) return found;
    }
    return undefined;
  },
});

/** Notes the columns that `text().columns(…)` promises. */
export function noteTextual(writer: Writer, node: TextualSelect): void {
  for (const column of node.columns) noteResult(writer, column, undefined);
}
