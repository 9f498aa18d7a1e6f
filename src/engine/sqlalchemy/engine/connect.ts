/** Opens a session with the server for a connection. Answers to: sqlalchemy/engine/create.py, default.py (connect, initialize). */
import { Raise } from '../../machine.ts';
import { CONNECTING } from './driver/library-frames.ts';
import { type DriverSession, openSession } from './driver/session.ts';
import type { Engine } from './engine.ts';
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

/** A session with the server that the engine's URL names. @throws OperationalError, and what a missing driver throws */
export function connect(engine: Engine): DriverSession {
  const { process, url, dialect } = engine;
  const options = new Map<string, string>();
  for (const [key, value] of url.query) options.set(key, typeof value === 'string' ? value : value.join(','));
  for (const [key, value] of (engine.options.get('connect_args') ?? new Map()) as Map<string, unknown>) {
    if (typeof value === 'string' || typeof value === 'number') options.set(key, String(value));
  }
  try {
    if (dialect.name !== 'postgresql') {
      throw new Raise('builtins.NotImplementedError', [
        `this simulator has a PostgreSQL server only; it cannot connect to ${dialect.name}`,
      ]);
    }
    if (dialect.driver === 'psycopg2') checkOptions(options);
    // What the URL leaves empty is left to the driver.
    const session = openSession(process.machine, {
      host: options.get('host') ?? (url.host || undefined),
      port: options.has('port') ? Number(options.get('port')) : url.port || undefined,
      user: options.get('user') ?? (url.username || undefined),
      password: options.get('password') ?? (url.password || undefined),
      database: options.get('dbname') ?? (url.database || undefined),
      options,
    });
    session.speaksAsyncpg = dialect.driver === 'asyncpg';
    initialise(engine, session);
    return session;
  } catch (error) {
    if (dialect.driver === 'asyncpg') throw asyncpgError(error);
    const failed = { sql: null, parameters: null, many: false, hideParameters: engine.hideParameters };
    throw wrapped(error, failed, process.python, false);
  }
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

/** What the first connection of an engine asks the server; of the rest only the log shows something. */
function initialise(engine: Engine, session: DriverSession): void {
  if (engine.initialised) return;
  engine.initialised = true;
  engine.dialect.serverVersion = [18, 3];
  engine.dialect.defaultSchema = session.server.execute(CURRENT_SCHEMA)[0]!.rows[0]![0] ?? null;
  const { process } = engine;
  const rowsToo = process.isLogged?.(LOGGER, 'DEBUG') ?? false;
  for (const sql of ['select pg_catalog.version()', CURRENT_SCHEMA, 'show standard_conforming_strings']) {
    process.log(LOGGER, 'INFO', sql);
    process.log(LOGGER, 'INFO', '[raw sql] {}');
    if (!rowsToo) continue;
    const { fields, rows } = session.server.execute(sql)[0]!;
    process.log(LOGGER, 'DEBUG', `Col ${tupleText(fields.map(({ name }) => name))}`);
    process.log(LOGGER, 'DEBUG', `Row ${tupleText(rows[0]!)}`);
  }
}
