/** Exceptions: the instances, the whole hierarchy of Python 3.11, and short ways to make one to throw. */
import type { Position } from '../../parse/ast.ts';
import { coreClass } from '../classes/classes.ts';
import { type PyClass, PyObject, type Value } from '../value.ts';

/** One line of a traceback. */
export interface TracebackEntry {
  readonly file: string;
  readonly name: string;
  readonly span: Position;
  /** The frame that it belongs to: identity only. */
  readonly frame: object;
}

/** An exception instance. It is thrown as it is: `throw new PyException(…)`. */
export class PyException extends PyObject {
  args: readonly Value[];
  cause: PyException | null = null;
  context: PyException | null = null;
  suppressContext = false;
  /** Innermost first: the frames that it left are added at the end. */
  traceback: TracebackEntry[] = [];
  /** It was thrown, if only through library code whose frames are absent: its traceback has a first line. */
  raised = false;
  /** The frame that added the newest entry: it adds no second one while the exception passes through it. */
  passing: object | undefined = undefined;
  constructor(cls: PyClass, args: readonly Value[]) {
    super(cls);
    this.args = args;
  }
}

const classes = new Map<string, PyClass>();

function family(base: PyClass, names: Readonly<Record<string, Tree>>): void {
  for (const [name, children] of Object.entries(names)) {
    const cls = coreClass(name, { bases: [base], open: true });
    classes.set(name, cls);
    family(cls, children);
  }
}

interface Tree {
  readonly [name: string]: Tree;
}

const leaves = (names: string): Tree => Object.fromEntries(names.split(' ').map((name) => [name, {}]));

const baseExceptionClass = coreClass('BaseException', { open: true });
classes.set('BaseException', baseExceptionClass);

family(baseExceptionClass, {
  ...leaves('SystemExit KeyboardInterrupt GeneratorExit BaseExceptionGroup'),
  Exception: {
    ...leaves(
      'StopIteration StopAsyncIteration AssertionError AttributeError BufferError EOFError MemoryError TypeError',
    ),
    ArithmeticError: leaves('FloatingPointError OverflowError ZeroDivisionError'),
    ImportError: leaves('ModuleNotFoundError'),
    LookupError: leaves('IndexError KeyError'),
    NameError: leaves('UnboundLocalError'),
    OSError: {
      ...leaves('BlockingIOError ChildProcessError FileExistsError FileNotFoundError InterruptedError'),
      ...leaves('IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError'),
      ConnectionError: leaves(
        'BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError',
      ),
    },
    ReferenceError: {},
    RuntimeError: leaves('NotImplementedError RecursionError'),
    SyntaxError: { IndentationError: leaves('TabError') },
    SystemError: {},
    ValueError: { UnicodeError: leaves('UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError') },
    Warning: leaves(
      'BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ' +
        'ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning',
    ),
  },
});

/** Every exception class of builtins, by name. */
export const exceptionClasses: ReadonlyMap<string, PyClass> = classes;

/** A class of builtins' exceptions. @throws Error where there is none of this name: a bug of ours */
export function exceptionClass(name: string): PyClass {
  const cls = classes.get(name);
  if (!cls) throw new Error(`no builtin exception ${name}`);
  return cls;
}

/** ExceptionGroup derives from both BaseExceptionGroup and Exception. */
export const exceptionGroupClass = coreClass('ExceptionGroup', {
  bases: [exceptionClass('BaseExceptionGroup'), exceptionClass('Exception')],
  open: true,
});
classes.set('ExceptionGroup', exceptionGroupClass);

/** An exception of builtins, ready to be thrown. */
export function raise(name: string, ...args: readonly Value[]): PyException {
  return new PyException(exceptionClass(name), args);
}

/** A TypeError to throw; each of these takes the message that Python prints. */
export const typeError = (message: string): PyException => raise('TypeError', message);

/** A ValueError to throw. */
export const valueError = (message: string): PyException => raise('ValueError', message);

/** An IndexError to throw. */
export const indexError = (message: string): PyException => raise('IndexError', message);

/** A KeyError to throw. @param key the key itself: its `repr()` is the message */
export const keyError = (key: Value): PyException => raise('KeyError', key);

/** A RuntimeError to throw. */
export const runtimeError = (message: string): PyException => raise('RuntimeError', message);

/** An OverflowError to throw. */
export const overflowError = (message: string): PyException => raise('OverflowError', message);

/** StopIteration, with the generator's return value. */
export const stopIteration = (value: Value = null): PyException =>
  value === null ? raise('StopIteration') : raise('StopIteration', value);

/** AttributeError that knows its object, so that a traceback can suggest a name. */
export function attributeError(message: string, object: Value, name: string): PyException {
  const error = raise('AttributeError', message);
  error.attrs = new Map<string, Value>([
    ['name', name],
    ['obj', object],
  ]);
  return error;
}

/** NameError that knows its name. */
export function nameError(name: string, message = `name '${name}' is not defined`): PyException {
  const error = raise('NameError', message);
  error.attrs = new Map<string, Value>([['name', name]]);
  return error;
}

/** True where a thrown JavaScript value is a Python exception of this builtin class. */
export function isException(error: unknown, name: string): error is PyException {
  return error instanceof PyException && error.cls.isSubclassOf(exceptionClass(name));
}
