/** Operations and BatchOperations. Answers to: alembic/operations/base.py. */
import { openBatch } from '../../../alembic/operations/batch/batch.ts';
import { enterOperations, leaveOperations, makeOperations } from '../../../alembic/operations/current.ts';
import { DEFINITIONS } from '../../../alembic/operations/index.ts';
import {
  type AnyDefinition,
  givenBy,
  type OperationCall,
  type OperationRecord,
} from '../../../alembic/operations/operation.ts';
import { Operations } from '../../../alembic/operations/operations.ts';
import type { MigrationContext } from '../../../alembic/runtime/context.ts';
import { MigrationContext as ConfiguredContext } from '../../../alembic/runtime/migration-context.ts';
import { getAttribute } from '../../../python/values/attributes/attributes.ts';
import { type NativeFunction, PyBoundMethod } from '../../../python/values/callable.ts';
import { PyList } from '../../../python/values/containers/containers.ts';
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { mark } from '../../../python/values/native/host-object.ts';
import { nativeClass, nativeFunction, nativeMethod } from '../../../python/values/native/native.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import { Connection } from '../../../sqlalchemy/engine/connection.ts';
import type { MetaData, Table } from '../../../sqlalchemy/schema/index.ts';
import { parseSignature } from '../../../stdlib/signature.ts';
import { asyncConnectionOf, awaitOnlyValue } from '../../sqlalchemy/engine/awaited.ts';
import { MockConnection } from '../../sqlalchemy/engine/mock-engine.ts';
import { makeConv } from '../../sqlalchemy/names.ts';
import { alreadyDispatched, isBuiltIn, registryOf } from '../registry.ts';
import { contextManager } from '../runtime/block-class.ts';
import { batchTableMaker, reflectForBatch } from './batch-reflection.ts';
import { traceOperation } from './operation-event.ts';
import { fromRecord, intoArgument } from './operation-values.ts';
import { registeredOperation } from './registered-operation.ts';

const MODULE = 'alembic.operations.base';

/** A method such as `op.add_column`: its TypeErrors name the function alone, and count self. */
function operationMethod(definition: AnyDefinition, method: OperationCall<OperationRecord>): NativeFunction {
  const convert = definition.kind !== 'bulk_insert';
  // What cannot be executed is shown as it was given.
  const lists = definition.kind === 'execute_sql';
  const names = parseSignature(method.signature).parameters.map(({ name }) => name);
  const code = (call: Interpreter, self: Operations, ...bound: unknown[]): Value => {
    const into = (value: unknown, at: number) =>
      (lists && value instanceof PyList) || definition.asGiven?.includes(names[at]!)
        ? value
        : intoArgument(call, value);
    const values = convert ? bound.map(into) : bound;
    const record = method.make(givenBy(method.signature, values), self);
    return traceOperation(call, self, method.name, record, () => fromRecord(self.invoke(record)));
  };
  return nativeMethod(method.name, method.signature, code as never, 'python', MODULE);
}

const methodsOn = (place: 'op' | 'batch_op'): Record<string, () => Value> =>
  Object.fromEntries(
    (Object.values(DEFINITIONS) as AnyDefinition[]).flatMap((definition) =>
      definition.calls
        .filter((one) => one.on === place)
        .map((one) => [one.name, () => operationMethod(definition, one)]),
    ),
  );

const mocks = new WeakMap<object, MockConnection>();

/** The connection; offline, one that prints what it is given and answers nothing. */
export function bindOf(call: Interpreter, context: MigrationContext): Value {
  if (!context.asSql) return context.bind as Value;
  let mock = mocks.get(context);
  if (!mock) {
    const print = nativeFunction('dump', 'construct', (_call, construct: Value) => {
      context.impl.exec(construct);
      return null;
    });
    mock = new MockConnection(context.dialect as never, print);
    mocks.set(context, mock);
  }
  void call;
  return mock;
}

const BATCH =
  "table_name, schema=None, recreate='auto', partial_reordering=None, copy_from=None, table_args=(), table_kwargs=None, " +
  'reflect_args=(), reflect_kwargs=None, naming_convention=None';

const BATCH_NAMES = parseSignature(BATCH).parameters.map(({ name }) => name);
/** What goes to `Table(…)` as it was given. */
const PASSED_ON = new Set(['reflect_args', 'reflect_kwargs', 'table_kwargs']);

/** `with op.batch_alter_table(…) as batch_op:` */
function batchAlterTable(call: Interpreter, self: Operations, ...bound: unknown[]): Value {
  const given = givenBy(
    BATCH,
    bound.map((value, at) => (PASSED_ON.has(BATCH_NAMES[at]!) ? value : intoArgument(call, value))),
  );
  const at = (name: string) => bound[BATCH_NAMES.indexOf(name)] ?? null;
  const options = {
    recreate: given.recreate,
    copyFrom: given.copy_from as Table | null,
    tableArgs: (given.table_args ?? []) as unknown[],
    makeTable: batchTableMaker(call, at('table_kwargs')),
    partialReordering: (given.partial_reordering ?? []) as string[][],
  };
  const reflect = () =>
    reflectForBatch(call, self, at('table_name'), at('schema'), {
      args: at('reflect_args'),
      keywords: at('reflect_kwargs'),
      namingConvention: given.naming_convention as MetaData['namingConvention'] | null,
    });
  const open = () =>
    openBatch(self, given.table_name as string, given.schema as string | null, options, reflect);
  let batch: ReturnType<typeof open> | undefined;
  return contextManager({
    enter: () => {
      batch = open();
      return mark(batch.operations, batchOperationsClass, operationsClass);
    },
    exit: (failed) => {
      if (!failed) fromContextlib(call, () => batch?.flush());
    },
  });
}

