/** Both sides of a relationship follow one another. Answers to: sqlalchemy/orm/events of backref handlers. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../python/values/value.ts';
import { addMember, collectionOf, notePassive, rememberCollection, removeMember } from './collections.ts';
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
  for (const gone of membersOf(call, before)) if (!now.includes(gone)) detach(call, gone, reverse, self);
  for (const member of now) attach(call, member, reverse, self);
}

/** A member's other side refers to `self` from now on. */
export function attach(call: Interpreter, member: Value, reverse: Relationship, self: PyObject): void {
  if (!(member instanceof PyObject)) return;
  const current = member.attrs?.get(reverse.key) ?? null;
  if (!reverse.useList) setRaw(member, reverse.key, self);
  // A collection that is not in memory is read when it is asked for, and holds `self` by then.
  else if (current === null && stateOf(member).identity) return;
  else {
    if (stateOf(member).session) notePassive(member, self);
    if (current === null) setRaw(member, reverse.key, collectionOf(call, reverse, [self]));
    else if (!membersOf(call, current).includes(self)) addMember(call, current, self);
    rememberCollection(member, reverse.key, membersOf(call, member.attrs!.get(reverse.key)));
  }
  noteChange(member, reverse.key);
}

/** A member's other side refers to `self` no longer. */
export function detach(call: Interpreter, member: Value, reverse: Relationship, self: PyObject): void {
  if (!(member instanceof PyObject)) return;
  const current = member.attrs?.get(reverse.key) ?? null;
  if (!reverse.useList) {
    if (current === self) setRaw(member, reverse.key, null);
  } else if (current !== null) {
    removeMember(call, current, self);
    rememberCollection(member, reverse.key, membersOf(call, current));
  }
  noteChange(member, reverse.key);
}
