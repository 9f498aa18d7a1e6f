/** What the learner of a process adds to Alembic: operations, implementations, renderers, comparators. */

import { useOwn } from '../../alembic/autogenerate/own.ts';
import { useImplementations } from '../../alembic/operations/current.ts';
import type { Operations } from '../../alembic/operations/operations.ts';
import { classOf } from '../../python/values/classes/class-of.ts';
import { PyList } from '../../python/values/containers/containers.ts';
import { type PyException, raise } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { comparatorsIn, langhelpersModule, pluginsIn } from './autogenerate/dispatchers.ts';

export interface Registry {
  /** Functions on `op` and `batch_op` by name. */
  readonly operations: Map<string, Value>;
  readonly batchOperations: Map<string, Value>;
  readonly implementations: Map<PyClass, Value>;
  readonly renderers: Map<PyClass, Value>;
  /** The dispatcher `comparators`; there is none before it is asked for. */
  readonly comparators: Value;
}

/** Classes that Alembic itself has an implementation or a renderer for: they are replaced only on request. */
const BUILT_IN =
  /^(AlterColumn|AddColumn|DropColumn|CreateIndex|DropIndex|CreateTable|DropTable|(Create|Drop)TableComment|DropConstraint|ExecuteSQL)Op$/;
const IMPLEMENTED = /^(RenameTable|AddConstraint|BulkInsert)Op$/;
const RENDERED =
  /^(ModifyTableOps|Create(UniqueConstraint|ForeignKey|PrimaryKey|CheckConstraint|ExcludeConstraint)Op)$/;

/** Whether a class has an entry of Alembic's own. */
export function isBuiltIn(cls: PyClass, what: 'implementation' | 'renderer'): boolean {
  const own = what === 'implementation' ? IMPLEMENTED : RENDERED;
  return /^alembic\./.test(String(cls.module)) && (BUILT_IN.test(cls.name) || own.test(cls.name));
}

/** What the second registration for a class is told. */
export const alreadyDispatched = (call: Interpreter, cls: PyClass): PyException =>
  raise(
    'ValueError',
    `Can not set dispatch function for object ${call.repr(cls)}: key already exists. To replace existing function, use replace=True.`,
  );

const KEY = Symbol('alembic registry');

/** The registry of a process; the first use tells Alembic of it. */
export const registryOf = (call: Interpreter): Registry =>
  call.state(KEY, () => {
    const registry: Registry = {
      operations: new Map(),
      batchOperations: new Map(),
      implementations: new Map(),
      renderers: new Map(),
      get comparators() {
        dispatcher ??= call.call(langhelpersModule.names.PriorityDispatcher!(call), []);
        return dispatcher;
      },
    };
    let dispatcher: Value | undefined;
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
      plugins: () => ({
        comparators: dispatcher === undefined ? [] : comparatorsIn(call, dispatcher),
        plugins: pluginsIn(call),
      }),
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
