/** `createdb`, `dropdb` and `pg_restore`: as far as a server with one database can answer them. Answers to: PostgreSQL's scripts and pg_restore.c. */
import { ConnectFailure, DatabaseError } from '../../../machine.ts';
import { parseArguments } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { Invocation, Program } from '../../program.ts';
import { VERSION } from '../../psql/settings.ts';
import { targetOf } from '../../psql/target.ts';
import { shellWords } from '../../words.ts';

const LONG = {
  host: 'h',
  port: 'p',
  username: 'U',
  'no-password': 'w',
  password: 'W',
  echo: 'e',
  'if-exists': 'X',
  force: 'f',
  interactive: 'i',
  owner: 'O',
  template: 'T',
  encoding: 'E',
  'maintenance-db': 'm',
};

const fail = (call: Invocation, text: string): number => {
  call.stderr.write(`${call.name}: ${text}\n`);
  return 1;
};

const hinted = (call: Invocation, text: string): number =>
  fail(call, `${text}\n${call.name}: hint: Try "${call.name} --help" for more information.`);

function saysVersion(call: Invocation): boolean {
  const asked = call.args.some((arg) => arg === '--version' || arg === '-V');
  if (asked) call.stdout.write(`${call.name} (PostgreSQL) ${VERSION}\n`);
  return asked;
}

/** @param statement of the server; what it refuses is told in its words. */
const overDatabase = (
  what: string,
  statement: (name: string, ifExists: boolean) => string,
  needsName: boolean,
): Program => ({
  run: (call) => {
    if (saysVersion(call)) return 0;
    const { flags, values, operands, problem } = parseArguments(call.args, 'h:p:U:wWefiXO:T:E:m:', LONG);
    if (problem) return hinted(call, problem);
    const allowed = needsName ? 1 : 2;
    const extra = operands[allowed];
    if (extra !== undefined)
      return hinted(call, `error: too many command-line arguments (first is "${extra}")`);
    const [name = needsName ? undefined : 'learner'] = operands;
    if (name === undefined) return hinted(call, 'error: missing required argument database name');
    const place = { host: values.get('h'), port: values.get('p'), user: values.get('U'), database: 'app' };
    try {
      const connection = call.machine.database.connect(targetOf(place, call.environment));
      try {
        // The server's one database is `app` to the learner.
        if (name === 'app' && !needsName)
          return fail(call, `error: ${what}: ERROR:  database "app" already exists`);
        if (name === 'app') return fail(call, shellWords(call.machine).psql.onlyOneDatabase);
        connection.execute(statement(`"${name.replaceAll('"', '""')}"`, flags.has('X')));
        return 0;
      } finally {
        connection.close();
      }
    } catch (error) {
      if (error instanceof ConnectFailure) return fail(call, `error: ${error.message}`);
      if (!(error instanceof DatabaseError)) throw error;
      if (error.fields.code === '0A000') return fail(call, shellWords(call.machine).psql.onlyOneDatabase);
      return fail(call, `error: ${what}: ERROR:  ${error.message}`);
    }
  },
});

export const createdb = overDatabase('database creation failed', (name) => `CREATE DATABASE ${name}`, false);

export const dropdb = overDatabase(
  'database removal failed',
  (name, ifExists) => `DROP DATABASE ${ifExists ? 'IF EXISTS ' : ''}${name}`,
  true,
);

const RESTORE_LONG = {
  dbname: 'd',
  file: 'f',
  format: 'F',
  list: 'l',
  clean: 'c',
  create: 'C',
  'data-only': 'a',
  'schema-only': 's',
  table: 't',
  schema: 'n',
  'no-owner': 'O',
  'no-privileges': 'x',
  'no-acl': 'x',
  'if-exists': 'X',
  jobs: 'j',
  verbose: 'v',
  host: 'h',
  port: 'p',
  username: 'U',
  'exit-on-error': 'e',
  'single-transaction': '1',
};

/** Archives are not written here, so there is none to restore: it says what the real one says of other files. */
export const pgRestore: Program = {
  run: (call) => {
    if (saysVersion(call)) return 0;
    const { flags, values, operands, problem } = parseArguments(
      call.args,
      'acCd:ef:F:h:I:j:lL:n:N:OP:p:RsS:t:T:U:vwWxX1',
      RESTORE_LONG,
    );
    if (problem) return hinted(call, problem);
    if (operands[1] !== undefined)
      return hinted(call, `error: too many command-line arguments (first is "${operands[1]}")`);
    if (!values.has('d') && !values.has('f') && !flags.has('l'))
      return fail(call, 'error: one of -d/--dbname and -f/--file must be specified');
    const [name] = operands;
    const text =
      name === undefined ? (call.stdin ?? '') : call.machine.files.read(absolute(name, call.machine.cwd));
    if (text === undefined)
      return fail(call, `error: could not open input file "${name}": No such file or directory`);
    if (text.length < SHORTEST)
      return fail(call, 'error: input file does not appear to be a valid archive (too short?)');
    if (/^--\n-- PostgreSQL database (?:cluster )?dump\n/.test(text))
      return fail(call, 'error: input file appears to be a text format dump. Please use psql.');
    return fail(call, 'error: input file does not appear to be a valid tar archive');
  },
};

/** A block of a tar archive. */
const SHORTEST = 512;
