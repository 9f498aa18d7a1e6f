/** Making classes at run time. Answers to: type.__new__ and its checks. */
import { bindOnClass } from '../attributes/attributes.ts';
import {
  callSpecial,
  callValue,
  NativeGetter,
  PyClassMethod,
  PyMethodLike,
  PyStaticMethod,
} from '../callable.ts';
import { toArray } from '../containers/iterate.ts';
import {
  attributeError,
  PyException,
  runtimeError,
  typeError,
  valueError,
} from '../exceptions/exceptions.ts';
import { runningInterpreter } from '../interpreter.ts';
import { PyProperty } from '../property.ts';
import { repr } from '../text.ts';
import { type Keywords, linearise, PyClass, PyObject, type Value } from '../value.ts';
import { classOf, typeName } from './class-of.ts';
import { cellClass, memberClass, objectClass } from './classes.ts';

/**
 * The metaclass of a class to be: the most derived of what is given and what the bases have.
 * @throws TypeError of Python where they conflict
 */
export function metaclassOf(given: PyClass, bases: readonly Value[]): PyClass {
  let winner = given;
  for (const base of bases) {
    const meta = classOf(base);
    if (winner.isSubclassOf(meta)) continue;
    if (!meta.isSubclassOf(winner)) {
      throw typeError(
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      );
    }
    winner = meta;
  }
  return winner;
}

/** `__classcell__` of a class body: who is told the class as soon as it exists, before any code hears of it. */
export class ClassCell extends PyObject {
  readonly told: (cls: PyClass) => void;
  constructor(told: (cls: PyClass) => void) {
    super(cellClass);
    this.told = told;
  }
}

/** `type.__new__(metaclass, name, bases, namespace, **keywords)` */
export function createClass(
  metaclass: PyClass,
  name: string,
  written: readonly Value[],
  namespace: ReadonlyMap<string, Value>,
  keywords?: Keywords,
): PyClass {
  const bases = checkedBases(written);
  const cls = new PyClass(name, bases, metaclass, false);
  const order = linearise(cls, bases);
  if (!order) throw inconsistentOrder(bases);
  cls.mro = order;
  for (const base of bases) if (!base.native) base.subclasses.push(cls);
  fill(cls, withModule(namespace));
  for (const [key, value] of namespace) setName(cls, key, value);
  initSubclass(cls, keywords);
  return cls;
}

/** A class that is made by `type(…)` belongs to the module whose code asks for it. */
function withModule(namespace: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const name = namespace.has('__module__') ? undefined : runningInterpreter()?.frame?.globals.get('__name__');
  return name === undefined ? namespace : new Map([...namespace, ['__module__', name]]);
}

function checkedBases(written: readonly Value[]): readonly PyClass[] {
  if (written.length === 0) return [objectClass];
  for (const base of written) {
    if (!(base instanceof PyClass)) {
      throw typeError('bases must be types');
    }
    if (base.final) throw typeError(`type '${base.name}' is not an acceptable base type`);
  }
  const bases = written as readonly PyClass[];
  const twice = bases.find((base, index) => bases.indexOf(base) !== index);
  if (twice) throw typeError(`duplicate base class ${twice.name}`);
  const layouts = new Set(bases.map(layoutOf).filter((layout) => layout !== undefined));
  const roots = [...layouts].filter(
    (one) => ![...layouts].some((other) => other !== one && other.isSubclassOf(one)),
  );
  if (roots.length > 1) throw typeError('multiple bases have instance lay-out conflict');
  return bases;
}

const LAYOUTS = new Set(
  'int float complex str bytes bytearray list tuple dict set frozenset type module property BaseException'.split(
    ' ',
  ),
);

/** The core class that decides what the instances are made of. */
function layoutOf(cls: PyClass): PyClass | undefined {
  return cls.mro.find((each) => each.native && LAYOUTS.has(each.name) && each.module === 'builtins');
}

function inconsistentOrder(bases: readonly PyClass[]): PyException {
  const names = bases.map((base) => base.name).join(', ');
  return typeError(`Cannot create a consistent method resolution\norder (MRO) for bases ${names}`);
}

function fill(cls: PyClass, namespace: ReadonlyMap<string, Value>): void {
  const { own } = cls;
  for (const [key, value] of namespace) own.set(key, value);
  const cell = own.get('__classcell__');
  if (cell instanceof ClassCell) {
    own.delete('__classcell__');
    cell.told(cls);
  }
  const qualname = own.get('__qualname__');
  if (typeof qualname === 'string') cls.qualname = qualname;
  own.delete('__qualname__');
  for (const name of ['__init_subclass__', '__class_getitem__']) {
    const value = own.get(name);
    if (value instanceof PyMethodLike) own.set(name, new PyClassMethod(value));
  }
  const make = own.get('__new__');
  if (make instanceof PyMethodLike) own.set('__new__', new PyStaticMethod(make));
  if (own.has('__eq__') && !own.has('__hash__')) own.set('__hash__', null);
  if (!own.has('__doc__')) own.set('__doc__', null);
  addSlots(cls);
}

function addSlots(cls: PyClass): void {
  const written = cls.own.get('__slots__');
  if (written === undefined) return;
  const names = typeof written === 'string' ? [written] : (toArray(written) as string[]);
  cls.noDict = !names.includes('__dict__') && cls.bases.every((base) => base.noDict);
  for (const name of names) {
    if (name === '__dict__' || name === '__weakref__') continue;
    if (cls.own.has(name)) throw valueError(`'${name}' in __slots__ conflicts with class variable`);
    const slot = slotDescriptor(name);
    slot.attrs = new Map([['__objclass__', cls]]);
    cls.own.set(name, slot);
  }
}

/** A slot keeps its value beside the attributes, under a name that no attribute has. */
function slotDescriptor(name: string): NativeGetter {
  const values = new WeakMap<object, Value>();
  return new NativeGetter(
    name,
    (self) => {
      const value = values.get(self as object);
      if (value === undefined)
        throw attributeError(`'${typeName(self)}' object has no attribute '${name}'`, self, name);
      return value;
    },
    (self, value) => {
      values.set(self as object, value);
    },
    (self) => {
      if (!values.delete(self as object)) throw attributeError(name, self, name);
    },
    memberClass,
  );
}

function setName(cls: PyClass, key: string, value: Value): void {
  if (value instanceof PyProperty && !value.name) value.name = key;
  if (!(value instanceof PyObject) && (typeof value !== 'object' || value === null)) return;
  if (value instanceof PyClass || value instanceof PyMethodLike) return;
  const method = classOf(value).lookup('__set_name__');
  if (method === undefined) return;
  try {
    callSpecial(method, value, [cls, key]);
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    const wrapped = runtimeError(
      `Error calling __set_name__ on '${typeName(value)}' instance ${repr(key)} in '${cls.name}'`,
    );
    wrapped.cause = error;
    wrapped.suppressContext = true;
    throw wrapped;
  }
}

function initSubclass(cls: PyClass, keywords: Keywords | undefined): void {
  const method = cls.lookupAfter(cls, '__init_subclass__');
  if (method === undefined) return;
  callValue(bindOnClass(method, cls), [], keywords);
}
