/** UPDATE, DELETE and INSERT of mapped classes in a session. Answers to: sqlalchemy/orm/bulk_persistence.py. */
import { Raise } from '../../../../machine.ts';
import { list, PyList } from '../../../../python/values/containers/containers.ts';
import { dict, PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { Result } from '../../../../sqlalchemy/engine/result.ts';
import { shapeOf } from '../../../../sqlalchemy/engine/row.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import { returning, withValues } from '../../../../sqlalchemy/expression/dml/dml-build.ts';
import type { Delete, Insert, Update } from '../../../../sqlalchemy/expression/dml/statements.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { select } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Table } from '../../../../sqlalchemy/schema/table.ts';
import { HybridProperty, hybridUpdate } from '../ext/hybrid.ts';
import type { InsertOptions } from '../flush/insert-rows.ts';
import { entityOfNode } from '../loading/entity.ts';
import { heldValue, matches, UNKNOWN, unevaluable } from '../loading/evaluate.ts';
import { identityKey } from '../loading/load-rows.ts';
import { emptyResult, resultOf } from '../loading/loaded-rows.ts';
import { planOf } from '../loading/plan.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { setRaw } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { OrmSession } from './session.ts';
import { insertMappings, updateMappings } from './session-bulk.ts';
import { expire } from './session-states.ts';

type Dml = Insert | Update | Delete;

const KINDS: ReadonlySet<unknown> = new Set(['insert', 'update', 'delete']);

/** Whether a statement is an INSERT, UPDATE or DELETE. */
export const isDml = (statement: unknown): statement is Dml =>
  typeof statement === 'object' && statement !== null && KINDS.has((statement as { kind?: unknown }).kind);

/** Runs it; instances in memory follow what UPDATE and DELETE do. */
export function executeDml(call: Interpreter, session: OrmSession, given: Dml, parameters: Value): Value {
  const mapper = entityOfNode(given.table)?.mapper;
  if (
    mapper &&
    given.kind === 'update' &&
    parameters instanceof PyList &&
    !given.values &&
    given.where.length === 0
  )
    return updateByKey(call, session, mapper, given, parameters);
  if (mapper && given.kind === 'insert' && parameters !== null && isPlainInsert(given) && isReadable(given))
    return insertByMapping(call, session, mapper, given, parameters);
  const keyed = mapper ? columnKeyed(mapper, parameters) : parameters;
  const fetches =
    mapper !== undefined && given.kind !== 'insert' && !(keyed instanceof PyList) && fetchesKeys(given);
  const told = mapper && given.kind !== 'insert' ? touchedBy(call, session, mapper, given) : [];
  const statement = mapper ? withoutHybrids(call, mapper, given) : given;
  if (mapper && statement.kind === 'update') requireOwnColumns(mapper, statement);
  const sent = fetches ? returning(statement, mapper.primaryKey) : statement;
  const answer = session.run(call, sent as unknown as Value, keyed);
  const result = fetches ? withoutRows(answer) : answer;
  const touched = fetches ? fetched(call, session, mapper, answer) : told;
  if (mapper && statement.kind === 'update') followUpdate(call, mapper, statement, touched);
  if (mapper && statement.kind === 'delete')
    for (const one of touched) session.removed(call, one, inheritedMapper(one.cls)!);
  // Several rows at once answer nothing but what RETURNING gives.
  if (mapper && given.kind === 'insert' && parameters !== null && given.returning.length === 0)
    return emptyResult();
  return returned(call, session, statement, result);
}

/** An INSERT that says nothing but its class, and what it wants back. */
const isPlainInsert = (statement: Insert): boolean =>
  [statement.values, statement.multiple, statement.fromSelect, statement.onConflict].every((one) => !one);

/** `execute(insert(User), [{…}, {…}])`: keys that name no attribute are passed over. */
function insertByMapping(
  call: Interpreter,
  session: OrmSession,
  mapper: Mapper,
  statement: Insert,
  parameters: Value,
): Value {
  const mappings = parameters instanceof PyDict ? [parameters] : [...call.iterate(parameters)];
  const nulls = statement.executionOptions.render_nulls === true ? 'as given' : 'left out';
  const options: InsertOptions = { nulls, told: false, execution: statement.executionOptions };
  if (statement.returning.length === 0) {
    insertMappings(call, session, mapper, mappings, options);
    return emptyResult();
  }
  const shown = returningSelect(statement);
  const plan = planOf(shown)!;
  const answers = new Map<PyObject, Map<Element, Value>>();
  const { entities: returning } = plan.select;
  const sorted = statement.sortByParameterOrder;
  const made = insertMappings(call, session, mapper, mappings, {
    ...options,
    returning,
    sorted,
    rows: answers,
  });
  const cells = made.map((one) => returning.map((column) => answers.get(one)?.get(column) ?? null));
  const keys = plan.readings.map((one) => one.name ?? (one.kind === 'column' ? nameIn(one.element) : ''));
  const rows = session.loader.build(call, plan.readings, cells, shown, true);
  return resultOf({ rows, plan, keys });
}

/** Whether what RETURNING lists are columns of mapped classes alone. */
function isReadable(statement: Insert): boolean {
  if (statement.returning.length === 0) return true;
  const plan = planOf(returningSelect(statement));
  return plan?.select.entities.every((one) => one.kind === 'column') ?? false;
}

const nameIn = (element: Element): string => (element as { name?: string }).name ?? '';

const strategyOf = (statement: Update | Delete): unknown =>
  statement.executionOptions.synchronize_session ?? 'auto';

/** Whether the database tells which rows an UPDATE or DELETE meets. @throws InvalidRequestError for a condition that Python was to judge and cannot */
function fetchesKeys(statement: Update | Delete): boolean {
  const strategy = strategyOf(statement);
  const why = statement.where.map(unevaluable).find((one) => one !== undefined);
  if (strategy === 'evaluate' && why !== undefined) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      `Could not evaluate current criteria in Python: "${why}". Specify 'fetch' or False for the synchronize_session execution option.`,
    ]);
  }
  if (statement.returning.length > 0) return false;
  return strategy === 'fetch' || (strategy === 'auto' && why !== undefined);
}

