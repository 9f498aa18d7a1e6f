/**
 * What this Python refuses, by name: never a silent wrong answer. Each refusal is an exception of the learner's world that
 * says what is missing.
 */
import { typeName } from './values/classes/class-of.ts';
import { exceptionClass, PyException, raise, typeError } from './values/exceptions/exceptions.ts';
import { linearise, PyClass, type Value } from './values/value.ts';

function ownException(name: string, ...bases: PyClass[]): PyClass {
  const cls = new PyClass(name, bases, bases[0]!.cls, true);
  cls.mro = linearise(cls, bases)!;
  cls.own.set('__module__', 'stillhouse');
  return cls;
}

/** Raised for what is not simulated. */
export const unsupportedClass = ownException('Unsupported', exceptionClass('NotImplementedError'));
/** Raised where a program would be started: to Python it is one that is not found, so code that can do without it goes on. */
export const noProgramClass = ownException(
  'Unsupported',
  unsupportedClass,
  exceptionClass('FileNotFoundError'),
);
/** Raised where a program has used up its steps; `except Exception` does not catch it. */
const stepLimitClass = ownException('StepLimitExceeded', exceptionClass('BaseException'));

/** What is refused, as sentences about the learner's program. */
const REFUSALS = {
  'compile() of a tree': 'compile() is simulated for text only',
  'compile() of a line': "compile() is simulated for the modes 'exec' and 'eval' only",
  'input()': 'input() is not simulated: a program has no standard input',
  'open() in binary mode': 'open() is simulated for text files only',
  breakpoint: 'breakpoint() is not simulated: there is no debugger',
  'powers of Decimal': 'powers of Decimal are simulated for whole exponents and 0.5 only',
} as const;

/** The exception for something on the list. */
export function refuse(what: keyof typeof REFUSALS): PyException {
  return new PyException(unsupportedClass, [REFUSALS[what]]);
}

/**
 * The exception for the use of a name of a package that is installed but not simulated.
 * @param standard it belongs to Python's own library
 */
export function unknownPackage(dotted: string, standard = false): PyException {
  const [distribution] = dotted.split('.');
  if (standard || distribution === 'sqlalchemy' || distribution === 'alembic') {
    return new PyException(unsupportedClass, [`${dotted} is not simulated`]);
  }
  return new PyException(unsupportedClass, [
    `${dotted}: the package '${distribution}' is installed here, but not simulated`,
  ]);
}

/** The exception that ends a program which has taken too many steps. */
export function stepLimit(steps: number): PyException {
  const shown = String(steps).replace(/\B(?=(\d{3})+$)/g, ',');
  return new PyException(stepLimitClass, [
    `stopped after ${shown} steps: does a loop never end?`,
  ] satisfies Value[]);
}

/** What JavaScript throws where its own limits are reached: nobody's wrong argument. */
const LIMITS = /call stack|recursion|(string|array) length|allocat|BigInt size/;
const isLimit = (error: Error) =>
  error.name === 'InternalError' ||
  (error instanceof RangeError && LIMITS.test(error.message)) ||
  // A regular expression that is compiled where the stack ends.
  (error instanceof SyntaxError && /stack overflow/i.test(error.message));

/** A slip of native code over a value that it did not expect. */
const isSlip = (error: unknown): error is Error =>
  (error instanceof TypeError ||
    error instanceof ReferenceError ||
    error instanceof RangeError ||
    error instanceof SyntaxError ||
    error instanceof URIError) &&
  !isLimit(error);

/**
 * The exception for arguments that native code cannot work with and that it has no words of its own for.
 * @param name of the function or attribute
 */
function unsupportedArguments(name: string, args: readonly Value[]): PyException {
  const types = args.filter((value) => value !== undefined).map((value) => `'${typeName(value)}'`);
  const given = types.length === 0 ? 'no arguments' : types.join(', ');
  return typeError(`unsupported argument type(s) for ${name || 'function'}: ${given}`);
}

/** What leaves native code for Python: an error of JavaScript's becomes a TypeError, everything else stays what it is. */
export function fromNative(error: unknown, name: string, args: readonly Value[]): unknown {
  return isSlip(error) ? unsupportedArguments(name, args) : error;
}

/** What an error of JavaScript's is in Python that no native function answers for; undefined for other errors. */
export function fromJavaScript(error: object): PyException | undefined {
  if (isSlip(error)) return raise('SystemError', `the simulator broke here: ${error.name}: ${error.message}`);
  if (!(error instanceof Error) || !isLimit(error)) return undefined;
  const stack = /call stack|recursion|stack overflow/i.test(error.message);
  return stack ? raise('RecursionError', 'maximum recursion depth exceeded') : raise('MemoryError');
}

/** A bug of ours in the words that a learner sees; undefined for what is none. */
export function bugText(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const isBug = error.constructor === Error || isLimit(error) || isSlip(error);
  return isBug ? `the simulator broke here: ${error.name}: ${error.message}` : undefined;
}
