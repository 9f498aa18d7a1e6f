/** URL in Python. Answers to: sqlalchemy/engine/url.py. */

import { type PyTuple, tuple } from '../../../python/values/containers/containers.ts';
import { dict, type PyDict } from '../../../python/values/containers/dict.ts';
import { hashValue } from '../../../python/values/containers/hash.ts';
import { raise, typeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { dialectOf } from '../../../sqlalchemy/engine/dialect.ts';
import { makeUrl, parseQuery, portNumber, Url, type UrlQuery } from '../../../sqlalchemy/engine/url.ts';
import { host } from '../../../sqlalchemy/expression/host.ts';
import { immutableDict } from './immutable-dict.ts';

const MODULE = 'sqlalchemy.engine.url';

const PARTS = ['drivername', 'username', 'password', 'host', 'port', 'database', 'query'] as const;

type Parts = Readonly<Record<(typeof PARTS)[number], Value>>;

const partsOf = (bound: readonly Value[]): Parts =>
  Object.fromEntries(PARTS.map((part, at) => [part, bound[at]!])) as Parts;

const queryValue = (query: UrlQuery): PyDict =>
  immutableDict(
    [...query].map(([key, value]) => [key, typeof value === 'string' ? value : tuple([...value])] as const),
  );

function queryOf(call: Interpreter, value: Value): UrlQuery {
  if (value === null) return new Map();
  const items = call.getAttribute(value, 'items');
  if (items === undefined)
    throw raise('AttributeError', `'${host().typeName(value)}' object has no attribute 'items'`);
  return new Map<string, string | readonly string[]>(
    [...call.iterate(call.call(items))].map((pair) => {
      const [key, one] = [...call.iterate(pair)];
      if (typeof key !== 'string') throw typeError('Query dictionary keys must be strings');
      if (typeof one === 'string') return [key, one] as const;
      return [key, [...call.iterate(one!)].map(String)] as const;
    }),
  );
}

function text(name: string, value: Value): string | null {
  if (value === null || typeof value === 'string') return value;
  throw typeError(`${name} must be a string`);
}

function portOf(value: Value): number | null {
  if (value === null) return null;
  return typeof value === 'number' ? value : portNumber(String(value));
}

function create(call: Interpreter, _cls: Value, ...bound: Value[]): Value {
  const { drivername, username, password, host, port, database, query } = partsOf(bound);
  if (typeof drivername !== 'string') throw typeError('drivername must be a string');
  if (drivername === '') throw typeError('drivername must be a string');
  return new Url({
    drivername,
    username: text('username', username),
    password: password === null ? null : call.str(password),
    host: text('host', host),
    port: portOf(port),
    database: text('database', database),
    query: queryOf(call, query),
  });
}

const CREATE = 'drivername, username=None, password=None, host=None, port=None, database=None, query=None';

/** `url.set(…)`: None leaves a part as it is. */
function change(call: Interpreter, self: Url, parts: Parts): Value {
  const { drivername, username, password, host, port, database, query } = parts;
  return self.with({
    ...(drivername === null ? {} : { drivername: String(drivername) }),
    ...(username === null ? {} : { username: text('username', username) }),
    ...(password === null ? {} : { password: call.str(password) }),
    ...(host === null ? {} : { host: text('host', host) }),
    ...(port === null ? {} : { port: portOf(port) }),
    ...(database === null ? {} : { database: text('database', database) }),
    ...(query === null ? {} : { query: queryOf(call, query) }),
  });
}

const merged = (self: Url, added: UrlQuery, append: boolean): Url => {
  const query = new Map(self.query);
  for (const [key, value] of added) {
    const known = query.get(key);
    const both = (one: string | readonly string[]) => (typeof one === 'string' ? [one] : one);
    query.set(key, append && known !== undefined ? [...both(known), ...both(value)] : value);
  }
  return self.with({ query });
};

const asTuple = (self: Url): PyTuple =>
  tuple(PARTS.map((part) => (part === 'query' ? queryValue(self.query) : (self[part] as Value))));

/** The parts that are given, under the names of `names` in order, else of the keyword arguments, else their own; None leaves one out. */
function connectArguments(call: Interpreter, self: Url, names: Value, keywords: Map<string, Value>): Value {
  const listed = names === null ? [] : [...call.iterate(names)];
  if (listed.length > 0)
    host().warn(
      'sqlalchemy.exc.SADeprecationWarning',
      'The `URL.translate_connect_args.name`s parameter is deprecated. Please pass the alternate names as kw arguments.',
    );
  const { database, username, password, port } = self;
  const out: [Value, Value][] = [];
  for (const [at, [part, value]] of Object.entries({
    host: self.host,
    database,
    username,
    password,
    port,
  }).entries()) {
    const renamed = listed[at] ?? keywords.get(part);
    const name = renamed === undefined ? part : renamed;
    if (name !== null && value !== null && value !== '') out.push([name, value]);
  }
  return dict(out);
}

export const urlClass = nativeClass({
  name: 'URL',
  module: MODULE,
  host: Url,
  signature: 'drivername, username, password, host, port, database, query',
  construct: create as never,
  classMethods: { create: [CREATE, create as never] },
  methods: {
    render_as_string: [
      'hide_password=True',
      (call: Interpreter, self: Url, hide: Value) => self.render(call.truth(hide)),
    ],
    set: [
      'drivername=None, username=None, password=None, host=None, port=None, database=None, query=None',
      (call: Interpreter, self: Url, ...bound: Value[]) => change(call, self, partsOf(bound)),
    ],
    _replace: [
      '**kw',
      (call: Interpreter, self: Url, given: Map<string, Value>) =>
        change(call, self, partsOf(PARTS.map((part) => given.get(part) ?? null))),
    ],
    update_query_dict: [
      'query_parameters, append=False',
      (call: Interpreter, self: Url, query: Value, append: Value) =>
        merged(self, queryOf(call, query), append === true),
    ],
    update_query_pairs: [
      'key_value_pairs, append=False',
      (call: Interpreter, self: Url, pairs: Value, append: Value) =>
        merged(
          self,
          new Map(
            [...call.iterate(pairs)].map((pair) => [...call.iterate(pair)].map(String) as [string, string]),
          ),
          append === true,
        ),
    ],
    update_query_string: [
      'query_string, append=False',
      (_call: Interpreter, self: Url, query: Value, append: Value) =>
        merged(self, parseQuery(String(query)), append === true),
    ],
    difference_update_query: [
      'names',
      (call: Interpreter, self: Url, names: Value) => {
        const gone = new Set([...call.iterate(names)].map(String));
        return self.with({ query: new Map([...self.query].filter(([key]) => !gone.has(key))) });
      },
    ],
    get_backend_name: ['', (_call: Interpreter, self: Url) => self.backend],
    get_driver_name: ['', (_call: Interpreter, self: Url) => self.driver ?? dialectOf(self).driver],
    get_dialect: [
      '_is_async=False',
      (_call: Interpreter, self: Url) => nativeFunction('get_dialect', '**kw', () => dialectOf(self)),
    ],
    translate_connect_args: ['names=None, **kw', connectArguments],
    __copy__: ['', (_call: Interpreter, self: Url) => self],
  },
  getters: {
    ...Object.fromEntries(
      PARTS.filter((part) => part !== 'query').map((part) => [part, (self: Url) => self[part] as Value]),
    ),
    query: (self: Url) => queryValue(self.query),
    normalized_query: (self: Url) =>
      immutableDict(
        [...self.query].map(
          ([key, value]) => [key, tuple(typeof value === 'string' ? [value] : [...value])] as const,
        ),
      ),
  },
  iterate: (self: Url) => asTuple(self).items,
  len: () => PARTS.length,
  getItem: (self: Url, key: Value) => asTuple(self).items.at(Number(key)) ?? null,
  eq: (self: Url, other: Value) => other instanceof Url && other.render(false) === self.render(false),
  hash: (self: Url) => hashValue(self.render(false)),
  repr: (self: Url) => self.render(),
  str: (self: Url) => self.render(),
});

export const makeUrlFunction = nativeFunction(
  'make_url',
  'name_or_url',
  (_call, given: Value) => makeUrl(given),
  MODULE,
);
