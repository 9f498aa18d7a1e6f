/** A unit of work over a connection. Answers to: sqlalchemy/orm/session.py (Session). */

import { Raise } from '../../../machine.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { PyClass, PyObject, type Value } from '../../../python/values/value.ts';
import type { Column } from '../../../sqlalchemy/schema/column.ts';
import { MockConnection } from '../engine/mock-engine.ts';
import { attach, detach } from './backref.ts';
import {
  type CollectionChange,
  collectionChanges,
  collectionOf,
  forgetCollections,
  isPassive,
  rememberCollection,
} from './collections.ts';
import { configureRegistry } from './configure.ts';
import { equals, rowsOf, select, where } from './core.ts';
import { type IdentityMap, identityKey, instanceOf, loadedColumns } from './entity.ts';
import { type FlushTarget, flushWork, rememberMembers, rowCriteria, setChildKey } from './flush.ts';
import { noteChange, type OwningSession, stateOf } from './instance-state.ts';
import { membersOf, setRaw } from './instance-values.ts';
import { inheritedMapper, mapperOf } from './mapped-class.ts';
import type { Mapper } from './mapper.ts';
import { ColumnProperty, type Property, Relationship } from './property.ts';

export interface SessionOptions {
  readonly bind: Value;
  readonly autoflush: boolean;
  readonly expireOnCommit: boolean;
}

export class OrmSession implements OwningSession, FlushTarget {
  readonly options: SessionOptions;
  readonly identities: IdentityMap = new Map();
  readonly added = new Set<PyObject>();
  readonly deleted = new Set<PyObject>();
  /** Whatever callers keep on it: `session.info`. */
  info: Value = null;
  autoflush: boolean;
  private open: Value = null;
  /** True where the session made the transaction itself, and so ends it. */
  private owns = false;
  private flushing = false;

  constructor(options: SessionOptions) {
    this.options = options;
    this.autoflush = options.autoflush;
  }

  get inTransaction(): boolean {
    return this.open !== null;
  }

  /** The connection of the running transaction; one is begun where there is none. */
  connection(call: Interpreter): Value {
    if (this.open !== null) return this.open;
    const { bind } = this.options;
    if (bind === null) {
      throw new Raise('sqlalchemy.exc.UnboundExecutionError', [
        'Could not locate a bind configured on session; this session has no bind.',
      ]);
    }
    // What answers offline for a connection has no transactions, and cannot be closed: the real session stumbles over the second.
    if (bind instanceof MockConnection) throw call.missingAttribute(bind, 'close');
    const isEngine = call.getAttribute(bind, 'dispose') !== undefined;
    this.open = isEngine ? call.callMethod(bind, 'connect') : bind;
    this.owns = isEngine || !call.truth(call.callMethod(bind, 'in_transaction'));
    if (this.owns && !call.truth(call.callMethod(this.open, 'in_transaction')))
      call.callMethod(this.open, 'begin');
    return this.open;
  }

  execute(call: Interpreter, statement: Value, parameters: Value = null): Value {
    const connection = this.connection(call);
    return parameters === null
      ? call.callMethod(connection, 'execute', statement)
      : call.callMethod(connection, 'execute', statement, parameters);
  }

  /** @throws UnmappedInstanceError */
  add(call: Interpreter, instance: Value): void {
    const mapper = instance instanceof PyObject ? inheritedMapper(instance.cls) : undefined;
    if (!mapper || !(instance instanceof PyObject)) {
      const name = call.process.python.typeName(instance);
      throw new Raise('sqlalchemy.orm.exc.UnmappedInstanceError', [`Class 'builtins.${name}' is not mapped`]);
    }
    configureRegistry(call, mapper.registry);
    const state = stateOf(instance);
    state.session = this;
    this.deleted.delete(instance);
    if (state.identity) this.identities.set(identityKey(call, mapper, state.identity), instance);
    else if (!this.added.has(instance)) this.added.add(instance);
    else return;
    this.cascade(call, instance, mapper, true);
  }

  /**
   * `save-update`: what an instance refers to is added with it.
   * @param adding the instance comes just now: with it comes also what referred to it by itself
   */
  private cascade(call: Interpreter, instance: PyObject, mapper: Mapper, adding = false): void {
    for (const property of mapper.properties.values()) {
      if (!(property instanceof Relationship)) continue;
      for (const member of membersOf(call, instance.attrs?.get(property.key))) {
        if (!(member instanceof PyObject) || this.holds(member) || !inheritedMapper(member.cls)) continue;
        if (adding || !isPassive(instance, member)) this.add(call, member);
      }
    }
  }

