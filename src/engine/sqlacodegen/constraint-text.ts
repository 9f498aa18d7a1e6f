/** Constraints and indexes as Python source. Answers to: sqlacodegen/generators.py (render_constraint, render_index). */
import { ddlText } from '../sqlalchemy/expression/compile.ts';
import type { CheckConstraint, Constraint } from '../sqlalchemy/schema/constraints/constraint.ts';
import type { ForeignKeyConstraint } from '../sqlalchemy/schema/constraints/foreign-key.ts';
import type { Index } from '../sqlalchemy/schema/constraints/table-index.ts';
import type { Table } from '../sqlalchemy/schema/table.ts';
import { plainRepr } from '../sqlalchemy/types/repr.ts';
import { byCodePoint, type Imports } from './imports.ts';
import type { GeneratorOptions } from './options.ts';

/** Column names as a list of Python: by it constraints of a kind are ordered. */
export const columnNames = (constraint: Constraint): string =>
  plainRepr(constraint.columns.map(({ name }) => name));

/** The constraints of a table that are written, in order: by kind, then by text or columns. */
export function shownConstraints(table: Table, options: GeneratorOptions): Constraint[] {
  if (!options.constraints) return [];
  const place = (constraint: Constraint) =>
    constraint.className[0] + (isCheck(constraint) ? checkText(constraint) : columnNames(constraint));
  return [...table.constraints]
    .filter((constraint) => constraint.name && constraint.kind !== 'exclude-constraint')
    .sort((a, b) => byCodePoint(place(a), place(b)));
}

const isCheck = (constraint: Constraint): constraint is CheckConstraint =>
  constraint.kind === 'check-constraint';

/** The text as psycopg2 would be given it: percent signs are doubled. */
const checkText = ({ sqltext }: CheckConstraint): string => ddlText(sqltext);

/** `UniqueConstraint('a', 'b', name='uq')` */
export function constraintText(constraint: Constraint): string {
  const parts = [...argumentsOf(constraint), `name=${plainRepr(constraint.name)}`];
  return `${constraint.className}(${parts.join(', ')})`;
}

function argumentsOf(constraint: Constraint): string[] {
  if (isCheck(constraint)) return [plainRepr(checkText(constraint))];
  if (constraint.kind === 'foreign-key-constraint')
    return foreignKeyArguments(constraint as ForeignKeyConstraint);
  return constraint.columns.map(({ name }) => plainRepr(name));
}

function foreignKeyArguments(key: ForeignKeyConstraint): string[] {
  const { ondelete, onupdate, deferrable, initially, match } = key;
  const keywords = Object.entries({ ondelete, onupdate, deferrable, initially, match });
  return [
    columnNames(key),
    plainRepr(key.elements.map((element) => element.targetFullname)),
    ...keywords.filter(([, value]) => value).map(([name, value]) => `${name}=${plainRepr(value)}`),
  ];
}

/** Indexes in the order of their names that no column's `index=True` stands for. */
export function shownIndexes(table: Table): Index[] {
  return [...table.indexes]
    .filter((index) => !isColumnIndex(index))
    .sort((a, b) => byCodePoint(a.name ?? '', b.name ?? ''));
}

/** One column, with the name that `index=True` is taken to give: "ix_" and the column's name. */
export function isColumnIndex({ name, columns }: Index): boolean {
  const [column, ...others] = columns;
  return column !== undefined && others.length === 0 && name === `ix_${column.name}`;
}

/** `Index('ix', 'a', unique=True)`; expressions are left out. */
export function indexText({ name, columns, unique }: Index): string {
  const parts = [plainRepr(name), ...columns.map((column) => plainRepr(column.name))];
  if (unique) parts.push('unique=True');
  return `Index(${parts.join(', ')})`;
}

/** Imports the classes of what a table has beside its columns. */
export function importConstraints(imports: Imports, table: Table, options: GeneratorOptions): void {
  for (const { className } of shownConstraints(table, options)) imports.add('sqlalchemy', className);
  if (shownIndexes(table).length > 0) imports.add('sqlalchemy', 'Index');
}
