/** `repr()` by the parameters of a learner's `__init__`. Answers to: sqlalchemy/util/langhelpers.py (generic_repr). */
import { isEqual } from '../../../python/values/compare.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { REQUIRED, type Signature } from '../../../stdlib/signature.ts';

/** Undefined where the class has no `__init__` of the learner's. */
export function learnersRepr(call: Interpreter, self: Value, cls: PyClass): string | undefined {
  const owner = cls.mro.find((one) => one.own.has('__init__'));
  const { signature } = (owner?.native === false ? owner.own.get('__init__') : {}) as {
    readonly signature?: Signature;
  };
  if (!signature) return undefined;
  const shown: string[] = [];
  const named: string[] = [];
  signature.parameters.slice(1).forEach(({ name, kind }, at) => {
    const value = call.getAttribute(self, name);
    if (kind === 'var-positional') {
      if (value !== undefined) shown.push(...[...call.iterate(value)].map((one) => call.repr(one)));
    } else if (kind !== 'var-keyword' && kind !== 'keyword') {
      const fallback = signature.defaults[at + 1];
      if (fallback === REQUIRED) shown.push(call.repr(value ?? null));
      else if (value !== undefined && !isEqual(value, fallback as Value))
        named.push(`${name}=${call.repr(value)}`);
    }
  });
  return `${cls.name}(${[...shown, ...named].join(', ')})`;
}
