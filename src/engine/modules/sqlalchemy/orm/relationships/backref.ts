/** Both sides of a relationship follow one another. Answers to: sqlalchemy/orm/events of backref handlers. */
import { PyList } from '../../../../python/values/containers/containers.ts';
import { keyError } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { noteChange, stateOf } from '../mapper/instance-state.ts';
import { membersOf, setRaw } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Relationship } from '../mapper/property.ts';

/** A relationship of `self` went from one value to another: the members' other side is brought in line. */
export function relationshipChanged(
  call: Interpreter,
  self: PyObject,
  property: Relationship,
  before: Value | undefined,
  after: Value,
): void {
  const { reverse } = property;
  if (!reverse) return;
  const now = membersOf(call, after);
  for (const gone of membersOf(call, before)) if (!now.includes(gone)) detach(call, gone, reverse, self);
  const old = membersOf(call, before);
  for (const member of now) {
    if (!old.includes(member)) leaveFormer(call, self, property, member);
    attach(call, member, reverse, self);
  }
}

/** A member that has another owner along the same relationship leaves it. */
function leaveFormer(call: Interpreter, self: PyObject, property: Relationship, member: Value): void {
  const { reverse } = property;
  if (!(member instanceof PyObject) || !reverse || reverse.useList || property.direction === 'many-to-one')
    return;
  const former = member.attrs?.get(reverse.key);
  if (former instanceof PyObject && former !== self) detach(call, former, property, member);
}

/** A member came to a collection, or left it. */
export function memberChanged(
  call: Interpreter,
  self: PyObject,
  property: Relationship,
  member: Value,
  added: boolean,
): void {
  const { reverse } = property;
  if (!(member instanceof PyObject) || !reverse) return;
  if (!added) {
    detach(call, member, reverse, self);
    return;
  }
  leaveFormer(call, self, property, member);
  attach(call, member, reverse, self);
}

/** @throws KeyError for a member of a class that has no such side */
export function requireSide(property: Relationship, member: Value): void {
  const { reverse } = property;
  if (!reverse || !(member instanceof PyObject)) return;
  if (inheritedMapper(member.cls)?.properties.has(reverse.key) === false) throw keyError(reverse.key);
}

function attach(call: Interpreter, member: Value, reverse: Relationship, self: PyObject): void {
  if (!(member instanceof PyObject)) return;
  const current = member.attrs?.get(reverse.key);
  if (!reverse.useList) {
    noteChange(member, reverse.key, current);
    setRaw(member, reverse.key, self);
    return;
  }
  if (current instanceof PyList) {
    if (!current.items.includes(self)) current.items.push(self);
  } else if (current !== undefined && current !== null) {
    if (!membersOf(call, current).includes(self)) {
      addMember(call, current, self);
      stateOf(member).passive.add(self);
    }
  } else if (stateOf(member).identity) pendingOf(member, reverse).added.add(self);
  else {
    const made = reverse.collect!(call, member, [self]);
    if (!(made instanceof PyList)) stateOf(member).passive.add(self);
    setRaw(member, reverse.key, made);
  }
  noteChange(member, reverse.key);
}

/** Puts a member into a collection, as its kind does that. */
export function addMember(call: Interpreter, collection: Value, member: Value): void {
  const method = ['append', 'add', 'set'].find((name) => call.getAttribute(collection, name) !== undefined);
  if (method) call.callMethod(collection, method, member);
}

function pendingOf(member: PyObject, reverse: Relationship) {
  const { pending } = stateOf(member);
  const own = pending.get(reverse.key) ?? { added: new Set<Value>(), removed: new Set<Value>() };
  pending.set(reverse.key, own);
  return own;
}

function detach(call: Interpreter, member: Value, reverse: Relationship, self: PyObject): void {
  if (!(member instanceof PyObject)) return;
  const current = member.attrs?.get(reverse.key);
  if (!reverse.useList) {
    if (current === self || (current === undefined && stateOf(member).identity)) {
      noteChange(member, reverse.key, current);
      setRaw(member, reverse.key, null);
    }
    return;
  }
  if (current instanceof PyList) {
    const at = current.items.indexOf(self);
    if (at >= 0) current.items.splice(at, 1);
  } else if (current !== undefined && current !== null) {
    if (membersOf(call, current).includes(self)) call.callMethod(current, 'remove', self);
  } else if (stateOf(member).identity) pendingOf(member, reverse).removed.add(self);
  noteChange(member, reverse.key);
}