/** Instances in memory among the rows whose keys came back. */
function fetched(call: Interpreter, session: OrmSession, mapper: Mapper, answer: Value): readonly PyObject[] {
  return (answer as unknown as Result).fetchAll().flatMap((row) => {
    const known = session.identities.get(identityKey(call, mapper, (row as { values: Value[] }).values));
    return known?.cls.isSubclassOf(mapper.cls) ? [known] : [];
  });
}

/** The result as it is where no keys were asked for. */
function withoutRows(answer: Value): Value {
  const { facts } = answer as unknown as Result;
  const empty = { shape: shapeOf([], []), rows: [], next: 0, state: 'open' as const };
  return new Result(empty, { ...facts, returnsRows: false }) as unknown as Value;
}

/** `execute(update(User), [{…}, {…}])`: a row each, by its primary key. */
function updateByKey(
  call: Interpreter,
  session: OrmSession,
  mapper: Mapper,
  { executionOptions }: Update,
  parameters: PyList,
): Value {
  updateMappings(call, session, mapper, parameters.items, executionOptions);
  const rows = parameters.items as readonly PyDict[];
  for (const row of rows) {
    const identity = mapper.primaryKey.map((column) => row.get(mapper.propertyOf(column)!.key) ?? null);
    const known = session.identities.get(identityKey(call, mapper, identity));
    if (!known) continue;
    for (const [key, value] of row.entries()) {
      setRaw(known, String(key), value);
      stateOf(known).changed.delete(String(key));
    }
  }
  return emptyResult();
}

/** `values(area=3)` of a hybrid sets what it says. */
function withoutHybrids(call: Interpreter, mapper: Mapper, statement: Dml): Dml {
  if (statement.kind !== 'update' || !statement.values) return statement;
  const hybridOf = (key: unknown) => {
    const found = typeof key === 'string' ? mapper.cls.lookup(key) : undefined;
    return found instanceof HybridProperty ? found : undefined;
  };
  if (!statement.values.some(([key]) => hybridOf(key))) return statement;
  const entries = statement.values.flatMap(([key, value]) => {
    const hybrid = hybridOf(key);
    if (!hybrid) return [[key, value] as const];
    return hybridUpdate(call, hybrid, mapper.cls, value as Value).map(
      ([own, set]) => [typeof own === 'string' ? own : (clauseOf(own) as Element), set] as const,
    );
  });
  return withValues({ ...statement, values: undefined } as Update, entries as never);
}

/** What RETURNING lists, as a SELECT of it. */
const returningSelect = (statement: Dml): Select => ({
  ...select([]),
  entities: statement.returning,
  given: statement.returningGiven ?? statement.returning,
});

