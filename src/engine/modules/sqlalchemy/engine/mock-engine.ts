/** An engine that hands its DDL to a function. Answers to: sqlalchemy/engine/mock.py. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import type { Dialect } from '../../../sqlalchemy/engine/dialect.ts';
import { createEngine } from '../../../sqlalchemy/engine/engine.ts';
import { DDL_VISITOR } from './ddl-visitor.ts';

/** `create_mock_engine(url, executor)`: DDL goes to a function. */
export const createMockEngineFunction = nativeFunction(
  'create_mock_engine',
  'url, executor, **kw',
  (call, url: Value, executor: Value) => {
    const engine = createEngine(call.process, url, new Map());
    return new MockConnection(engine.dialect, executor);
  },
  'sqlalchemy.engine.mock',
);

/** Hands DDL and statements to a function: `create_mock_engine`, and what `op.get_bind()` gives offline. */
export class MockConnection {
  readonly dialect: Dialect;
  readonly executor: Value;
  constructor(dialect: Dialect, executor: Value) {
    this.dialect = dialect;
    this.executor = executor;
  }
}

nativeClass({
  name: 'MockConnection',
  module: 'sqlalchemy.engine.mock',
  host: MockConnection,
  methods: {
    ...DDL_VISITOR,
    execute: [
      'obj, parameters=None, execution_options=None',
      (call: Interpreter, self: MockConnection, object: Value) => call.call(self.executor, [object]),
    ],
    connect: ['**kwargs', (_call: Interpreter, self: MockConnection) => self],
    schema_for_object: [
      'obj',
      (call: Interpreter, _self: MockConnection, object: Value) =>
        call.getAttribute(object, 'schema') ?? null,
    ],
    execution_options: ['**kw', (_call: Interpreter, self: MockConnection) => self],
  },
  getters: {
    dialect: (self: MockConnection) => self.dialect,
    engine: (self: MockConnection) => self,
    name: (self: MockConnection) => self.dialect.name,
  },
});
