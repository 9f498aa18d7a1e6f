/** The learner's PostgreSQL: sessions, one after the other, on a PGlite that has exactly one. */
import type { PGlite } from '@electric-sql/pglite';
import {
  ConnectFailure,
  type Connection,
  type ConnectTarget,
  type Database,
  DatabaseError,
  type Notice,
  type QueryResult,
} from '../engine/machine.ts';
import { copiesFromClient, fromFile } from './copy.ts';
import { ICU, isShipped } from './extensions.ts';
import { refusal } from './refusal.ts';
import { openWire, type Reply, type Send } from './wire.ts';

/** Where the server's time and randomness come from. */
export interface Host {
  /** Microseconds since 1970-01-01. */
  now(): bigint;
  randomBytes(count: number): Uint8Array;
}

export interface Server extends Database {
  /** false while the learner has it stopped: connections are refused. */
  readonly running: boolean;
  start(): void;
  /** Ends every session, as a shutdown does. */
  stop(): void;
  /** What the end of a process does to the sessions it left open. */
  endSessions(): void;
  /** Why a connection to there cannot be made; undefined where it can. */
  refusal(target: ConnectTarget): ConnectFailure | undefined;
  /** A session of our own, for panels and checks: needs no login, works while the server is stopped. */
  administer(): Connection;
  /** The extension that CREATE EXTENSION asked for and that is not loaded here; reading forgets it. */
  takeMissingExtension(): string | undefined;
  /** Whether PGlite ships this extension and the server was started without it. */
  couldLoad(extension: string): boolean;
  /** Grows with every statement that a session sends: equal numbers mean that nothing can have changed. */
  readonly activity: number;
  /** Emptying is not enough to begin anew: roles or settings of the whole server were changed, or it stopped answering. */
  readonly spent: boolean;
  /** The instance stopped answering: only a new one helps. */
  readonly broken: boolean;
}

const ONE_SESSION =
  'this simulator has one database session: a second connection cannot work while another one has an open transaction';
const COPY_FILE = '/tmp/rows-of-copy';
const NO_TEMPLATE = 'CREATE DATABASE is not supported in this simulator: it has one database, app';
const COPY_REFUSED = 'COPY FROM STDIN is not supported in this simulator: use INSERT instead';

/** A collation of ICU, by its name's ending, by its provider, or by the one name without a mark. */
const NEEDS_ICU = /-x-icu|\bprovider\s*=\s*'?icu|\bcollate\s+"?unicode\b/i;
const CREATES_DATABASE = /\bcreate\s+database\b/i;

/** What outlives every schema. */
const GLOBAL = /\b(create|alter|drop)\s+(role|user|group|database|tablespace|system)\b/i;

/** A server at work. */
interface Serving {
  readonly pg: PGlite;
  readonly host: Host;
  readonly send: (sql: string) => Reply;
  readonly hasTemplates: boolean;
  readonly hasIcu: boolean;
  readonly sessions: Set<Session>;
  /** Whose session PostgreSQL's one session is now. */
  owner: Session | undefined;
  running: boolean;
  broken: boolean;
  /** Something was changed that outlives every schema. */
  spent: boolean;
  /** An extension that was asked for and is not loaded. */
  missing: string | undefined;
  activity: number;
}

/**
 * @param host asked before every statement, so that replaying the same statements gives the same rows.
 * @param extensions names of those that it was booted with.
 */
export function openServer(pg: PGlite, host: Host, extensions: readonly string[] = []): Server {
  const serving = newServing(pg, host, extensions);
  return {
    get running() {
      return serving.running;
    },
    get broken() {
      return serving.broken;
    },
    get activity() {
      return serving.activity;
    },
    get spent() {
      return serving.spent || serving.broken;
    },
    couldLoad: (extension) => isShipped(extension) && !extensions.includes(extension),
    refusal: (target) => refusal(target, serving.running),
    connect(target: ConnectTarget) {
      const no = refusal(target, serving.running);
      if (no) throw no;
      return open(serving, true);
    },
    administer: () => open(serving, false),
    endSessions: () => endSessions(serving),
    start() {
      serving.running = true;
    },
    stop() {
      endSessions(serving);
      serving.running = false;
    },
    takeMissingExtension() {
      const name = serving.missing;
      serving.missing = undefined;
      return name;
    },
  };
}

function newServing(pg: PGlite, host: Host, extensions: readonly string[]): Serving {
  const hasTemplates = pg.Module.FS.analyzePath('/pglite/data/base/1/PG_VERSION').exists;
  return {
    pg,
    host,
    send: withHost(pg, host, openWire(pg)),
    hasTemplates,
    hasIcu: hasTemplates || extensions.includes(ICU),
    sessions: new Set(),
    owner: undefined,
    running: true,
    broken: false,
    spent: false,
    missing: undefined,
    activity: 0,
  };
}

function open(serving: Serving, counts: boolean): Connection {
  if (serving.owner && serving.owner.status !== 'idle') throw new ConnectFailure('unsupported', ONE_SESSION);
  const session = newSession(serving, counts);
  serving.sessions.add(session);
  return session;
}

function endSessions({ sessions }: Serving): void {
  for (const session of [...sessions]) session.close();
}

