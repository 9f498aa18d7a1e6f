/** The same brackets give the same object: `Union[int, None] is Union[int, None]`. Answers to: CPython's typing (_tp_cache). */
import { PyList, PyTuple } from '../../python/values/containers/containers.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';

/** A tree that is walked by what stands between the brackets, thing by thing. */
interface Known {
  readonly next: Map<Value, Known>;
  made: Value | undefined;
}

const KNOWN = Symbol('subscripts of typing');
const newKnown = (): Known => ({ next: new Map(), made: undefined });

/** `form[key]`, made once for each key in a process. @throws what `make` throws */
export function remembered<Form extends object>(
  call: Interpreter,
  form: Form,
  key: Value,
  make: (form: Form, key: Value) => Value,
): Value {
  const items = key instanceof PyTuple ? key.items : [key];
  // A list may hold something else the next time.
  if (items.some((item) => item instanceof PyList)) return make(form, key);
  let at = below(call.state(KNOWN, newKnown), form);
  // `form[a,]` is not `form[a]`.
  if (key instanceof PyTuple) at = below(at, PyTuple);
  for (const item of items) at = below(at, item);
  at.made ??= make(form, key);
  return at.made;
}

function below(known: Known, value: Value): Known {
  const present = known.next.get(value);
  if (present) return present;
  const made = newKnown();
  known.next.set(value, made);
  return made;
}
