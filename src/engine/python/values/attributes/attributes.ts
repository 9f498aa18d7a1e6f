/** Getting attributes. Answers to: object.__getattribute__, type.__getattribute__ and their kin. */
import {
  bindToClass,
  bindToInstance,
  callSpecial,
  callValue,
  NativeFunction,
  NativeGetter,
  PyClassMethod,
  PyMethodLike,
  PyStaticMethod,
} from '../callable.ts';
import { classOf, typeName } from '../classes/class-of.ts';
import { attributeError, isException, type PyException } from '../exceptions/exceptions.ts';
import { interpreter } from '../interpreter.ts';
import { PyModule } from '../module.ts';
import { PyGenericAlias, PyProperty, PySuper } from '../property.ts';
import { PY_ATTRIBUTES, PyClass, PyObject, type Value } from '../value.ts';

/**
 * `object.name`
 * @throws AttributeError of Python
 */
export function getAttribute(object: Value, name: string): Value {
  const cls = classOf(object);
  const custom = cls.lookup('__getattribute__');
  if (custom === undefined || custom instanceof NativeFunction) {
    const value = genericAttribute(object, name, cls);
    if (value !== undefined) return value;
    return fallback(object, name, cls, undefined);
  }
  try {
    return callSpecial(custom, object, [name]);
  } catch (error) {
    if (!isException(error, 'AttributeError')) throw error;
    remember(error, object, name);
    return fallback(object, name, cls, error);
  }
}

function fallback(object: Value, name: string, cls: PyClass, error: object | undefined): Value {
  // A class of modules may have one as well: it comes before the module's own function.
  const special = cls.lookup('__getattr__');
  const own = special === undefined && object instanceof PyModule ? object.get('__getattr__') : undefined;
  if (special === undefined && own === undefined) throw error ?? missingAttribute(object, name);
  try {
    return own !== undefined ? callValue(own, [name]) : callSpecial(special!, object, [name]);
  } catch (raised) {
    if (isException(raised, 'AttributeError')) remember(raised, object, name);
    throw raised;
  }
}

/** An AttributeError that a learner's `__getattr__` raised learns its object, so that a name can be suggested. */
function remember(error: PyException, object: Value, name: string): void {
  error.attrs ??= new Map();
  if (error.attrs.get('name') == null && error.attrs.get('obj') == null) {
    error.attrs.set('name', name);
    error.attrs.set('obj', object);
  }
}

/** `getattr(object, name)`; undefined instead of AttributeError. */
export function findAttribute(object: Value, name: string): Value | undefined {
  try {
    const cls = classOf(object);
    const custom = cls.lookup('__getattribute__');
    if (custom === undefined || custom instanceof NativeFunction) {
      const value = genericAttribute(object, name, cls);
      if (value !== undefined || cls.lookup('__getattr__') === undefined) {
        if (value !== undefined || !(object instanceof PyModule)) return value;
      }
    }
    return getAttribute(object, name);
  } catch (error) {
    const exception = interpreter().toException(error);
    if (isException(exception, 'AttributeError')) return undefined;
    throw error;
  }
}

/** The AttributeError for a name that an object lacks, in CPython's words. */
export function missingAttribute(object: Value, name: string): object {
  if (object instanceof PyModule) {
    const text = object.globals.get('__name__');
    const shown = typeof text === 'string' ? text : object.name;
    return attributeError(missingInModule(object, shown, name), object, name);
  }
  if (object instanceof PyClass) {
    return attributeError(
      `type object '${object.shownName ?? object.name}' has no attribute '${name}'`,
      object,
      name,
    );
  }
  return attributeError(`'${typeName(object)}' object has no attribute '${name}'`, object, name);
}

function missingInModule(module: PyModule, shown: string, name: string): string {
  const python = interpreter();
  const circle = '(most likely due to a circular import)';
  if (python.isInitialising(module))
    return `partially initialized module '${shown}' has no attribute '${name}' ${circle}`;
  const below = python.modules.get(`${shown}.${name}`);
  return below && python.isInitialising(below)
    ? `cannot access submodule '${name}' of module '${shown}' ${circle}`
    : `module '${shown}' has no attribute '${name}'`;
}

/** `object.__getattribute__`, without `__getattr__`: undefined where there is no such attribute. */
export function genericAttribute(object: Value, name: string, cls = classOf(object)): Value | undefined {
  if (object instanceof PyClass) return classAttribute(object, name);
  if (object instanceof PySuper) return superAttribute(object, name) ?? instanceAttribute(object, name, cls);
  if (object instanceof PyModule) return object.get(name) ?? instanceAttribute(object, name, cls);
  if (object instanceof PyGenericAlias && !(name in ALIAS_OWN) && cls.lookup(name) === undefined) {
    return findAttribute(object.origin, name);
  }
  return instanceAttribute(object, name, cls);
}

