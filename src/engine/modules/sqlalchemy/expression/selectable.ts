/** Tables, aliases and SELECT in Python. Answers to: the classes of sqlalchemy/sql/selectable.py. */
import { Raise } from '../../../machine.ts';
import { registerKind } from '../../../python/values/class-of.ts';
import { list, PyTuple, tuple } from '../../../python/values/containers.ts';
import { PyDict } from '../../../python/values/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { fillNativeClass, type NativeMethod, nativeClass } from '../../../python/values/native.ts';
import { address, defaultRepr } from '../../../python/values/text.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { bindparam, conjunction, label } from '../../../sqlalchemy/expression/build.ts';
import { clauseOf, fromArgument, operandOf, scalarSelect } from '../../../sqlalchemy/expression/coerce.ts';
import { columnsOf } from '../../../sqlalchemy/expression/columns.ts';
import { deleteFrom, insert, update } from '../../../sqlalchemy/expression/dml-build.ts';
import type {
  ColumnClause,
  Element,
  Exists,
  ScalarSelect,
  SelectLike,
} from '../../../sqlalchemy/expression/elements.ts';
import { functionCall } from '../../../sqlalchemy/expression/functions.ts';
import { host } from '../../../sqlalchemy/expression/host.ts';
import {
  addJoin,
  alias,
  compound,
  distinct,
  exists,
  filterBy,
  groupBy,
  having,
  join,
  orderBy,
  select,
  selectFrom,
  subquery,
  where,
  withLimit,
  withOffset,
} from '../../../sqlalchemy/expression/select-build.ts';
import { selectFroms } from '../../../sqlalchemy/expression/select-froms.ts';
import type {
  CommonTableExpression,
  CompoundSelect,
  FromClause,
  Join,
  LabelStyle,
  Select,
  SelectSource,
  TableClause,
  Values,
} from '../../../sqlalchemy/expression/selectables.ts';
import {
  clauseElementClass,
  columnElementClass,
  executableClass,
  fromClauseClass,
  tableClauseClass,
} from '../bases.ts';
import { columnListOf } from './columns-list.ts';

const SELECTABLE = 'sqlalchemy.sql.selectable';

const method = <Self>(
  signature: string,
  code: (call: Interpreter, self: Self, ...bound: never[]) => unknown,
): NativeMethod => [signature, code as never];

const nameOrNull = (name: Value): string | null => (name === null ? null : String(name));

export const addCtes = method<{ independentCtes: readonly CommonTableExpression[] }>(
  '*ctes, nest_here=False',
  (_call, self, ctes: CommonTableExpression[]) => ({
    ...self,
    independentCtes: [...self.independentCtes, ...ctes],
  }),
);

/** `.cte(name)` of statements. */
export const cteMethod = method<SelectSource>(
  'name=None, recursive=False, nesting=False',
  (_call, self, name: Value, recursive: Value, nesting: Value): CommonTableExpression => ({
    kind: 'cte',
    element: self,
    name: nameOrNull(name) ?? undefined,
    recursive: recursive === true,
    nesting: nesting === true,
    materialized: undefined,
  }),
);

fillNativeClass(fromClauseClass, {
  methods: {
    alias: method<FromClause>('name=None, flat=False', (_call, self, name: Value) =>
      alias(self, nameOrNull(name)),
    ),
    join: method<FromClause>(
      'right, onclause=None, isouter=False, full=False',
      (_call, self, right: Value, on: Value, outer: Value, full: Value) =>
        join(self, right, { on, outer: outer === true, full: full === true }),
    ),
    outerjoin: method<FromClause>(
      'right, onclause=None, full=False',
      (_call, self, right: Value, on: Value, full: Value) =>
        join(self, right, { on, outer: true, full: full === true }),
    ),
    select: method<FromClause>('', (_call, self) => select([self])),
    lateral: method<FromClause>('name=None', (_call, self, name: Value) => ({
      kind: 'lateral',
      element: self,
      name: nameOrNull(name) ?? undefined,
    })),
    tablesample: method<FromClause>(
      'sampling, name=None, seed=None',
      (_call, self, sampling: Value, name: Value, seed: Value) => tableSample(self, sampling, name, seed),
    ),
    is_derived_from: method<FromClause>('fromclause', (_call, self, other: Value) => self === other),
    corresponding_column: method<FromClause>(
      'column, require_embedded=False',
      (_call, self, column: Value) =>
        columnsOf(self).find((one) => one === column || (one as ColumnClause).proxied === column) ?? null,
    ),
  },
  getters: {
    c: (self: FromClause) => columnListOf(self),
    columns: (self: FromClause) => columnListOf(self),
    exported_columns: (self: FromClause) => columnListOf(self),
    selectable: (self: FromClause) => self as Value,
    description: (self: FromClause) =>
      'name' in self && self.name !== undefined ? (self.name as string) : '',
  },
  attributes: { is_selectable: () => true, named_with_column: () => false, schema: () => null },
  repr: (self: never) => shownFrom(self),
});

