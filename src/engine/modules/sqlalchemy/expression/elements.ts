/** Python's classes for the kinds of expressions. Answers to: the classes of sqlalchemy/sql/elements.py and functions.py. */
import { registerKind, registerKindFinder } from '../../../python/values/class-of.ts';
import { PyTuple } from '../../../python/values/containers.ts';
import { PyDict } from '../../../python/values/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { fillNativeClass, type NativeClassSpec, nativeClass } from '../../../python/values/native.ts';
import { address, defaultRepr } from '../../../python/values/text.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import {
  bindText,
  conjunction,
  literalOrElement,
  column as makeColumn,
  withValues,
} from '../../../sqlalchemy/expression/build.ts';
import { clauseOf, operandOf, orderingOf } from '../../../sqlalchemy/expression/coerce.ts';
import type {
  BindParameter,
  ColumnClause,
  Element,
  FunctionElement,
  InlineLiteral,
  Label,
  TextClause,
} from '../../../sqlalchemy/expression/elements.ts';
import { functionClassName, over, withinGroup } from '../../../sqlalchemy/expression/functions.ts';
import { host } from '../../../sqlalchemy/expression/host.ts';
import type { FromClause, TextualSelect } from '../../../sqlalchemy/expression/selectables.ts';
import { TYPES } from '../../../sqlalchemy/expression/type-rules.ts';
import { clauseElementClass, columnClauseClass, columnElementClass, executableClass } from '../bases.ts';
import { typeArgument } from '../type-class.ts';
import { columnListOf } from './columns-list.ts';
import './column-operators.ts';
import { select } from '../../../sqlalchemy/expression/select-build.ts';

const ELEMENTS = 'sqlalchemy.sql.elements';

function kind(name: string, kinds: string | readonly string[], spec: Partial<NativeClassSpec> = {}): PyClass {
  return nativeClass({ name, module: ELEMENTS, bases: [columnElementClass], kind: kinds, ...spec });
}

const named = (self: Value, name: string, module: string, cls: string): string =>
  `<${module}.${cls} at ${address(self)}; ${name}>`;

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

export const textClass = nativeClass({
  name: 'TextClause',
  module: ELEMENTS,
  bases: [executableClass, clauseElementClass],
  kind: 'text',
  methods: {
    bindparams: [
      '*binds, **names_to_values',
      (_call: Interpreter, self: TextClause, binds: BindParameter[], values: Map<string, Value>) =>
        bindText(self, binds, values) as Value,
    ],
    params: [
      '_ClauseElement__optionaldict=None, **kwargs',
      (_call: Interpreter, self: TextClause, given: Value, values: Map<string, Value>) =>
        withValues(self, new Map([...(given instanceof PyDict ? given.entries() : []), ...values])) as Value,
    ],
    columns: ['*cols, **types', textColumns as never],
    label: ['name', (_call: Interpreter, self: TextClause, name: string) => makeLabel(self, name) as Value],
    __and__: [
      'other',
      (_call: Interpreter, self: TextClause, other: Value) => conjunction('and', [self, other]) as Value,
    ],
    __or__: [
      'other',
      (_call: Interpreter, self: TextClause, other: Value) => conjunction('or', [self, other]) as Value,
    ],
  },
  getters: {
    text: (self: TextClause) => self.sql,
    type: (self: TextClause) => self.type as Value,
  },
  attributes: { is_text: () => true },
});

const makeLabel = (element: Element, name: string): Label => ({
  kind: 'label',
  name,
  element,
  type: (element as Label).type,
});

function textColumns(
  call: Interpreter,
  self: TextClause,
  columns: Value[],
  types: Map<string, Value>,
): Value {
  const positional = columns.map((one) =>
    typeof one === 'string' ? makeColumn(one) : (clauseOf(one) as ColumnClause),
  );
  const byName = [...types].map(([name, type]) => makeColumn(name, typeArgument(call, type)));
  const select: TextualSelect = {
    kind: 'textual-select',
    text: self,
    columns: [...positional, ...byName],
    positional: positional.length > 0 && byName.length === 0,
    executionOptions: {},
  };
  return select;
}

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
export const nextValueClass = kind('next_value', 'next-value', {
  module: 'sqlalchemy.sql.functions',
  bases: [executableClass, columnElementClass],
});
export const arrayClass = kind('array', 'array', { module: 'sqlalchemy.dialects.postgresql.array' });
export const aggregateOrderByClass = kind('aggregate_order_by', 'aggregate-order-by', {
  module: 'sqlalchemy.dialects.postgresql.ext',
});
export const tableValuedColumnClass = kind('TableValuedColumn', 'table-valued-column');

