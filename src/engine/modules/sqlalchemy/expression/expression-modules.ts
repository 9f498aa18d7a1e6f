/** Which module of SQLAlchemy holds which names of the expression language. */

import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyObject, type Value } from '../../../python/values/value.ts';
import { arrayLiteral } from '../../../sqlalchemy/expression/build.ts';
import { orderingOf } from '../../../sqlalchemy/expression/coerce.ts';
import { insert } from '../../../sqlalchemy/expression/dml/dml-build.ts';
import type { ColumnClause } from '../../../sqlalchemy/expression/elements.ts';
import { functionCall } from '../../../sqlalchemy/expression/functions.ts';
import { quotedNameClass } from '../names.ts';
import { typeArgument } from '../types/type-class.ts';
import { operatorNames } from './operator-functions.ts';
import './clause.ts';
import * as bases from '../bases.ts';
import { DEFINITIONS } from './constructors.ts';
import { define } from './define.ts';
import * as dml from './dml.ts';
import * as elements from './elements.ts';
import * as froms from './from-classes.ts';
import { aliasClass } from './from-classes.ts';
import { functionClass, functionElementClass } from './function-class.ts';
import { FUNC, FunctionPath } from './function-generator.ts';
import { genericFunctionModule } from './generic-function.ts';
import { single } from './make-element.ts';
import * as operands from './select-operand-classes.ts';
import * as selectables from './selectable.ts';
import { labelStyle } from './selectable.ts';
import { textClass } from './text-class.ts';

/** PostgreSQL's `array(…)`, `aggregate_order_by(…)`, `Any`, `All`. */
const postgresqlConstructs: Readonly<Record<string, () => Value>> = Object.fromEntries([
  define('array', 'clauses, *, type_=None, **kw', (call, clauses: Value, type: Value) =>
    arrayLiteral([...call.iterate(clauses)], typeArgument(call, type)),
  ),
  define('aggregate_order_by', 'target, *order_by', (_call, target: Value, order: Value[]) => {
    const element = single(target);
    return {
      kind: 'aggregate-order-by',
      target: element,
      orderBy: order.map((one) => orderingOf(one, 'ORDER BY expression')),
      type: (element as ColumnClause).type,
    };
  }),
  define('insert', 'table', (_call, table_: Value) => insert(table_)),
  define('Any', 'other, arrexpr, operator=None', (call, other: Value, array: Value) =>
    call.callMethod(array, 'any', other),
  ),
  define('All', 'other, arrexpr, operator=None', (call, other: Value, array: Value) =>
    call.callMethod(array, 'all', other),
  ),
  ...[
    'to_tsvector',
    'to_tsquery',
    'plainto_tsquery',
    'phraseto_tsquery',
    'websearch_to_tsquery',
    'ts_headline',
  ].map((name) => define(name, '*args, **kwargs', (_call, args: Value[]) => functionCall([name], args))),
]);

const styleClass = nativeClass({ name: 'SelectLabelStyle', module: 'sqlalchemy.sql.selectable' });

function style(name: string, meaning: Parameters<typeof labelStyle>[1]): readonly [string, () => Value] {
  const object = new PyObject(styleClass);
  object.attrs = new Map([['name', name]]);
  labelStyle(object, meaning);
  return [name, () => object];
}

const STYLES = Object.fromEntries([
  style('LABEL_STYLE_NONE', 'none'),
  style('LABEL_STYLE_TABLENAME_PLUS_COL', 'tablename'),
  style('LABEL_STYLE_DISAMBIGUATE_ONLY', 'disambiguate'),
  style('LABEL_STYLE_DEFAULT', 'disambiguate'),
]);

/** What `sqlalchemy` itself and `sqlalchemy.sql` take over. */
const expressionNames: Readonly<Record<string, () => Value>> = {
  ...DEFINITIONS,
  ...STYLES,
  func: () => FUNC,
  modifier: () => FUNC,
  quoted_name: () => quotedNameClass,
};

