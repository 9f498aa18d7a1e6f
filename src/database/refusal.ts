/** Who may connect, and libpq's words for everybody else. Answers to: libpq's fe-connect.c, as psycopg2 hands its texts on. */
import { ConnectFailure, type ConnectTarget } from '../engine/machine.ts';
import { noTls, wrongChoice, wrongNumber } from './connect-options.ts';

const SOCKETS = '/var/run/postgresql';
const LOCAL = new Set(['localhost', '127.0.0.1']);
const SERVER_PORT = 5432;
const LOGIN = { user: 'learner', password: 'learner', database: 'app' } as const;

/**
 * Why a server on 127.0.0.1:5432 with the login learner:learner and the database `app` cannot be reached this way.
 * @param running false while the learner's server is stopped.
 * @returns undefined where the connection can be made.
 */
export function refusal(target: ConnectTarget, running: boolean): ConnectFailure | undefined {
  const { options } = target;
  const choice = wrongChoice(options);
  if (choice !== undefined) return new ConnectFailure('other', choice);
  const port = target.port ?? SERVER_PORT;
  if (port < 1 || port > 65535) return new ConnectFailure('other', `invalid port number: "${port}"`);
  const host = target.host ?? '';
  if (host === '' || host.startsWith('/')) return noSocket(host || SOCKETS, port);
  const address = addressOf(host);
  if (address === undefined) {
    return new ConnectFailure(
      'unknown-host',
      `could not translate host name "${host}" to address: Name or service not known`,
    );
  }
  const place = `connection to server at "${host}"${address === host ? '' : ` (${address})`}, port ${port} failed: `;
  const number = wrongNumber(options);
  if (number !== undefined) return new ConnectFailure('other', place + number);
  if (!running || port !== SERVER_PORT || !LOCAL.has(host)) {
    return new ConnectFailure(
      'refused',
      `${place}Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?`,
    );
  }
  const insecure = noTls(options);
  if (insecure !== undefined) return new ConnectFailure('other', place + insecure);
  return wrongLogin(target, place);
}

/** What PostgreSQL says (SCRAM, no TLS) when it is not learner:learner@…/app. */
function wrongLogin(target: ConnectTarget, place: string): ConnectFailure | undefined {
  const user = target.user ?? LOGIN.user;
  const database = target.database ?? user;
  if (!target.password) return new ConnectFailure('no-password', `${place}fe_sendauth: no password supplied`);
  if (user !== LOGIN.user || target.password !== LOGIN.password) {
    return new ConnectFailure(
      'password',
      `${place}FATAL:  password authentication failed for user "${user}"`,
    );
  }
  if (database !== LOGIN.database) {
    return new ConnectFailure('no-database', `${place}FATAL:  database "${database}" does not exist`);
  }
  return undefined;
}

function noSocket(folder: string, port: number): ConnectFailure {
  return new ConnectFailure(
    'refused',
    `connection to server on socket "${folder}/.s.PGSQL.${port}" failed: No such file or directory\n\tIs the server running locally and accepting connections on that socket?`,
  );
}

/** The address of a host name; undefined where nobody knows the name. */
function addressOf(host: string): string | undefined {
  if (host === 'localhost') return '127.0.0.1';
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) || host.includes(':') ? host : undefined;
}
