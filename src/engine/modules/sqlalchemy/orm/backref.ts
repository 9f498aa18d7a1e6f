/** Both sides of a relationship follow one another. Answers to: sqlalchemy/orm/events of backref handlers. */
import { list, PyList } from '../../../python/values/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../python/values/value.ts';
import { rememberCollection } from './collections.ts';
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

/** A member's other side refers to `self` from now on. */
export function attach(member: Value, reverse: Relationship, self: PyObject): void {
  if (!(member instanceof PyObject)) return;
  const current = member.attrs?.get(reverse.key);
  if (!reverse.useList) setRaw(member, reverse.key, self);
  else if (current instanceof PyList) {
    if (!current.items.includes(self)) current.items.push(self);
    rememberCollection(member, reverse.key, current.items);
  }
  // A collection that is not in memory is read when it is asked for, and holds `self` by then.
  else if (stateOf(member).identity) return;
  else {
    setRaw(member, reverse.key, list([self]));
    rememberCollection(member, reverse.key, [self]);
  }
  noteChange(member, reverse.key);
}

/** A member's other side refers to `self` no longer. */
export function detach(member: Value, reverse: Relationship, self: PyObject): void {
  if (!(member instanceof PyObject)) return;
  const current = member.attrs?.get(reverse.key);
  if (!reverse.useList) {
    if (current === self) setRaw(member, reverse.key, null);
  } else if (current instanceof PyList) {
    const at = current.items.indexOf(self);
    if (at >= 0) current.items.splice(at, 1);
    rememberCollection(member, reverse.key, current.items);
  }
  noteChange(member, reverse.key);
}