/** The end of a `with` block of a generator: SQLAlchemy's warnings name the line of contextlib that goes on. */
function fromContextlib(call: Interpreter, work: () => void): void {
  const { process } = call;
  const before = process.place;
  process.place = {
    file: '/usr/local/lib/python3.11/contextlib.py',
    line: 144,
    name: '__exit__',
    source: 'next(self.gen)',
    nearest: true,
  };
  try {
    work();
  } finally {
    process.place = before;
  }
}

/** `@Operations.register_operation('name')` on a learner's class. */
function registerOperation(call: Interpreter, cls: PyClass, name: string, source: string | null): Value {
  const registry = registryOf(call);
  const target = cls.isSubclassOf(batchOperationsClass) ? registry.batchOperations : registry.operations;
  return nativeFunction('register', 'op_cls', (_call, operation: PyClass) => {
    const method = registeredOperation(call, name, getAttribute(operation, source ?? name), MODULE);
    target.set(name, method);
    cls.setOwn(name, method);
    return operation;
  });
}

/** `@Operations.implementation_for(OpClass)` */
function implementationFor(call: Interpreter, _cls: PyClass, operation: Value, replace: Value): Value {
  const { implementations } = registryOf(call);
  return nativeFunction('decorate', 'fn', (_call, fn: Value) => {
    if (operation instanceof PyClass) {
      const known = implementations.has(operation) || isBuiltIn(operation, 'implementation');
      if (known && !call.truth(replace)) throw alreadyDispatched(call, operation);
      implementations.set(operation, fn);
    }
    return fn;
  });
}

/** A learner's function: it gets the operations first. */
const registered = (call: Interpreter, self: Operations, name: string, batch: boolean): Value | undefined => {
  const { operations, batchOperations } = registryOf(call);
  const found = (batch ? batchOperations.get(name) : undefined) ?? operations.get(name);
  return found === undefined ? undefined : new PyBoundMethod(self, found as NativeFunction);
};

export const abstractOperationsClass = nativeClass({
  name: 'AbstractOperations',
  module: MODULE,
  classMethods: {
    register_operation: ['name, sourcename=None', registerOperation as never],
    implementation_for: ['op_cls, replace=False', implementationFor as never],
    context: [
      'migration_context',
      (_call, _cls: PyClass, context: MigrationContext) => {
        let operations: Operations | undefined;
        return contextManager({
          enter: () => {
            operations = enterOperations(context);
            return operations;
          },
          exit: () => operations && leaveOperations(operations),
        });
      },
    ],
  },
  methods: {
    batch_alter_table: [BATCH, batchAlterTable as never],
    get_context: ['', (_call, self: Operations) => self.migrationContext as unknown as Value],
    get_bind: ['', (call, self: Operations) => bindOf(call, self.migrationContext)],
    f: ['name', (call, _self: Operations, name: Value) => makeConv(call, name)],
    inline_literal: [
      'value, type_=None',
      (call, self: Operations, value: Value, type: Value) =>
        self.inlineLiteral(value, intoArgument(call, type)),
    ],
    invoke: [
      'operation',
      (call, self: Operations, operation: Value) => {
        registryOf(call);
        return fromRecord(self.invoke(operation));
      },
    ],
    run_async: [
      'async_function, *args, **kw_args',
      (call, self: Operations, work: Value, args: Value[], keywords: Map<string, Value>) => {
        const bind = bindOf(call, self.migrationContext);
        const online = bind instanceof Connection;
        const { isAsync } = online ? bind.engine.dialect : self.migrationContext.dialect;
        if (!isAsync) throw raise('ValueError', 'Cannot call run_async with a sync engine');
        return awaitOnlyValue(
          call,
          online ? call.call(work, [asyncConnectionOf(bind), ...args], keywords) : null,
        );
      },
    ],
  },
  getters: {
    migration_context: (self: Operations) => self.migrationContext as unknown as Value,
    impl: (self: Operations) =>
      (self.batch ? new BatchImplementation(self) : self.migrationContext.impl) as unknown as Value,
  },
});

/** What `batch_op.impl` is: it knows its table. Answers to: alembic/operations/batch.py (BatchOperationsImpl). */
class BatchImplementation {
  readonly operations: Operations;
  constructor(operations: Operations) {
    this.operations = operations;
  }
}

nativeClass({
  name: 'BatchOperationsImpl',
  module: 'alembic.operations.batch',
  host: BatchImplementation,
  getters: {
    table_name: ({ operations }: BatchImplementation) => operations.batchTable().table_name as Value,
    schema: ({ operations }: BatchImplementation) => operations.batchTable().schema as Value,
    operations: ({ operations }: BatchImplementation) => operations,
    impl: ({ operations }: BatchImplementation) => operations.migrationContext.impl as unknown as Value,
    dialect: ({ operations }: BatchImplementation) => operations.migrationContext.dialect as unknown as Value,
  },
});

export const operationsClass = nativeClass({
  name: 'Operations',
  module: MODULE,
  bases: [abstractOperationsClass],
  host: Operations,
  signature: 'migration_context, impl=None',
  construct: (call, _cls, context: unknown) => {
    registryOf(call);
    if (context instanceof ConfiguredContext) return makeOperations(context);
    throw raise(
      'AttributeError',
      `'${call.process.python.typeName(context)}' object has no attribute 'impl'`,
    );
  },
  attributes: methodsOn('op'),
  getattr: (self: Operations, name, call) => registered(call, self, name, false),
});

export const batchOperationsClass = nativeClass({
  name: 'BatchOperations',
  module: MODULE,
  bases: [abstractOperationsClass],
  attributes: methodsOn('batch_op'),
  getattr: (self: Operations, name, call) => registered(call, self, name, true),
});
