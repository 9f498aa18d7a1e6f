/**
 * What this Python refuses, by name: never a silent wrong answer. Each refusal is an exception of the learner's world that
 * says what is missing.
 */
import { exceptionClass, PyException } from './values/exceptions.ts';
import { linearise, PyClass, type Value } from './values/value.ts';

function ownException(name: string, base: PyClass): PyClass {
  const cls = new PyClass(name, [base], base.cls, true);
  cls.mro = linearise(cls, [base])!;
  cls.own.set('__module__', 'stillhouse');
  return cls;
}

/** Raised for what is not simulated. */
export const unsupportedClass = ownException('Unsupported', exceptionClass('NotImplementedError'));
/** Raised where a program has used up its steps; `except Exception` does not catch it. */
export const stepLimitClass = ownException('StepLimitExceeded', exceptionClass('BaseException'));

/** What is refused, as sentences about the learner's program. */
export const REFUSALS = {
  'compile()': 'compile() is not simulated: only eval() and exec() of text are',
  'input()': 'input() is not simulated: a program has no standard input',
  'open() in binary mode': 'open() is simulated for text files only',
  breakpoint: 'breakpoint() is not simulated: there is no debugger',
  complex: 'arithmetic with complex numbers is not simulated',
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
