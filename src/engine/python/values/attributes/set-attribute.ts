/** Setting and deleting attributes. Answers to: object.__setattr__, type.__setattr__ and their kin. */

import { callSpecial, callValue, NativeFunction, NativeGetter } from '../callable.ts';
import { classOf, typeName } from '../classes/class-of.ts';
import { attributeError, typeError } from '../exceptions/exceptions.ts';
import { interpreter } from '../interpreter.ts';
import { PyProperty } from '../property.ts';
import { PyClass, type Value } from '../value.ts';
import { isDataDescriptor, missingAttribute, openAttributes, qualifiedName } from './attributes.ts';

/**
 * `object.name = value`
 * @throws AttributeError, TypeError of Python
 */
export function setAttribute(object: Value, name: string, value: Value): void {
  const custom = classOf(object).lookup('__setattr__');
  if (custom === undefined || isGeneric(custom, '__setattr__')) {
    genericSetAttribute(object, name, value);
  } else callSpecial(custom, object, [name, value]);
}

const isGeneric = (custom: Value, name: string) =>
  custom instanceof NativeFunction &&
  (custom.qualname === `object.${name}` || custom.qualname === `type.${name}`);

/** `del object.name` */
export function deleteAttribute(object: Value, name: string): void {
  const custom = classOf(object).lookup('__delattr__');
  if (custom === undefined || isGeneric(custom, '__delattr__')) genericSetAttribute(object, name, undefined);
  else callSpecial(custom, object, [name]);
}

/** `object.__setattr__` and `type.__setattr__`; deletes where `value` is undefined. */
export function genericSetAttribute(object: Value, name: string, value: Value | undefined): void {
  const cls = classOf(object);
  const descriptor = cls.lookup(name);
  if (descriptor !== undefined && setThrough(descriptor, object, name, value)) return;
  if (object instanceof PyClass) setOnClass(object, name, value);
  else setOnInstance(object, name, value, descriptor !== undefined);
}

/** Whether a learner's class of properties has its own way to set or delete. */
function sets(cls: PyClass, deletes: boolean): boolean {
  const own = cls.native ? undefined : cls.lookup(deletes ? '__delete__' : '__set__');
  return own !== undefined && !(own instanceof NativeFunction);
}

function setThrough(descriptor: Value, object: Value, name: string, value: Value | undefined): boolean {
  if (descriptor instanceof NativeGetter) {
    setNative(descriptor, object, name, value);
    return true;
  }
  if (descriptor instanceof PyProperty && !sets(descriptor.cls, value === undefined)) {
    const accessor = value === undefined ? descriptor.deleter : descriptor.setter;
    if (accessor === null) {
      const lacks = value === undefined ? 'deleter' : 'setter';
      const shown = descriptor.name || name;
      throw attributeError(
        `property '${shown}' of '${qualifiedName(object)}' object has no ${lacks}`,
        object,
        name,
      );
    }
    callValue(accessor, value === undefined ? [object] : [object, value]);
    return true;
  }
  if (!isDataDescriptor(descriptor)) return false;
  const method = classOf(descriptor).lookup(value === undefined ? '__delete__' : '__set__');
  if (method === undefined)
    throw attributeError(value === undefined ? '__delete__' : '__set__', object, name);
  callSpecial(method, descriptor, value === undefined ? [object] : [object, value]);
  return true;
}

function setNative(descriptor: NativeGetter, object: Value, name: string, value: Value | undefined): void {
  if (value === undefined && descriptor.isRemovable) descriptor.remove(object, interpreter());
  else if (value !== undefined && descriptor.isWritable) descriptor.set(object, value, interpreter());
  else {
    const shown = ownerName(descriptor, object, name);
    throw attributeError(`attribute '${name}' of '${shown}' objects is not writable`, object, name);
  }
}

/** The class that has a descriptor, as messages name it. */
function ownerName(descriptor: NativeGetter, object: Value, name: string): string {
  const owner = classOf(object).mro.find((cls) => cls.own.get(name) === descriptor);
  return owner?.native ? (owner.shownName ?? owner.name) : typeName(object);
}

function setOnClass(cls: PyClass, name: string, value: Value | undefined): void {
  if (cls.native && (cls.module === 'builtins' || cls.shownName !== undefined))
    throw typeError(`cannot set '${name}' attribute of immutable type '${cls.shownName ?? cls.name}'`);
  if (value === undefined && !cls.own.has(name)) throw attributeError(name, cls, name);
  cls.setOwn(name, value);
}

function setOnInstance(object: Value, name: string, value: Value | undefined, onClass: boolean): void {
  const attributes = openAttributes(object);
  if (!attributes) {
    throw onClass
      ? attributeError(`'${typeName(object)}' object attribute '${name}' is read-only`, object, name)
      : missingAttribute(object, name);
  }
  if (value !== undefined) attributes.set(name, value);
  else if (!attributes.delete(name)) throw missingAttribute(object, name);
}
