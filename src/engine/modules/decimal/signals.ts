/** The exceptions of `decimal`. */
import { exceptionClass } from '../../python/values/exceptions/exceptions.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { PyClass } from '../../python/values/value.ts';

/** The conditions of decimal arithmetic, and the exceptions of builtins that they are beside. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  Clamped: [],
  DivisionByZero: ['ZeroDivisionError'],
  FloatOperation: ['TypeError'],
  Inexact: [],
  InvalidOperation: [],
  Overflow: ['Inexact', 'Rounded'],
  Rounded: [],
  Subnormal: [],
  Underflow: ['Inexact', 'Rounded', 'Subnormal'],
};

const signals = new Map<string, PyClass>();

/** The class of a condition, or `DecimalException`. */
export function signalClass(name: string): PyClass {
  const known = signals.get(name);
  if (known) return known;
  const parents = (PARENTS[name] ?? []).map((parent) =>
    parent in PARENTS ? signalClass(parent) : exceptionClass(parent),
  );
  const root =
    name === 'DecimalException' ? exceptionClass('ArithmeticError') : signalClass('DecimalException');
  const own = parents.some((parent) => signals.has(parent.name));
  const bases = own ? parents : [root, ...parents];
  const cls = nativeClass({ name, module: 'decimal', bases });
  signals.set(name, cls);
  return cls;
}
