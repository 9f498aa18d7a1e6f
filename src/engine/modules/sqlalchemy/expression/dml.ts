/** INSERT, UPDATE, DELETE in Python. Answers to: sqlalchemy/sql/dml.py, dialects/postgresql/dml.py. */
import { Raise } from '../../../machine.ts';
import { PyList, PyTuple } from '../../../python/values/containers/containers.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { conjunction } from '../../../sqlalchemy/expression/build.ts';
import { clauseOf, fromArgument } from '../../../sqlalchemy/expression/coerce.ts';
import {
  byPlace,
  excluded,
  fromSelect,
  NO_SET,
  onConflict,
  returning,
  withRows,
  withValues,
} from '../../../sqlalchemy/expression/dml/dml-build.ts';
import type { Assignment, Delete, Insert, Update } from '../../../sqlalchemy/expression/dml/statements.ts';
import type { Element, SelectLike } from '../../../sqlalchemy/expression/elements.ts';
import { filterBy, where } from '../../../sqlalchemy/expression/select/select-build.ts';
import type { Select } from '../../../sqlalchemy/expression/select/selectables.ts';
import { updateBaseClass } from '../bases.ts';
import { columnListOf } from './columns-list.ts';
import { prefixWith } from './selectable.ts';
import { addCtes, cteMethod } from './selectable-methods.ts';

const DML = 'sqlalchemy.sql.dml';

const method = <Self>(
  signature: string,
  code: (call: Interpreter, self: Self, ...bound: never[]) => unknown,
): NativeMethod => [signature, code as never];

/** What a value is given to: a column, a name, or a hybrid of a mapped class by its name. */
export const assignedKey = (key: Value): string | Element => {
  if (typeof key === 'string') return key;
  return (key as { assignedName?: string } | null)?.assignedName ?? clauseOf(key) ?? String(key);
};

const assignments = (values: PyDict): readonly Assignment[] =>
  [...values.entries()].map(([key, value]) => [assignedKey(key), value] as const);

const fromKeywords = (keywords: ReadonlyMap<string, Value>): readonly Assignment[] =>
  [...keywords].map(([key, value]) => [key, value] as const);

/** `.values(…)` with keywords, a dict, a tuple, or a list of these. */
function values(
  _call: Interpreter,
  self: Insert | Update,
  args: Value[],
  keywords: Map<string, Value>,
): unknown {
  if (args.length === 0) return withValues(self, fromKeywords(keywords));
  if (args.length > 1)
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      'Only a single dictionary/tuple or list of dictionaries/tuples is accepted positionally.',
    ]);
  const given = args[0]!;
  if (given instanceof PyDict) return withValues(self, [...assignments(given), ...fromKeywords(keywords)]);
  if (keywords.size > 0) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      "Can't pass positional and kwargs to values() simultaneously",
    ]);
  }
  if (given instanceof PyList && isRows(given)) return rowsOf(self, given);
  if (given instanceof PyList || given instanceof PyTuple)
    return withValues(self, byPlace(self.table, given.items));
  if (typeof given === 'string') return withValues(self, byPlace(self.table, [...given]));
  const call = _call;
  return withValues(
    self,
    [...call.iterate(call.callMethod(given, 'items'))].map((item) => {
      const [key, value] = [...call.iterate(item)];
      return [assignedKey(key!), value!] as const;
    }),
  );
}

const isRows = ({ items }: PyList): boolean =>
  items.length > 0 &&
  (items[0] instanceof PyDict || items[0] instanceof PyList || items[0] instanceof PyTuple);

function rowsOf(self: Insert | Update, { items }: PyList): unknown {
  if (self.kind === 'update') {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      'UPDATE construct does not support multiple parameter sets.',
    ]);
  }
  const rows = items.map((row) => {
    if (row instanceof PyDict) return assignments(row);
    return byPlace(self.table, (row as PyTuple).items);
  });
  return withRows(self, rows);
}

const RETURNING = method<Insert>(
  '*cols, sort_by_parameter_order=False, **kw',
  (_call, self, columns: Value[], sorted: Value) => {
    const made = returning(self, columns);
    return made.kind === 'insert' ? { ...made, sortByParameterOrder: sorted === true } : made;
  },
);

