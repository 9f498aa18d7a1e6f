/** Which column of a primary key counts by itself. Answers to: PrimaryKeyConstraint._autoincrement_column. */
import { Raise } from '../../../machine.ts';
import { typeAffinity } from '../../types/implementation.ts';
import { INTEGER, NUMERIC } from '../../types/number.ts';
import { typeText } from '../../types/text-of.ts';
import type { PrimaryKeyConstraint } from '../constraints/constraint.ts';
import type { Column } from './column.ts';
import { Sequence } from './sequence.ts';

/** @throws ArgumentError where autoincrement=True is asked of the wrong type or twice */
export function autoincrementColumn(key: PrimaryKeyConstraint): Column | undefined {
  const { columns } = key;
  const [only] = columns;
  if (columns.length === 1 && only) {
    if (only.autoincrement === true) return demanded(only);
    return only.autoincrement !== false && countsByItself(only) ? only : undefined;
  }
  let found: Column | undefined;
  for (const column of columns) {
    if (column.autoincrement !== true) continue;
    demanded(column);
    if (found) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        `Only one Column may be marked autoincrement=True, found both ${column.name} and ${found.name}.`,
      ]);
    }
    found = column;
  }
  return found;
}

/** The key's columns with the counting one first, as an implicit key is written. */
export function columnsAutoincrementFirst(key: PrimaryKeyConstraint): readonly Column[] {
  const counting = autoincrementColumn(key);
  return counting ? [counting, ...key.columns.filter((column) => column !== counting)] : key.columns;
}

const isNumber = (column: Column): boolean => {
  const { lineage } = typeAffinity(column.type);
  return lineage.has(INTEGER) || lineage.has(NUMERIC);
};

function demanded(column: Column): Column {
  if (isNumber(column)) return column;
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `Column type ${typeText(column.type)} on column '${column}' is not compatible with autoincrement=True`,
  ]);
}

function countsByItself(column: Column): boolean {
  if (!isNumber(column)) return false;
  if (column.default !== null && !(column.default instanceof Sequence)) return false;
  if (column.serverDefault !== null && column.serverDefault.kind !== 'identity') return false;
  return column.foreignKeys.size === 0 || column.autoincrement === 'ignore_fk';
}
