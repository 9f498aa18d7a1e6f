/** What engines tell those who listen. Answers to: sqlalchemy/engine/events.py, pool/events.py. */
import type { Process } from '../../machine.ts';
import type { Connection } from './connection.ts';
import type { Engine } from './engine.ts';

/** What an event is about. */
export interface EventFacts {
  readonly connection: Connection;
  /** SQL as it goes to the driver. */
  readonly sql?: string;
  /** Parameters as Python shows them. */
  readonly parameters?: unknown;
  readonly many?: boolean;
  /** The name of a savepoint. */
  readonly savepoint?: string | undefined;
  /** What `execute` was given, and what came of it. */
  readonly statement?: unknown;
  readonly result?: unknown;
}

/** Called with the facts; what it gives takes the statement's place where it was registered with `retval=True`. */
export type EngineListener = (facts: EventFacts) => unknown;

const ofClass = new WeakMap<Process, Map<string, EngineListener[]>>();

/** Listeners of the class Engine, for all engines of a process. */
export function classListeners(process: Process): Map<string, EngineListener[]> {
  const known = ofClass.get(process) ?? new Map<string, EngineListener[]>();
  ofClass.set(process, known);
  return known;
}

function listenersOf(engine: Engine, event: string): readonly EngineListener[] {
  const general = ofClass.get(engine.process)?.get(event) ?? [];
  return [...general, ...(engine.listeners.get(event) ?? [])];
}

/** Tells the listeners of an event, in the order in which they came. */
export function fire(event: string, facts: EventFacts): void {
  for (const listener of listenersOf(facts.connection.engine, event)) listener(facts);
}

/** The SQL that goes to the driver, once the listeners of `before_cursor_execute` had their say. */
export function beforeCursor(facts: EventFacts & { readonly sql: string }): string {
  let { sql } = facts;
  for (const listener of listenersOf(facts.connection.engine, 'before_cursor_execute')) {
    const changed = listener({ ...facts, sql });
    if (typeof changed === 'string') sql = changed;
  }
  return sql;
}