function end(serving: Serving, session: Session): void {
  serving.sessions.delete(session);
  if (serving.owner !== session) return;
  serving.owner = undefined;
  if (session.status !== 'idle') serving.send('rollback');
}

function ask(serving: Serving, session: Session, sql: string): Reply {
  refuse(serving, session, sql);
  take(serving, session);
  if (session.counts) {
    serving.activity += 1;
    serving.spent ||= GLOBAL.test(sql);
  }
  const reply = serving.send(sql);
  if (reply.status === undefined) {
    serving.broken = true;
    throw fatal('57P02', 'server closed the connection unexpectedly');
  }
  serving.missing = missingExtension(reply) ?? serving.missing;
  return reply;
}

/** What is not sent at all. */
function refuse(serving: Serving, session: Session, sql: string): void {
  if (session.closed) throw fatal('57P01', 'the connection is closed');
  if (sql.includes('\0')) throw failed('22021', 'invalid byte sequence for encoding "UTF8": 0x00');
  if (copiesFromClient(sql)) throw failed('0A000', COPY_REFUSED);
  if (!serving.hasTemplates && CREATES_DATABASE.test(sql)) throw failed('0A000', NO_TEMPLATE);
  if (!serving.hasIcu && NEEDS_ICU.test(sql)) {
    serving.missing = ICU;
    throw failed('0A000', 'collations of ICU are not loaded');
  }
}

/** Makes PostgreSQL's one session this one, as if it were new. */
function take(serving: Serving, session: Session): void {
  const { owner, send, host } = serving;
  if (owner === session) return;
  if (owner && owner.status !== 'idle') throw fatal('0A000', ONE_SESSION);
  if (session.displaced) throw fatal('0A000', ONE_SESSION);
  if (owner?.keepsState) owner.displaced = true;
  send('rollback');
  send('discard all');
  send(`select setseed(${seedFrom(host.randomBytes(4))})`);
  serving.owner = session;
}

/** Rows for COPY … FROM STDIN lie in a file of the server's own disk, which it may read. */
function stage({ pg }: Serving, sql: string, rows: string): string {
  pg.Module.FS.writeFile(COPY_FILE, rows);
  return fromFile(sql, COPY_FILE);
}

/** A connection, and what the server must know of it when another one wants the session. */
interface Session extends Connection {
  /** A learner's session: what it sends counts as activity. */
  readonly counts: boolean;
  readonly closed: boolean;
  /** It changed settings or prepared something that another session would wipe out. */
  readonly keepsState: boolean;
  displaced: boolean;
}

const KEEPING = /^(SET|PREPARE|LISTEN|DECLARE CURSOR|RESET|LOAD)$/;
const TEMPORARY = /\b(temp|temporary)\b|pg_advisory_lock|set_config/i;

function newSession(serving: Serving, counts: boolean): Session {
  let status: Connection['status'] = 'idle';
  let kept: Notice[] = [];
  let closed = false;
  let keepsState = false;
  const session: Session = {
    counts,
    displaced: false,
    get status() {
      return status;
    },
    get closed() {
      return closed;
    },
    get keepsState() {
      return keepsState;
    },
    execute(sql): readonly QueryResult[] {
      const reply = ask(serving, session, sql);
      status = reply.status ?? 'idle';
      kept.push(...reply.notices);
      keepsState ||= reply.results.some((result) => KEEPING.test(result.tag)) || TEMPORARY.test(sql);
      if (reply.error) throw new DatabaseError(reply.error, reply.results);
      return reply.results;
    },
    copyIn: (sql, rows) => session.execute(stage(serving, sql, rows))[0]!,
    notices() {
      const notices = kept;
      kept = [];
      return notices;
    },
    close() {
      if (closed) return;
      closed = true;
      end(serving, session);
    },
  };
  return session;
}

function missingExtension(reply: Reply): string | undefined {
  if (reply.error?.code !== '0A000') return undefined;
  return /^extension "(.+)" is not available$/.exec(reply.error.message)?.[1];
}

const failed = (code: string, message: string) => new DatabaseError({ severity: 'ERROR', code, message });
const fatal = (code: string, message: string) => new DatabaseError({ severity: 'FATAL', code, message });

/** A number in [-1, 1] for setseed(): `random()` then gives the same row of numbers in every replay. */
function seedFrom(bytes: Uint8Array): number {
  const [a = 0, b = 0, c = 0] = bytes;
  return ((a << 16) | (b << 8) | c) / 0x800000 - 1;
}

/**
 * Makes the server see the host's time and randomness: `now()` reads `Date.now`, held still during a statement;
 * uuids read `/dev/urandom`, whose own implementation hands out bytes from a buffer filled at boot.
 */
function withHost(pg: PGlite, host: Host, send: Send): Send {
  const { FS } = pg.Module;
  for (const name of ['random', 'urandom']) {
    if (FS.analyzePath(`/dev/${name}`).exists) FS.unlink(`/dev/${name}`);
    FS.createDevice('/dev', name, () => host.randomBytes(1)[0]!, null);
  }
  return (sql) => {
    const milliseconds = Number(host.now()) / 1000;
    const real = Date.now;
    Date.now = () => milliseconds;
    try {
      return send(sql);
    } finally {
      Date.now = real;
    }
  };
}
