/** What is said of a class that is written in TypeScript. */
import type { BindingStyle } from '../../../stdlib/signature.ts';
import type { NativeCode } from '../callable.ts';
import type { Interpreter } from '../interpreter.ts';
import type { PyClass, Value } from '../value.ts';

/** Signature and code of a method. */
export type NativeMethod = readonly [signature: string, code: NativeCode];
type Methods = Readonly<Record<string, NativeMethod>>;
type Host = abstract new (...args: never[]) => object;

/** A native class. `self` is the host object; types of parameters may be as narrow as the code wants. */
export interface NativeClassSpec {
  readonly name: string;
  readonly module: string;
  readonly bases?: readonly PyClass[];
  readonly metaclass?: PyClass;
  /** Of the constructor, without self. Left out, the base's constructor is used. */
  readonly signature?: string;
  /** Makes the object; `cls` is the class that was called, perhaps a learner's. */
  readonly construct?: (call: Interpreter, cls: PyClass, ...bound: never[]) => Value;
  /** What `made` refers to itself by, once a learner's `__init__` has made `self` of it. */
  readonly adopted?: (self: never, made: never) => void;
  /** `__new__` makes the whole object, whatever `__init__` a learner's class has. */
  readonly immutable?: boolean;
  /** JavaScript classes whose instances have this class. */
  readonly host?: Host | readonly Host[];
  /** `kind` of plain records that have this class. */
  readonly kind?: string | readonly string[];
  /** `(call, self, …bound)` */
  readonly methods?: Methods;
  /** `(call, cls, …bound)` */
  readonly classMethods?: Methods;
  /** `(call, …bound)` */
  readonly statics?: Methods;
  readonly getters?: Readonly<Record<string, (self: never, call: Interpreter) => Value>>;
  /** Beside a getter of the same name. */
  readonly setters?: Readonly<Record<string, (self: never, value: never, call: Interpreter) => void>>;
  /** Other class attributes, made when the class is first used. */
  readonly attributes?: Readonly<Record<string, () => Value>>;
  readonly repr?: (self: never, call: Interpreter) => string;
  readonly str?: (self: never, call: Interpreter) => string;
  /** undefined: NotImplemented is the answer. */
  readonly eq?: (self: never, other: never, call: Interpreter) => Value;
  readonly hash?: (self: never, call: Interpreter) => number;
  readonly bool?: (self: never, call: Interpreter) => boolean;
  readonly len?: (self: never, call: Interpreter) => number;
  readonly iterate?: (self: never, call: Interpreter) => Iterable<Value>;
  /** The class of its iterators, where it is not `iterator`. */
  readonly iteratorName?: string;
  readonly contains?: (self: never, item: never, call: Interpreter) => boolean;
  readonly getItem?: (self: never, key: never, call: Interpreter) => Value;
  readonly setItem?: (self: never, key: never, value: never, call: Interpreter) => void;
  /** `__getattr__`: a name that nothing else answered; undefined gives AttributeError. */
  readonly getattr?: (self: never, name: string, call: Interpreter) => Value | undefined;
  /** Cannot be subclassed. */
  readonly final?: boolean;
  /** Instances take no other attributes. */
  readonly noDict?: boolean;
  /** TypeErrors in the words of C functions. */
  readonly style?: BindingStyle;
  /** As the constructor's TypeErrors name it, where that is not the class; '' for a "function" without a name. */
  readonly calledAs?: string;
}
