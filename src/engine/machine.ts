/**
 * The computer that the engine runs on, as ports: files, clock, random bytes, database, environment.
 * The engine itself has no clock, no randomness and no I/O; whoever embeds it brings them in through here.
 */
import type { EngineEvent } from './events.ts';

/** A tree of text files with absolute POSIX paths ("/home/learner/app/alembic.ini"). Synchronous. */
export interface Files {
  /** Text of a file; undefined where there is none. */
  read(path: string): string | undefined;
  /** Writes a file and creates its parent folders. */
  write(path: string, text: string): void;
  /** Removes a file or an empty folder; false where there was none. */
  remove(path: string): boolean;
  makeDirectory(path: string): void;
  isFile(path: string): boolean;
  isDirectory(path: string): boolean;
  /** When a file or folder was last written, in microseconds since 1970; undefined where there is none. */
  modified(path: string): bigint | undefined;
  /** Sets that time of a file. */
  touch(path: string, time: bigint): void;
  /** Names in a folder, sorted; undefined where there is no such folder. */
  list(path: string): readonly string[] | undefined;
}

/** How psycopg2 or asyncpg would address a server. */
export interface ConnectTarget {
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly database: string | undefined;
  readonly options?: ReadonlyMap<string, string>;
}

/** A column of an answer, as the server describes it. */
export interface Field {
  readonly name: string;
  readonly typeOid: number;
  readonly typeModifier: number;
  readonly tableOid: number;
  readonly columnNumber: number;
}