  /** Says of members that stay out of the session that nothing is written for them. */
  private warnOfStrangers(call: Interpreter, instance: PyObject): void {
    const mapper = inheritedMapper(instance.cls);
    for (const [key, property] of mapper?.properties ?? []) {
      if (!(property instanceof Relationship) || !property.useList) continue;
      for (const member of membersOf(call, instance.attrs?.get(key))) {
        if (!(member instanceof PyObject) || this.holds(member)) continue;
        call.process.warn(
          'sqlalchemy.exc.SAWarning',
          `Object of type <${member.cls.name}> not in session, add operation along '${mapper!.cls.name}.${key}' will not proceed`,
        );
      }
    }
  }

  /** Brings both sides of relationships in line with what happened to collections. */
  reconcile(call: Interpreter): void {
    for (const instance of [...this.identities.values(), ...this.added]) {
      const mapper = inheritedMapper(instance.cls);
      for (const change of mapper ? collectionChanges(call, instance, mapper) : [])
        this.follow(call, instance, change);
      if (mapper && stateOf(instance).changed.size > 0) this.cascade(call, instance, mapper);
    }
  }

  private follow(call: Interpreter, instance: PyObject, { property, gained, lost }: CollectionChange): void {
    const { reverse } = property;
    const writes = property.direction === 'one-to-many' && stateOf(instance).identity !== undefined;
    noteChange(instance, property.key);
    for (const member of gained) {
      if (reverse) attach(call, member, reverse, instance);
      else if (writes) setChildKey(call, property, instance, member);
    }
    const orphans = /\bdelete-orphan\b/.test(String(property.options.get('cascade') ?? ''));
    for (const member of lost) {
      if (reverse) detach(call, member, reverse, instance);
      else if (writes) setChildKey(call, property, null, member);
      if (orphans && stateOf(member).identity) this.deleted.add(member);
    }
  }

  holds(instance: Value): boolean {
    if (!(instance instanceof PyObject)) return false;
    const { session, identity } = stateOf(instance);
    return this.added.has(instance) || (session === this && identity !== undefined);
  }

  isNew(instance: PyObject): boolean {
    return this.added.has(instance) && stateOf(instance).identity === undefined;
  }

