/** PostgreSQL's DDL, for other rooms. */
export { columnText, defaultText, identityText, sequenceOptions } from './column-text.ts';
export { constraintText } from './constraint-text.ts';
export { compileDdl, type DdlElement, type DdlKind, isDdl } from './ddl-element.ts';
export { type DdlOptions, named, qualified, stringLiteral } from './options.ts';
