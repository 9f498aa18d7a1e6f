/** Builtin functions that run text or look into names: exec, eval, vars, `__import__`. */
import type { Python } from '../../../python/evaluate/python.ts';
import { findAttribute } from '../../../python/values/attributes/attributes.ts';
import type { NativeCode } from '../../../python/values/callable.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import { typeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { truth } from '../../../python/values/truth.ts';
import { plain, type Value } from '../../../python/values/value.ts';

const namespace = (value: Value | undefined, otherwise: Map<string, Value>): Map<string, Value> =>
  value instanceof PyDict ? (value.map as Map<string, Value>) : otherwise;

/** `eval` and `exec`: text only. */
export function run(kind: 'eval' | 'exec'): NativeCode {
  return ((call: Interpreter, source: Value, globals: Value, locals: Value) => {
    const text = plain(source);
    if (typeof text !== 'string') throw typeError(`${kind}() arg 1 must be a string, bytes or code object`);
    const frame = call.frame!;
    const names = namespace(globals ?? undefined, frame.globals);
    const inner = namespace(locals ?? undefined, globals === null ? frame.locals() : names);
    const python = call as Python;
    if (kind === 'eval') return python.evaluateText(text.replace(/^[ \t]+/, ''), '<string>', names, inner);
    python.executeText(text, '<string>', names, inner);
    return null;
  }) as NativeCode;
}

/** `vars()`: the local names, or an object's `__dict__`. @throws TypeError where it has none */
export function vars(call: Interpreter, object?: Value): Value {
  if (object === undefined) return PyDict.over(call.frame!.locals());
  const found = findAttribute(object, '__dict__');
  if (found === undefined) throw typeError('vars() argument must have __dict__ attribute');
  return found;
}

/** `__import__(name, …)`: the top module, or the named one when `fromlist` asks for names of it. @throws ImportError */
export function importFunction(
  call: Interpreter,
  name: string,
  _globals: Value,
  _locals: Value,
  fromlist: Value | undefined,
): Value {
  const module = call.importModule(name);
  const wanted = fromlist !== undefined && fromlist !== null && truth(fromlist);
  return wanted ? module : call.importModule(name.split('.')[0]!);
}
