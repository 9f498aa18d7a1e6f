/** What values and native modules may ask of the running Python, and which one is running. */
import type { Process } from '../../machine.ts';
import { type PyException, raise } from './exceptions/exceptions.ts';
import type { Keywords, Value } from './value.ts';

/** A running Python: the first argument, `call`, of every native function. */
export interface Interpreter {
  readonly process: Process;
  /** Calls any callable. */
  call(callable: Value, args?: readonly Value[], keywords?: Keywords): Value;
  /** `getattr(object, name)(*args)`, so that a learner's override is found. */
  callMethod(object: Value, name: string, ...args: Value[]): Value;
  /** `getattr(object, name)`; undefined where there is no such attribute. */
  getAttribute(object: Value, name: string): Value | undefined;
  setAttribute(object: Value, name: string, value: Value): void;
  str(value: Value): string;
  repr(value: Value): string;
  truth(value: Value): boolean;
  iterate(value: Value): Iterable<Value>;
  /** The module of this dotted name, imported if need be. */
  importModule(name: string): Value;
  /** What stands under a dotted name such as "sqlalchemy.exc.ArgumentError", imported if need be. */
  importName(dotted: string): Value;
  /** Executes a part of the standard library that is written in Python. Its frames do not show in tracebacks. */
  executeLibrary(name: string, source: string, globals: Map<string, Value>): void;
  /** A place for what a native module keeps for the life of this process; made on first use. */
  state<T>(key: symbol, make: () => T): T;
  /** What a thrown JavaScript value is in Python: a Raise becomes its exception, a bug of ours stays what it is. */
  toException(error: unknown): unknown;
  /** The AttributeError for a name that an object lacks. */
  missingAttribute(object: Value, name: string): object;
  /** True while the module's code is being executed. */
  isInitialising(module: Value): boolean;
  /** sys.modules */
  readonly modules: Map<string, Value>;
  /** sys.path */
  readonly path: Value[];
  /** The names of the `builtins` module. */
  readonly builtins: ReadonlyMap<string, Value>;
  /** The exception that an `except` or `finally` block is handling: `sys.exc_info()[1]`. */
  handling: PyException | null;
  /** The frame that is being executed; undefined outside Python code. */
  frame: FrameView | undefined;
  /** Calls on their way; the limit raises RecursionError. */
  depth: number;
  /** sys.getrecursionlimit() */
  recursionLimit: number;
  /** Evaluation steps that are left before the program is stopped. */
  budget: number;
  /** Counts the steps of native work that grows with the program's data. @throws where none are left */
  spend(steps: number): void;
}

/** What native code may see of a frame. */
export interface FrameView {
  readonly globals: Map<string, Value>;
  readonly name: string;
  readonly file: string;
  readonly back: FrameView | undefined;
  /** The line being executed. */
  readonly line: number;
  /** The frame's local names, as a copy (functions) or live (modules, classes). */
  locals(): Map<string, Value>;
  /** The variables of a function's code, with or without a value; none in modules and classes. */
  readonly ownVariables: readonly string[];
}

let running: Interpreter | undefined;

/**
 * Runs what calls a learner's special method from native code, which counts as a call beside the method's own.
 * Answers to: Py_EnterRecursiveCall.
 * @param doing the end of the error's message, such as " in comparison"
 */
export function deeper<T>(doing: string, work: () => T): T {
  const python = interpreter();
  if (python.depth >= python.recursionLimit)
    throw raise('RecursionError', `maximum recursion depth exceeded${doing}`);
  python.depth++;
  try {
    return work();
  } finally {
    python.depth--;
  }
}

/** The Python that is running. @throws Error outside of any: a bug of ours */
export function interpreter(): Interpreter {
  if (!running) throw new Error('no Python is running');
  return running;
}

/** The Python that is running; undefined where none is. */
export const runningInterpreter = (): Interpreter | undefined => running;

/** Runs `work` as this Python; the one before continues afterwards. */
export function within<T>(python: Interpreter, work: () => T): T {
  if (running === python) return work();
  const before = running;
  running = python;
  try {
    return work();
  } finally {
    running = before;
  }
}
