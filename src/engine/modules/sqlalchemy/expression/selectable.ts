/** SELECT and its compounds in Python. Answers to: sqlalchemy/sql/selectable.py (Select, CompoundSelect, TextualSelect). */
import { Raise } from '../../../machine.ts';
import { list } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { bindparam, conjunction, label } from '../../../sqlalchemy/expression/build.ts';
import { clauseOf, fromArgument, operandOf, scalarSelect } from '../../../sqlalchemy/expression/coerce.ts';
import type { Element, SelectLike } from '../../../sqlalchemy/expression/elements.ts';
import { host } from '../../../sqlalchemy/expression/host.ts';
import {
  addJoin,
  compound,
  distinct,
  exists,
  filterBy,
  groupBy,
  having,
  orderBy,
  select,
  selectFrom,
  subquery,
  where,
  withLimit,
  withOffset,
} from '../../../sqlalchemy/expression/select/select-build.ts';
import { selectFroms } from '../../../sqlalchemy/expression/select/select-froms.ts';
import type {
  CompoundSelect,
  LabelStyle,
  Select,
} from '../../../sqlalchemy/expression/select/selectables.ts';
import { clauseElementClass, executableClass } from '../bases.ts';
import { columnListOf } from './columns-list.ts';

import { addCtes, cteMethod, method, nameOrNull, SELECTABLE } from './selectable-methods.ts';

const STYLES = new Map<unknown, LabelStyle>();
/** LABEL_STYLE_… objects of the learner's. */
export const labelStyle = (value: unknown, style: LabelStyle): void => void STYLES.set(value, style);

const compoundMethod = (keyword: CompoundSelect['keyword']): NativeMethod =>
  method<SelectLike>('*other', (_call, self, others: Value[]) => compound(keyword, [self, ...others]));

export const COMPOUNDS: Readonly<Record<string, CompoundSelect['keyword']>> = {
  union: 'UNION',
  union_all: 'UNION ALL',
  except_: 'EXCEPT',
  except_all: 'EXCEPT ALL',
  intersect: 'INTERSECT',
  intersect_all: 'INTERSECT ALL',
};

const SELECT_BASE = {
  subquery: method<SelectLike>('name=None', (_call, self, name: Value) => subquery(self, nameOrNull(name))),
  alias: method<SelectLike>('name=None, flat=False', (_call, self, name: Value) =>
    subquery(self, nameOrNull(name)),
  ),
  lateral: method<SelectLike>('name=None', (_call, self, name: Value) =>
    subquery(self, nameOrNull(name), 'lateral'),
  ),
  cte: cteMethod,
  scalar_subquery: method<SelectLike>('', (_call, self) => scalarSelect(self)),
  as_scalar: method<SelectLike>('', (_call, self) => scalarSelect(self)),
  label: method<SelectLike>('name', (_call, self, name: Value) =>
    label(nameOrNull(name), scalarSelect(self)),
  ),
  exists: method<SelectLike>('', (_call, self) => exists([self])),
  add_cte: addCtes,
};

const integer = (value: Value): number => Number(value);

const ORDERED = {
  order_by: method<Select>('*clauses', (_call, self, clauses: Value[]) => orderBy(self, clauses)),
  group_by: method<Select>('*clauses', (_call, self, clauses: Value[]) => groupBy(self, clauses)),
  limit: method<Select>('limit', (_call, self, limit: Value) => withLimit(self, limit)),
  offset: method<Select>('offset', (_call, self, offset: Value) => withOffset(self, offset)),
  fetch: method<Select>(
    'count, with_ties=False, percent=False, **dialect_kw',
    (_call, self, count: Value, ties: Value, percent: Value) => ({
      ...self,
      limit: undefined,
      fetch:
        count === null
          ? undefined
          : {
              count: operandOf(count) ?? bindparam(null, count),
              withTies: ties === true,
              percent: percent === true,
            },
    }),
  ),
  slice: method<Select>('start, stop', (_call, self, start: Value, stop: Value) =>
    withOffset(withLimit(self, integer(stop) - integer(start)), integer(start)),
  ),
  with_for_update: method<Select>(
    '*, nowait=False, read=False, of=None, skip_locked=False, key_share=False',
    forUpdate,
  ),
  set_label_style: method<Select>('style', (_call, self, style: Value) => ({
    ...self,
    labelStyle: STYLES.get(style) ?? self.labelStyle,
  })),
  get_label_style: method<Select>(
    '',
    (_call, self) => [...STYLES].find(([, one]) => one === self.labelStyle)?.[0] ?? null,
  ),
};

