/** `sqlalchemy.text`, `column`, `and_`, `case`, `func` … Answers to: sqlalchemy/sql/_elements_constructors.py, functions.py. */
import './clause.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import {
  cast,
  collection,
  column,
  conjunction,
  distinctOf,
  extract,
  FALSE,
  label,
  literal,
  modified,
  NULL,
  TRUE,
  tuple,
  typeCoerce,
} from '../../../sqlalchemy/expression/build.ts';
import {
  clauseOf,
  fromArgument,
  literalColumn,
  operandOf,
  orderingOf,
} from '../../../sqlalchemy/expression/coerce.ts';
import { deleteFrom, insert, update } from '../../../sqlalchemy/expression/dml/dml-build.ts';
import type { ColumnClause, Element } from '../../../sqlalchemy/expression/elements.ts';
import { withinGroup } from '../../../sqlalchemy/expression/functions.ts';
import { between } from '../../../sqlalchemy/expression/operators/operate.ts';
import { negated, unary } from '../../../sqlalchemy/expression/operators/operate-not.ts';
import { collate } from '../../../sqlalchemy/expression/operators/operate-text.ts';
import {
  compound,
  exists,
  join,
  select,
  subquery,
} from '../../../sqlalchemy/expression/select/select-build.ts';
import type { SqlType } from '../../../sqlalchemy/types/type.ts';
import { parameterType, typeArgument } from '../types/type-class.ts';
import { spreadColumns } from './columns-list.ts';
import { define } from './define.ts';
import { overOf } from './function-class.ts';
import { connectHost } from './host.ts';
import {
  given,
  makeBind,
  makeCase,
  makeTable,
  makeText,
  makeValues,
  NOT_GIVEN,
  requireType,
  single,
  unaryModifiers,
} from './make-element.ts';
import { COMPOUNDS } from './selectable.ts';

/** A type for a value, of which a parameter asks other things than an expression does. @throws AttributeError */
function typeBeside(call: Interpreter, value: Value, type: Value): SqlType {
  if (value === null) return requireType(call, type, 'should_evaluate_none');
  return requireType(call, type, operandOf(value) ? undefined : '_is_tuple_type');
}

connectHost();

