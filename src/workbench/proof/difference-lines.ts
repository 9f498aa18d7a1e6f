/** A difference of two databases as lines: one for each table, column, constraint and index. */
import type { Change, DatabaseDiff } from '../../session/compare/database-diff.ts';

export interface DifferenceLine {
  readonly change: Change;
  readonly name: string;
  readonly detail: string;
}

/** @returns tables first, each with its columns, constraints, indexes and number of rows; then schemas, views, sequences and enums */
export function differenceLines(diff: DatabaseDiff): DifferenceLine[] {
  const named = [...diff.schemas, ...diff.views, ...diff.sequences, ...diff.enums].map(
    ({ name, change }): DifferenceLine => ({ name, change, detail: '' }),
  );
  const inTables = diff.tables.flatMap((table): DifferenceLine[] => {
    const { name, change, rowsBefore, rowsAfter } = table;
    if (change !== 'changed') return [{ change, name, detail: '' }];
    const columns = table.columns.flatMap((column): DifferenceLine[] => {
      const { before, after } = column;
      // Only its values differ: they are told by themselves.
      if (before && after && shape(before) === shape(after)) return [];
      return [{ change: column.change, name: `${name}.${column.name}`, detail: columnChange(before, after) }];
    });
    const members = [...table.constraints, ...table.indexes].map(
      (one): DifferenceLine => ({
        change: one.change,
        name: one.name,
        detail: [one.before, one.after].filter((text) => text !== undefined).join(' → '),
      }),
    );
    const rows: DifferenceLine[] =
      rowsBefore === rowsAfter ? [] : [{ change: 'changed', name, detail: `${rowsBefore} → ${rowsAfter}` }];
    return [...columns, ...members, ...rows];
  });
  return [...inTables, ...named];
}

interface ColumnShape {
  readonly type: string;
  readonly notNull: boolean;
  readonly default: string | null;
}

const shape = ({ type, notNull, default: standard }: ColumnShape) =>
  [type, notNull ? 'NOT NULL' : '', standard === null ? '' : `DEFAULT ${standard}`].filter(Boolean).join(' ');

function columnChange(before: ColumnShape | undefined, after: ColumnShape | undefined): string {
  const [old, now] = [before && shape(before), after && shape(after)];
  return old !== undefined && now !== undefined && old !== now ? `${old} → ${now}` : (now ?? old ?? '');
}