function forUpdate(
  _call: Interpreter,
  self: Select,
  nowait: Value,
  read: Value,
  of: Value,
  skip: Value,
  share: Value,
): unknown {
  const items = of === null ? [] : clauseOf(of) ? [of] : (host().items(of) ?? [of]);
  return {
    ...self,
    forUpdate: {
      nowait: nowait === true,
      read: read === true,
      skipLocked: skip === true,
      keyShare: share === true,
      of: items.map((one) => clauseOf(one)),
    },
  };
}

const text = (values: readonly Value[]): readonly Element[] =>
  values.map(
    (value) =>
      clauseOf(value) ??
      ({
        kind: 'column-clause',
        name: String(value),
        key: '',
        quote: null,
        table: undefined,
        literal: true,
      } as unknown as Element),
  );

export const prefixWith = method<{ prefixes: readonly Element[] }>(
  "*prefixes, dialect='*'",
  (_call, self, prefixes: Value[]) => ({
    ...self,
    prefixes: [...self.prefixes, ...text(prefixes)],
  }),
);

const joinMethod = (signature: string, outer: boolean, from: boolean): NativeMethod =>
  method<Select>(signature, (_call, self, ...given: Value[]) => {
    const [left, target, on, isOuter, full] = from ? given : [null, ...given];
    const outerJoin = outer || isOuter === true;
    return addJoin(self, target, {
      from: left,
      on,
      outer: outerJoin,
      full: (outer ? isOuter : full) === true,
    });
  });

