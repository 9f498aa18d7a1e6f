/** PostgreSQL's DDL, for other rooms. */
export {
  columnDefault,
  columnText,
  computedText,
  defaultText,
  identityText,
  sequenceOptions,
} from './column-text.ts';
export { constraintName, constraintText } from './constraint-text.ts';
export { createColumnText, createTableText } from './create-table.ts';
export { compileDdl, type DdlElement, type DdlKind, isDdl } from './ddl-element.ts';
export { type DdlOptions, expressionText, named, qualified, quoted, stringLiteral } from './options.ts';
