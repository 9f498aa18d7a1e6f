/** What the learner of a process adds to Alembic: operations, implementations, renderers, comparators. */

import { useOwn } from '../../alembic/autogenerate/own.ts';
import { useImplementations } from '../../alembic/operations/current.ts';
import type { Operations } from '../../alembic/operations/operations.ts';
import { classOf } from '../../python/values/class-of.ts';
import { PyList } from '../../python/values/containers.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../python/values/value.ts';

export interface Registry {
  /** Functions on `op` and `batch_op` by name. */
  readonly operations: Map<string, Value>;
  readonly batchOperations: Map<string, Value>;
  readonly implementations: Map<PyClass, Value>;
  readonly renderers: Map<PyClass, Value>;
  readonly comparators: Map<string, Value[]>;
}

const KEY = Symbol('alembic registry');

/** The registry of a process; the first use tells Alembic of it. */
export const registryOf = (call: Interpreter): Registry =>
  call.state(KEY, () => {
    const registry: Registry = {
      operations: new Map(),
      batchOperations: new Map(),
      implementations: new Map(),
      renderers: new Map(),
      comparators: new Map(),
    };
    useImplementations(call.process, (operation) => {
      const found = byClass(registry.implementations, operation as Value);
      if (found === undefined) return undefined;
      return (operations: Operations) => call.call(found, [operations, operation as Value]);
    });
    useOwn(call.process, {
      render: (operation, context) => {
        const found = byClass(registry.renderers, operation as Value);
        return found === undefined ? undefined : lines(call, call.call(found, [context, operation as Value]));
      },
      compare: (kind, args) => {
        for (const comparator of registry.comparators.get(kind) ?? []) call.call(comparator, args as Value[]);
      },
    });
    return registry;
  });

/** What was registered for the nearest class of a value. */
function byClass(registered: ReadonlyMap<PyClass, Value>, value: Value): Value | undefined {
  if (registered.size === 0) return undefined;
  return classOf(value)
    .mro.map((cls) => registered.get(cls))
    .find((found) => found !== undefined);
}

/** A renderer gives one string, or a list of them. */
const lines = (call: Interpreter, rendered: Value): string[] =>
  rendered instanceof PyList ? rendered.items.map((line) => call.str(line)) : [call.str(rendered)];