/** @throws CompileError where an UPDATE of a joined subclass sets what its parent's table has */
function requireOwnColumns(mapper: Mapper, { values }: Update): void {
  const strangers = (values ?? []).flatMap(([key]) => {
    const property = typeof key === 'string' ? mapper.properties.get(key) : undefined;
    const table = property?.kind === 'column-property' ? (property.columns[0] as Column).table : undefined;
    return table && table !== mapper.table && !mapper.single ? [(table as Table).name] : [];
  });
  if (strangers.length === 0) return;
  throw new Raise('sqlalchemy.exc.CompileError', [
    'Backend does not support additional tables in the SET clause; cannot include columns from table(s) ' +
      `'${[...new Set(strangers)].sort().join(', ')}' in SET clause`,
  ]);
}

/** `.returning(User)` gives instances. */
function returned(call: Interpreter, session: OrmSession, statement: Dml, result: Value): Value {
  if (statement.returning.length === 0) return result;
  const shown = returningSelect(statement);
  const plan = planOf(shown);
  if (!plan) return result;
  const names = (result as unknown as Result).keys;
  const keys = plan.readings.map((one) => one.name ?? (one.kind === 'column' ? (names[one.at] ?? '') : ''));
  const cells = (result as unknown as Result).fetchAll().map((row) => (row as { values: Value[] }).values);
  const rows = session.loader.build(call, plan.readings, cells, shown, true);
  return resultOf({ rows, plan, keys });
}

/** Parameters by attribute names, by column keys. */
function columnKeyed(mapper: Mapper, parameters: Value): Value {
  if (parameters instanceof PyDict) {
    return dict(
      [...parameters.entries()].map(([key, value]) => {
        const property = typeof key === 'string' ? mapper.properties.get(key) : undefined;
        const column =
          property?.kind === 'column-property' ? (property.columns[0] as { key?: string }) : undefined;
        return [column?.key ?? key, value] as const;
      }),
    );
  }
  if (parameters instanceof PyList) return list(parameters.items.map((one) => columnKeyed(mapper, one)));
  return parameters;
}

const STRATEGIES: ReadonlySet<unknown> = new Set(['auto', 'evaluate', 'fetch', false]);

/** Instances in memory whose rows the statement touches; where that cannot be told here, all of the class. */
function touchedBy(
  call: Interpreter,
  session: OrmSession,
  mapper: Mapper,
  statement: Update | Delete,
): readonly PyObject[] {
  const own = [...session.identities.values()].filter((one) => one.cls.isSubclassOf(mapper.cls));
  const strategy = strategyOf(statement);
  if (!STRATEGIES.has(strategy))
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      "Valid strategies for session synchronization are 'auto', 'evaluate', 'fetch', False",
    ]);
  if (strategy === false) return [];
  const sure = statement.kind === 'delete';
  return own.filter((one) => {
    const answers = statement.where.map((condition) => matches(call, condition, one));
    if (answers.some((answer) => answer === false)) return false;
    return sure ? answers.every((answer) => answer === true) : true;
  });
}

function followUpdate(
  call: Interpreter,
  mapper: Mapper,
  statement: Update,
  touched: readonly PyObject[],
): void {
  // All values are told before one of them changes.
  const clauses = (statement.values ?? []).flatMap(
    ([, value]) => (clauseOf(value) as Element | undefined) ?? [],
  );
  const known = new Map(
    touched.map(
      (one) => [one, new Map(clauses.map((each) => [each, heldValue(call, each, one)] as const))] as const,
    ),
  );
  for (const [key, value] of statement.values ?? []) {
    const name = typeof key === 'string' ? key : ((key as { key?: string }).key ?? '');
    const attribute =
      mapper.properties.has(name) && typeof key === 'string'
        ? name
        : [...mapper.properties.values()].find(
            (one) => one.kind === 'column-property' && (one.columns[0] as { key?: string }).key === name,
          )?.key;
    if (attribute === undefined) continue;
    const clause = clauseOf(value) as Element | undefined;
    const isTold = clause !== undefined && unevaluable(clause) === undefined;
    for (const one of touched) {
      // What is not in memory stays so; what the program itself has changed is read again.
      if (!one.attrs?.has(attribute)) continue;
      const told = isTold ? known.get(one)?.get(clause) : clause ? UNKNOWN : (value as Value);
      if (told === undefined || told === UNKNOWN || stateOf(one).changed.has(attribute))
        expire(one, [attribute]);
      else setRaw(one, attribute, told);
    }
  }
}
