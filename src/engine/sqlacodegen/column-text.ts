/** Columns as Python source. Answers to: sqlacodegen/generators.py (render_column). */
import { ddlText } from '../sqlalchemy/expression/compile.ts';
import type { Column } from '../sqlalchemy/schema/columns/column.ts';
import { Sequence } from '../sqlalchemy/schema/columns/sequence.ts';
import { plainRepr } from '../sqlalchemy/types/repr.ts';
import { isColumnIndex } from './constraint-text.ts';
import type { Imports } from './imports.ts';
import { defaultText } from './prepare.ts';
import { importType, typeText } from './type-text.ts';

/** Imports a column's type and what stands for its default. */
export function importColumn(imports: Imports, column: Column): void {
  importType(imports, column.type);
  if (column.computed) imports.add('sqlalchemy', 'Computed');
  else if (column.identity) imports.add('sqlalchemy', 'Identity');
  else if (defaultText(column) !== undefined) imports.add('sqlalchemy', 'text');
}

/** How a column is written in different places. */
export interface ColumnStyle {
  /** `Column` or `mapped_column`. */
  readonly call: string;
  readonly showName: boolean;
  /** In a Table: `nullable=False` where the key does not say it. */
  readonly showNullable: boolean;
}

/** `Column('id', Integer, primary_key=True)` */
export function columnText(imports: Imports, column: Column, style: ColumnStyle): string {
  const parts: string[] = style.showName ? [plainRepr(column.name)] : [];
  parts.push(typeText(column.type), ...generatorArguments(imports, column));
  for (const [name, value] of keywords(column, style)) parts.push(`${name}=${value}`);
  return `${style.call}(${parts.join(', ')})`;
}

function generatorArguments(imports: Imports, column: Column): string[] {
  const { computed, identity } = column;
  if (computed) {
    const persisted = computed.persisted === null ? '' : `, persisted=${plainRepr(computed.persisted)}`;
    return [`Computed(${plainRepr(ddlText(computed.sqltext, { paramstyle: 'named' }))}${persisted})`];
  }
  if (identity) return [identity.repr()];
  if (!(column.default instanceof Sequence)) return [];
  imports.add('sqlalchemy', 'Sequence');
  const { name, schema } = column.default;
  return [`Sequence(${plainRepr(name)}${schema === null ? '' : `, schema=${plainRepr(schema)}`})`];
}

function keywords(column: Column, { showNullable }: ColumnStyle): (readonly [string, string])[] {
  const shown: (readonly [string, string])[] = [];
  const key = column.table!.primaryKey.columns;
  const isWholeKey = column.primaryKey && key.length === 1;
  if (column.primaryKey) shown.push(['primary_key', 'True']);
  if (showNullable && !column.nullable && !isWholeKey) shown.push(['nullable', 'False']);
  const indexes = [...column.table!.indexes].filter(
    (index) => isColumnIndex(index) && index.columns[0] === column,
  );
  if (indexes.some(({ unique }) => unique)) shown.push(['unique', 'True']);
  if (indexes.length > 0) shown.push(['index', 'True']);
  const fallback = defaultText(column);
  if (fallback !== undefined) shown.push(['server_default', `text(${plainRepr(fallback)})`]);
  if (column.comment) shown.push(['comment', plainRepr(column.comment)]);
  return shown;
}
