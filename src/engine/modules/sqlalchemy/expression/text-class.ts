/** `text()` in Python. Answers to: sqlalchemy/sql/elements.py (TextClause). */
import { PyDict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import {
  bindText,
  conjunction,
  column as makeColumn,
  withValues,
} from '../../../sqlalchemy/expression/build.ts';
import { clauseOf } from '../../../sqlalchemy/expression/coerce.ts';
import type {
  BindParameter,
  ColumnClause,
  Element,
  Label,
  TextClause,
} from '../../../sqlalchemy/expression/elements.ts';
import type { TextualSelect } from '../../../sqlalchemy/expression/select/selectables.ts';
import { clauseElementClass, executableClass } from '../bases.ts';
import { typeArgument } from '../types/type-class.ts';
import { ELEMENTS } from './element-class.ts';

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
