/** Values of attributes on instances: read, set and deleted. Answers to: sqlalchemy/orm/attributes.py (AttributeImpl and its kin). */
import { Raise } from '../../../../machine.ts';
import { classOf } from '../../../../python/values/classes/class-of.ts';
import { setClass } from '../../../../python/values/classes/classes.ts';
import { PyList } from '../../../../python/values/containers/containers.ts';
import { PySet } from '../../../../python/values/containers/set.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { relationshipChanged } from '../relationships/backref.ts';
import {
  adopt,
  isListClass,
  isListLike,
  makeCollection,
  replacing,
  wantedCollection,
} from '../relationships/collection.ts';
import { requireInstance } from '../relationships/require-instance.ts';
import { attributeSet } from './attribute-events.ts';
import { readComposite, writeComposite } from './composite.ts';
import { loadAttribute, noteChange, stateOf } from './instance-state.ts';
import { membersOf, setRaw } from './instance-values.ts';
import { inheritedMapper } from './mapped-class.ts';
import type { Mapper } from './mapper.ts';
import { Composite, type Property, Relationship, Synonym } from './property.ts';
import { trackedOnRead, trackedValue, trackingClass } from './tracked-values.ts';
import { validated } from './validate.ts';

/** What an instance shows under an attribute's name, loaded where it is not in memory. */
export function readValue(call: Interpreter, self: PyObject, mapper: Mapper, property: Property): Value {
  if (property instanceof Relationship && property.view) return property.view.shown(call, self);
  return readStored(call, self, mapper, property);
}

/** A value as it is kept, whatever an attribute shows of it. */
export function readStored(call: Interpreter, self: PyObject, mapper: Mapper, property: Property): Value {
  if (property instanceof Synonym) return call.getAttribute(self, property.name) ?? null;
  if (property instanceof Composite)
    return readComposite(call, self, mapper, property, stateOf(self).identity !== undefined);
  const own = self.attrs?.get(property.key);
  if (own !== undefined) return trackedOnRead(call, self, property, own);
  const loaded = loadAttribute(call, self, mapper, property);
  if (loaded !== undefined) return trackedOnRead(call, self, property, loaded);
  if (property instanceof Relationship && property.useList) {
    const made = makeCollection(call, self, property, []);
    setRaw(self, property.key, made);
    return made;
  }
  return null;
}

/** The collection that a new one replaces is read first. */
function readBefore(
  call: Interpreter,
  self: PyObject,
  mapper: Mapper,
  property: Relationship,
): Value | undefined {
  const own = self.attrs?.get(property.key);
  const state = stateOf(self);
  if (own !== undefined || !property.useList || !state.session || !state.identity) return own;
  return readValue(call, self, mapper, property);
}

/** `del post.author` leaves the other side as well; a column's value is looked up again. */
export function deleteValue(call: Interpreter, self: PyObject, mapper: Mapper, property: Property): void {
  if (property instanceof Relationship && !property.useList) writeValue(call, self, mapper, property, null);
  else self.attrs?.delete(property.key);
}

/** @throws TypeError, AttributeError for what no relationship can hold */
function requireFitting(call: Interpreter, property: Relationship, given: Value): void {
  const wanted = wantedCollection(property);
  if (!property.useList) requireInstance(call, given);
  else if (isListClass(wanted) && !adds(call, given, 'append') && !isListLike(given))
    throw incompatible(given, 'list');
  else if (wanted === setClass) {
    if (!adds(call, given, 'add')) throw incompatible(given, 'set');
    for (const member of call.iterate(given)) requireInstance(call, member);
  }
}

const adds = (call: Interpreter, given: Value, method: string): boolean =>
  given !== null && call.getAttribute(given, method) !== undefined;

const incompatible = (given: Value, kind: string): Raise =>
  new Raise('builtins.TypeError', [
    `Incompatible collection type: ${given === null ? 'None' : classOf(given).name} is not ${kind}-like`,
  ]);

/** A set of the learner's becomes one that is watched. */
const isPlainSet = (given: Value): boolean => given instanceof PySet && given.cls === setClass;

/** `instance.name = value`, with all that follows from it. @throws what validators and collections refuse */
export function writeValue(
  call: Interpreter,
  self: PyObject,
  mapper: Mapper,
  property: Property,
  given: Value,
): void {
  if (property instanceof Synonym) {
    call.setAttribute(self, property.name, given);
    return;
  }
  if (property instanceof Composite) {
    writeComposite(call, self, mapper, property, given);
    return;
  }
  const before =
    property instanceof Relationship
      ? readBefore(call, self, mapper, property)
      : self.attrs?.get(property.key);
  const isCollection = property instanceof Relationship && property.useList;
  if (property instanceof Relationship) requireFitting(call, property, given);
  const checked = isCollection
    ? replacing(call, self, property, before, given)
    : attributeSet(
        call,
        self,
        property.key,
        validated(call, mapper, self, property.key, given, false),
        before,
      );
  const tracking = checked === null ? undefined : trackingClass(property);
  const value =
    property instanceof Relationship && property.useList && (checked instanceof PyList || isPlainSet(checked))
      ? makeCollection(call, self, property, [...call.iterate(checked)])
      : tracking === undefined
        ? checked
        : trackedValue(call, self, property.key, checked, tracking);
  noteChange(self, property.key, before);
  stateOf(self).expired.delete(property.key);
  setRaw(self, property.key, value);
  if (!(property instanceof Relationship)) return;
  relationshipChanged(call, self, property, before, value);
  for (const member of membersOf(call, value))
    if (member instanceof PyObject && inheritedMapper(member.cls)) adopt(call, self, property, member);
}
