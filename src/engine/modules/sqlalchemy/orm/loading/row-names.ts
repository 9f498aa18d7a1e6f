/** What the columns of rows are called that a session reads. Answers to: sqlalchemy/orm/context.py, sql/selectable.py (_column_naming_convention). */
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Reading } from './reading.ts';

/** Expressions that have the name of what they wrap. */
const WRAPS: ReadonlySet<string> = new Set(['cast', 'try-cast', 'type-coerce']);

const NAMED: ReadonlySet<string> = new Set(['column', 'column-clause', 'label']);

/** Cells of a Query that keep the database's name for them: the one that was given, or a parameter's own. */
const AS_SENT: ReadonlySet<string> = new Set(['label', 'bind']);

/**
 * Names by place; empty where a column has none.
 * @param columns what the database's own result calls the cells
 */
export function rowNames(
  readings: readonly Reading[],
  columns: readonly string[],
  { labelStyle }: Pick<Select, 'labelStyle'>,
): readonly string[] {
  const taken = new Map<string, number>();
  const once = (name: string): string => {
    const count = taken.get(name) ?? 0;
    taken.set(name, count + 1);
    return count === 0 ? name : `${name}_${count}`;
  };
  return readings.map((one) => {
    if (one.name !== undefined) return one.name;
    const { element, at } = one as Reading & { kind: 'column' };
    if (labelStyle === 'tablename') return queriedName(element, columns[at] ?? '');
    if (element.kind === 'text') return '';
    if (NAMED.has(element.kind) || WRAPS.has(element.kind)) return columns[at] ?? '';
    return once(element.kind === 'function' ? nameIn(element) : '_no_label');
  });
}

/** Rows of a Query name columns and labels alone. */
function queriedName(element: Element, column: string): string {
  if (AS_SENT.has(element.kind)) return column;
  return NAMED.has(element.kind) ? nameIn(element) || column : '';
}

const nameIn = (element: Element): string => {
  const { name } = element as { name?: unknown };
  return typeof name === 'string' ? name : '';
};
