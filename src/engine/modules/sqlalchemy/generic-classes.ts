/** Classes that annotations subscript: `Result[User]`, `declared_attr[str]`. Answers to: the Generic classes of SQLAlchemy 2.0. */
import { nativeClass } from '../../python/values/native/native.ts';
import type { PyClass } from '../../python/values/value.ts';
import { columnElementClass } from './bases.ts';
import {
  cursorResultClass,
  mappingResultClass,
  resultClass,
  scalarResultClass,
} from './engine/result-class.ts';
import { rowClass } from './engine/row-class.ts';
import { declaredAttrClass } from './orm/declarative/declared-attr.ts';
import { mappedColumnClass } from './orm/declarative/mapped-column-function.ts';
import { hybridPropertyClass } from './orm/ext/hybrid.ts';
import { mapperClass } from './orm/mapper/mapper-class.ts';
import { relationshipClass } from './orm/relationships/relationship-function.ts';

/** What annotations call any column expression. */
export const sqlColumnExpressionClass = nativeClass({
  name: 'SQLColumnExpression',
  module: 'sqlalchemy.sql.elements',
  bases: [columnElementClass],
});

/** Those that do not derive from Visitable, which can be subscripted anyway. */
export const GENERIC_CLASSES: readonly PyClass[] = [
  resultClass,
  cursorResultClass,
  scalarResultClass,
  mappingResultClass,
  rowClass,
  mapperClass,
  declaredAttrClass,
  hybridPropertyClass,
  relationshipClass,
  mappedColumnClass,
];
