/** Functions of a module that stand for the methods of an object that comes and goes. Answers to: alembic/util/langhelpers.py (ModuleClsProxy). */
import { NativeFunction } from '../../python/values/callable.ts';
import { functionClass } from '../../python/values/classes/classes.ts';
import { type Interpreter, interpreter } from '../../python/values/interpreter.ts';
import type { Keywords, Value } from '../../python/values/value.ts';

/** Passes every call on, without looking at its arguments. */
export class ProxyFunction extends NativeFunction {
  readonly #target: (call: Interpreter, name: string) => Value;

  /** @param target finds the object whose method of this name is called; raises where there is none now */
  constructor(module: string, name: string, target: (call: Interpreter, name: string) => Value) {
    super({
      qualname: name,
      signature: '*args, **kw',
      code: (() => null) as never,
      module,
      cls: functionClass,
    });
    this.#target = target;
  }

  override invoke(args: readonly Value[], keywords?: Keywords): Value {
    const call = interpreter();
    return call.call(call.getAttribute(this.#target(call, this.name), this.name)!, args, keywords);
  }
}

/** What the functions say outside of a run. @param cls the class whose object is missing */
export const notEstablished = (name: string, cls: string): string =>
  `Can't invoke function '${name}', as the proxy object has not yet been established for the Alembic '${cls}' class.  ` +
  'Try placing this code inside a callable.';
