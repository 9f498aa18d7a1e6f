/** alembic.op: functions that stand for the methods of the operations that are running. */
import { currentOperations, hasEntered } from '../../../alembic/operations/current.ts';
import { DEFINITIONS } from '../../../alembic/operations/index.ts';
import type { AnyDefinition } from '../../../alembic/operations/operation.ts';
import { hasMigrated } from '../../../alembic/runtime/environment-context.ts';
import { NativeFunction } from '../../../python/values/callable.ts';
import { functionClass } from '../../../python/values/classes/classes.ts';
import { attributeError, raise } from '../../../python/values/exceptions/exceptions.ts';
import { type Interpreter, interpreter } from '../../../python/values/interpreter.ts';
import type { Keywords, Value } from '../../../python/values/value.ts';
import { registryOf } from '../registry.ts';
import { operationsClass } from './operations-class.ts';
import './textual-index-element.ts';

/** Passes every call on, without looking at its arguments; the signature is for those who read it. */
class ProxyFunction extends NativeFunction {
  constructor(name: string, signature: string) {
    super({
      qualname: name,
      signature,
      code: (() => null) as never,
      module: 'alembic.op',
      cls: functionClass,
    });
  }

  /** @throws NameError outside of a migration */
  override invoke(args: readonly Value[], keywords?: Keywords): Value {
    const call = interpreter();
    registryOf(call);
    const operations = currentOperations(call.process);
    // The real proxy is None after a run.
    if (!operations && (hasMigrated(call.process) || hasEntered(call.process)))
      throw attributeError(`'NoneType' object has no attribute '${this.name}'`, null, this.name);
    if (!operations) {
      throw raise(
        'NameError',
        `Can't invoke function '${this.name}', as the proxy object has not yet been established for the Alembic 'Operations' class.  ` +
          'Try placing this code inside a callable.',
      );
    }
    return call.call(call.getAttribute(operations, this.name)!, args, keywords);
  }
}

const OTHERS: Readonly<Record<string, string>> = {
  batch_alter_table:
    "table_name, schema=None, recreate='auto', partial_reordering=None, copy_from=None, table_args=(), " +
    'table_kwargs=None, reflect_args=(), reflect_kwargs=None, naming_convention=None',
  context: 'migration_context',
  f: 'name',
  get_bind: '',
  get_context: '',
  implementation_for: 'op_cls, replace=False',
  inline_literal: 'value, type_=None',
  invoke: 'operation',
  register_operation: 'name, sourcename=None',
  run_async: 'async_function, *args, **kw_args',
};

const signatures = new Map<string, string>([
  ...(Object.values(DEFINITIONS) as AnyDefinition[]).flatMap(({ calls }) =>
    calls.filter((one) => one.on === 'op').map((one) => [one.name, one.signature] as const),
  ),
  ...Object.entries(OTHERS),
]);

export const OP_NAMES: Readonly<Record<string, (call: Interpreter) => Value>> = {
  ...Object.fromEntries(
    [...signatures].map(([name, signature]) => [name, () => new ProxyFunction(name, signature)]),
  ),
  Operations: () => operationsClass,
};

/** Operations that the learner registered are functions of the module too; `_proxy` is what its functions stand for. */
export const opAttribute = (call: Interpreter, name: string): Value | undefined =>
  name === '_proxy'
    ? currentOperations(call.process)
    : registryOf(call).operations.has(name)
      ? new ProxyFunction(name, '*args, **kw')
      : undefined;
