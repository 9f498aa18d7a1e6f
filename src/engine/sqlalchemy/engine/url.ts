/** Database URLs. Answers to: sqlalchemy/engine/url.py. */
import { Raise } from '../../machine.ts';
import { host } from '../expression/host.ts';

export type UrlQuery = ReadonlyMap<string, string | readonly string[]>;

export interface UrlParts {
  readonly drivername: string;
  readonly username: string | null;
  readonly password: string | null;
  readonly host: string | null;
  readonly port: number | null;
  readonly database: string | null;
  readonly query: UrlQuery;
}

export class Url implements UrlParts {
  readonly drivername: string;
  readonly username: string | null;
  readonly password: string | null;
  readonly host: string | null;
  readonly port: number | null;
  readonly database: string | null;
  readonly query: UrlQuery;

  constructor(parts: Partial<UrlParts> & { readonly drivername: string }) {
    this.drivername = parts.drivername;
    this.username = parts.username ?? null;
    this.password = parts.password ?? null;
    this.host = parts.host ?? null;
    this.port = parts.port ?? null;
    this.database = parts.database ?? null;
    this.query = parts.query ?? new Map();
  }

  /** A copy with some parts changed. */
  with(parts: Partial<UrlParts>): Url {
    return new Url({ ...this, ...parts });
  }

  /** "postgresql" */
  get backend(): string {
    return this.drivername.split('+')[0]!;
  }

  /** "psycopg2", or undefined where the URL does not say. */
  get driver(): string | undefined {
    return this.drivername.split('+')[1];
  }

  /** The URL as text; the password as `***` unless it is asked for. */
  render(hidePassword = true): string {
    let text = `${this.drivername}://`;
    if (this.username !== null) {
      text += quoted(this.username);
      if (this.password !== null) text += `:${hidePassword ? '***' : quoted(this.password)}`;
      text += '@';
    }
    if (this.host !== null) text += this.host.includes(':') ? `[${this.host}]` : this.host;
    if (this.port !== null) text += `:${this.port}`;
    if (this.database !== null) text += `/${this.database}`;
    if (this.query.size > 0) text += `?${queryText(this.query)}`;
    return text;
  }
}

/** As Python's `urllib.parse.quote(text, safe=' +')`. */
const quoted = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', ' ')
    .replaceAll('%2B', '+');

/** As `quote_plus`. */
const plusQuoted = (text: string): string => quoted(text).replaceAll('+', '%2B').replaceAll(' ', '+');

function queryText(query: UrlQuery): string {
  return [...query.keys()]
    .sort()
    .flatMap((key) => {
      const value = query.get(key)!;
      const values = typeof value === 'string' ? [value] : value;
      return values.map((one) => `${plusQuoted(key)}=${plusQuoted(one)}`);
    })
    .join('&');
}

const URL_TEXT =
  /^([\w+]+):\/\/(?:([^:/]*)(?::([^@]*))?@)?(?:(?:\[([^/?]+)\]|([^/:?]+))?(?::([^/?]*))?)?(?:\/([^?]*))?(?:\?(.*))?$/s;

/** `make_url(text or URL)`. @throws ArgumentError, ValueError */
export function makeUrl(given: unknown): Url {
  if (given instanceof Url) return given;
  if (typeof given !== 'string') {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Expected string or URL object, got ${host().repr(given)}`,
    ]);
  }
  const parts = URL_TEXT.exec(given);
  if (!parts) {
    throw new Raise('sqlalchemy.exc.ArgumentError', ['Could not parse SQLAlchemy URL from given URL string']);
  }
  const [, drivername, username, password, ipv6, name, port, database, query] = parts;
  return new Url({
    drivername: drivername!,
    username: username === undefined ? null : unquoted(username),
    password: password === undefined ? null : unquoted(password),
    host: ipv6 ?? name ?? null,
    port: port === undefined ? null : portNumber(port),
    database: database ?? null,
    query: parseQuery(query ?? ''),
  });
}

/** @throws ValueError as Python's int() does */
export function portNumber(text: string): number {
  if (/^\s*[-+]?\d+\s*$/.test(text)) return Number(text);
  throw new Raise('builtins.ValueError', [`invalid literal for int() with base 10: ${host().repr(text)}`]);
}

function unquoted(text: string): string {
  const bytes: number[] = [];
  const source = new TextEncoder().encode(text);
  for (let at = 0; at < source.length; at += 1) {
    const pair = String.fromCharCode(source[at + 1] ?? 32, source[at + 2] ?? 32);
    if (source[at] === 37 && /^[0-9a-fA-F]{2}$/.test(pair)) {
      bytes.push(Number.parseInt(pair, 16));
      at += 2;
    } else bytes.push(source[at]!);
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

/** `a=1&b=2` as a mapping; a name given twice has a list. */
export function parseQuery(text: string): UrlQuery {
  const query = new Map<string, string | string[]>();
  for (const part of text.split('&')) {
    const [name = '', ...rest] = part.split('=');
    const value = rest.join('=');
    if (value === '') continue;
    const key = unquoted(name.replaceAll('+', ' '));
    const one = unquoted(value.replaceAll('+', ' '));
    const known = query.get(key);
    query.set(key, known === undefined ? one : [...(typeof known === 'string' ? [known] : known), one]);
  }
  return query;
}