const ALIAS_OWN = { __origin__: 1, __args__: 1, __class__: 1, __parameters__: 1, __mro_entries__: 1 };

function instanceAttribute(object: Value, name: string, cls: PyClass): Value | undefined {
  const found = cls.lookup(name);
  if (found === undefined) return attributesOf(object)?.get(name);
  if (found instanceof PyMethodLike) {
    return attributesOf(object)?.get(name) ?? bindToInstance(found, object);
  }
  if (found instanceof PyProperty) return getProperty(found, object, name);
  if (found instanceof NativeGetter) return found.get(object, interpreter());
  if (isDataDescriptor(found)) return bindToInstance(found, object);
  return attributesOf(object)?.get(name) ?? bindToInstance(found, object);
}

function getProperty(property: PyProperty, object: Value, name: string): Value {
  if (property.getter === null) {
    throw attributeError(
      `property '${property.name || name}' of '${qualifiedName(object)}' object has no getter`,
      object,
      name,
    );
  }
  return callValue(property.getter, [object]);
}

/** Has `__set__` or `__delete__`: wins over the instance's own attributes. */
export function isDataDescriptor(value: Value): boolean {
  if (value instanceof PyProperty || value instanceof NativeGetter) return true;
  if (
    typeof value !== 'object' ||
    value === null ||
    value instanceof PyMethodLike ||
    value instanceof PyClass
  )
    return false;
  const cls = classOf(value);
  return cls.lookup('__set__') !== undefined || cls.lookup('__delete__') !== undefined;
}

function classAttribute(cls: PyClass, name: string): Value | undefined {
  const meta = cls.cls.lookup(name);
  if (meta !== undefined && isDataDescriptor(meta)) return bindMeta(meta, cls, name);
  const own = cls.lookup(name);
  if (own !== undefined) return bindOnClass(own, cls);
  return meta === undefined ? undefined : bindToInstance(meta, cls);
}

function bindMeta(meta: Value, cls: PyClass, name: string): Value {
  return meta instanceof PyProperty ? getProperty(meta, cls, name) : bindToInstance(meta, cls);
}

/** What an attribute of a class is when asked of the class: `value.__get__(None, cls)`. */
export function bindOnClass(value: Value, cls: PyClass): Value {
  if (
    value === null ||
    typeof value !== 'object' ||
    value instanceof PyMethodLike ||
    value instanceof PyClass
  )
    return value;
  if (value instanceof PyStaticMethod) return value.function;
  if (value instanceof PyClassMethod) return bindToClass(value, cls);
  if (value instanceof PyProperty && value.cls.native) return value;
  if (value instanceof NativeGetter) return value;
  const get = classOf(value).lookup('__get__');
  return get === undefined ? value : callSpecial(get, value, [null, cls]);
}

function superAttribute(object: PySuper, name: string): Value | undefined {
  if (object.type === undefined || object.self === undefined || name === '__class__') return undefined;
  const found = object.type.lookupAfter(object.start, name);
  if (found === undefined) return undefined;
  if (object.self === object.type) return bindOnClass(found, object.type);
  if (found instanceof PyProperty) return getProperty(found, object.self, name);
  if (found instanceof PyClassMethod) return bindToClass(found, object.type);
  return bindToInstance(found, object.self);
}

const frozenHosts = new WeakMap<object, Map<string, Value>>();

/** The instance `__dict__` of any object, if it has one by now. */
export function attributesOf(object: Value): Map<string, Value> | undefined {
  if (object instanceof PyObject) return object.attrs;
  if (typeof object !== 'object' || object === null) return undefined;
  return (object as { [PY_ATTRIBUTES]?: Map<string, Value> })[PY_ATTRIBUTES] ?? frozenHosts.get(object);
}

/** The instance `__dict__`, made if need be; undefined for objects that cannot have one. */
export function openAttributes(object: Value): Map<string, Value> | undefined {
  const present = attributesOf(object);
  if (present) return present;
  if (typeof object !== 'object' || object === null || classOf(object).noDict) return undefined;
  const attributes = new Map<string, Value>();
  if (object instanceof PyObject) object.attrs = attributes;
  else if (Object.isExtensible(object)) Object.defineProperty(object, PY_ATTRIBUTES, { value: attributes });
  else frozenHosts.set(object, attributes);
  return attributes;
}

/** As messages about properties name the class of an object. */
export const qualifiedName = (object: Value) => {
  const cls = classOf(object);
  return cls.native ? typeName(object) : cls.qualname;
};
