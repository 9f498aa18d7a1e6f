/** What `create_all()` and its kin ask of whatever they are given. Answers to: sqlalchemy/engine/base.py (Connection._run_ddl_visitor). */
import { PyBoundMethod } from '../../../python/values/callable.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import type { Value } from '../../../python/values/value.ts';

const NAME = '_run_ddl_visitor';

/** Connections, engines and what stands for them have it. */
export const DDL_VISITOR: Readonly<Record<string, NativeMethod>> = {
  [NAME]: [
    'visitorcallable, element, **kwargs',
    (call: Interpreter, self: Value, visitor: Value, element: Value, keywords: Map<string, Value>) => {
      const made = call.call(visitor, [call.getAttribute(self, 'dialect')!, self], keywords);
      return call.callMethod(made, 'traverse_single', element);
    },
  ],
};

/** Whose `_run_ddl_visitor` a bind has: its own, or that of a connection which it passes attributes on to. @throws AttributeError where it has none */
export function visitedBind(call: Interpreter, bind: Value): Value {
  const method = call.getAttribute(bind, NAME);
  if (method === undefined) throw call.missingAttribute(bind, NAME);
  return method instanceof PyBoundMethod ? method.self : bind;
}