/** What one statement answered. Cells are PostgreSQL's text format, null for NULL. */
export interface QueryResult {
  /** The command tag, such as "INSERT 0 1" or "CREATE TABLE". */
  readonly tag: string;
  readonly fields: readonly Field[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** What the server says beside an answer. */
export interface Notice {
  readonly severity: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** An open session with the server, synchronous, speaking PostgreSQL's simple query protocol. */
export interface Connection {
  /**
   * Sends text that may hold several statements, as psycopg2 does.
   * @returns one result a statement.
   * @throws DatabaseError with every field that the server sent.
   */
  execute(sql: string): readonly QueryResult[];
  /**
   * Sends one `COPY … FROM STDIN` with its rows in COPY's text format, as psql does.
   * @throws DatabaseError
   */
  copyIn(sql: string, rows: string): QueryResult;
  /** The server's view: idle, in a transaction, or in a failed one. */
  readonly status: 'idle' | 'transaction' | 'failed';
  /** Notices since the last call; reading empties the list. */
  notices(): readonly Notice[];
  /** Ends the session; open work is rolled back. */
  close(): void;
}

/** The server's ErrorResponse. `message` is the primary message alone. */
export class DatabaseError extends Error {
  readonly fields: ErrorFields;
  /** What the statements before it in the same message answered. */
  readonly results: readonly QueryResult[];
  constructor(fields: ErrorFields, results: readonly QueryResult[] = []) {
    super(fields.message);
    this.name = 'DatabaseError';
    this.fields = fields;
    this.results = results;
  }
}

/** PostgreSQL's error fields under their protocol meaning. */
export interface ErrorFields {
  readonly severity: string;
  /** SQLSTATE, five characters. */
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
  /** 1-based character position in the statement. */
  readonly position?: number;
  /** Position in, and text of, a query that the server ran itself, such as one inside a function. */
  readonly internalPosition?: number;
  readonly internalQuery?: string;
  readonly where?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly dataType?: string;
  readonly constraint?: string;
}

/** The connection could not be made; `message` is libpq's text, without a trailing newline. */
export class ConnectFailure extends Error {
  readonly reason:
    | 'refused'
    | 'unknown-host'
    | 'password'
    | 'no-password'
    | 'no-database'
    /** More than one session at work at once, which this simulator cannot do. */
    | 'unsupported'
    | 'other';
  constructor(reason: ConnectFailure['reason'], message: string) {
    super(message);
    this.name = 'ConnectFailure';
    this.reason = reason;
  }
}

/** The server side: opens sessions. */
export interface Database {
  /** @throws ConnectFailure */
  connect(target: ConnectTarget): Connection;
}

/** Everything outside a process. Lives as long as the workspace; one command after the other uses it. */
export interface Machine {
  readonly files: Files;
  readonly database: Database;
  /** Exported variables. A process gets a copy. */
  readonly environment: Map<string, string>;
  /** Where the shell stands; absolute. */
  cwd: string;
  /** Distributions that pip would list as installed, in lower case: "alembic", "psycopg2", "asyncpg" … */
  readonly installed: Set<string>;
  /** Parts of packages that every Python finds loaded, as `sqlalchemy.orm` where the program that starts it uses it. */
  readonly preloaded?: readonly string[];
  /** Microseconds since 1970-01-01 in local (= UTC) time. */
  now(): bigint;
  /** Random bytes from the journal's seed. */
  randomBytes(count: number): Uint8Array;
  /** The next of Alembic's random revision ids: 12 hex digits. */
  revisionId(): string;
  /** Width of the terminal in columns. */
  readonly columns: number;
  /** The language in which we ourselves speak to the learner; what tools print stays as it is. English where nobody says. */
  readonly language?: 'ko' | 'en';
  /** How many evaluation steps one command may take before it is stopped. */
  readonly stepBudget: number;
  emit(event: EngineEvent): void;
  /** Which call of `op.…` is at work, so that statements can name it; without it nobody asks. */
  readonly trace?: OperationTrace;
}

/** Which call of `op.…` the statements belong to that are sent now. */
export interface OperationTrace {
  /** Calls so far. */
  count: number;
  /** The id of the call at work. */
  current: number | undefined;
}

/**
 * An exception of the learner's Python world that TypeScript code raises.
 * The rooms `sqlalchemy` and `alembic` throw it; `modules` turns it into the Python exception when it crosses into Python.
 */
export class Raise extends Error {
  /** Dotted name of the class where it is defined, such as "sqlalchemy.exc.ArgumentError" or "builtins.KeyError". */
  readonly type: string;
  readonly args: readonly unknown[];
  readonly options: RaiseOptions;
  constructor(type: string, args: readonly unknown[], options: RaiseOptions = {}) {
    super(`${type}: ${args.map(String).join(', ')}`);
    this.name = 'Raise';
    this.type = type;
    this.args = args;
    this.options = options;
  }
}

/** A place in a library's file. */
export interface LibraryFrame {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  /** What stands there, where a warning shows it. */
  readonly source?: string;
  /** Set where the line is nearer to what happens than the learner's own, which called it. */
  readonly nearest?: boolean;
}

/** What an exception brings along beside its arguments. */
export interface RaiseOptions {
  /** What `raise … from` names: a Raise or a Python exception on its way. */
  readonly cause?: unknown;
  /** What the traceback of that cause shows, instead of the frames that it went through. */
  readonly causeFrames?: readonly LibraryFrame[];
  /** Attributes of the exception instance, such as `orig` or `code`. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Frames of library code that a traceback shows, innermost last: for an exception that only ever is another one's cause. */
  readonly frames?: readonly LibraryFrame[];
}

/**
 * What the TypeScript rooms may ask of the learner's Python world. Values of that world are `unknown` here and are handed
 * back as they came. Implemented by `modules` over the interpreter; one per process.
 */
/** A SyntaxError or one of its kinds. `line` is missing where Python names none. */
export interface SyntaxProblem {
  readonly type: string;
  readonly message: string;
  readonly line: number | undefined;
}

/** What the rooms that know nothing of Python may ask of the learner's program. */
export interface PythonWorld {
  isCallable(value: unknown): boolean;
  /** Calls a Python callable. Exceptions of the learner's pass through unchanged. */
  call(callable: unknown, args: readonly unknown[], keywords?: Readonly<Record<string, unknown>>): unknown;
  /** Lets go of a value that nobody takes: Python warns where it is a coroutine. @param at the library's line that lets go */
  forget(value: unknown, at: LibraryFrame): void;
  /** `getattr(value, name)`; undefined where there is no such attribute. */
  getAttribute(value: unknown, name: string): unknown;
  setAttribute(value: unknown, name: string, to: unknown): void;
  repr(value: unknown): string;
  str(value: unknown): string;
  truth(value: unknown): boolean;
  /** `type(value).__name__` */
  typeName(value: unknown): string;
  isInstance(value: unknown, dottedClass: string): boolean;
  /** The items of any iterable. @throws TypeError of Python */
  iterate(value: unknown): Iterable<unknown>;
  /** Python containers from and to plain arrays and maps (one level). */
  list(items: readonly unknown[]): unknown;
  tuple(items: readonly unknown[]): unknown;
  dict(entries: Iterable<readonly [unknown, unknown]>): unknown;
  /** Executes a file as module `name` (not registered in sys.modules), as importlib's loader does; the module. @param source its text, where the path is not where it lies */
  runFile(path: string, name: string, source?: string): unknown;
  /** Evaluates an expression of a template with these names. */
  evaluate(expression: string, names: ReadonlyMap<string, unknown>): unknown;
  /** Executes statements in a namespace (template module blocks); what it defines. */
  execute(source: string, names: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown>;
  /** Parses statements without running them: what Python's compiler has against them; undefined for nothing. */
  syntaxProblem(source: string, filename: string): SyntaxProblem | undefined;
  /** What a thrown JavaScript value is in Python's eyes; undefined for a bug of ours. */
  thrown(error: unknown): ThrownException | undefined;
}

/** An exception of Python, as far as the tools look at it. */
export interface ThrownException {
  /** Dotted names of the class and its bases, in method resolution order. */
  readonly types: readonly string[];
  /** `str(exception)` */
  readonly message: string;
  /** The exception instance. */
  readonly value: unknown;
}

/** Levels of Python's `logging`. */
export type LogLevel = 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR';

/** A message whose text is made only where a handler writes it, and may fail there. */
export interface LateMessage {
  /** As the library gives it to logging, without its arguments. */
  readonly template: string;
  text(): string;
}

/** A running command: one Python process with its own modules, loggers and streams. */
export interface Process {
  readonly machine: Machine;
  readonly argv: readonly string[];
  readonly environment: Map<string, string>;
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly python: PythonWorld;
  /** `warnings.warn` from library code: a category's dotted name, and the text. */
  warn(category: string, message: string): void;
  /** A record for Python's `logging`: what becomes of it, the learner's configuration says. */
  log(logger: string, level: LogLevel, message: string | LateMessage): void;
  /** Whether a logger would take a record of this level now. */
  isLogged?(logger: string, level: LogLevel): boolean;
  /** The library's line that is at work where none of the learner's files is: warnings name it. */
  place?: LibraryFrame | undefined;
}

/** Where a program writes. */
export interface Output {
  write(text: string): void;
}
