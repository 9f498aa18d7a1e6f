/** Exceptions of SQLAlchemy that word their message themselves. Answers to: sqlalchemy/exc.py. */
import { PyException } from '../../python/values/exceptions/exceptions.ts';
import { percentFormat } from '../../python/values/format/percent.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { toPython } from './convert.ts';

/**
 * `CircularDependencyError`
 * @param shown the whole message, where it is given
 */
export function circular(
  call: Interpreter,
  cls: PyClass,
  text: Value,
  cycles: Value,
  edges: Value,
  shown: Value,
): PyException {
  const all = () => [...call.iterate(cycles)].map((one) => call.repr(one)).join(', ');
  const error = new PyException(cls, [shown === null ? `${call.str(text)} (${all()})` : shown]);
  error.attrs = new Map([
    ['cycles', cycles],
    ['edges', edges],
  ]);
  return error;
}

/** `ObjectNotExecutableError`. A tuple is what its message is formatted with: one item is shown by itself. @throws TypeError for a tuple of another length */
export function notExecutable(_call: Interpreter, cls: PyClass, given: Value): PyException {
  const target = toPython(given);
  const error = new PyException(cls, [percentFormat('Not an executable object: %r', target)]);
  error.attrs = new Map([['target', target]]);
  return error;
}
