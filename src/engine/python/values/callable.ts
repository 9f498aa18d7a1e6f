/** What can be called: native functions, functions, bound methods, classes, objects with `__call__`. */
import { bindArguments } from '../../stdlib/bind-arguments.ts';
import { type BindingStyle, parseSignature, type Signature } from '../../stdlib/signature.ts';
import { fromNative } from '../unsupported.ts';
import { classOf, typeName } from './classes/class-of.ts';
import {
  builtinFunctionClass,
  classmethodClass,
  functionClass,
  getsetClass,
  methodClass,
  methodDescriptorClass,
  staticmethodClass,
  typeClass,
} from './classes/classes.ts';
import { typeError } from './exceptions/exceptions.ts';
import { type Interpreter, interpreter } from './interpreter.ts';
import { IN_C, wrongSelf } from './native/written-in-c.ts';
import { type Keywords, PyClass, PyObject, plain, type Value } from './value.ts';

/** Anything that runs code of its own when called. */
export abstract class PyCallable extends PyObject {
  abstract invoke(args: readonly Value[], keywords?: Keywords): Value;
}

/** A function that binds its first argument when found on a class: learner's functions and native methods. */
export abstract class PyMethodLike extends PyCallable {}

/** Receives the running Python and one argument a parameter: `*args` as an array, `**kwargs` as a Map. */
export type NativeCode = (call: Interpreter, ...bound: never[]) => Value;

/** How a native function is made; see native.ts for the short ways. */
export interface NativeFunctionOptions {
  /** As CPython's messages name it: "Column.__init__". */
  readonly qualname: string;
  /** Parsed at the first call; without `self`. */
  readonly signature: string;
  readonly code: NativeCode;
  readonly style?: BindingStyle;
  /** Takes `self` before what the signature names. */
  readonly method?: boolean;
  readonly module?: string;
  readonly cls?: PyClass;
  /** The class of C whose method it is: it takes no object of another. */
  readonly owner?: PyClass | undefined;
}

/** A function of native code. */
export class NativeFunction extends PyMethodLike {
  readonly name: string;
  readonly qualname: string;
  readonly signatureText: string;
  readonly code: NativeCode;
  readonly style: BindingStyle;
  readonly method: boolean;
  readonly module: string;
  /** What was set as its `__doc__`. */
  doc: Value = null;
  readonly #owner: PyClass | undefined;
  /** As messages about arguments name it: C classes speak of themselves, not of `__init__`. */
  readonly #called: string;
  #signature: Signature | undefined;

  constructor(options: NativeFunctionOptions) {
    super(options.cls ?? (options.method ? methodDescriptorClass : builtinFunctionClass));
    this.qualname = options.qualname;
    this.name = options.qualname.slice(options.qualname.lastIndexOf('.') + 1);
    this.code = options.code;
    this.style = options.style ?? 'python';
    this.method = options.method ?? false;
    this.module = options.module ?? 'builtins';
    this.#owner = options.owner;
    this.#called =
      this.style === 'builtin' && this.name === '__init__'
        ? this.qualname.slice(0, -'.__init__'.length)
        : this.qualname;
    const withSelf = this.method && this.style === 'python';
    this.signatureText = withSelf ? `self, /, ${options.signature}` : options.signature;
  }

  get signature(): Signature {
    this.#signature ??= parseSignature(this.signatureText);
    return this.#signature;
  }

