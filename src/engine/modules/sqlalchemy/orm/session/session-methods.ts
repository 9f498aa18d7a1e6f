/** What `Session`'s larger methods do. Answers to: sqlalchemy/orm/session.py. */
import { Raise } from '../../../../machine.ts';
import { PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type PyObject, type Value } from '../../../../python/values/value.ts';
import { textual } from '../../../../sqlalchemy/expression/coerce.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { notInspected } from '../../not-inspected.ts';
import { refuseUnprepared } from '../declarative/deferred-reflection.ts';
import { cascades, membersIn } from '../flush/cascade.ts';
import { entityOfNode, loadedColumns } from '../loading/entity.ts';
import { FromStatement } from '../loading/from-statement.ts';
import { newInstance } from '../loading/load-rows.ts';
import { resultOf } from '../loading/loaded-rows.ts';
import { identityOf } from '../loading/query.ts';
import { refreshInstance } from '../loading/refresh.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { identityIn, membersOf } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import { Relationship } from '../mapper/property.ts';
import { requireMapper } from '../mapper/require-mapper.ts';
import { executeDml, isDml } from './orm-dml.ts';
import type { OrmSession } from './session.ts';
import { invalidRequest, stateText, unbound } from './session-errors.ts';
import { expire } from './session-states.ts';

export const GET =
  'entity, ident, *, options=None, populate_existing=False, with_for_update=None, identity_token=None, execution_options=None, bind_arguments=None';

/** `session.get(User, 1)` @throws InvalidRequestError for a key of another length */
export function get(
  call: Interpreter,
  session: OrmSession,
  cls: Value,
  ident: Value,
  options: Value,
  populate: Value,
): Value {
  refuseUnprepared(call, cls);
  if (!(cls instanceof PyClass && inheritedMapper(cls))) throw notInspected(call, cls);
  const mapper = requireMapper(call, cls);
  const given = options === null ? [] : [...call.iterate(options)];
  return session.loader.get(call, mapper, identityOf(call, mapper, ident), {
    options: given,
    populate: populate === true,
  });
}

/** `execution_options={…}` of a call count as the statement's own. */
export function withOptions(statement: Value, options: Value): Value {
  const { executionOptions } = (statement ?? {}) as { executionOptions?: Readonly<Record<string, unknown>> };
  if (!(options instanceof PyDict) || executionOptions === undefined) return statement;
  const given = Object.fromEntries(options.entries() as Iterable<[string, Value]>);
  return {
    ...(statement as object),
    executionOptions: { ...executionOptions, ...given },
  } as unknown as Value;
}

/** `session.execute(…)` @throws ArgumentError for text, ObjectNotExecutableError */
export function execute(call: Interpreter, session: OrmSession, statement: Value, params: Value): Value {
  // A session looks at the statement before it asks for a connection.
  if (typeof statement === 'string') throw textual(statement);
  if (statement === null || typeof statement === 'number') {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Executable SQL or text() construct expected, got ${call.repr(statement)}.`,
    ]);
  }
  const { kind } = statement as { readonly kind?: string };
  if (statement instanceof FromStatement) {
    session.flushForQuery(call);
    return resultOf(statement.read(call, session, params)!);
  }
  if (session.options.bind === null) {
    const { entities, table } = statement as { entities?: readonly unknown[]; table?: unknown };
    const mapper = entityOfNode(entities?.[0] ?? table)?.mapper;
    throw unbound(mapper ? `mapper ${mapper}, SQL expression` : 'SQL expression');
  }
  if (kind === 'select') {
    return session.loader.execute(call, statement as unknown as Select, params);
  }
  return session.executing(call, statement, params, {}, (given, sent) => {
    if (isDml(given)) {
      session.flushForQuery(call);
      return executeDml(call, session, given, sent);
    }
    return session.run(call, given, sent);
  });
}

/** @throws InvalidRequestError for an instance without a row, or of another session */
export function requirePersistent(session: OrmSession, instance: PyObject): void {
  const state = stateOf(instance);
  if (state.session === (session as unknown) && state.identity) return;
  throw invalidRequest(`Instance '${stateText(instance)}' is not persistent within this Session`);
}

/** Reads an instance again, whole or some of its attributes. @throws InvalidRequestError */
export function refresh(call: Interpreter, session: OrmSession, instance: PyObject, names: Value): null {
  const mapper = session.requireInstance(call, instance);
  requirePersistent(session, instance);
  session.flushForQuery(call);
  const keys = names === null ? undefined : ([...call.iterate(names)] as string[]);
  expire(instance, keys);
  const columns = loadedColumns(mapper).map(({ key }) => key);
  const wanted = keys ? columns.filter((key) => keys.includes(key)) : columns;
  if (wanted.length === 0) return null;
  try {
    refreshInstance(session.loader, call, instance, wanted, false);
  } catch (error) {
    if (error instanceof Raise && error.type === 'sqlalchemy.orm.exc.ObjectDeletedError')
      throw invalidRequest(`Could not refresh instance '${stateText(instance)}'`);
    throw error;
  }
  return null;
}

/** Whether a value was really changed, or a collection. */
export function isModified(instance: PyObject): boolean {
  const { changed } = stateOf(instance);
  const differs = [...changed].some(
    ([key, before]) => before === undefined || before !== instance.attrs?.get(key),
  );
  return differs || membersIn(instance).changed;
}

/** @throws InvalidRequestError for what `merge(load=False)` cannot take */
export function requireRow(instance: PyObject): void {
  if (stateOf(instance).identity) return;
  throw invalidRequest(
    'merge() with load=False option does not support objects transient (i.e. unpersisted) objects.  flush() all changes on ' +
      'mapped instances before merging with load=False.',
  );
}

/** `session.merge(instance)`: its state goes into the session's own instance. */
export function mergeInto(
  call: Interpreter,
  session: OrmSession,
  given: PyObject,
  done: Map<PyObject, PyObject> = new Map(),
): Value {
  const before = done.get(given);
  if (before) return before;
  const mapper = requireMapper(call, given.cls);
  const identity = stateOf(given).identity ?? identityIn(mapper, given);
  const known = identity.some((value) => value === null) ? null : session.loader.get(call, mapper, identity);
  if (known === given) return given;
  const target = known ?? newInstance(given.cls);
  done.set(given, target);
  if (!known) session.add(call, target);
  for (const [key, property] of mapper.properties) {
    const value = given.attrs?.get(key);
    if (value === undefined) continue;
    if (!(property instanceof Relationship)) {
      if (target.attrs?.get(key) !== value || !target.attrs?.has(key)) call.setAttribute(target, key, value);
    } else if (cascades(property, 'merge')) {
      const members = membersOf(call, value).map((one) => mergeInto(call, session, one as PyObject, done));
      const made = property.useList ? call.process.python.list(members) : (members[0] ?? null);
      call.setAttribute(target, key, made as Value);
    }
  }
  return target;
}
