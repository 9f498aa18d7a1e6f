/** Opens a session with the server for a connection. Answers to: sqlalchemy/engine/create.py, default.py (connect, initialize). */
import { type ConnectTarget, Raise } from '../../machine.ts';
import type { Connection } from './connection.ts';
import { CONNECTING } from './driver/library-frames.ts';
import { DriverSession, openSession } from './driver/session.ts';
import type { Engine } from './engine.ts';
import { doneByListener, isHeardBy, ofEngine } from './events.ts';
import { requireGreenlet } from './greenlet.ts';
import { isTold, NO_PARAMETERS, shownGiven } from './parameters.ts';
import { tupleText } from './row-log.ts';
import { wrapped } from './wrap-error.ts';

export const LOGGER = 'sqlalchemy.engine.Engine';

/** libpq's options that a URL's query may carry. */
const DSN_OPTIONS = new Set(
  (
    'application_name channel_binding client_encoding connect_timeout fallback_application_name gssencmode gsslib hostaddr keepalives ' +
    'keepalives_count keepalives_idle keepalives_interval krbsrvname load_balance_hosts options passfile replication requirepeer ' +
    'require_auth service ssl_max_protocol_version ssl_min_protocol_version sslcert sslcompression sslcrl sslcrldir sslkey sslmode ' +
    'sslnegotiation sslpassword sslrootcert sslsni target_session_attrs tcp_user_timeout host port user password dbname'
  ).split(' '),
);

/** What the driver is given: the parts of the URL that are there, its query, and `connect_args`. */
function parametersOf({ url, options }: Engine): Map<string, unknown> {
  const parts = [
    ['host', url.host],
    ['dbname', url.database],
    ['user', url.username],
    ['password', url.password],
    ['port', url.port],
  ] as const;
  return new Map<string, unknown>([
    // What the URL leaves empty is left to the driver.
    ...parts.filter(([, value]) => Boolean(value)),
    ...Array.from(
      url.query,
      ([key, value]) => [key, typeof value === 'string' ? value : value.join(',')] as const,
    ),
    ...((options.get('connect_args') ?? new Map()) as Map<string, unknown>),
  ]);
}

/** The parameters as listeners of `do_connect` leave them, or the session that one of them opened. */
function asked(engine: Engine): Map<string, unknown> | DriverSession {
  const given = parametersOf(engine);
  if (!isHeardBy(engine, 'do_connect')) return given;
  const { python } = engine.process;
  const connecting = { args: python.list([]), parameters: python.dict([...given]) };
  const session = ofEngine(engine, 'do_connect', { connecting })?.session;
  if (session) return session;
  const items = python.call(python.getAttribute(connecting.parameters, 'items'), []);
  return new Map(
    Array.from(python.iterate(items), (pair) => [...python.iterate(pair)] as unknown as [string, unknown]),
  );
}

const isText = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/** A session with the server that the engine's URL names. @throws OperationalError, and what a missing driver throws */
export function connect(engine: Engine): DriverSession {
  const { process, dialect } = engine;
  try {
    if (dialect.name !== 'postgresql') {
      throw new Raise('builtins.NotImplementedError', [
        `this simulator has a PostgreSQL server only; it cannot connect to ${dialect.name}`,
      ]);
    }
    const given = asked(engine);
    const session =
      given instanceof DriverSession ? given : openSession(process.machine, targetOf(given, dialect.driver));
    session.speaksAsyncpg = dialect.driver === 'asyncpg';
    if (dialect.isAsync) session.mayWait = () => requireGreenlet(engine);
    return session;
  } catch (error) {
    if (dialect.driver === 'asyncpg') throw asyncpgError(error);
    const failed = { sql: null, parameters: null, many: false, hideParameters: engine.hideParameters };
    throw wrapped(error, failed, process.python, false);
  }
}

/** @throws ProgrammingError for what is no option of libpq's */
function targetOf(given: ReadonlyMap<string, unknown>, driver: string | null): ConnectTarget {
  const options = new Map(
    [...given].filter(([, value]) => isText(value)).map(([key, value]) => [key, String(value)] as const),
  );
  if (driver === 'psycopg2') checkOptions(options);
  const port = options.get('port');
  return {
    host: options.get('host'),
    port: port === undefined ? undefined : Number(port),
    user: options.get('user'),
    password: options.get('password'),
    database: options.get('dbname'),
    options,
  };
}

/** @throws ProgrammingError for what is no option of libpq's */
export function checkOptions(options: ReadonlyMap<string, string>): void {
  for (const key of options.keys()) {
    if (DSN_OPTIONS.has(key)) continue;
    throw new Raise('psycopg2.ProgrammingError', [`invalid dsn: invalid connection option "${key}"\n`], {
      frames: CONNECTING,
      attributes: { base: 'ProgrammingError' },
    });
  }
}

/** asyncpg speaks to the server itself: its words are not libpq's. */
function asyncpgError(error: unknown): unknown {
  if (!(error instanceof Raise) || error.type !== 'psycopg2.OperationalError') return error;
  const text = String(error.args[0]).trimEnd();
  const refused = /port (\d+) failed: Connection refused/.exec(text);
  if (refused) {
    return new Raise('builtins.ConnectionRefusedError', [
      111,
      `Connect call failed ('127.0.0.1', ${refused[1]})`,
    ]);
  }
  if (/could not translate host name/.test(text)) {
    return new Raise('socket.gaierror', [-2, 'Name or service not known']);
  }
  const fatal = /FATAL: {2}(.*)$/s.exec(text)?.[1] ?? text;
  if (/password authentication failed/.test(fatal))
    return new Raise('asyncpg.exceptions.InvalidPasswordError', [fatal]);
  if (/database ".*" does not exist/.test(fatal))
    return new Raise('asyncpg.exceptions.InvalidCatalogNameError', [fatal]);
  return error;
}

const CURRENT_SCHEMA = 'select current_schema()';

/** What the first connection of an engine asks the server; the log shows it, and listeners of `do_execute` hear of it. */
export function initialise(connection: Connection): void {
  const { engine, session } = connection;
  if (engine.initialised) return;
  engine.initialised = true;
  engine.dialect.serverVersion = [18, 3];
  engine.dialect.defaultSchema = session.server.execute(CURRENT_SCHEMA)[0]!.rows[0]![0] ?? null;
  const { process } = engine;
  const rowsToo = process.isLogged?.(LOGGER, 'DEBUG') ?? false;
  const none = engine.dialect.paramstyle === 'dollar' ? '()' : '{}';
  const parameters = isTold(connection) ? shownGiven(NO_PARAMETERS, process.python) : null;
  for (const sql of ['select pg_catalog.version()', CURRENT_SCHEMA, 'show standard_conforming_strings']) {
    process.log(LOGGER, 'INFO', sql);
    process.log(LOGGER, 'INFO', `[raw sql] ${none}`);
    doneByListener({ connection, sql, parameters, many: false });
    if (!rowsToo) continue;
    const { fields, rows } = session.server.execute(sql)[0]!;
    process.log(LOGGER, 'DEBUG', `Col ${tupleText(fields.map(({ name }) => name))}`);
    process.log(LOGGER, 'DEBUG', `Row ${tupleText(rows[0]!)}`);
  }
}
