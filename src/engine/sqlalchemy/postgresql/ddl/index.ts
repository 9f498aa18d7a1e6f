/** PostgreSQL's DDL, for other rooms. */
export { columnDefault, columnText, defaultText, identityText, sequenceOptions } from './column-text.ts';
export { constraintName, constraintText } from './constraint-text.ts';
export { compileDdl, type DdlElement, type DdlKind, isDdl } from './ddl-element.ts';
export { type DdlOptions, expressionText, named, qualified, stringLiteral, typeInDdl } from './options.ts';