function tableSample(self: FromClause, sampling: Value, name: Value, seed: Value): Value {
  const function_ = operandOf(sampling) ?? functionCall(['system'], [sampling]);
  return {
    kind: 'tablesample',
    element: self,
    name: nameOrNull(name) ?? undefined,
    sampling: function_,
    ...(seed === null ? {} : { seed: operandOf(seed) ?? bindparam(null, seed) }),
  } as Value;
}

function shownFrom(self: FromClause): string {
  const classes: Record<string, string> = {
    'table-clause': 'TableClause',
    alias: 'Alias',
    subquery: 'Subquery',
    cte: 'CTE',
    lateral: 'Lateral',
    tablesample: 'TableSample',
    join: 'Join',
    values: 'Values',
  };
  const name = 'name' in self && self.name !== undefined ? String(self.name) : 'anon';
  if (self.kind === 'join')
    return `<${SELECTABLE}.Join at ${address(self)}; Join object on ${shownName(self.left)} and ${shownName(self.right)}>`;
  return `<${SELECTABLE}.${classes[self.kind] ?? 'FromClause'} at ${address(self as Value)}; ${name}>`;
}

const shownName = (from: FromClause): string =>
  'name' in from && from.name !== undefined
    ? `${String(from.name)}(${Number.parseInt(address(from as Value), 16)})`
    : '';

fillNativeClass(tableClauseClass, {
  getters: {
    name: (self: TableClause) => self.name,
    schema: (self: TableClause) => self.schema,
    fullname: (self: TableClause) => (self.schema ? `${self.schema}.${self.name}` : self.name),
  },
  methods: {
    insert: method<FromClause>('', (_call, self) => insert(self)),
    update: method<FromClause>('', (_call, self) => update(self)),
    delete: method<FromClause>('', (_call, self) => deleteFrom(self)),
  },
  attributes: { named_with_column: () => true },
});
registerKind('table-clause', tableClauseClass);

const fromKind = (
  name: string,
  kinds: string | readonly string[],
  spec: Partial<Parameters<typeof nativeClass>[0]> = {},
): PyClass => nativeClass({ name, module: SELECTABLE, bases: [fromClauseClass], kind: kinds, ...spec });

const namedGetters = {
  name: (self: { name?: string }) => self.name ?? '%(anon)s',
  element: (self: { element: Value }) => self.element,
  original: (self: { element: Value }) => self.element,
};

export const aliasClass = fromKind('Alias', 'alias', {
  getters: {
    ...namedGetters,
    column: (self: FromClause) =>
      ({
        kind: 'table-valued-column',
        alias: self,
        type: (self as { element: { type?: Value } }).element.type,
      }) as Value,
  },
  methods: {
    render_derived: method<object>(
      'name=None, with_types=False',
      (_call, self, name: Value, withTypes: Value) => ({
        ...self,
        ...(name === null ? {} : { name: String(name) }),
        derived: { withTypes: withTypes === true },
      }),
    ),
  },
});
export const subqueryClass = fromKind('Subquery', 'subquery', { getters: namedGetters });
export const lateralClass = fromKind('Lateral', 'lateral', { getters: namedGetters });
export const tableSampleClass = fromKind('TableSample', 'tablesample', { getters: namedGetters });
export const joinClass = fromKind('Join', 'join', {
  getters: {
    left: (self: Join) => self.left as Value,
    right: (self: Join) => self.right as Value,
    onclause: (self: Join) => self.on as Value,
  },
});
export const entityClass = fromKind('Table', 'entity');
export const cteClass = fromKind('CTE', 'cte', {
  getters: namedGetters,
  methods: {
    union: method<CommonTableExpression>('*other', (_call, self, others: Value[]) =>
      restated(self, 'UNION', others),
    ),
    union_all: method<CommonTableExpression>('*other', (_call, self, others: Value[]) =>
      restated(self, 'UNION ALL', others),
    ),
  },
});