export const DEFINITIONS = Object.fromEntries([
  define('text', 'text', makeText),
  define(
    'column',
    'text, type_=None, is_literal=False, _selectable=None',
    (call, name: Value, type: Value, isLiteral: Value) =>
      column(given(name), typeArgument(call, type), isLiteral === true),
  ),
  define('table', 'name, *columns, **kw', makeTable),
  define(
    'literal',
    'value, type_=None, literal_execute=False',
    (call, value: Value, type: Value, execute: Value) =>
      operandOf(value) ?? literal(value, parameterType(call, type), execute === true),
  ),
  define('literal_column', 'text, type_=None', (call, sql: Value, type: Value) =>
    literalColumn(String(sql), typeArgument(call, type)),
  ),
  define(
    'bindparam',
    'key, value=None, type_=None, unique=False, required=None, quote=None, callable_=None, expanding=False, isoutparam=False, literal_execute=False',
    (
      call,
      key: Value,
      value: Value,
      type: Value,
      unique: Value,
      required: Value,
      _quote: Value,
      callable: Value,
      expanding: Value,
      _out: Value,
      execute: Value,
    ) =>
      makeBind(
        call,
        key,
        value === null && required === null ? NOT_GIVEN : value,
        type,
        unique,
        required,
        callable,
        expanding,
        execute,
      ),
  ),
  define('cast', 'expression, type_', (call, value: Value, type: Value) =>
    cast(value, typeBeside(call, value, type)),
  ),
  define('try_cast', 'expression, type_', (call, value: Value, type: Value) =>
    cast(value, typeBeside(call, value, type), 'try-cast'),
  ),
  define('type_coerce', 'expression, type_', (call, value: Value, type: Value) =>
    typeCoerce(value, typeBeside(call, value, type)),
  ),
  define('case', '*whens, value=None, else_=None', makeCase),
  define('and_', '*clauses', (_call, clauses: Value[]) => conjunction('and', clauses)),
  define('or_', '*clauses', (_call, clauses: Value[]) => conjunction('or', clauses)),
  define('not_', 'clause', (_call, clause: Value) => negated(clause)),
  define('null', '', () => NULL),
  define('true', '', () => TRUE),
  define('false', '', () => FALSE),
  define('distinct', 'expr', (_call, value: Value) => distinctOf(value)),
  ...Object.entries(unaryModifiers).map(([name, operator]) =>
    define(name, 'column', (_call, value: Value) => modified(operator, value)),
  ),
  define('label', 'name, element, type_=None', (call, name: Value, element: Value, type: Value) =>
    label(name === null ? null : String(name), single(element), typeArgument(call, type)),
  ),
  define(
    'over',
    'element, partition_by=None, order_by=None, range_=None, rows=None, groups=None',
    (call, element: Element, partition: Value, order: Value, range: Value, rows: Value, groups: Value) =>
      overOf(call, element, partition, order, rows, range, groups),
  ),
  define('extract', 'field, expr', (_call, field: Value, value: Value) => extract(String(field), value)),
  define('any_', 'expr', (_call, value: Value) => collection('ANY', value)),
  define('all_', 'expr', (_call, value: Value) => collection('ALL', value)),
  define(
    'between',
    'expr, lower_bound, upper_bound, symmetric=False',
    (_call, value: Value, low: Value, high: Value, symmetric: Value) =>
      between(single(value), low, high, symmetric === true),
  ),
  define('collate', 'expression, collation', (_call, value: Value, name: Value) =>
    collate(single(value), String(name)),
  ),
  define('tuple_', '*clauses, types=None', (call, clauses: Value[], types: Value) =>
    tuple(clauses, types === null ? [] : [...call.iterate(types)].map((one) => typeArgument(call, one)!)),
  ),
  define('bitwise_not', 'expr', (_call, value: Value) => unary('bitwise-not', single(value))),
  define('funcfilter', 'func, *criterion', (_call, element: Element, criteria: Value[]) => ({
    kind: 'filter',
    function: element,
    criterion: conjunction('and', criteria),
    type: (element as ColumnClause).type,
  })),
  define('within_group', 'element, *order_by', (_call, element: Element, order: Value[]) =>
    withinGroup(
      element,
      order.map((one) => orderingOf(one, 'ORDER BY expression')),
    ),
  ),
  define('exists', '__argument=None', (_call, argument: Value) =>
    exists(argument === null ? [] : [argument]),
  ),
  define('select', '*entities, **__kw', (_call, entities: Value[]) =>
    select(entities.flatMap(spreadColumns)),
  ),
  define('insert', 'table', (_call, given_: Value) => insert(given_)),
  define('update', 'table', (_call, given_: Value) => update(given_)),
  define('delete', 'table', (_call, given_: Value) => deleteFrom(given_)),
  ...Object.entries(COMPOUNDS).map(([name, keyword]) =>
    define(name, '*selects', (_call, parts: Value[]) => compound(keyword, parts)),
  ),
  define('values', '*columns, name=None, literal_binds=False', makeValues),
  define('alias', 'selectable, name=None, flat=False', (call, from: Value, name: Value) =>
    call.callMethod(from, 'alias', name),
  ),
  define('subquery', 'selectable, name=None', (call, from: Value, name: Value) =>
    call.callMethod(from, 'subquery', name),
  ),
  define('lateral', 'selectable, name=None', (_call, from: Value, name: Value) =>
    subquery(clauseOf(from) as never, name === null ? null : String(name), 'lateral'),
  ),
  define(
    'cte',
    'selectable, name=None, recursive=False',
    (call, from: Value, name: Value, recursive: Value) => call.callMethod(from, 'cte', name, recursive),
  ),
  define(
    'tablesample',
    'selectable, sampling, name=None, seed=None',
    (call, from: Value, sampling: Value, name: Value, seed: Value) =>
      call.callMethod(clauseOf(from) as Value, 'tablesample', sampling, name, seed),
  ),
  define(
    'join',
    'left, right, onclause=None, isouter=False, full=False',
    (_call, left: Value, right: Value, on: Value, outer: Value, full: Value) =>
      join(fromArgument(left), right, { on, outer: outer === true, full: full === true }),
  ),
  define(
    'outerjoin',
    'left, right, onclause=None, full=False',
    (_call, left: Value, right: Value, on: Value, full: Value) =>
      join(fromArgument(left), right, { on, outer: true, full: full === true }),
  ),
  define('outparam', 'key, type_=None', (call, key: Value, type: Value) =>
    makeBind(call, key, null, type, null, null, null, null, null),
  ),
]) as Record<string, () => Value>;