const CLASSES: Readonly<Record<string, () => Value>> = {
  ClauseElement: () => bases.clauseElementClass,
  ColumnElement: () => bases.columnElementClass,
  ColumnClause: () => bases.columnClauseClass,
  ColumnOperators: () => bases.columnOperatorsClass,
  Executable: () => bases.executableClass,
  UpdateBase: () => bases.updateBaseClass,
  FromClause: () => bases.fromClauseClass,
  TableClause: () => bases.tableClauseClass,
  TextClause: () => textClass,
  BindParameter: () => elements.bindClass,
  Null: () => elements.nullClass,
  True_: () => elements.trueClass,
  False_: () => elements.falseClass,
  UnaryExpression: () => elements.unaryClass,
  BinaryExpression: () => elements.binaryClass,
  BooleanClauseList: () => elements.clauseListClass,
  Tuple: () => elements.tupleClass,
  Grouping: () => elements.groupingClass,
  Label: () => elements.labelClass,
  Cast: () => elements.castClass,
  TypeCoerce: () => elements.typeCoerceClass,
  Case: () => elements.caseClass,
  Extract: () => elements.extractClass,
  Over: () => elements.overClass,
  FunctionFilter: () => elements.filterClass,
  WithinGroup: () => elements.withinGroupClass,
  Function: () => functionClass,
  FunctionElement: () => functionElementClass,
  Alias: () => aliasClass,
  Subquery: () => froms.subqueryClass,
  Lateral: () => froms.lateralClass,
  TableSample: () => froms.tableSampleClass,
  CTE: () => froms.cteClass,
  Join: () => froms.joinClass,
  Values: () => froms.valuesClass,
  Select: () => selectables.selectClass,
  SelectBase: () => selectables.selectClass,
  CompoundSelect: () => selectables.compoundClass,
  TextualSelect: () => selectables.textualSelectClass,
  ScalarSelect: () => operands.scalarSelectClass,
  Exists: () => operands.existsClass,
  Insert: () => dml.insertClass,
  Update: () => dml.updateClass,
  Delete: () => dml.deleteClass,
};

const everything = { ...CLASSES, ...expressionNames };

/** Names by module. */
export const EXPRESSION_MODULES: Readonly<
  Record<string, Readonly<Record<string, (call: Interpreter) => Value>>>
> = {
  sqlalchemy: { ...expressionNames, ...CLASSES },
  'sqlalchemy.sql': expressionNames,
  'sqlalchemy.sql.expression': everything,
  'sqlalchemy.sql.elements': everything,
  'sqlalchemy.sql.selectable': everything,
  'sqlalchemy.sql.dml': everything,
  'sqlalchemy.sql.operators': {
    ColumnOperators: CLASSES.ColumnOperators!,
    ...operatorNames,
  },
  'sqlalchemy.sql.base': { Executable: CLASSES.Executable! },
  'sqlalchemy.sql.functions': {
    ...everything,
    ...functionClasses(),
    ...Object.fromEntries(
      ['GenericFunction', 'ReturnTypeFromArgs', 'register_function'].map((name) => [
        name,
        (call: Interpreter) => genericFunctionModule.names[name]!(call),
      ]),
    ),
  },
  'sqlalchemy.dialects.postgresql': postgresqlConstructs,
  'sqlalchemy.dialects.postgresql.dml': postgresqlConstructs,
};

/** `sqlalchemy.sql.functions.now` and the like: called, they are the function. */
function functionClasses(): Readonly<Record<string, () => Value>> {
  const names = [
    'now',
    'count',
    'sum',
    'max',
    'min',
    'coalesce',
    'concat',
    'current_timestamp',
    'current_date',
    'random',
    'GenericFunction',
  ];
  return Object.fromEntries(names.map((name) => [name, () => new FunctionPath([name]) as Value]));
}
