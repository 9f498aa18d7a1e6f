/**
 * Where psql and its kin connect to: options, a URL or a key=value string, the PG… variables, then this machine's own
 * setting: localhost, the learner, the database `app`. Answers to: libpq's connection strings, Debian's pg_wrapper.
 */
import type { ConnectTarget } from '../../machine.ts';

/** Where options say to connect to. */
export interface TargetOptions {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly user?: string | undefined;
  readonly database?: string | undefined;
}

interface Parts {
  host?: string;
  port?: string;
  user?: string;
  password?: string;
  dbname?: string;
}

const OWN = { host: 'localhost', user: 'learner', password: 'learner', database: 'app' } as const;

/** @param options what the command line says; `database` may be a URL or `key=value` pairs. */
export function targetOf(options: TargetOptions, environment: ReadonlyMap<string, string>): ConnectTarget {
  const parts = connectionParts(options.database);
  const user = parts.user ?? options.user ?? environment.get('PGUSER') ?? OWN.user;
  const port = parts.port ?? options.port ?? environment.get('PGPORT');
  return {
    host: parts.host ?? options.host ?? environment.get('PGHOST') ?? OWN.host,
    port: port === undefined ? undefined : Number(port),
    user,
    password:
      parts.password ?? environment.get('PGPASSWORD') ?? (user === OWN.user ? OWN.password : undefined),
    database: parts.dbname ?? environment.get('PGDATABASE') ?? (user === OWN.user ? OWN.database : user),
  };
}

function connectionParts(text: string | undefined): Parts {
  if (text === undefined || text === '') return {};
  if (/^postgres(?:ql)?:\/\//.test(text)) return urlParts(text);
  if (!text.includes('=')) return { dbname: text };
  const parts: Record<string, string> = {};
  for (const match of text.matchAll(/(\w+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|(\S+))/g))
    parts[match[1]!] = match[2] ?? match[3]!;
  return parts;
}

function urlParts(text: string): Parts {
  const match = /^postgres(?:ql)?:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^:/?]*)(?::(\d+))?(?:\/([^?]*))?/.exec(
    text,
  );
  const [, user, password, host, port, dbname] = match ?? [];
  const parts: Parts = {};
  const set = (name: keyof Parts, value: string | undefined) => {
    if (value) parts[name] = decode(value);
  };
  set('user', user);
  set('password', password);
  set('host', host);
  set('port', port);
  set('dbname', dbname);
  return parts;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
