/** Both sides of a relationship follow one another. Answers to: sqlalchemy/orm/events of backref handlers. */
import { list, PyList } from '../../../python/values/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../python/values/value.ts';
import { noteChange, stateOf } from './instance-state.ts';
import { membersOf, setRaw } from './instance-values.ts';
import type { Relationship } from './property.ts';

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
  for (const gone of membersOf(call, before)) if (!now.includes(gone)) detach(gone, reverse, self);
  for (const member of now) attach(member, reverse, self);
}

/** A member came to a collection, or left it. */
export function memberChanged(self: PyObject, property: Relationship, member: Value, added: boolean): void {
  const { reverse } = property;
  if (!(member instanceof PyObject) || !reverse) return;
  if (!added) {
    detach(member, reverse, self);
    return;
  }
  const former = reverse.useList ? undefined : member.attrs?.get(reverse.key);
  if (former instanceof PyObject && former !== self) detach(former, property, member);
  attach(member, reverse, self);
}

function attach(member: Value, reverse: Relationship, self: PyObject): void {
  if (!(member instanceof PyObject)) return;
  const current = member.attrs?.get(reverse.key);
  if (!reverse.useList) {
    noteChange(member, reverse.key, current);
    setRaw(member, reverse.key, self);
    return;
  }
  if (current instanceof PyList) {
    if (!current.items.includes(self)) current.items.push(self);
  } else if (stateOf(member).identity) pendingOf(member, reverse).added.add(self);
  else setRaw(member, reverse.key, list([self]));
  noteChange(member, reverse.key);
}

function pendingOf(member: PyObject, reverse: Relationship) {
  const { pending } = stateOf(member);
  const own = pending.get(reverse.key) ?? { added: new Set<Value>(), removed: new Set<Value>() };
  pending.set(reverse.key, own);
  return own;
}

function detach(member: Value, reverse: Relationship, self: PyObject): void {
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
  } else if (stateOf(member).identity) pendingOf(member, reverse).removed.add(self);
  noteChange(member, reverse.key);
}
