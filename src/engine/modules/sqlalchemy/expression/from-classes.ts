/** What may stand in FROM, as Python sees it. Answers to: sqlalchemy/sql/selectable.py (FromClause and its kinds). */
import { registerKind } from '../../../python/values/classes/class-of.ts';
import { fillNativeClass, nativeClass } from '../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { bindparam } from '../../../sqlalchemy/expression/build.ts';
import { operandOf } from '../../../sqlalchemy/expression/coerce.ts';
import { deleteFrom, insert, update } from '../../../sqlalchemy/expression/dml/dml-build.ts';
import type { ColumnClause } from '../../../sqlalchemy/expression/elements.ts';
import { functionCall } from '../../../sqlalchemy/expression/functions.ts';
import { columnsOf } from '../../../sqlalchemy/expression/select/columns.ts';
import { alias, compound, join, select } from '../../../sqlalchemy/expression/select/select-build.ts';
import type {
  CommonTableExpression,
  CompoundSelect,
  FromClause,
  Join,
  TableClause,
  Values,
} from '../../../sqlalchemy/expression/select/selectables.ts';
import { fromClauseClass, tableClauseClass } from '../bases.ts';
import { columnListOf } from './columns-list.ts';
import { descriptionOf, nameOf, shownFrom } from './from-names.ts';
import { cteMethod, method, nameOrNull, SELECTABLE } from './selectable-methods.ts';

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
    description: (self: FromClause) => descriptionOf(self),
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
  name: nameOf,
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
  getters: { name: nameOf },
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
