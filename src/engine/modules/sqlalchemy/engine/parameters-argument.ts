/** Parameters as the learner gives them to execute(). Answers to: sqlalchemy/engine/_py_util.py (_distill_params_20). */
import { Raise } from '../../../machine.ts';
import { PyList, PyTuple } from '../../../python/values/containers/containers.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import type { ParameterSet } from '../../../sqlalchemy/engine/parameters.ts';
import { RowMapping } from '../../../sqlalchemy/engine/row.ts';

const argumentError = (message: string): Raise => new Raise('sqlalchemy.exc.ArgumentError', [message]);

/** A mapping as a Map; undefined for anything else. */
function mapping(call: Interpreter, value: Value): ParameterSet | undefined {
  if (value instanceof PyDict)
    return new Map([...value.entries()].map(([key, item]) => [keyText(call, key), item]));
  if (value instanceof RowMapping) {
    const { shape, values } = value.row;
    return new Map(shape.keys.map((key) => [key, values[shape.byName.get(key)!]]));
  }
  if (typeof value !== 'object' || value === null || value instanceof PyList || value instanceof PyTuple)
    return undefined;
  const keys = call.getAttribute(value, 'keys');
  if (keys === undefined || call.getAttribute(value, '__getitem__') === undefined) return undefined;
  return new Map(
    [...call.iterate(call.call(keys))].map((key) => [
      keyText(call, key),
      call.callMethod(value, '__getitem__', key),
    ]),
  );
}

/** Columns may stand for their keys. */
const keyText = (call: Interpreter, key: Value): string => {
  if (typeof key === 'string') return key;
  const own = call.getAttribute(key, 'key');
  return typeof own === 'string' ? own : call.str(key);
};

/** @throws ArgumentError for anything but a mapping or a list of mappings */
export function parameterSets(
  call: Interpreter,
  value: Value,
): ParameterSet | readonly ParameterSet[] | undefined {
  if (value === null) return undefined;
  const single = mapping(call, value);
  if (single) return single;
  if (value instanceof PyList || value instanceof PyTuple) {
    if (value.items.length === 0) return undefined;
    return value.items.map((item) => {
      const one = mapping(call, item);
      if (!one) throw argumentError('List argument must consist only of dictionaries');
      return one;
    });
  }
  throw argumentError('mapping or list expected for parameters');
}

export interface DriverArguments {
  readonly values: ParameterSet | readonly unknown[] | undefined;
  readonly many: boolean;
}

/** @throws ArgumentError for anything but a mapping, a tuple or a list of these */
export function driverArguments(call: Interpreter, value: Value): DriverArguments {
  if (value === null) return { values: undefined, many: false };
  const single = mapping(call, value);
  if (single) return { values: single, many: false };
  if (value instanceof PyTuple) return { values: value.items, many: false };
  if (value instanceof PyList) {
    const sets = value.items.map((item) => (item instanceof PyTuple ? item.items : mapping(call, item)));
    if (sets.every((set) => set !== undefined)) return { values: sets, many: true };
    throw argumentError('List argument must consist only of tuples or dictionaries');
  }
  throw argumentError('mapping or sequence expected for parameters');
}
