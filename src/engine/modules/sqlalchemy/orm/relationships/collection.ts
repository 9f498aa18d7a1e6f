/** Collections of related instances: lists that tell the other side. Answers to: sqlalchemy/orm/collections.py (InstrumentedList). */
import { listClass, setClass } from '../../../../python/values/classes/classes.ts';
import { PyList } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../../python/values/native/spec.ts';
import { type PyClass, PyObject, type Value } from '../../../../python/values/value.ts';
import { cascades } from '../flush/cascade.ts';
import { memberEvent } from '../mapper/attribute-events.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { membersOf } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import { Relationship } from '../mapper/property.ts';
import { validated } from '../mapper/validate.ts';
import { addMember, memberChanged, requireSide } from './backref.ts';
import { requireInstance } from './require-instance.ts';
import { instrumentedSetClass } from './set-collection.ts';

interface Owner {
  readonly instance: PyObject;
  readonly property: Relationship;
}

const owners = new WeakMap<PyList, Owner>();

/** What a relationship gets joins the session of its owner. */
export function adopt(call: Interpreter, owner: PyObject, property: Relationship, member: Value): void {
  const { session } = stateOf(owner);
  if (session && member instanceof PyObject && cascades(property, 'save-update')) session.adopt(call, member);
}

/** Whether a list-like collection can be filled from it. */
export const isListLike = (given: Value): boolean => given instanceof PyList;

const coming = (call: Interpreter, { instance, property }: Owner, one: Value): Value => {
  requireInstance(call, one);
  requireSide(property, one);
  const checked = validated(call, inheritedMapper(instance.cls)!, instance, property.key, one, false);
  return memberEvent(call, instance, property.key, checked, 'append');
};

function leaving(call: Interpreter, { instance, property }: Owner, one: Value): void {
  validated(call, inheritedMapper(instance.cls)!, instance, property.key, one, true);
  memberEvent(call, instance, property.key, one, 'remove');
}

/** What a method of list is given, once validators and listeners have seen it. */
function admitted(call: Interpreter, owner: Owner, name: string, args: readonly Value[]): Value[] {
  if (name === 'append') return args.map((one) => coming(call, owner, one));
  if (name === 'insert') return args.map((one, at) => (at === 1 ? coming(call, owner, one) : one));
  if (name !== 'extend' && name !== '__iadd__') return [...args];
  return [new PyList([...call.iterate(args[0]!)].map((one) => coming(call, owner, one)))];
}

/** What a whole collection gives way to: members that come and go are told. */
export function replacing(
  call: Interpreter,
  instance: PyObject,
  property: Relationship,
  before: Value | undefined,
  given: Value,
): Value {
  if (!(given instanceof PyList)) return given;
  const owner = { instance, property };
  const old = membersOf(call, before);
  const now = given.items.map((one) => (old.includes(one) ? one : coming(call, owner, one)));
  for (const one of old) if (!given.items.includes(one)) leaving(call, owner, one);
  return new PyList(now);
}

/** A method of list; what came and what left is told afterwards. */
function told(name: string): NativeMethod {
  return [
    '*args, **kw',
    (call, self: PyList, args: Value[], keywords: ReadonlyMap<string, Value>) => {
      const before = [...self.items];
      const owner = owners.get(self);
      const checked = owner ? admitted(call, owner, name, args) : args;
      const method = call.getAttribute(listClass.lookup(name)!, '__get__')!;
      const answer = call.call(call.call(method, [self, self.cls]), checked, keywords);
      if (owner) {
        for (const one of before) {
          if (self.items.includes(one)) continue;
          leaving(call, owner, one);
          memberChanged(call, owner.instance, owner.property, one, false);
        }
        for (const one of [...self.items]) {
          if (before.includes(one)) continue;
          memberChanged(call, owner.instance, owner.property, one, true);
          adopt(call, owner.instance, owner.property, one);
        }
      }
      return answer;
    },
  ];
}

const CHANGING = [
  'append',
  'extend',
  'insert',
  'remove',
  'pop',
  'clear',
  '__setitem__',
  '__delitem__',
  '__iadd__',
];

const instrumentedListClass: PyClass = nativeClass({
  name: 'InstrumentedList',
  module: 'sqlalchemy.orm.collections',
  bases: [listClass],
  methods: Object.fromEntries(CHANGING.map((name) => [name, told(name)])),
});

/** A set, a keyed dict, or a collection of the learner's: filled as its kind does that. */
function otherCollection(call: Interpreter, wanted: Value, items: readonly Value[]): Value {
  const made = call.call(wanted === setClass ? instrumentedSetClass : wanted);
  for (const one of items) addMember(call, made, one);
  return made;
}

/** Both sides are brought in line with what happened to a collection that tells nothing itself. */
export function followOthers(call: Interpreter, instance: PyObject): void {
  const state = stateOf(instance);
  for (const property of inheritedMapper(instance.cls)?.properties.values() ?? []) {
    if (!(property instanceof Relationship) || !property.useList) continue;
    const value = instance.attrs?.get(property.key) ?? null;
    if (value === null || value instanceof PyList) continue;
    const now = membersOf(call, value);
    const before = state.committed.get(property.key) ?? [];
    for (const one of before) if (!now.includes(one)) memberChanged(call, instance, property, one, false);
    for (const one of now) {
      if (before.includes(one)) continue;
      memberChanged(call, instance, property, one, true);
      if (!state.passive.has(one)) adopt(call, instance, property, one);
    }
  }
}

/** What makes a relationship's collection, of `collection_class` or of its annotation; None for a list. */
export const wantedCollection = (property: Relationship): Value =>
  property.options.get('collection_class') ?? property.collection ?? null;

/** Whether a relationship's collection is a list. */
export const isListClass = (wanted: Value): boolean =>
  wanted === null || (wanted as { name?: string }).name?.toLowerCase() === 'list';

/** A list of an instance, or what `collection_class` makes. */
export function makeCollection(
  call: Interpreter,
  instance: PyObject,
  property: Relationship,
  items: readonly Value[],
): Value {
  const wanted = wantedCollection(property);
  if (!isListClass(wanted)) return otherCollection(call, wanted, items);
  const made = new PyList([...items], instrumentedListClass);
  owners.set(made, { instance, property });
  return made;
}
