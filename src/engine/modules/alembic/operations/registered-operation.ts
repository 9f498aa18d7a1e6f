/** What `register_operation` makes of a class method of the learner's. Answers to: alembic/operations/base.py (register_operation). */
import { NativeFunction } from '../../../python/values/callable.ts';
import { functionClass } from '../../../python/values/classes/classes.ts';
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import { type Interpreter, interpreter } from '../../../python/values/interpreter.ts';
import type { Keywords, Value } from '../../../python/values/value.ts';
import { bindArguments } from '../../../stdlib/bind-arguments.ts';

/** Looks at its arguments as the real one does, which has the learner's signature, and passes them on. */
class RegisteredFunction extends NativeFunction {
  readonly #target: Value;

  constructor(name: string, signature: string, target: Value, module: string) {
    super({ qualname: name, signature, code: (() => null) as never, module, cls: functionClass });
    this.#target = target;
  }

  /** @throws TypeError for arguments that the signature does not take */
  override invoke(args: readonly Value[], keywords?: Keywords): Value {
    bindArguments(this.signature, this.name, args, keywords, 'python');
    return interpreter().call(this.#target, args, keywords);
  }
}

/**
 * The method of the operations that stands for a class method.
 * @throws AssertionError where the first two parameters are not `cls` and `operations`
 */
export function registeredOperation(call: Interpreter, name: string, target: Value, module: string): Value {
  const spec = call.call(call.importName('inspect.getfullargspec'), [target]);
  const part = (attribute: string): Value => (call.getAttribute(spec, attribute) ?? null) as Value;
  const listed = (value: Value) => (value === null ? [] : [...call.iterate(value)]);
  const args = listed(part('args')).map((one) => call.str(one));
  if (args[0] !== 'cls' || args[1] !== 'operations') throw raise('AssertionError');
  const optional = listed(part('defaults')).length;
  const rest = args.slice(2);
  // Only which arguments may be left out matters here: the learner's own function has the values.
  const positional = rest.map((one, at) => (at >= rest.length - optional ? `${one}=None` : one));
  const varargs = part('varargs');
  const only = listed(part('kwonlyargs')).map((one) => call.str(one));
  const kwDefaults = part('kwonlydefaults');
  const withDefault = new Set(kwDefaults === null ? [] : listed(kwDefaults).map((one) => call.str(one)));
  const varkw = part('varkw');
  const signature = [
    'self',
    ...positional,
    ...(varargs !== null ? [`*${call.str(varargs)}`] : only.length > 0 ? ['*'] : []),
    ...only.map((one) => (withDefault.has(one) ? `${one}=None` : one)),
    ...(varkw !== null ? [`**${call.str(varkw)}`] : []),
  ].join(', ');
  const method = new RegisteredFunction(name, signature, target, module);
  const doc = call.getAttribute(target, '__doc__');
  if (doc !== undefined && doc !== null) call.setAttribute(method, '__doc__', doc);
  return method;
}
