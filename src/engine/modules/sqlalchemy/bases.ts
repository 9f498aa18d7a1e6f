/**
 * Python classes that schema objects and expressions share. Their attributes are filled in (`fillNativeClass`) by the files
 * that bind the expression language; the files that bind schema objects only derive from them.
 */
import { nativeClass } from '../../python/values/native/native.ts';
import type { PyClass } from '../../python/values/value.ts';

const shared = (module: string, name: string, ...bases: PyClass[]): PyClass =>
  nativeClass({ name, module, ...(bases.length > 0 && { bases }) });

export const visitableClass = shared('sqlalchemy.sql.visitors', 'Visitable');
export const clauseElementClass = shared('sqlalchemy.sql.elements', 'ClauseElement', visitableClass);
export const executableClass = shared('sqlalchemy.sql.base', 'Executable');
export const updateBaseClass = shared(
  'sqlalchemy.sql.dml',
  'UpdateBase',
  executableClass,
  clauseElementClass,
);
/** Operators of anything that stands for a value. */
export const columnOperatorsClass = shared('sqlalchemy.sql.operators', 'ColumnOperators');
export const columnElementClass = shared(
  'sqlalchemy.sql.elements',
  'ColumnElement',
  columnOperatorsClass,
  clauseElementClass,
);
export const columnClauseClass = shared('sqlalchemy.sql.elements', 'ColumnClause', columnElementClass);
export const fromClauseClass = shared('sqlalchemy.sql.selectable', 'FromClause', clauseElementClass);
export const tableClauseClass = shared('sqlalchemy.sql.selectable', 'TableClause', fromClauseClass);