  override invoke(args: readonly Value[], keywords?: Keywords): Value {
    const { parameters, positional, isTyped } = this.signature;
    const code = this.code as (call: Interpreter, ...bound: unknown[]) => Value;
    const apart = this.method && this.style === 'builtin' ? 1 : 0;
    if (this.#owner !== undefined && (args.length === 0 || !classOf(args[0]!).isSubclassOf(this.#owner)))
      throw wrongSelf(this.#owner, this.name, this.qualname, args[0]);
    const whole = args.length - apart === positional && positional === parameters.length;
    try {
      // Code that answers nothing answers None, whatever way it took.
      if (whole && !isTyped && (keywords === undefined || keywords.size === 0))
        return code(interpreter(), ...args) ?? null;
      if (apart === 0) {
        const all = bindArguments(this.signature, this.#called, args, keywords, this.style);
        if (isTyped) this.#checkTypes(all);
        return code(interpreter(), ...all) ?? null;
      }
      const bound = bindArguments(this.signature, this.#called, args.slice(1), keywords, this.style);
      if (isTyped) this.#checkTypes(bound);
      return code(interpreter(), args[0], ...bound) ?? null;
    } catch (error) {
      throw fromNative(error, this.qualname, args.slice(this.method ? 1 : 0));
    }
  }

  /** Whether CPython has this one in C: then its methods are built-in ones. */
  get writtenInC(): boolean {
    return this.style !== 'python' || this.cls !== functionClass || IN_C.has(String(this.module));
  }

  /** Makes bare values of arguments whose types the signature names. @throws TypeError of Python, as C functions word it */
  #checkTypes(bound: unknown[]): void {
    const { parameters, positionalOnly } = this.signature;
    for (const [index, { type, name }] of parameters.entries()) {
      const value = bound[index] as Value | undefined;
      if (value === undefined || type === undefined) continue;
      const place = parameters.length === 1 ? '' : ` ${index + 1}`;
      const which = index < positionalOnly ? place : ` '${name}'`;
      bound[index] = asType(value, type, () => `${this.name}() argument${which}`);
    }
  }
}

/** A str or int as a C function takes it: bare. */
function asType(value: Value, type: string, what: () => string): Value {
  const bare = plain(value);
  if (type === 'str') {
    if (typeof bare === 'string') return bare;
    throw typeError(`${what()} must be str, not ${value === null ? 'None' : typeName(value)}`);
  }
  if (typeof bare === 'boolean') return Number(bare);
  if (typeof bare === 'number' || typeof bare === 'bigint') return bare;
  const index = typeof bare === 'object' && bare !== null ? callSpecialMethod(value, '__index__') : undefined;
  if (typeof index === 'number' || typeof index === 'bigint') return index;
  throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** A method bound to its object. */
export class PyBoundMethod extends PyCallable {
  readonly self: Value;
  readonly function: Value;
  constructor(self: Value, callable: Value) {
    super(callable instanceof NativeFunction && callable.writtenInC ? builtinFunctionClass : methodClass);
    this.self = self;
    this.function = callable;
  }
  override invoke(args: readonly Value[], keywords?: Keywords): Value {
    return callValue(this.function, [this.self, ...args], keywords);
  }
}

/** `staticmethod(function)` */
export class PyStaticMethod extends PyObject {
  function: Value;
  constructor(callable: Value, cls: PyClass = staticmethodClass) {
    super(cls);
    this.function = callable;
  }
}

/** `classmethod(function)` */
export class PyClassMethod extends PyObject {
  function: Value;
  constructor(callable: Value, cls: PyClass = classmethodClass) {
    super(cls);
    this.function = callable;
  }
}

type GetterCode = (self: Value, call: Interpreter) => Value;
type SetterCode = (self: Value, value: Value, call: Interpreter) => void;
type GetterRemoval = (self: Value, call: Interpreter) => void;

/** An attribute that native code computes: a data descriptor. */
export class NativeGetter extends PyObject {
  readonly name: string;
  readonly #get: GetterCode;
  readonly #set: SetterCode | undefined;
  readonly #remove: GetterRemoval | undefined;
  constructor(
    name: string,
    get: GetterCode,
    set?: SetterCode,
    remove?: GetterRemoval,
    cls: PyClass = getsetClass,
  ) {
    super(cls);
    this.name = name;
    this.#get = get;
    this.#set = set;
    this.#remove = remove;
  }
  get isWritable(): boolean {
    return this.#set !== undefined;
  }
  get isRemovable(): boolean {
    return this.#remove !== undefined;
  }
  get(self: Value, call: Interpreter): Value {
    try {
      return this.#get(self, call) ?? null;
    } catch (error) {
      throw fromNative(error, this.name, [self]);
    }
  }
  set(self: Value, value: Value, call: Interpreter): void {
    try {
      this.#set?.(self, value, call);
    } catch (error) {
      throw fromNative(error, this.name, [value]);
    }
  }
  remove(self: Value, call: Interpreter): void {
    try {
      this.#remove?.(self, call);
    } catch (error) {
      throw fromNative(error, this.name, [self]);
    }
  }
}

/**
 * Calls any callable.
 * @throws TypeError of Python where the value is not callable.
 */
export function callValue(callable: Value, args: readonly Value[], keywords?: Keywords): Value {
  if (callable instanceof PyCallable) return callable.invoke(args, keywords);
  if (callable instanceof PyClass) return callClass(callable, args, keywords);
  const method = classOf(callable).lookup('__call__');
  if (method === undefined) throw typeError(`'${typeName(callable)}' object is not callable`);
  return callSpecial(method, callable, args, keywords);
}

/** Calls an attribute that was found on the class of `self`, bound to `self`. */
export function callSpecial(
  method: Value,
  self: Value,
  args: readonly Value[] = [],
  keywords?: Keywords,
): Value {
  if (method instanceof PyMethodLike) return method.invoke([self, ...args], keywords);
  return callValue(bindToInstance(method, self), args, keywords);
}

/** What `method`, found on the class of `self`, is on the instance: `method.__get__(self, type(self))`. */
export function bindToInstance(method: Value, self: Value): Value {
  if (method instanceof PyMethodLike) return new PyBoundMethod(self, method);
  if (method instanceof PyStaticMethod) return method.function;
  if (method instanceof PyClassMethod) return bindToClass(method, classOf(self));
  if (method instanceof NativeGetter) return method.get(self, interpreter());
  if (method instanceof PyClass || method === null || typeof method !== 'object') return method;
  const get = classOf(method).lookup('__get__');
  return get === undefined ? method : callSpecial(get, method, [self, classOf(self)]);
}

/** What a class method is on a class: its function bound to the class, through the function's own `__get__`. */
export function bindToClass(method: PyClassMethod, cls: PyClass): Value {
  const { function: wrapped } = method;
  if (wrapped instanceof PyMethodLike) return new PyBoundMethod(cls, wrapped);
  const get = wrapped === null ? undefined : classOf(wrapped).lookup('__get__');
  if (get !== undefined) return callSpecial(get, wrapped, [cls, cls]);
  return new PyBoundMethod(cls, wrapped);
}

/** The special method of a value's class; undefined also where the class says `__x__ = None`. */
export function specialMethod(value: Value, name: string): Value | undefined {
  return classOf(value).lookup(name) ?? undefined;
}

/** Calls a special method where the value's class has one; undefined where it has none. */
export function callSpecialMethod(value: Value, name: string, ...args: Value[]): Value | undefined {
  const method = specialMethod(value, name);
  return method === undefined ? undefined : callSpecial(method, value, args);
}

/** Calls a class: `type(cls).__call__(cls, …)`. */
function callClass(cls: PyClass, args: readonly Value[], keywords?: Keywords): Value {
  const call = cls.cls.lookup('__call__');
  if (call instanceof NativeFunction && call.name === '__call__') return instantiate(cls, args, keywords);
  return callSpecial(call!, cls, args, keywords);
}

/** `type.__call__`: `__new__`, then `__init__` where that made an instance of the class. */
export function instantiate(cls: PyClass, args: readonly Value[], keywords?: Keywords): Value {
  const make = cls.lookup('__new__')!;
  const object = callValue(make instanceof PyStaticMethod ? make.function : make, [cls, ...args], keywords);
  if (!classOf(object).isSubclassOf(cls)) return object;
  // type(object) asks for a class, and makes none: the metaclass's __init__ has nothing to do.
  if (cls === typeClass && args.length === 1) return object;
  const own = classOf(object);
  own.made?.(object as PyObject, args, keywords);
  const initialise = own.lookup('__init__')!;
  const result = callSpecial(initialise, object, args, keywords);
  if (result !== null) throw typeError(`__init__() should return None, not '${typeName(result)}'`);
  return object;
}