const clausesOf = (call: Interpreter, value: Value): readonly Element[] => {
  if (value === null) return [];
  const items = clauseOf(value) === undefined && typeof value !== 'string' ? host().items(value) : undefined;
  void call;
  return (items ?? [value]).map((one) => orderingOf(one, 'ORDER BY expression'));
};

/** `over`, `filter`, `within_group` of functions. */
function aggregateMethods(): NonNullable<NativeClassSpec['methods']> {
  return {
    over: ['*, partition_by=None, order_by=None, rows=None, range_=None, groups=None', overOf as never],
    filter: [
      '*criterion',
      (_call: Interpreter, self: Element, criteria: Value[]) =>
        ({
          kind: 'filter',
          function: self,
          criterion: conjunction('and', criteria),
          type: (self as FunctionElement).type,
        }) as Value,
    ],
    within_group: [
      '*order_by',
      (call: Interpreter, self: Element, order: Value[]) =>
        withinGroup(
          self,
          order.flatMap((one) => clausesOf(call, one)),
        ) as Value,
    ],
  };
}

export function overOf(
  call: Interpreter,
  self: Element,
  partition: Value,
  order: Value,
  rows: Value,
  range: Value,
  groups: Value,
): Value {
  const frames = [
    ['ROWS', rows],
    ['RANGE', range],
    ['GROUPS', groups],
  ] as const;
  const chosen = frames.find(([, bounds]) => bounds !== null);
  const bounds = chosen && [...call.iterate(chosen[1])];
  const frame = chosen && {
    unit: chosen[0],
    from: bounds![0] as number | null,
    to: bounds![1] as number | null,
  };
  return over(self, clausesOf(call, partition), clausesOf(call, order), frame) as Value;
}

/** The base of learners' own functions, whose SQL `@compiles` gives. */
export const functionElementClass = nativeClass({
  name: 'FunctionElement',
  module: 'sqlalchemy.sql.functions',
  bases: [executableClass, columnElementClass],
  methods: {
    __init__: [
      '*clauses',
      (call: Interpreter, self: Value, clauses: Value[]) => {
        const name = call.getAttribute(self, 'name');
        const made = clauses.map((one) => literalOrElement(one, name === undefined ? null : String(name)));
        const list = { kind: 'clause-list', operator: 'comma', clauses: made, type: TYPES.null };
        call.process.python.setAttribute(self, 'clauses', list);
        return null;
      },
    ],
  },
});

export const functionClass = nativeClass({
  name: 'Function',
  module: 'sqlalchemy.sql.functions',
  bases: [functionElementClass],
  kind: 'function',
  methods: {
    ...aggregateMethods(),
    alias: [
      'name=None, joins_implicitly=False',
      (_call: Interpreter, self: FunctionElement, name: Value) => tableValued(self, name, undefined),
    ],
    column_valued: [
      'name=None, joins_implicitly=False',
      (_call: Interpreter, self: FunctionElement, name: Value) => {
        const alias = tableValued(self, name, undefined) as FromClause;
        return { kind: 'table-valued-column', alias, type: self.type } as Value;
      },
    ],
    table_valued: [
      '*expr, **kw',
      (_call: Interpreter, self: FunctionElement, columns: Value[], keywords: Map<string, Value>) =>
        tableValued(self, keywords.get('name') ?? null, columns),
    ],
    select: ['', (_call: Interpreter, self: FunctionElement) => selectOf(self)],
  },
  getters: {
    name: (self: FunctionElement) => self.name,
    packagenames: (self: FunctionElement) => new PyTuple(self.packages),
    clauses: (self: FunctionElement) => new PyTuple(self.args as readonly Value[]),
  },
  repr: (self: FunctionElement) => named(self as Value, self.name, ...splitName(functionClassName(self))),
});

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

/** Module and class of a dotted name. */
function splitName(dotted: string): [string, string] {
  const dot = dotted.lastIndexOf('.');
  return [dotted.slice(0, dot), dotted.slice(dot + 1)];
}

const selectOf = (element: Element): Value => select([element]) as Value;

function tableValued(self: FunctionElement, name: Value, columns: readonly Value[] | undefined): Value {
  const valued = columns?.map((one) =>
    typeof one === 'string' ? makeColumn(one) : (clauseOf(one) as ColumnClause),
  );
  return {
    kind: 'alias',
    element: self,
    name: name === null ? undefined : String(name),
    ...(valued ? { valued } : {}),
  } as Value;
}

export { columnListOf, defaultRepr, operandOf };
