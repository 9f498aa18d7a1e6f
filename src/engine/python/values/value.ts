/**
 * What a Python value is in TypeScript, and the two objects that everything else is made of: PyObject and PyClass.
 *
 * None is null; bool, str are JavaScript's; int is a number while it is a safe integer, else a bigint; float is `Float`;
 * bytes is Uint8Array. Everything else is a JavaScript object: a PyObject, or a *host object* of another room (a `Column`
 * of the sqlalchemy room *is* the Python value), whose class `classOf` finds.
 */

/** Any Python value. `undefined` is never one: it means "not given" or "unbound". */
export type Value = null | boolean | number | bigint | string | object;

/** Keyword arguments of a call. */
export type Keywords = ReadonlyMap<string, Value>;

/** Marks a host object, or any other JavaScript object, as an instance of a (learner's) class. */
export const PY_CLASS: unique symbol = Symbol('python class');
/** The instance `__dict__` of a host object, made on demand: a `Map<string, Value>`. */
export const PY_ATTRIBUTES: unique symbol = Symbol('python attributes');

/** An object with a class and attributes: an instance of any class that has no JavaScript shape of its own. */
export class PyObject {
  cls: PyClass;
  /** The instance `__dict__`; undefined until something is stored. */
  attrs: Map<string, Value> | undefined = undefined;
  constructor(cls: PyClass) {
    this.cls = cls;
  }
}

/** An instance of a subclass of str, int, float or bytes: the plain value, and a class. */
export class PyBoxed extends PyObject {
  readonly value: Value;
  constructor(cls: PyClass, value: Value) {
    super(cls);
    this.value = value;
  }
}

/** The plain value behind an instance of a subclass of str, int, float or bytes; other values as they are. */
export function plain(value: Value): Value {
  return value instanceof PyBoxed ? value.value : value;
}

/** How native classes make, name and behave; see native.ts. */
export interface NativeLayout {
  /** Makes the JavaScript object of a learner's subclass, before `__init__`. */
  readonly blank?: (cls: PyClass) => object;
}

/** A Python class. Native classes fill their attributes on first use. */
export class PyClass extends PyObject {
  name: string;
  qualname: string;
  /** What error messages call its instances, where that is not the name: CPython's own types in C carry their module. */
  shownName: string | undefined = undefined;
  bases: readonly PyClass[];
  mro: readonly PyClass[];
  /** Built once, shared by every process: what a learner sets on it is undone when the next process begins. */
  readonly native: boolean;
  /** Where a native class is filled in on first use. */
  fill: ((own: Map<string, Value>, cls: PyClass) => void) | undefined = undefined;
  layout: NativeLayout | undefined = undefined;
  /** `__slots__` without `__dict__`: instances take no other attributes. */
  noDict = false;
  /** What a library does with each new instance before its `__init__`. Subclasses do not take it over. */
  made:
    | ((instance: PyObject, args: readonly Value[], keywords?: ReadonlyMap<string, Value>) => void)
    | undefined = undefined;
  /** bool, NoneType, function … cannot be subclassed. */
  final = false;
  /** Learner's subclasses, which see changes of this class. Native classes keep none: they never change. */
  readonly subclasses: PyClass[] = [];
  readonly #own = new Map<string, Value>();
  #found: Map<string, Value | undefined> = new Map();

  constructor(name: string, bases: readonly PyClass[], metaclass: PyClass | undefined, native: boolean) {
    super(metaclass as PyClass);
    if (metaclass === undefined) this.cls = this;
    this.name = name;
    this.qualname = name;
    this.bases = bases;
    this.mro = [this];
    this.native = native;
  }

  /** The class's own attributes (`cls.__dict__`). Change them through `setOwn`. */
  get own(): Map<string, Value> {
    if (this.fill) {
      const fill = this.fill;
      this.fill = undefined;
      try {
        fill(this.#own, this);
      } catch (error) {
        // A part of the engine was missing: the class is filled again when it is here.
        this.fill = fill;
        throw error;
      }
    }
    return this.#own;
  }

  /** Finds an attribute along the method resolution order. */
  lookup(name: string): Value | undefined {
    if (patchedNames.size > 0 && patchedNames.has(name)) return this.#search(name);
    const found = this.#found.get(name);
    if (found !== undefined) return found;
    if (this.#found.has(name)) return undefined;
    const value = this.#search(name);
    this.#found.set(name, value);
    return value;
  }

  #search(name: string): Value | undefined {
    for (const cls of this.mro) {
      const value = cls.own.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** As `lookup`, beginning after `start` in this class's resolution order (for `super()`). */
  lookupAfter(start: PyClass, name: string): Value | undefined {
    const at = this.mro.indexOf(start);
    for (let index = at + 1; index < this.mro.length; index++) {
      const value = this.mro[index]!.own.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  setOwn(name: string, value: Value | undefined): void {
    if (this.native) rememberPatch(this, name);
    if (value === undefined) this.own.delete(name);
    else this.own.set(name, value);
    this.forget(name);
  }

  private forget(name: string): void {
    this.#found.delete(name);
    for (const subclass of this.subclasses) subclass.forget(name);
  }

  isSubclassOf(other: PyClass): boolean {
    return this === other || this.mro.includes(other);
  }

  /** The module's name, as `__module__` says. */
  get module(): string {
    const module = this.own.get('__module__');
    return typeof module === 'string' ? module : 'builtins';
  }
}

/** What learners' programs set on native classes, with what was there before. */
const patches: { readonly cls: PyClass; readonly name: string; readonly before: Value | undefined }[] = [];
/** Their names: native classes do not know their subclasses, so nothing that was found under one of these may be remembered. */
const patchedNames = new Set<string>();

function rememberPatch(cls: PyClass, name: string): void {
  patches.push({ cls, name, before: cls.own.get(name) });
  patchedNames.add(name);
}

/** Takes back what the process before set on native classes. */
export function undoPatches(): void {
  while (patches.length > 0) {
    const { cls, name, before } = patches.pop()!;
    if (before === undefined) cls.own.delete(name);
    else cls.own.set(name, before);
  }
  patchedNames.clear();
}

/** C3 linearisation of a class over its bases; undefined where there is no consistent order. */
export function linearise(cls: PyClass, bases: readonly PyClass[]): PyClass[] | undefined {
  const sequences = [...bases.map((base) => [...base.mro]), [...bases]];
  const order = [cls];
  for (;;) {
    const open = sequences.filter((sequence) => sequence.length > 0);
    if (open.length === 0) return order;
    const next = open
      .map((sequence) => sequence[0]!)
      .find((candidate) => open.every((sequence) => sequence.indexOf(candidate) <= 0));
    if (next === undefined) return undefined;
    order.push(next);
    for (const sequence of open) if (sequence[0] === next) sequence.shift();
  }
}
