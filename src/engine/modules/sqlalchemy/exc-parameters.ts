/** Parameters as error messages show them: long ones shortened. Answers to: sqlalchemy/sql/util.py (_repr_params). */
import { PyList, PyTuple } from '../../python/values/containers/containers.ts';
import { PyDict } from '../../python/values/containers/dict.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';

const BATCHES = 10;
const CHARACTERS = 300;
const MOST = 100;

/** @param several whether `params` is a list of parameter sets; null where nobody knows: the whole is shortened then */
export function parametersText(call: Interpreter, params: Value, several: boolean | null): string {
  const text = (value: Value): string => shortened(call.repr(value));
  if (several === null) return text(params);
  const one = (set: Value): string => {
    if (set instanceof PyDict)
      return `{${listed([...set.entries()], ([key, value]) => `${call.repr(key)}: ${text(value)}`)}}`;
    if (set instanceof PyTuple) return `(${listed(set.items, text)}${set.items.length === 1 ? ',' : ''})`;
    if (set instanceof PyList) return `[${listed(set.items, text)}]`;
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

/** The beginning and the end of many. */
function listed<T>(all: readonly T[], text: (one: T) => string): string {
  if (all.length <= MOST) return all.map(text).join(', ');
  const [beginning, end] = [all.slice(0, MOST / 2), all.slice(-MOST / 2)];
  return `${beginning.map(text).join(', ')} ... ${all.length - MOST} parameters truncated ... ${end.map(text).join(', ')}`;
}

function shortened(text: string): string {
  if (text.length <= CHARACTERS) return text;
  const half = CHARACTERS / 2;
  return `${text.slice(0, half)} ... (${text.length - CHARACTERS} characters truncated) ... ${text.slice(-half)}`;
}
