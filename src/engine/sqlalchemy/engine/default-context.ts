/** What a column's default may ask while a statement gets its values. Answers to: sqlalchemy/engine/default.py (DefaultExecutionContext, `current_parameters`). */
import type { Compiled } from '../expression/compiled.ts';
import type { Connection } from './connection.ts';

/** Given to a default that takes an argument: `default=lambda context: context.get_current_parameters()['name']`. */
export class DefaultContext {
  readonly connection: Connection;
  readonly compiled: Compiled;
  /** Values by parameter name; those that defaults have yet to make are null. */
  readonly parameters: ReadonlyMap<string, unknown>;

  constructor(connection: Connection, compiled: Compiled, parameters: ReadonlyMap<string, unknown>) {
    this.connection = connection;
    this.compiled = compiled;
    this.parameters = parameters;
  }
}
