/** The options of a migration context as a dictionary of Python's. */
import type { ContextOptions } from '../../../alembic/runtime/context.ts';
import type { MigrationContext } from '../../../alembic/runtime/migration-context.ts';
import { dict, type PyDict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';

/** The options in a dictionary. */
export function optionsFrom(call: Interpreter, given: Value): Record<string, unknown> {
  const opts: Record<string, unknown> = {};
  for (const pair of call.iterate(call.callMethod(given, 'items'))) {
    const [name, value] = [...call.iterate(pair)];
    opts[String(name)] = value;
  }
  return opts;
}

const shared = new WeakMap<MigrationContext, PyDict>();

/** `context.opts`: what a learner changes in the dictionary holds from then on. */
export function liveOptions(self: MigrationContext): PyDict {
  let options = shared.get(self);
  if (!options) {
    const live = dict(Object.entries(self.opts) as [string, Value][]);
    const keys = () => [...live.keys()].filter((key) => typeof key === 'string') as string[];
    self.opts = new Proxy<ContextOptions>({} as ContextOptions, {
      get: (_, key) => live.get(key as string),
      has: (_, key) => live.has(key as string),
      ownKeys: keys,
      getOwnPropertyDescriptor: (_, key) =>
        live.has(key as string)
          ? { value: live.get(key as string), enumerable: true, configurable: true }
          : undefined,
    });
    shared.set(self, live);
    options = live;
  }
  return options;
}