export const selectClass = nativeClass({
  name: 'Select',
  module: SELECTABLE,
  bases: [executableClass, clauseElementClass],
  kind: 'select',
  methods: {
    ...SELECT_BASE,
    ...ORDERED,
    ...Object.fromEntries(
      Object.entries(COMPOUNDS).map(([name, keyword]) => [name, compoundMethod(keyword)]),
    ),
    where: method<Select>('*whereclause', (_call, self, conditions: Value[]) => where(self, conditions)),
    filter: method<Select>('*criteria', (_call, self, conditions: Value[]) => where(self, conditions)),
    filter_by: method<Select>('**kwargs', (_call, self, values: Map<string, Value>) =>
      filterBy(self, values),
    ),
    having: method<Select>('*having', (_call, self, conditions: Value[]) => having(self, conditions)),
    distinct: method<Select>('*expr', (_call, self, on: Value[]) => distinct(self, on)),
    select_from: method<Select>('*froms', (_call, self, froms: Value[]) => selectFrom(self, froms)),
    join: joinMethod('target, onclause=None, *, isouter=False, full=False', false, false),
    outerjoin: joinMethod('target, onclause=None, *, full=False', true, false),
    join_from: joinMethod('from_, target, onclause=None, *, isouter=False, full=False', false, true),
    outerjoin_from: joinMethod('from_, target, onclause=None, *, full=False', true, true),
    add_columns: method<Select>('*entities', (_call, self, entities: Value[]) => ({
      ...self,
      entities: [...self.entities, ...select(entities).entities],
      given: [...self.given, ...entities],
    })),
    column: method<Select>('column', (_call, self, column: Value) => ({
      ...self,
      entities: [...self.entities, ...select([column]).entities],
      given: [...self.given, column],
    })),
    with_only_columns: method<Select>('*entities, maintain_column_froms=False, **kw', withOnlyColumns),
    prefix_with: prefixWith,
    suffix_with: method<Select>("*suffixes, dialect='*'", (_call, self, suffixes: Value[]) => ({
      ...self,
      suffixes: [...self.suffixes, ...text(suffixes)],
    })),
    correlate: method<Select>('*fromclauses', (_call, self, froms: Value[]) => ({
      ...self,
      correlate:
        froms.length === 1 && froms[0] === null
          ? null
          : [...(self.correlate ?? []), ...froms.map((one) => fromArgument(one))],
    })),
    correlate_except: method<Select>('*fromclauses', (_call, self, froms: Value[]) => ({
      ...self,
      correlateExcept: froms.length === 1 && froms[0] === null ? [] : froms.map((one) => fromArgument(one)),
    })),
    from_statement: [
      'statement',
      (call: Interpreter, self: Select, statement: Value) =>
        call.callMethod(
          call.importName('sqlalchemy.orm._FromStatement'),
          'of',
          self as unknown as Value,
          statement,
        ),
    ] as NativeMethod,
    with_hint: method<Select>(
      "selectable, text, dialect_name='*'",
      (_call, self, selectable: Value, hint: string, dialect: string) => ({
        ...self,
        hints: [...self.hints, { text: hint, dialect, from: fromArgument(selectable) }],
      }),
    ),
    with_statement_hint: method<Select>(
      "text, dialect_name='*'",
      (_call, self, hint: string, dialect: string) => ({
        ...self,
        statementHints: [...self.statementHints, { text: hint, dialect }],
      }),
    ),
    get_final_froms: method<Select>('', (_call, self) => list(selectFroms(self) as unknown as Value[])),
  },
  getters: {
    c: (self: Select) => columnListOf(subquery(self, null)),
    columns: (self: Select) => columnListOf(subquery(self, null)),
    selected_columns: (self: Select) => columnListOf(self, true),
    exported_columns: (self: Select) => columnListOf(self, true),
    froms: (self: Select) => list(selectFroms(self) as unknown as Value[]),
    columns_clause_froms: (self: Select) => list(selectFroms({ ...self, where: [] }) as unknown as Value[]),
    whereclause: (self: Select) =>
      self.where.length === 0 ? null : (conjunction('and', self.where) as Value),
    inner_columns: (self: Select) => list([...self.entities] as Value[]),
    column_descriptions: (self: Select, call: Interpreter) =>
      call.call(call.importName('sqlalchemy.orm._column_descriptions'), [self as unknown as Value]),
  },
  attributes: { is_select: () => true, is_selectable: () => true },
  repr: (self: never) => defaultRepr(self),
});

function withOnlyColumns(_call: Interpreter, self: Select, entities: Value[], maintain: Value): unknown {
  if (entities.length === 1 && clauseOf(entities[0]) === undefined && host().items(entities[0])) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      'The "entities" argument to Select.with_only_columns(), when referring to a sequence of items, is now passed as a ' +
        'series of positional elements, rather than as a list. ',
    ]);
  }
  const from = maintain === true ? [...self.from, ...selectFroms({ ...self, where: [] })] : self.from;
  return { ...self, from, entities: select(entities).entities, given: entities };
}

export const compoundClass = nativeClass({
  name: 'CompoundSelect',
  module: SELECTABLE,
  bases: [executableClass, clauseElementClass],
  kind: 'compound',
  methods: { ...SELECT_BASE, ...ORDERED },
  getters: {
    c: (self: CompoundSelect) => columnListOf(subquery(self, null)),
    selects: (self: CompoundSelect) => list([...self.selects] as Value[]),
    selected_columns: (self: CompoundSelect) => columnListOf(self, true),
  },
  attributes: { is_select: () => true, is_selectable: () => true },
  repr: (self: never) => defaultRepr(self),
});

export const textualSelectClass = nativeClass({
  name: 'TextualSelect',
  module: SELECTABLE,
  bases: [executableClass, clauseElementClass],
  kind: 'textual-select',
  methods: SELECT_BASE,
  getters: {
    c: (self: SelectLike) => columnListOf(subquery(self, null)),
    selected_columns: (self: SelectLike) => columnListOf(self, true),
  },
  attributes: { is_select: () => true, is_selectable: () => true },
  repr: (self: never) => defaultRepr(self),
});
