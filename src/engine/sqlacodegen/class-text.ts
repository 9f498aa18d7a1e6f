/** Classes as Python source. Answers to: sqlacodegen/generators.py (render_class). */
import type { Column } from '../sqlalchemy/schema/columns/column.ts';
import { plainRepr } from '../sqlalchemy/types/repr.ts';
import { prettyDict } from '../stdlib/pretty.ts';
import { constraintText, indexText, shownConstraints, shownIndexes } from './constraint-text.ts';
import type { ClassModel, Relationship } from './models.ts';
import type { GeneratorOptions } from './options.ts';

/** What differs between kinds of classes. */
export interface ClassStyle {
  /** Between the parentheses of a class without a parent among the classes. */
  readonly base: string;
  /** Added after the parent, such as ", table=True". */
  readonly classArguments: string;
  /** Whether the class says its table's name. */
  showTableName(model: ClassModel): boolean;
  attribute(model: ClassModel, column: Column): string;
  relationship(relationship: Relationship): string;
}

/** `class Users(Base): …`: columns that must have a value come first. */
export function classText(model: ClassModel, style: ClassStyle, options: GeneratorOptions): string {
  const { table, relationships } = model;
  const head: string[] = [];
  if (style.showTableName(model)) head.push(`__tablename__ = ${plainRepr(table.name)}`);
  const details = tableArguments(model, options);
  if (details) head.push(`__table_args__ = ${details}`);
  const columns = [...table.columns];
  const ordered = [
    ...columns.filter((column) => !column.nullable),
    ...columns.filter((column) => column.nullable),
  ];
  const sections = [
    head,
    ordered.map((column) => style.attribute(model, column)),
    relationships.map((relationship) => style.relationship(relationship)),
  ];
  const body = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  const parent = model.parent?.name ?? style.base;
  return `class ${model.name}(${parent}${style.classArguments}):\n${indented(body.join('\n\n'))}`;
}

const indented = (text: string): string => text.replace(/^(?=.*\S)/gm, '    ');

/** `__table_args__`: a tuple, a dict where there are no constraints, or nothing. */
function tableArguments({ table }: ClassModel, options: GeneratorOptions): string | undefined {
  const parts = [
    ...shownConstraints(table, options).map(constraintText),
    ...shownIndexes(table).map(indexText),
  ];
  const keywords: [string, string][] = [];
  if (table.comment) keywords.push(['comment', table.comment]);
  if (table.schema) keywords.push(['schema', table.schema]);
  const dict = keywords.length > 0 ? prettyDict(keywords) : undefined;
  if (parts.length === 0) return dict;
  if (dict) parts.push(dict);
  else if (parts.length === 1) parts[0] += ',';
  return `(\n    ${parts.join(',\n    ')}\n)`;
}
