/** Parameters as error messages show them: long ones shortened. Answers to: sqlalchemy/sql/util.py (_repr_params). */
import { PyList, PyTuple } from '../../python/values/containers.ts';
import { PyDict } from '../../python/values/dict.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';

const BATCHES = 10;
const CHARACTERS = 300;

/** @param several whether `params` is a list of parameter sets */
export function parametersText(call: Interpreter, params: Value, several: boolean): string {
  const text = (value: Value): string => shortened(call.repr(value));
  const one = (set: Value): string => {
    if (set instanceof PyDict) {
      return `{${[...set.entries()].map(([key, value]) => `${call.repr(key)}: ${text(value)}`).join(', ')}}`;
    }
    if (set instanceof PyTuple)
      return `(${set.items.map(text).join(', ')}${set.items.length === 1 ? ',' : ''})`;
    if (set instanceof PyList) return `[${set.items.map(text).join(', ')}]`;
    return text(set);
  };
  if (!(params instanceof PyList) || !several) return one(params);
  const sets = params.items;
  if (sets.length <= BATCHES) return `[${sets.map(one).join(', ')}]`;
  return (
    `[${sets
      .slice(0, BATCHES - 2)
      .map(one)
      .join(', ')}  ... displaying ${BATCHES} of ${sets.length} total bound ` +
    `parameter sets ...  ${sets.slice(-2).map(one).join(', ')}]`
  );
}

function shortened(text: string): string {
  if (text.length <= CHARACTERS) return text;
  const half = CHARACTERS / 2;
  return `${text.slice(0, half)} ... (${text.length - CHARACTERS} characters truncated) ... ${text.slice(-half)}`;
}