  /** @throws InvalidRequestError for an instance without a row */
  delete(call: Interpreter, instance: Value): void {
    const state = instance instanceof PyObject ? stateOf(instance) : undefined;
    if (!state?.identity || !(instance instanceof PyObject)) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        `Instance '${call.repr(instance)}' is not persisted`,
      ]);
    }
    this.deleted.add(instance);
  }

  get dirty(): PyObject[] {
    return [...this.identities.values()].filter(
      (one) => stateOf(one).changed.size > 0 && !this.deleted.has(one),
    );
  }

  flush(call: Interpreter): void {
    if (this.flushing) return;
    this.flushing = true;
    try {
      this.reconcile(call);
      for (const instance of [...this.added, ...this.dirty]) {
        const mapper = inheritedMapper(instance.cls);
        if (mapper) this.cascade(call, instance, mapper);
      }
      const work = { added: [...this.added], changed: this.dirty, deleted: [...this.deleted] };
      if (work.added.length + work.changed.length + work.deleted.length === 0) return;
      for (const instance of [...work.added, ...work.changed]) this.warnOfStrangers(call, instance);
      flushWork(call, this, work);
      this.added.clear();
      this.deleted.clear();
    } finally {
      this.flushing = false;
    }
  }

  persisted(call: Interpreter, instance: PyObject, mapper: Mapper): void {
    const state = stateOf(instance);
    const identity = mapper.primaryKey.map((column) => {
      const property = mapper.propertyOf(column);
      return (property && instance.attrs?.get(property.key)) ?? null;
    });
    state.identity = identity;
    state.session = this;
    state.changed.clear();
    this.identities.set(identityKey(call, mapper, identity), instance);
  }

  removed(call: Interpreter, instance: PyObject, mapper: Mapper): void {
    const state = stateOf(instance);
    if (state.identity) this.identities.delete(identityKey(call, mapper, state.identity));
    state.identity = undefined;
    state.session = undefined;
    state.deleted = true;
  }

  commit(call: Interpreter): void {
    this.flush(call);
    this.end(call, 'commit');
    if (this.options.expireOnCommit) this.expireAll();
  }

  rollback(call: Interpreter): void {
    if (this.open !== null) call.callMethod(this.open, 'rollback');
    for (const instance of this.added) stateOf(instance).session = undefined;
    this.added.clear();
    this.deleted.clear();
    this.release(call);
    this.expireAll();
  }

  private end(call: Interpreter, how: 'commit' | 'rollback'): void {
    if (this.open === null) return;
    if (this.owns) call.callMethod(this.open, how);
    this.release(call);
  }

  private release(call: Interpreter): void {
    const isEngine = this.open !== null && this.open !== this.options.bind;
    if (isEngine) call.callMethod(this.open, 'close');
    this.open = null;
  }

  close(call: Interpreter): void {
    if (this.open !== null && this.owns) call.callMethod(this.open, 'rollback');
    this.release(call);
    for (const instance of [...this.identities.values(), ...this.added])
      stateOf(instance).session = undefined;
    this.identities.clear();
    this.added.clear();
    this.deleted.clear();
  }

  expireAll(): void {
    for (const instance of this.identities.values()) this.expire(instance);
  }

  expire(instance: PyObject): void {
    const mapper = inheritedMapper(instance.cls);
    for (const key of mapper?.properties.keys() ?? []) instance.attrs?.delete(key);
    forgetCollections(instance);
    const state = stateOf(instance);
    state.expired = true;
    state.changed.clear();
  }

  /** The instance of a primary key: from memory, else from the database. */
  get(call: Interpreter, cls: Value, identity: readonly Value[]): PyObject | null {
    const mapper = requireMapper(call, cls);
    const known = this.identities.get(identityKey(call, mapper, identity));
    if (known) return known;
    const [found] = this.instances(call, mapper, (statement) =>
      where(
        call,
        statement,
        ...mapper.primaryKey.map((column, index) => equals(call, column, identity[index]!)),
      ),
    );
    return found ?? null;
  }

  /** Runs a select over a mapped class. */
  instances(call: Interpreter, mapper: Mapper, refine: (statement: Value) => Value): PyObject[] {
    if (this.autoflush) this.flush(call);
    const columns = loadedColumns(mapper).map(({ column }) => column);
    const statement = refine(joined(call, mapper, select(call, columns)));
    const rows = rowsOf(call, this.execute(call, statement));
    return rows.flatMap((row) => instanceOf(call, this, this.identities, mapper, row) ?? []);
  }

  load(call: Interpreter, instance: PyObject, mapper: Mapper, property: Property): Value | undefined {
    if (property instanceof ColumnProperty)
      return this.refreshed(call, instance, mapper).attrs?.get(property.key);
    return property instanceof Relationship ? this.related(call, instance, mapper, property) : undefined;
  }

  /** Reads an instance's row again. */
  refreshed(call: Interpreter, instance: PyObject, mapper: Mapper): PyObject {
    const own = inheritedMapper(instance.cls) ?? mapper;
    stateOf(instance).expired = true;
    const identity = stateOf(instance).identity!;
    this.instances(call, own, (statement) =>
      where(call, statement, ...rowCriteria(call, own, own.primaryKey[0]!.table!, identity)),
    );
    return instance;
  }

  private related(call: Interpreter, instance: PyObject, mapper: Mapper, property: Relationship): Value {
    const target = property.target!;
    const ownValue = (column: Column) => {
      const holder = mapper.propertyOf(column);
      return holder ? (call.getAttribute(instance, holder.key) ?? null) : null;
    };
    const criteria = property.pairs.map(([own, other]) => equals(call, other, ownValue(own)));
    criteria.push(...property.secondaryPairs.map(([own, other]) => equals(call, own, other)));
    if (property.direction === 'many-to-one' && property.pairs.some(([own]) => ownValue(own) === null))
      return null;
    const found = this.instances(call, target, (statement) =>
      ordered(call, where(call, statement, ...criteria), property),
    );
    const value = property.useList ? collectionOf(call, property, found) : (found[0] ?? null);
    setRaw(instance, property.key, value);
    if (property.useList) rememberCollection(instance, property.key, found);
    if (property.direction === 'many-to-many') rememberMembers(instance, property, found);
    return value;
  }
}

function ordered(call: Interpreter, statement: Value, property: Relationship): Value {
  const order = property.options.get('order_by') ?? null;
  if (order === null || order === false || typeof order === 'string') return statement;
  return call.callMethod(statement, 'order_by', order);
}

/** A joined subclass is read together with its parents' tables. */
export function joined(call: Interpreter, mapper: Mapper, statement: Value): Value {
  if (!mapper.inherits || mapper.concrete) return statement;
  const above = joined(call, mapper.inherits, statement);
  if (mapper.single) {
    return mapper.polymorphicOn && mapper.polymorphicIdentity !== null
      ? where(call, above, equals(call, mapper.polymorphicOn, mapper.polymorphicIdentity))
      : above;
  }
  return where(call, above, ...mapper.inheritPairs.map(([parent, child]) => equals(call, parent, child)));
}

/** @throws ArgumentError-like error for a class that is not mapped */
export function requireMapper(call: Interpreter, cls: Value): Mapper {
  const mapper = cls instanceof PyClass ? (mapperOf(cls) ?? inheritedMapper(cls)) : undefined;
  if (!mapper) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [`Entity ${call.repr(cls)} is not mapped`]);
  }
  configureRegistry(call, mapper.registry);
  return mapper;
}
