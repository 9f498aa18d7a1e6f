/** Which class a value has, whatever its JavaScript shape. */
import { Float } from '../../../stdlib/float.ts';
import { PY_CLASS, type PyClass, PyObject, type Value } from '../value.ts';
import {
  boolClass,
  builtinFunctionClass,
  bytesClass,
  floatClass,
  intClass,
  noneClass,
  objectClass,
  strClass,
} from './classes.ts';

type Constructor = abstract new (...args: never[]) => object;

const byConstructor = new Map<unknown, PyClass>([
  [Float, floatClass],
  [Uint8Array, bytesClass],
]);
const byKind = new Map<string, PyClass>();

/** Says which class the instances of a JavaScript class (and of its subclasses) have. */
export function registerConstructor(host: Constructor, cls: PyClass): void {
  byConstructor.set(host, cls);
}

const finders = new Map<unknown, (value: never) => PyClass>();

/** Says how to find the class of a JavaScript class's instances, where they do not all have the same. */
export function registerFamily<T extends object>(
  host: abstract new (...args: never[]) => T,
  find: (value: T) => PyClass,
): void {
  finders.set(host, find as (value: never) => PyClass);
}

/** Says which class plain records with this `kind` have. */
export function registerKind(kind: string, cls: PyClass): void {
  byKind.set(kind, cls);
}

const byRecord = new Map<string, (value: never) => PyClass | undefined>();

/** Says how to find the class of a record of this `kind` that has not the usual one. */
export function registerKindFinder<T extends object>(
  kind: string,
  find: (value: T) => PyClass | undefined,
): void {
  byRecord.set(kind, find as (value: never) => PyClass | undefined);
}

/** `type(value)` */
export function classOf(value: Value): PyClass {
  switch (typeof value) {
    case 'string':
      return strClass;
    case 'number':
    case 'bigint':
      return intClass;
    case 'boolean':
      return boolClass;
    case 'object':
      if (value === null) return noneClass;
      return value instanceof PyObject ? value.cls : classOfHost(value);
    default:
      return builtinFunctionClass;
  }
}

function classOfHost(value: object): PyClass {
  const marked = (value as { [PY_CLASS]?: PyClass })[PY_CLASS];
  if (marked) return marked;
  const find = finders.get(value.constructor);
  if (find) return find(value as never);
  const direct = byConstructor.get(value.constructor);
  if (direct) return direct;
  const kind = (value as { kind?: unknown }).kind;
  const named =
    typeof kind === 'string' ? (byRecord.get(kind)?.(value as never) ?? byKind.get(kind)) : undefined;
  return named ?? classOfPrototype(value);
}

function classOfPrototype(value: object): PyClass {
  let prototype: object | null = Object.getPrototypeOf(value);
  while (prototype) {
    const cls = byConstructor.get(prototype.constructor);
    if (cls) {
      byConstructor.set(value.constructor, cls);
      return cls;
    }
    prototype = Object.getPrototypeOf(prototype);
  }
  return objectClass;
}

/** What error messages call the type of a value: `'datetime.date' object …`. */
export const typeName = (value: Value): string => {
  const { shownName, name } = classOf(value);
  return shownName ?? name;
};
