/** `connection.execute`: what may be run, between its events. Answers to: sqlalchemy/engine/base.py (_execute_context). */
import { Raise } from '../../machine.ts';
import { clauseOf } from '../expression/coerce.ts';
import type { Compiled } from '../expression/compiled.ts';
import type { Statement } from '../expression/dml/statements.ts';
import { select } from '../expression/select/select-build.ts';
import { type DdlElement, isDdl } from '../postgresql/ddl/index.ts';
import type { Connection } from './connection.ts';
import { fire } from './events.ts';
import type { ParameterSet } from './parameters.ts';
import type { Result } from './result.ts';
import { compiledFor, DML, runCompiled, runDdl, runOwnDdl, setsOf } from './run-compiled.ts';

/** What `execute` takes: a clause, a statement, DDL, or a compiled statement. */
export type Executable = Statement | DdlElement | Compiled;

const RUNNABLE = new Set([
  'select',
  'compound',
  'textual-select',
  'text',
  'function',
  'next-value',
  'values',
  ...DML,
]);

/** `connection.execute(statement, parameters)` */
export function run(
  connection: Connection,
  given: Executable,
  parameters: ParameterSet | readonly ParameterSet[] | undefined,
  options: ReadonlyMap<string, unknown>,
): Result {
  connection.requireOpen();
  const facts = { connection, statement: given, sets: givenSets(parameters), executionOptions: options };
  fire('before_execute', facts);
  const result = runUnheard(connection, given, parameters, options);
  fire('after_execute', { ...facts, result });
  return result;
}

/** What listeners are told of the parameters: nothing, where none were given. */
const givenSets = (
  parameters: ParameterSet | readonly ParameterSet[] | undefined,
): readonly ParameterSet[] =>
  parameters === undefined || (Array.isArray(parameters) && parameters.length === 0)
    ? []
    : setsOf(parameters);

function runUnheard(
  connection: Connection,
  given: Executable,
  parameters: ParameterSet | readonly ParameterSet[] | undefined,
  options: ReadonlyMap<string, unknown>,
): Result {
  if (isDdl(given)) return runDdl(connection, given, options);
  const own = clauseOf(given);
  if (own?.kind === 'custom' && own.executes === 'ddl') return runOwnDdl(connection, own, options);
  const statement = executable(given);
  const many = Array.isArray(parameters) && parameters.length > 1;
  const sets = setsOf(parameters);
  const compiled = compiledFor(connection, statement, sets, many, options);
  return runCompiled(connection, compiled, sets, many);
}

/** @throws ObjectNotExecutableError */
function executable(given: unknown): Statement | Compiled {
  if ((given as Compiled | null)?.kind === 'compiled') return given as Compiled;
  const clause =
    clauseOf(given) ??
    (DML.has((given as { kind?: string } | null)?.kind ?? '') ? (given as Statement) : undefined);
  const runnable =
    clause?.kind === 'custom' ? clause.executes !== undefined : RUNNABLE.has(clause?.kind ?? '');
  if (clause && runnable) return runnableForm(clause as Statement);
  throw new Raise('sqlalchemy.exc.ObjectNotExecutableError', [given]);
}

/** A function by itself is selected. */
function runnableForm(clause: Statement): Statement {
  if (clause.kind === 'custom' && clause.executes === 'select') return select([clause]);
  if (clause.kind !== 'function' && clause.kind !== 'next-value') return clause;
  return select([clause]);
}