const restated = (
  self: CommonTableExpression,
  keyword: CompoundSelect['keyword'],
  others: readonly Value[],
): CommonTableExpression => ({
  ...self,
  element: compound(keyword, [self.element, ...others]),
  restates: self,
});

/** A changed copy whose columns are its own. */
export function withData(self: Values, change: Partial<Values>): Values {
  const columns = self.columns.map((column) => ({ ...column }));
  const made: Values = { ...self, ...change, columns };
  for (const column of columns) column.table = made;
  return made;
}

export const valuesClass = fromKind('Values', 'values', {
  getters: { name: (self: Values) => self.name ?? null },
  methods: {
    data: method<Values>('values', (call, self, rows: Value) =>
      withData(self, {
        data: [
          ...self.data,
          ...[...call.iterate(rows)].map((row) =>
            [...call.iterate(row)].map(
              (value, at) => operandOf(value) ?? bindparam(null, value, { type: self.columns[at]?.type }),
            ),
          ),
        ],
      }),
    ),
    lateral: method<Values>('name=None', (_call, self, name: Value) =>
      withData(self, { lateral: true, name: nameOrNull(name) ?? self.name }),
    ),
    alias: method<Values>('name=None, flat=False', (_call, self, name: Value) =>
      withData(self, { name: nameOrNull(name) ?? self.name, named: true }),
    ),
    cte: cteMethod,
  },
});

const STYLES = new Map<unknown, LabelStyle>();
/** LABEL_STYLE_… objects of the learner's. */
export const labelStyle = (value: unknown, style: LabelStyle): void => void STYLES.set(value, style);

const compoundMethod = (keyword: CompoundSelect['keyword']): NativeMethod =>
  method<SelectLike>('*other', (_call, self, others: Value[]) => compound(keyword, [self, ...others]));

const COMPOUNDS: Readonly<Record<string, CompoundSelect['keyword']>> = {
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
  ...Object.fromEntries(Object.entries(COMPOUNDS).map(([name, keyword]) => [name, compoundMethod(keyword)])),
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
    })),
    column: method<Select>('column', (_call, self, column: Value) => ({
      ...self,
      entities: [...self.entities, ...select([column]).entities],
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
    with_hint: method<Select>("selectable, text, dialect_name='*'", (_call, self) => self),
    with_statement_hint: method<Select>("text, dialect_name='*'", (_call, self) => self),
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
  return { ...self, from, entities: select(entities).entities };
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

export const scalarSelectClass = nativeClass({
  name: 'ScalarSelect',
  module: SELECTABLE,
  bases: [columnElementClass],
  kind: 'scalar-select',
  methods: {
    where: method<ScalarSelect>('crit', (_call, self, condition: Value) => ({
      ...self,
      element: where(self.element as Select, [condition]),
    })),
    correlate: method<ScalarSelect>('*fromclauses', (_call, self, froms: Value[]) => ({
      ...self,
      element: { ...(self.element as Select), correlate: froms.map((one) => fromArgument(one)) },
    })),
    correlate_except: method<ScalarSelect>('*fromclauses', (_call, self, froms: Value[]) => ({
      ...self,
      element: { ...(self.element as Select), correlateExcept: froms.map((one) => fromArgument(one)) },
    })),
  },
  getters: {
    element: (self: ScalarSelect) => self.element as Value,
    c: () => {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        'Scalar Select expression has no columns; use this object directly within a column-level expression.',
      ]);
    },
  },
  repr: (self: never) => defaultRepr(self),
});

export const existsClass = nativeClass({
  name: 'Exists',
  module: SELECTABLE,
  bases: [columnElementClass],
  kind: 'exists',
  methods: {
    where: method<Exists>('*clause', (_call, self, conditions: Value[]) => ({
      ...self,
      element: where(self.element as Select, conditions),
    })),
    select_from: method<Exists>('*froms', (_call, self, froms: Value[]) => ({
      ...self,
      element: selectFrom(self.element as Select, froms),
    })),
    correlate: method<Exists>('*fromclauses', (_call, self, froms: Value[]) => ({
      ...self,
      element: { ...(self.element as Select), correlate: froms.map((one) => fromArgument(one)) },
    })),
    select: method<Exists>('', (_call, self) => select([self])),
  },
  repr: (self: never) => defaultRepr(self),
});

export { COMPOUNDS, PyDict, PyTuple, tuple };
