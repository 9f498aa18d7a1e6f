/** What is written for each table: a Table, or a class with attributes and relationships. */
import type { Column } from '../sqlalchemy/schema/columns/column.ts';
import type { ForeignKeyConstraint } from '../sqlalchemy/schema/constraints/foreign-key.ts';
import type { Table } from '../sqlalchemy/schema/table.ts';
import { columnNames } from './constraint-text.ts';
import { byCodePoint } from './imports.ts';

export interface TableModel {
  readonly kind: 'table';
  readonly table: Table;
  /** The variable: "t_users". */
  name: string;
}

export interface ClassModel {
  readonly kind: 'class';
  readonly table: Table;
  name: string;
  /** Attributes by column. */
  readonly attributes: Map<Column, string>;
  readonly relationships: Relationship[];
  parent: ClassModel | undefined;
  readonly children: ClassModel[];
}

export type Model = TableModel | ClassModel;

/** A link table between two classes. */
export interface Association {
  readonly table: Table;
  /** The key to the source's table, then the key to the target's. */
  readonly keys: readonly [ForeignKeyConstraint, ForeignKeyConstraint];
}

export interface Relationship {
  readonly source: ClassModel;
  readonly target: ClassModel;
  readonly direction: 'one-to-one' | 'one-to-many' | 'many-to-one' | 'many-to-many';
  /** The key that it follows, from either side; of a many-to-many the key of the association to the target. */
  readonly key: ForeignKeyConstraint;
  readonly association: Association | undefined;
  readonly nullable: boolean;
  /** Empty until names are given. */
  name: string;
  /** The other side that this one was made for. */
  readonly reverseOf: Relationship | undefined;
  backref: Relationship | undefined;
}

/** Foreign keys in the order in which they are written. */
export function foreignKeysOf(table: Table): ForeignKeyConstraint[] {
  const keys = new Set<ForeignKeyConstraint>();
  for (const { constraint } of table.foreignKeys) if (constraint) keys.add(constraint);
  const place = (key: ForeignKeyConstraint) => columnNames(key);
  return [...keys].sort((a, b) => byCodePoint(place(a), place(b)));
}
