/** Python's classes for the kinds of expressions. Answers to: the classes of sqlalchemy/sql/elements.py and functions.py. */
import './column-operators.ts';
import { registerKind, registerKindFinder } from '../../../python/values/classes/class-of.ts';
import { PyTuple } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { fillNativeClass, nativeClass } from '../../../python/values/native/native.ts';
import { address, defaultRepr } from '../../../python/values/text.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { column as makeColumn } from '../../../sqlalchemy/expression/build.ts';
import { operandOf } from '../../../sqlalchemy/expression/coerce.ts';
import type {
  BindParameter,
  ColumnClause,
  FunctionElement,
  InlineLiteral,
  Label,
} from '../../../sqlalchemy/expression/elements.ts';
import { functionClassName } from '../../../sqlalchemy/expression/functions.ts';
import { columnClauseClass, columnElementClass, executableClass } from '../bases.ts';
import { typeArgument } from '../types/type-class.ts';
import { columnListOf } from './columns-list.ts';
import { ELEMENTS, kind, named } from './element-class.ts';
import { aggregateMethods, functionClass, splitName } from './function-class.ts';

fillNativeClass(columnClauseClass, {
  signature: 'text, type_=None, is_literal=False, _selectable=None',
  construct: (call: Interpreter, _cls: PyClass, text: Value, type: Value, literal: Value) =>
    makeColumn(text as never, typeArgument(call, type), literal === true) as Value,
  getters: {
    name: (self: ColumnClause) => (typeof self.name === 'string' ? self.name : self.key),
    key: (self: ColumnClause) => self.key,
    table: (self: ColumnClause) => (self.table ?? null) as Value,
    is_literal: (self: ColumnClause) => self.literal === true,
    description: (self: ColumnClause) => self.key,
  },
  repr: (self: ColumnClause) => named(self as Value, self.key, ELEMENTS, 'ColumnClause'),
});
registerKind('column-clause', columnClauseClass);

export const bindClass = kind('BindParameter', 'bind', {
  getters: {
    key: (self: BindParameter) => self.key,
    value: (self: BindParameter) => (self.value ?? null) as Value,
    type: (self: BindParameter) => self.type as Value,
    required: (self: BindParameter) => self.required,
    unique: (self: BindParameter) => self.unique,
    effective_value: (self: BindParameter) => (self.value ?? null) as Value,
  },
  repr: (self: BindParameter, call) => shownBind('BindParameter', self, self as Value, call),
});

/** `repr()` of a parameter; one without a name of its own shows where it lies. */
function shownBind(
  cls: string,
  { key, unique, value, type }: Pick<BindParameter, 'key' | 'unique' | 'value' | 'type'>,
  self: Value,
  call: Interpreter,
): string {
  const shown = unique ? `%(${Number.parseInt(address(self), 16)} ${key})s` : key;
  return `${cls}(${call.repr(shown)}, ${call.repr((value ?? null) as Value)}, type_=${call.repr(type as Value)})`;
}

export const nullClass = kind('Null', 'null');
export const trueClass = kind('True_', 'true');
export const falseClass = kind('False_', 'false');
export const unaryClass = kind('UnaryExpression', ['unary']);
export const binaryClass = kind('BinaryExpression', 'binary', {
  getters: {
    left: (self: { left: Value }) => self.left,
    right: (self: { right: Value }) => self.right,
  },
});
export const clauseListClass = kind('BooleanClauseList', 'clause-list', {
  getters: { clauses: (self: { clauses: readonly Value[] }) => new PyTuple(self.clauses) },
  iterate: (self: { clauses: readonly Value[] }) => self.clauses,
  len: (self: { clauses: readonly Value[] }) => self.clauses.length,
});
export const tupleClass = kind('Tuple', 'tuple');
export const groupingClass = kind('Grouping', 'grouping', {
  getters: { element: (self: { element: Value }) => self.element },
});
export const labelClass = kind('Label', 'label', {
  getters: {
    name: (self: Label) => (typeof self.name === 'string' ? self.name : self.name.stem),
    key: (self: Label) => (typeof self.name === 'string' ? self.name : self.name.stem),
    element: (self: Label) => self.element as Value,
  },
  repr: (self: Label) =>
    named(self as Value, typeof self.name === 'string' ? self.name : self.name.stem, ELEMENTS, 'Label'),
});
export const castClass = kind('Cast', 'cast');
export const tryCastClass = kind('TryCast', 'try-cast');
export const typeCoerceClass = kind('TypeCoerce', 'type-coerce');
export const caseClass = kind('Case', 'case');
export const extractClass = kind('Extract', 'extract');
export const overClass = kind('Over', 'over');
export const filterClass = kind('FunctionFilter', 'filter', { methods: aggregateMethods() });
export const withinGroupClass = kind('WithinGroup', 'within-group', { methods: aggregateMethods() });
export const collectionClass = kind('CollectionAggregate', 'collection');
export const sliceClass = kind('Slice', 'slice');
export const collationClass = kind('CollationClause', 'collation');
export const labelReferenceClass = kind('_textual_label_reference', 'label-reference');
export const customClass = kind('ClauseElement', 'custom');
export const inlineLiteralClass = kind('_literal_bindparam', 'inline-literal', {
  module: 'alembic.util.sqla_compat',
  repr: (self: InlineLiteral, call) =>
    shownBind('_literal_bindparam', { ...self, key: 'param', unique: true }, self as never, call),
});
const FUNCTIONS = 'sqlalchemy.sql.functions';
export const nextValueClass = kind('next_value', 'next-value', {
  module: FUNCTIONS,
  bases: [executableClass, columnElementClass],
  repr: (self: Value) => named(self, 'next_value', FUNCTIONS, 'next_value'),
  getters: { name: () => 'next_value' },
});
export const arrayClass = kind('array', 'array', { module: 'sqlalchemy.dialects.postgresql.array' });
export const aggregateOrderByClass = kind('aggregate_order_by', 'aggregate-order-by', {
  module: 'sqlalchemy.dialects.postgresql.ext',
});
export const tableValuedColumnClass = kind('TableValuedColumn', 'table-valued-column');

const ownClasses = new Map<string, PyClass>();

/** A function that SQLAlchemy knows has a class of its own. */
registerKindFinder('function', (self: FunctionElement) => {
  const dotted = functionClassName(self);
  const [module, name] = splitName(dotted);
  if (name === 'Function') return functionClass;
  const known = ownClasses.get(dotted) ?? nativeClass({ name, module, bases: [functionClass] });
  ownClasses.set(dotted, known);
  return known;
});

export { columnListOf, defaultRepr, operandOf };
