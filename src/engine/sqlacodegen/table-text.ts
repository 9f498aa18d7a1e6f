/** Tables as Python source. Answers to: sqlacodegen/generators.py (render_table). */
import { plainRepr } from '../sqlalchemy/types/repr.ts';
import { columnText } from './column-text.ts';
import { constraintText, indexText, shownConstraints, shownIndexes } from './constraint-text.ts';
import type { Imports } from './imports.ts';
import type { TableModel } from './models.ts';
import type { GeneratorOptions } from './options.ts';

/** @param metadata how the file names its MetaData: "metadata", "Base.metadata", or nothing */
export function tableText(
  imports: Imports,
  { table, name }: TableModel,
  metadata: string,
  options: GeneratorOptions,
): string {
  const parts = [`${plainRepr(table.name)}, ${metadata}`];
  for (const column of table.columns) {
    imports.add('sqlalchemy', 'Column');
    parts.push(columnText(imports, column, { call: 'Column', showName: true, showNullable: true }));
  }
  parts.push(...shownConstraints(table, options).map(constraintText));
  parts.push(...shownIndexes(table).map(indexText));
  if (table.schema) parts.push(`schema=${plainRepr(table.schema)}`);
  if (table.comment) parts.push(`comment=${plainRepr(table.comment)}`);
  return `${name} = Table(\n    ${parts.join(',\n    ')}\n)`;
}
