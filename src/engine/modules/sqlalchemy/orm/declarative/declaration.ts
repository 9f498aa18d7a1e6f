/** What is known of a class while it is being mapped. */
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { MappedColumn, Property } from '../mapper/property.ts';

/** Columns and properties of a class, before there is a table. */
export interface Declaration {
  readonly columns: {
    readonly column: Column;
    readonly order: number;
    readonly mapped: MappedColumn | undefined;
    /** The attribute that names it; undefined for a part of a composite. */
    readonly key?: string;
  }[];
  readonly properties: Map<string, Property>;
}
