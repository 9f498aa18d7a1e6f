/** Statements of a session on their way past listeners of `do_orm_execute`. Answers to: sqlalchemy/orm/session.py (ORMExecuteState). */
import { list, PyList } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { entitiesOf } from '../loading/mapped-in.ts';
import type { LoadCause } from '../loading/session-loader.ts';
import { sessionListeners } from '../mapper/instance-events.ts';

/** A statement, and what sends it. */
interface Execution {
  readonly statement: Value;
  readonly parameters: Value;
  readonly cause: LoadCause;
  run(statement: Value, parameters: Value): Value;
}

type Options = Readonly<Record<string, unknown>>;

/** What a listener is given. */
class OrmExecuteState {
  readonly session: Value;
  readonly execution: Execution;
  statement: Value;
  parameters: Value;
  /** Listeners that come after the one that holds it. */
  private readonly rest: readonly Value[];

  constructor(session: Value, execution: Execution, rest: readonly Value[]) {
    this.session = session;
    this.execution = execution;
    this.statement = execution.statement;
    this.parameters = execution.parameters;
    this.rest = rest;
  }

  get kind(): unknown {
    return (this.statement as { readonly kind?: unknown } | null)?.kind;
  }

  get options(): Options {
    return (this.statement as { readonly executionOptions?: Options } | null)?.executionOptions ?? {};
  }

  /** `invoke_statement()`: what is left of the listeners, and the database. */
  invoke(call: Interpreter, statement: Value, parameters: Value): Value {
    const execution = {
      ...this.execution,
      statement: statement ?? this.statement,
      parameters: parameters ?? this.parameters,
    };
    return passed(call, this.session, execution, this.rest);
  }
}

/** Sends a statement, once every listener of the session had its say. @returns a Result: a listener's, or the database's */
export function ormExecute(call: Interpreter, session: Value, execution: Execution): Value {
  const listeners = sessionListeners(call, 'do_orm_execute', session);
  if (listeners.length === 0) return execution.run(execution.statement, execution.parameters);
  return passed(call, session, execution, listeners);
}

function passed(call: Interpreter, session: Value, execution: Execution, listeners: readonly Value[]): Value {
  let { statement, parameters } = execution;
  for (const [at, listener] of listeners.entries()) {
    const now = { ...execution, statement, parameters };
    const state = new OrmExecuteState(session, now, listeners.slice(at + 1));
    const answer = call.call(listener, [state as unknown as Value]);
    if (answer !== null) return answer;
    ({ statement, parameters } = state);
  }
  return execution.run(statement, parameters);
}

/** What the learner's own program said of how a statement is executed. */
const ownOptions = (self: OrmExecuteState): [string, Value][] =>
  Object.entries(self.options).filter(([name]) => name !== 'orm_load') as [string, Value][];

const is =
  (...kinds: readonly unknown[]) =>
  (self: OrmExecuteState): boolean =>
    kinds.includes(self.kind);

nativeClass({
  name: 'ORMExecuteState',
  module: 'sqlalchemy.orm.session',
  host: OrmExecuteState,
  methods: {
    invoke_statement: [
      'statement=None, params=None, execution_options=None, bind_arguments=None',
      (call, self: OrmExecuteState, statement: Value, parameters: Value) =>
        self.invoke(call, statement, parameters),
    ],
    update_execution_options: [
      '**opts',
      (_call, self: OrmExecuteState, given: ReadonlyMap<string, Value>) => {
        const executionOptions = { ...self.options, ...Object.fromEntries(given) };
        self.statement = { ...(self.statement as object), executionOptions } as unknown as Value;
        return null;
      },
    ],
  },
  getters: {
    session: (self: OrmExecuteState) => self.session,
    statement: (self: OrmExecuteState) => self.statement,
    parameters: (self: OrmExecuteState) => self.parameters,
    execution_options: (self: OrmExecuteState, call) => call.process.python.dict(ownOptions(self)) as Value,
    local_execution_options: (self: OrmExecuteState, call) =>
      call.process.python.dict(ownOptions(self)) as Value,
    bind_arguments: (_self: OrmExecuteState, call) => call.process.python.dict([]) as Value,
    is_select: is('select', 'compound', undefined),
    is_insert: is('insert'),
    is_update: is('update'),
    is_delete: is('delete'),
    is_from_statement: is(undefined),
    is_orm_statement: (self: OrmExecuteState) =>
      entitiesOf(self.statement).length > 0 ||
      self.execution.cause.columns === true ||
      self.execution.cause.query === true,
    is_column_load: (self: OrmExecuteState) => self.execution.cause.columns === true,
    is_relationship_load: (self: OrmExecuteState) => self.execution.cause.relationship === true,
    is_executemany: (self: OrmExecuteState) => self.parameters instanceof PyList,
    lazy_loaded_from: () => null,
    loader_strategy_path: () => null,
    user_defined_options: () => list([]),
    bind_mapper: (self: OrmExecuteState) => (entitiesOf(self.statement)[0] as Value | undefined) ?? null,
    all_mappers: (self: OrmExecuteState) => list([...entitiesOf(self.statement)] as Value[]),
  },
  setters: {
    statement: (self: OrmExecuteState, value: Value) => {
      self.statement = value;
    },
    parameters: (self: OrmExecuteState, value: Value) => {
      self.parameters = value;
    },
  },
});
