/** Naming conventions of a MetaData. Answers to: sqlalchemy/sql/naming.py. */
import type { Constraint } from './constraint.ts';
import type { Table } from './table.ts';
import type { Index } from './table-index.ts';

/** Gives the name that the table's metadata says, where the learner gave none; replaced below. */
export function applyConvention(_item: Constraint | Index, _table: Table): void {}
