/** What every database room must do, wherever it runs: Node and the browser's worker play the same list. */

import type { Server } from '../../src/database/server.ts';
import { ConnectFailure, type ConnectTarget, DatabaseError } from '../../src/engine/machine.ts';

export interface Clause {
  readonly name: string;
  check(server: Server): void;
}

export const LOGIN: ConnectTarget = {
  host: 'localhost',
  port: 5432,
  user: 'learner',
  password: 'learner',
  database: 'app',
};

function equal(actual: unknown, expected: unknown): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`expected ${e}, got ${a}`);
}

function thrown<T>(type: abstract new (...args: never[]) => T, run: () => unknown): T {
  try {
    run();
  } catch (error) {
    if (error instanceof type) return error;
    throw error;
  }
  throw new Error(`nothing was thrown; expected ${type.name}`);
}

const refused = (server: Server, target: Partial<ConnectTarget>) => {
  const failure = thrown(ConnectFailure, () => server.connect({ ...LOGIN, ...target }));
  return [failure.reason, failure.message];
};

export const connectionContract: readonly Clause[] = [
  {
    name: 'answers every statement with fields, rows and tag',
    check(server) {
      const connection = server.connect(LOGIN);
      const results = connection.execute(
        "create table t (a int, b varchar(5)); insert into t values (1, 'x'), (2, null); select a, b from t order by a",
      );
      equal(
        results.map((result) => result.tag),
        ['CREATE TABLE', 'INSERT 0 2', 'SELECT 2'],
      );
      equal(results[2]?.rows, [
        ['1', 'x'],
        ['2', null],
      ]);
      equal(
        results[2]?.fields.map((field) => [
          field.name,
          field.typeOid,
          field.typeModifier,
          field.columnNumber,
        ]),
        [
          ['a', 23, -1, 1],
          ['b', 1043, 9, 2],
        ],
      );
      equal(connection.execute(''), [{ tag: '', fields: [], rows: [] }]);
      connection.close();
    },
  },
  {
    name: 'hands on every field of an error and keeps the session',
    check(server) {
      const connection = server.connect(LOGIN);
      connection.execute('create table u (id int constraint u_pk primary key); insert into u values (1)');
      const { fields } = thrown(DatabaseError, () => connection.execute('insert into u values (1)'));
      equal(
        [
          fields.severity,
          fields.code,
          fields.message,
          fields.detail,
          fields.schema,
          fields.table,
          fields.constraint,
        ],
        [
          'ERROR',
          '23505',
          'duplicate key value violates unique constraint "u_pk"',
          'Key (id)=(1) already exists.',
          'public',
          'u',
          'u_pk',
        ],
      );
      equal(thrown(DatabaseError, () => connection.execute('select nope')).fields.position, 8);
      const nested = thrown(DatabaseError, () =>
        connection.execute("do $$ begin execute 'select oops'; end $$"),
      );
      equal(
        [nested.fields.internalPosition, nested.fields.internalQuery, nested.fields.where],
        [8, 'select oops', 'PL/pgSQL function inline_code_block line 1 at EXECUTE'],
      );
      equal(connection.execute('select 1')[0]?.rows, [['1']]);
      connection.close();
    },
  },
  {
    name: 'follows the transaction status and rolls back on close',
    check(server) {
      const connection = server.connect(LOGIN);
      equal(connection.status, 'idle');
      connection.execute('begin; create table v (x int)');
      equal(connection.status, 'transaction');
      thrown(DatabaseError, () => connection.execute('select nope'));
      equal(connection.status, 'failed');
      equal(thrown(DatabaseError, () => connection.execute('select 1')).fields.code, '25P02');
      connection.close();
      const next = server.connect(LOGIN);
      equal(next.execute("select to_regclass('v')")[0]?.rows, [[null]]);
      next.close();
    },
  },
  {
    name: 'starts each session clean',
    check(server) {
      const first = server.connect(LOGIN);
      first.execute("set timezone to 'Asia/Seoul'; create temp table w (x int)");
      first.close();
      const second = server.connect(LOGIN);
      equal(second.execute("select current_setting('timezone'), to_regclass('w')")[0]?.rows, [
        ['Etc/UTC', null],
      ]);
      second.close();
    },
  },
  {
    name: 'collects notices once',
    check(server) {
      const connection = server.connect(LOGIN);
      connection.execute("do $$ begin raise notice 'hello' using hint = 'there'; end $$");
      equal(connection.notices(), [
        {
          severity: 'NOTICE',
          message: 'hello',
          fields: {
            code: '00000',
            hint: 'there',
            where: 'PL/pgSQL function inline_code_block line 1 at RAISE',
          },
        },
      ]);
      equal(connection.notices(), []);
      connection.close();
    },
  },
  {
    name: 'refuses a second connection while there is open work, by name',
    check(server) {
      const first = server.connect(LOGIN);
      const second = server.connect(LOGIN);
      equal(second.execute('select 2')[0]?.rows, [['2']]);
      first.execute('begin; select 1');
      equal(thrown(DatabaseError, () => second.execute('select 2')).fields.code, '0A000');
      equal(thrown(ConnectFailure, () => server.connect(LOGIN)).reason, 'unsupported');
      first.execute('commit');
      equal(second.execute('select 2')[0]?.rows, [['2']]);
      server.endSessions();
    },
  },
  {
    name: 'refuses the others in the words of libpq',
    check(server) {
      const tcp = (port: number) =>
        `connection to server at "localhost" (127.0.0.1), port ${port} failed: Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?`;
      const login = 'connection to server at "localhost" (127.0.0.1), port 5432 failed: ';
      equal(refused(server, { port: 59999 }), ['refused', tcp(59999)]);
      equal(refused(server, { host: 'db' }), [
        'unknown-host',
        'could not translate host name "db" to address: Name or service not known',
      ]);
      equal(refused(server, { user: 'nobody' }), [
        'password',
        `${login}FATAL:  password authentication failed for user "nobody"`,
      ]);
      equal(refused(server, { password: undefined }), [
        'no-password',
        `${login}fe_sendauth: no password supplied`,
      ]);
      equal(refused(server, { database: 'shop' }), [
        'no-database',
        `${login}FATAL:  database "shop" does not exist`,
      ]);
      const asked = (option: string, value: string) =>
        refused(server, { options: new Map([[option, value]]) });
      equal(asked('sslmode', 'bogus'), ['other', 'invalid sslmode value: "bogus"']);
      for (const mode of ['require', 'verify-full']) {
        equal(asked('sslmode', mode), ['other', `${login}server does not support SSL, but SSL was required`]);
      }
      equal(asked('connect_timeout', '1.5'), [
        'other',
        `${login}invalid integer value "1.5" for connection option "connect_timeout"`,
      ]);
      equal(asked('gssencmode', 'require'), ['other', 'GSSAPI encryption required but no credential cache']);
      server.stop();
      equal(refused(server, {}), ['refused', tcp(5432)]);
      server.start();
      server.connect(LOGIN).close();
    },
  },
  {
    name: 'refuses COPY FROM STDIN before it is sent, and only that',
    check(server) {
      const connection = server.connect(LOGIN);
      const copy = '/* c */ COPY t (a, b)\n  FROM stdin; ';
      equal(thrown(DatabaseError, () => connection.execute(copy)).fields.code, '0A000');
      equal(connection.execute("select 'copy t from stdin'")[0]?.rows, [['copy t from stdin']]);
      equal(connection.execute('copy (values (1), (2)) to stdout')[0]?.rows, [['1\n'], ['2\n']]);
      connection.close();
    },
  },
  {
    name: 'names the extension that is not loaded',
    check(server) {
      const connection = server.connect(LOGIN);
      equal(thrown(DatabaseError, () => connection.execute('create extension hstore')).fields.code, '0A000');
      equal(server.takeMissingExtension(), 'hstore');
      equal(server.takeMissingExtension(), undefined);
      connection.close();
    },
  },
  {
    name: 'carries large answers',
    check(server) {
      const connection = server.connect(LOGIN);
      const rows = connection.execute("select repeat('한', 1000) from generate_series(1, 2000)")[0]?.rows;
      equal([rows?.length, rows?.[1999]?.[0]?.length], [2000, 1000]);
      connection.close();
    },
  },
];
