/** alembic.op: functions that stand for the methods of the operations that are running. */
import { currentOperations, hasEntered } from '../../../alembic/operations/current.ts';
import { DEFINITIONS } from '../../../alembic/operations/index.ts';
import type { AnyDefinition } from '../../../alembic/operations/operation.ts';
import { hasMigrated } from '../../../alembic/runtime/environment-context.ts';
import type { NativeFunction } from '../../../python/values/callable.ts';
import { attributeError, raise } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import { notEstablished, ProxyFunction } from '../proxy-function.ts';
import { registryOf } from '../registry.ts';
import { operationsClass } from './operations-class.ts';
import './textual-index-element.ts';

/** The operations of the migration that runs. @throws NameError outside of one */
function established(call: Interpreter, name: string): Value {
  registryOf(call);
  const operations = currentOperations(call.process);
  if (operations) return operations as Value;
  // The real proxy is None after a run.
  if (hasMigrated(call.process) || hasEntered(call.process))
    throw attributeError(`'NoneType' object has no attribute '${name}'`, null, name);
  throw raise('NameError', notEstablished(name, 'Operations'));
}

const proxy = (name: string): Value => new ProxyFunction('alembic.op', name, established);

const OTHERS =
  'batch_alter_table context f get_bind get_context implementation_for inline_literal invoke register_operation run_async';

const names = new Set<string>([
  ...(Object.values(DEFINITIONS) as AnyDefinition[]).flatMap(({ calls }) =>
    calls.filter((one) => one.on === 'op').map((one) => one.name),
  ),
  ...OTHERS.split(' '),
]);

export const OP_NAMES: Readonly<Record<string, (call: Interpreter) => Value>> = {
  ...Object.fromEntries([...names].map((name) => [name, () => proxy(name)])),
  Operations: () => operationsClass,
};

/** Operations that the learner registered are functions of the module too; `_proxy` is what its functions stand for. */
export const opAttribute = (call: Interpreter, name: string): Value | undefined =>
  name === '_proxy' ? currentOperations(call.process) : ownProxy(name, registryOf(call).operations.get(name));

function ownProxy(name: string, method: Value | undefined): Value | undefined {
  if (method === undefined) return undefined;
  const made = new ProxyFunction('alembic.op', name, established);
  made.doc = (method as NativeFunction).doc;
  return made;
}
