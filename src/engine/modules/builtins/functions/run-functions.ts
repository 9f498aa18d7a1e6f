/** Builtin functions that run text or look into names: exec, eval, vars, `__import__`. */
import { Code } from '../../../python/evaluate/frame.ts';
import type { Python } from '../../../python/evaluate/python.ts';
import { refuse } from '../../../python/unsupported.ts';
import { findAttribute } from '../../../python/values/attributes/attributes.ts';
import type { NativeCode } from '../../../python/values/callable.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import { typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { truth } from '../../../python/values/truth.ts';
import { plain, type Value } from '../../../python/values/value.ts';

const namespace = (value: Value | undefined, otherwise: Map<string, Value>): Map<string, Value> =>
  value instanceof PyDict ? (value.map as Map<string, Value>) : otherwise;

/** Text, or bytes of UTF-8; undefined for anything else. */
function sourceText(source: Value): string | undefined {
  const bare = plain(source);
  if (bare instanceof Uint8Array) return new TextDecoder().decode(bare);
  return typeof bare === 'string' ? bare : undefined;
}

/** What was compiled from one expression: its value is what `eval` gives. */
const expressions = new WeakSet<Code>();

/** `compile(source, filename, mode)` @throws SyntaxError, ValueError for another mode */
export function compile(call: Interpreter, source: Value, filename: Value, mode: Value): Value {
  const text = sourceText(source);
  const file = call.str(filename);
  if (text === undefined) throw refuse('compile() of a tree');
  if (mode === 'single') throw refuse('compile() of a line');
  if (mode !== 'exec' && mode !== 'eval')
    throw valueError("compile() mode must be 'exec', 'eval' or 'single'");
  const code = (call as Python).compileText(
    mode === 'eval' ? text.replace(/^[ 	]+/, '') : text,
    file,
    mode,
    'string',
  );
  if (mode === 'eval') expressions.add(code);
  return code;
}

/** `eval` and `exec`: of text, and of what `compile` gave. */
export function run(kind: 'eval' | 'exec'): NativeCode {
  return ((call: Interpreter, source: Value, globals: Value, locals: Value) => {
    const text = sourceText(source);
    if (text === undefined && !(source instanceof Code))
      throw typeError(`${kind}() arg 1 must be a string, bytes or code object`);
    const frame = call.frame!;
    const names = namespace(globals ?? undefined, frame.globals);
    const inner = namespace(locals ?? undefined, globals === null ? frame.locals() : names);
    const python = call as Python;
    if (source instanceof Code) {
      const value = python.execute(source, names, inner);
      return kind === 'eval' && expressions.has(source) ? value : null;
    }
    if (text === undefined) return null;
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
