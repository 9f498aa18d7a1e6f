/** The inspector and what uses it: `inspect(engine)`, `autoload_with`, `metadata.reflect`. Answers to: sqlalchemy/engine/reflection.py. */
import { Raise } from '../../../machine.ts';
import { list, tuple } from '../../../python/values/containers/containers.ts';
import { dict, keywordsOf, type PyDict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import { addedType } from '../../../sqlalchemy/engine/added-types.ts';
import { Connection } from '../../../sqlalchemy/engine/connection.ts';
import { Dialect } from '../../../sqlalchemy/engine/dialect.ts';
import { Engine } from '../../../sqlalchemy/engine/engine.ts';
import { schemaMapOf } from '../../../sqlalchemy/engine/schema-map.ts';
import { translated } from '../../../sqlalchemy/postgresql/identifiers.ts';
import {
  type CatalogSource,
  Inspector,
  type ReflectedColumn,
  type ReflectOptions,
  reflectMetadata as reflectInto,
  reflectTable,
  useColumnListener,
} from '../../../sqlalchemy/postgresql/reflect/index.ts';
import type { MetaData } from '../../../sqlalchemy/schema/metadata.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';
import { AsyncConnection, AsyncEngine } from '../engine/awaited.ts';
import { MockConnection } from '../engine/mock-engine.ts';
import { notInspected } from '../not-inspected.ts';

/** Where reflection asks: an engine, a connection or an inspector. */
export function catalogSource(call: Interpreter, bind: Value): CatalogSource {
  return {
    rows: (sql) => overEngine(call, bind, (connection) => connection.catalogRows(sql)),
    query: (sql, parameters) =>
      overEngine(call, bind, (connection) => connection.catalogQuery(sql, parameters)),
    addedType: (name, args) => {
      const dialect = call.getAttribute(bind, 'dialect');
      return dialect instanceof Dialect ? addedType(call.process.python, dialect, name, args) : undefined;
    },
    defaultSchema: () => overEngine(call, bind, (connection) => connection.dialect.defaultSchema),
    placed: (schema) => overEngine(call, bind, (connection) => translated(schema, schemaMapOf(connection))),
    warn: (category, message) => call.process.warn(category, message),
  };
}

/** Runs with a connection: the one given, that of a session, or one that the engine lends. */
function overEngine<T>(call: Interpreter, bind: Value, work: (connection: Connection) => T): T {
  if (bind instanceof Connection) return work(bind);
  const lent = call.callMethod(bind, bind instanceof Engine ? 'connect' : 'connection');
  try {
    return work(lent as Connection);
  } finally {
    if (bind instanceof Engine) call.callMethod(lent, 'close');
  }
}

/** Whether an inspector can ask it: an engine, a connection, a session. */
export const isBind = (call: Interpreter, subject: Value): boolean =>
  !(subject instanceof MockConnection || awaitedKind(subject)) &&
  call.getAttribute(subject, 'dialect') !== undefined &&
  (call.getAttribute(subject, 'connect') !== undefined ||
    call.getAttribute(subject, 'execute') !== undefined);

/** How to come by an inspector of what is awaited. */
const INSPECT_AWAITED = {
  AsyncConnection:
    "Please use ``run_sync`` to pass a callable where it's possible to call ``inspect`` on the passed connection.",
  AsyncEngine:
    "Please obtain a connection then use ``conn.run_sync`` to pass a callable where it's possible to call ``inspect`` on the passed connection.",
} as const;

const awaitedKind = (subject: Value): keyof typeof INSPECT_AWAITED | undefined =>
  subject instanceof AsyncConnection
    ? 'AsyncConnection'
    : subject instanceof AsyncEngine
      ? 'AsyncEngine'
      : undefined;

/** @throws NoInspectionAvailable for anything but an engine or a connection */
export function makeInspector(call: Interpreter, bind: Value): Inspector {
  const awaited = awaitedKind(bind);
  if (awaited) {
    throw new Raise(
      'sqlalchemy.exc.NoInspectionAvailable',
      [`Inspection on an ${awaited} is currently not supported. ${INSPECT_AWAITED[awaited]}`],
      { attributes: { code: 'xd3s' } },
    );
  }
  if (!isBind(call, bind)) {
    throw notInspected(call, bind);
  }
  return new Inspector(catalogSource(call, bind), bind);
}

const inspectorOf = (call: Interpreter, bind: Value): Inspector =>
  bind instanceof Inspector ? bind.lookAgain() : makeInspector(call, bind);

/** `Table(…, autoload_with=bind)` */
export function autoload(
  call: Interpreter,
  table: Table,
  bind: Value,
  keywords: ReadonlyMap<string, Value>,
): void {
  const included = keywords.get('include_columns') ?? null;
  reflectTable(inspectorOf(call, bind), table, {
    ...(included !== null && { includeColumns: new Set([...call.iterate(included)].map(String)) }),
    resolveForeignKeys: keywords.get('resolve_fks') !== false,
    onColumn: columnListener(inspectorOf(call, bind)),
  });
}

/** Calls the `column_reflect` listeners of metadata and table with a dict that they may change. */
export function columnListener(inspector: Inspector): NonNullable<ReflectOptions['onColumn']> {
  return (table, column) => {
    if (!table.metadata.listeners.has('column_reflect') && !table.listeners.has('column_reflect'))
      return column;
    return changedColumn(column, (facts) => {
      table.metadata.listeners.fire('column_reflect', inspector, table, facts);
      table.listeners.fire('column_reflect', inspector, table, facts);
    });
  };
}

useColumnListener(columnListener);

/** A reflected column after somebody was given a dict of it. */
export function changedColumn(column: ReflectedColumn, give: (facts: PyDict) => void): ReflectedColumn {
  const facts = recordValue(column) as PyDict;
  give(facts);
  return {
    ...column,
    ...(facts.has('default') ? {} : { default: null }),
    ...(Object.fromEntries(keywordsOf(facts)) as Partial<ReflectedColumn>),
    computed: column.computed!,
    identity: column.identity!,
  };
}

/** A reflected record as a dict of Python. */
export function recordValue(value: unknown): Value {
  if (value === undefined) return null;
  if (Array.isArray(value)) return list(value.map(recordValue));
  if (value instanceof Map)
    return dict([...value].map(([key, item]) => [key as Value, recordValue(item)] as const));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return value as Value;
  }
  return dict(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(
        ([key, item]) => [key, key === 'column_sorting' ? sortingValue(item) : recordValue(item)] as const,
      ),
  );
}

const sortingValue = (sorting: Readonly<Record<string, readonly string[]>>): Value =>
  dict(Object.entries(sorting).map(([column, order]) => [column, tuple([...order])] as const));

interface ReflectCall {
  readonly bind: Value;
  readonly schema: Value;
  readonly views: boolean;
  readonly only: Value;
  readonly extend: boolean;
  /** Columns that are there stay as they are. */
  readonly keep: boolean;
}

/** `metadata.reflect(bind)` @throws InvalidRequestError where `only` names tables that are not there */
export function reflectMetadata(call: Interpreter, metadata: MetaData, request: ReflectCall): void {
  const { only } = request;
  const inspector = inspectorOf(call, request.bind);
  reflectInto(inspector, metadata, {
    schema: request.schema === null ? metadata.schema : call.str(request.schema),
    views: request.views,
    extend: request.extend,
    keep: request.keep,
    bindText: call.repr(call.getAttribute(request.bind, 'engine') ?? request.bind),
    onColumn: columnListener(inspector),
    ...(only !== null && {
      only: call.process.python.isCallable(only)
        ? (names) => names.filter((name) => call.truth(call.call(only, [name, null])))
        : [...call.iterate(only)].map(String),
    }),
  });
}
