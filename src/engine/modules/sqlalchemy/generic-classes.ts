/** Classes that annotations subscript: `Result[User]`, `declared_attr[str]`. Answers to: the Generic classes of SQLAlchemy 2.0. */
import { PyClassMethod } from '../../python/values/callable.ts';
import { genericAlias } from '../../python/values/generic.ts';
import { nativeClass, nativeMethod } from '../../python/values/native.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { columnElementClass } from './bases.ts';
import {
  cursorResultClass,
  mappingResultClass,
  resultClass,
  scalarResultClass,
} from './engine/result-class.ts';
import { rowClass } from './engine/row-class.ts';
import { declaredAttrClass, mappedColumnClass, mapperClass, relationshipClass } from './orm/constructs.ts';
import { hybridPropertyClass } from './orm/extensions.ts';
import { queryClass } from './orm/query.ts';
import { scopedSessionClass } from './orm/session-names.ts';

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
  scopedSessionClass,
  queryClass,
  mapperClass,
  declaredAttrClass,
  hybridPropertyClass,
  relationshipClass,
  mappedColumnClass,
];

/** Gives a class `__class_getitem__`. */
export function addClassItem(cls: PyClass): void {
  const fill = cls.fill;
  cls.fill = (own, filled) => {
    fill?.(own, filled);
    const method = nativeMethod(
      `${cls.name}.__class_getitem__`,
      'item, /',
      (_call, origin: PyClass, item: Value) => genericAlias(origin, item),
      'python',
      cls.module,
    );
    own.set('__class_getitem__', new PyClassMethod(method));
  };
}
