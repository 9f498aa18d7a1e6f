/** What engines tell those who listen. Answers to: sqlalchemy/engine/events.py, pool/events.py. */
import type { Process, QueryResult } from '../../machine.ts';
import type { Connection } from './connection.ts';
import type { DriverSession } from './driver/session.ts';
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
  /** The parameters of `execute`, one set for each time that the statement runs. */
  readonly sets?: readonly ReadonlyMap<string, unknown>[];
  /** Those of the call; a connection has some of its own. */
  readonly executionOptions?: ReadonlyMap<string, unknown>;
  readonly result?: unknown;
  /** How many rows a statement touched or gave. */
  readonly rowCount?: number | undefined;
  /** What `handle_error` is told. */
  readonly failure?: Failure;
  /** Python's list and dict of what the driver is about to connect with. */
  readonly connecting?: { readonly args: unknown; readonly parameters: unknown };
}

/** An error on its way to the learner. Answers to: ExceptionContextImpl. */
export class Failure {
  readonly connection: Connection;
  readonly statement: string | null;
  readonly parameters: unknown;
  /** The driver's error, and SQLAlchemy's around it, where there is one. */
  readonly original: unknown;
  readonly wrapped: unknown;

  constructor(
    connection: Connection,
    { sql, parameters }: { readonly sql: string | null; readonly parameters: unknown },
    original: unknown,
    wrapped: unknown,
  ) {
    this.connection = connection;
    this.statement = sql;
    this.parameters = parameters;
    this.original = original;
    this.wrapped = wrapped;
  }
}

/** What a listener did in the driver's place. */
export interface Done {
  /** The answer that its cursor has. */
  readonly answer?: QueryResult | undefined;
  /** The connection that it opened. */
  readonly session?: DriverSession;
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

const ofConnection = new WeakMap<Connection, Map<string, EngineListener[]>>();

/** Listeners of one connection. */
export function connectionListeners(connection: Connection): Map<string, EngineListener[]> {
  const known = ofConnection.get(connection) ?? new Map<string, EngineListener[]>();
  ofConnection.set(connection, known);
  return known;
}

/** Whether anybody listens to what an engine does without a connection. */
export const isHeardBy = (engine: Engine, event: string): boolean =>
  (ofClass.get(engine.process)?.get(event)?.length ?? 0) + (engine.listeners.get(event)?.length ?? 0) > 0;

/** Whether anybody listens to an event. */
export const isHeard = (connection: Connection, event: string): boolean =>
  listenersOf(connection, event).length > 0;

function listenersOf(connection: Connection, event: string): readonly EngineListener[] {
  const { engine } = connection;
  const general = ofClass.get(engine.process)?.get(event) ?? [];
  const own = ofConnection.get(connection)?.get(event) ?? [];
  return [...general, ...(engine.listeners.get(event) ?? []), ...own];
}

/** Tells the listeners of an event, in the order in which they came. */
export function fire(event: string, facts: EventFacts): void {
  for (const listener of listenersOf(facts.connection, event)) listener(facts);
}

/** Tells the listeners of an engine, and of all engines, what happens without a connection. The first that did the work itself ends it. */
export function ofEngine(engine: Engine, event: string, facts: Partial<EventFacts> = {}): Done | undefined {
  const listeners = [
    ...(ofClass.get(engine.process)?.get(event) ?? []),
    ...(engine.listeners.get(event) ?? []),
  ];
  for (const listener of listeners) {
    const done = listener({ ...facts, connection: { engine } as Connection });
    if (done) return done as Done;
  }
  return undefined;
}

/** What `do_execute` and its kin hear; the first listener that ran the statement itself ends it. */
export function doneByListener(facts: EventFacts): Done | undefined {
  const event = facts.many ? 'do_executemany' : 'do_execute';
  for (const listener of listenersOf(facts.connection, event)) {
    const done = listener(facts);
    if (done) return done as Done;
  }
  return undefined;
}

/** What is thrown in an error's place, where a listener says or raises something else. */
export function instead(connection: Connection, failure: Failure): unknown {
  let found: unknown;
  for (const listener of listenersOf(connection, 'handle_error')) {
    try {
      found = listener({ connection, failure }) ?? found;
    } catch (raised) {
      return raised;
    }
  }
  return found;
}

/** The SQL that goes to the driver, once the listeners of `before_cursor_execute` had their say. */
export function beforeCursor(facts: EventFacts & { readonly sql: string }): string {
  let { sql } = facts;
  for (const listener of listenersOf(facts.connection, 'before_cursor_execute')) {
    const changed = listener({ ...facts, sql });
    if (typeof changed === 'string') sql = changed;
  }
  return sql;
}
