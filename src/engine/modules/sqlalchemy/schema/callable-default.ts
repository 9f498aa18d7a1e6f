/**
 * A function of the learner's as a column's default: one that takes no context is wrapped in one that does, and shows as a
 * function of its name. Answers to: sqlalchemy/sql/schema.py (CallableColumnDefault).
 */
import { PyFunction } from '../../../python/evaluate/function.ts';
import { classOf } from '../../../python/values/classes/class-of.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import { REQUIRED, type Signature } from '../../../stdlib/signature.ts';

/** How wrapped callables without a name of their own show. */
const UNNAMED = 'CallableColumnDefault._maybe_wrap_callable.<locals>.<lambda>';

/** Positional parameters that must be given. @param bound the first one is `self` */
export function requiredPositionals({ parameters, defaults }: Signature, bound = false): number {
  const required = parameters.filter(
    ({ kind }, at) => (kind === 'positional' || kind === 'positional-only') && defaults[at] === REQUIRED,
  );
  return required.length - (bound && required.length > 0 ? 1 : 0);
}

/** The signature that decides, where Python code has one: a class's `__init__`, an object's `__call__`. */
function signatureIn(value: Value): Signature | undefined {
  const found = value instanceof PyClass ? value.lookup('__init__') : classOf(value).lookup('__call__');
  return found instanceof PyFunction ? found.signature : undefined;
}

/** The callable as `default.arg` keeps it. */
export function keptCallable(call: Interpreter, value: Value): Value {
  if (value instanceof PyFunction || !call.process.python.isCallable(value)) return value;
  const signature = signatureIn(value);
  if (signature && requiredPositionals(signature, true) > 0) return value;
  const name = call.getAttribute(value, '__qualname__');
  return nativeFunction(typeof name === 'string' ? name : UNNAMED, 'ctx=None', (inner) => inner.call(value));
}