const COMMON = {
  returning: RETURNING,
  return_defaults: method<Insert>(
    '*cols, supplemental_cols=None, sort_by_parameter_order=False',
    (_call, self) => self,
  ),
  prefix_with: prefixWith,
  cte: cteMethod,
  add_cte: addCtes,
  with_dialect_options: method<Insert>('**opt', (_call, self) => self),
  with_hint: method<Insert>(
    "text, selectable=None, dialect_name='*'",
    (_call, self, hint: string, selectable: Value, dialect: string) => {
      const from = selectable === null ? self.table : fromArgument(selectable);
      return { ...self, hints: [...self.hints, { text: hint, dialect, from }] };
    },
  ),
};

const WHERE = {
  where: method<Update>('*whereclause', (_call, self, conditions: Value[]) => where(self, conditions)),
  filter: method<Update>('*criteria', (_call, self, conditions: Value[]) => where(self, conditions)),
  filter_by: method<Update>('**kwargs', (_call, self, given: Map<string, Value>) => {
    const found = filterBy(
      { from: [self.table], joins: [], where: [], entities: [] } as unknown as Select,
      given,
    );
    return { ...self, where: [...self.where, ...found.where] };
  }),
};

const tableGetters = {
  table: (self: { table: Value }) => self.table,
  entity_description: (self: { table: Value }) => self.table,
};

const whereclause = (self: Update | Delete): Value =>
  self.where.length === 0 ? null : (conjunction('and', self.where) as Value);

export const insertClass = nativeClass({
  name: 'Insert',
  module: DML,
  bases: [updateBaseClass],
  kind: 'insert',
  methods: {
    ...COMMON,
    values: method<Insert>('*args, **kwargs', values),
    inline: method<Insert>('', (_call, self) => ({ ...self, inline: true })),
    from_select: method<Insert>(
      'names, select, include_defaults=True',
      (call, self, names: Value, select: Value, defaults: Value) =>
        fromSelect(
          self,
          [...call.iterate(names)].map(assignedKey),
          clauseOf(select) as SelectLike,
          defaults === true,
        ),
    ),
    on_conflict_do_nothing: method<Insert>(
      'constraint=None, index_elements=None, index_where=None',
      (call, self, constraint: Value, elements: Value, where_: Value) =>
        onConflict(self, 'nothing', {
          constraint,
          indexElements: elementsOf(call, elements),
          indexWhere: where_,
        }),
    ),
    on_conflict_do_update: method<Insert>(
      'constraint=None, index_elements=None, index_where=None, set_=None, where=None',
      (call, self, constraint: Value, elements: Value, indexWhere: Value, set: Value, where_: Value) =>
        onConflict(self, 'update', {
          constraint,
          indexElements: elementsOf(call, elements),
          indexWhere,
          ...(set === null ? {} : { set: setOf(call, set) }),
          where: where_,
        }),
    ),
  },
  getters: { ...tableGetters, excluded: (self: Insert) => columnListOf(excluded(self)) },
  attributes: { is_insert: () => true, is_dml: () => true },
  repr: (self: never) => defaultRepr(self),
});

const elementsOf = (call: Interpreter, elements: Value): readonly (string | Element)[] | undefined =>
  elements === null ? undefined : [...call.iterate(elements)].map(assignedKey);

function setOf(call: Interpreter, set: Value): readonly Assignment[] {
  if (set instanceof PyDict) {
    if (set.size === 0) return [];
    return assignments(set);
  }
  const items = call.getAttribute(set, 'items');
  if (items === undefined) throw new Raise('builtins.ValueError', [NO_SET]);
  return [...call.iterate(call.call(items))].map((pair) => {
    const [key, value] = [...call.iterate(pair)];
    return [assignedKey(key!), value!] as const;
  });
}

export const updateClass = nativeClass({
  name: 'Update',
  module: DML,
  bases: [updateBaseClass],
  kind: 'update',
  methods: {
    ...COMMON,
    ...WHERE,
    values: method<Update>('*args, **kwargs', values),
    ordered_values: method<Update>('*args', (call, self, pairs: Value[]) => ({
      ...self,
      ordered: true,
      values: pairs.map((pair) => {
        const [key, value] = [...call.iterate(pair)];
        return [assignedKey(key!), value!] as const;
      }),
    })),
    inline: method<Update>('', (_call, self) => ({ ...self, inline: true })),
  },
  getters: { ...tableGetters, whereclause },
  attributes: { is_update: () => true, is_dml: () => true },
  repr: (self: never) => defaultRepr(self),
});

export const deleteClass = nativeClass({
  name: 'Delete',
  module: DML,
  bases: [updateBaseClass],
  kind: 'delete',
  methods: { ...COMMON, ...WHERE },
  getters: { ...tableGetters, whereclause },
  attributes: { is_delete: () => true, is_dml: () => true },
  repr: (self: never) => defaultRepr(self),
});
