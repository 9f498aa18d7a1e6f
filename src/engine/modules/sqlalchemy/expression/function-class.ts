/** Functions in Python. Answers to: sqlalchemy/sql/functions.py. */
import { PyTuple } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeClassSpec } from '../../../python/values/native/spec.ts';
import type { Value } from '../../../python/values/value.ts';
import { conjunction, literalOrElement, column as makeColumn } from '../../../sqlalchemy/expression/build.ts';
import { clauseOf, orderingOf } from '../../../sqlalchemy/expression/coerce.ts';
import type { ColumnClause, Element, FunctionElement } from '../../../sqlalchemy/expression/elements.ts';
import { functionClassName, over, withinGroup } from '../../../sqlalchemy/expression/functions.ts';
import { host } from '../../../sqlalchemy/expression/host.ts';
import { TYPES } from '../../../sqlalchemy/expression/operators/type-rules.ts';
import { select } from '../../../sqlalchemy/expression/select/select-build.ts';
import type { FromClause } from '../../../sqlalchemy/expression/select/selectables.ts';
import { columnElementClass, executableClass } from '../bases.ts';
import { named } from './element-class.ts';

const clausesOf = (call: Interpreter, value: Value): readonly Element[] => {
  if (value === null) return [];
  const items = clauseOf(value) === undefined && typeof value !== 'string' ? host().items(value) : undefined;
  void call;
  return (items ?? [value]).map((one) => orderingOf(one, 'ORDER BY expression'));
};

/** `over`, `filter`, `within_group` of functions. */
export function aggregateMethods(): NonNullable<NativeClassSpec['methods']> {
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

/** `function.over(partition_by=…, order_by=…, rows=…)`. @throws ArgumentError where two frames are given */
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

/** Module and class of a dotted name. */
export function splitName(dotted: string): [string, string] {
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
