/** The context that decimal arithmetic obeys now. */
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';
import { type Context, makeContext } from '../../stdlib/decimal/context.ts';

/** `decimal.Context` over what arithmetic asks. */
export class ContextValue {
  readonly context: Context;
  constructor(context: Context) {
    this.context = context;
  }
}

const CURRENT = Symbol('decimal context');

const holder = (call: Interpreter): { value: ContextValue } =>
  call.state(CURRENT, () => ({ value: new ContextValue(makeContext()) }));

/** The context in force, for the arithmetic. */
export const currentContext = (call: Interpreter): Context => holder(call).value.context;

/** The context in force, as Python sees it. */
export const currentContextValue = (call: Interpreter): ContextValue => holder(call).value;

/** `setcontext(context)` */
export function setCurrentContext(call: Interpreter, value: ContextValue): void {
  holder(call).value = value;
}

/** The `context=` of a method. @throws TypeError */
export function contextArgument(call: Interpreter, value: Value): Context {
  if (value === null || value === undefined) return currentContext(call);
  if (value instanceof ContextValue) return value.context;
  throw typeError('optional argument must be a context');
}

/** Does work under another context. */
export function under<T>(call: Interpreter, value: ContextValue, work: () => T): T {
  const before = currentContextValue(call);
  setCurrentContext(call, value);
  try {
    return work();
  } finally {
    setCurrentContext(call, before);
  }
}
