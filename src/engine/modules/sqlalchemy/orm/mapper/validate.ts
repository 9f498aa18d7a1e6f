/** `@validates`: a method looks at what an attribute gets. Answers to: sqlalchemy/orm/util.py (_validator_events). */
import { PyTuple } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import type { Mapper } from './mapper.ts';

/** Whether the validator of an attribute wants to hear of what leaves. */
function hearsRemoval(validator: Value): boolean {
  const options = (validator as PyObject).attrs?.get('__sa_validation_opts__');
  return options instanceof PyTuple && options.items[0] === true;
}

/** What a validator makes of a value. @param isRemove it leaves a collection */
export function validated(
  call: Interpreter,
  mapper: Mapper,
  self: PyObject,
  key: string,
  value: Value,
  isRemove: boolean,
): Value {
  const validator = mapper.validators.get(key);
  if (validator === undefined) return value;
  if (hearsRemoval(validator)) return call.call(validator, [self, key, value, isRemove]);
  return isRemove ? value : call.call(validator, [self, key, value]);
}
