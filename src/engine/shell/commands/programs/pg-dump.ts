/**
 * `pg_dump`: the real one, which the worker runs outside the engine. Here is what it cannot do there: reaching the server as
 * the learner does, COPY in place of INSERT, and where the text goes. Answers to: PostgreSQL's pg_dump.c.
 */
import { ConnectFailure, type Connection } from '../../../machine.ts';
import { absolute } from '../../paths.ts';
import type { Invocation, Program, Steps } from '../../program.ts';
import { VERSION } from '../../psql/settings.ts';
import { targetOf } from '../../psql/target.ts';
import { shellWords } from '../../words.ts';

/** Short and long names of options with a value; those that say where to connect and where to write are ours, not the tool's. */
const OURS: Readonly<Record<string, string>> = {
  h: 'host',
  p: 'port',
  U: 'username',
  d: 'dbname',
  f: 'file',
  F: 'format',
  R: 'restrict-key',
};
const VALUES = new Set(['t', 'n', 'T', 'N', 'E', 'Z', 'S', 'e', 'j']);
const LONG_VALUES = new Set([
  'table',
  'schema',
  'exclude-table',
  'exclude-schema',
  'encoding',
  'compress',
  'extension',
  'section',
  'exclude-table-data',
  'rows-per-insert',
  'jobs',
  'lock-wait-timeout',
  'snapshot',
  'filter',
  'restrict-key',
]);

const LONG_FLAGS = new Set(
  `attribute-inserts binary-upgrade blobs clean column-inserts create data-only disable-dollar-quoting disable-triggers
  enable-row-security if-exists inserts large-objects load-via-partition-root no-acl no-comments no-data no-owner no-password
  no-policies no-privileges no-publications no-schema no-security-labels no-statistics no-subscriptions no-sync
  no-table-access-method no-tablespaces no-toast-compression no-unlogged-table-data on-conflict-do-nothing password
  quote-all-identifiers schema-only sequence-data serializable-deferrable statistics statistics-only strict-names
  use-set-session-authorization verbose`.split(/\s+/),
);

interface DumpOptions {
  readonly own: ReadonlyMap<string, string>;
  /** Handed on as they are. */
  readonly rest: readonly string[];
  readonly inserts: boolean;
  readonly unknown: string | undefined;
}

export const pgDump: Program = {
  run: (call) => {
    if (call.args.includes('--version') || call.args.includes('-V')) {
      call.stdout.write(`pg_dump (PostgreSQL) ${VERSION}\n`);
      return 0;
    }
    const options = parse(call.args);
    if (options.unknown !== undefined) {
      call.stderr.write(`${options.unknown}\npg_dump: hint: Try "pg_dump --help" for more information.\n`);
      return 1;
    }
    const format = options.own.get('format') ?? 'p';
    if (!/^p(lain)?$/.test(format)) {
      call.stderr.write(
        `pg_dump: ${/^[cdt]/.test(format) ? shellWords(call.machine).pgRestore.onlyPlain : `error: invalid output format "${format}" specified`}\n`,
      );
      return 1;
    }
    return dump(call, options);
  },
};

function parse(args: readonly string[]): DumpOptions {
  const own = new Map<string, string>();
  const rest: string[] = [];
  let unknown: string | undefined;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    const long = /^--([\w-]+)(?:=(.*))?$/s.exec(arg);
    const short = /^-(\w)(.*)$/s.exec(arg);
    if (long) {
      const [, name, value] = long as unknown as [string, string, string | undefined];
      if (Object.values(OURS).includes(name)) own.set(name, value ?? args[++at] ?? '');
      else if (!LONG_VALUES.has(name) && !LONG_FLAGS.has(name))
        unknown ??= `pg_dump: unrecognized option '${arg}'`;
      else rest.push(value === undefined && LONG_VALUES.has(name) ? `${arg}=${args[++at] ?? ''}` : arg);
    } else if (short) {
      const [, letter, value] = short as unknown as [string, string, string];
      const name = letter === 'R' ? undefined : OURS[letter];
      if (name) own.set(name, value || (args[++at] ?? ''));
      else if (VALUES.has(letter)) rest.push(value ? arg : `${arg}${args[++at] ?? ''}`);
      else if (/^-[abBcCOsvxwW]+$/.test(arg)) rest.push(arg.replace(/[wW]/g, ''));
      else unknown ??= `pg_dump: invalid option -- '${letter}'`;
    } else if (own.has('dbname')) {
      unknown ??= `pg_dump: error: too many command-line arguments (first is "${arg}")`;
    } else own.set('dbname', arg);
  }
  const inserts = rest.some((arg) =>
    /^--(inserts|column-inserts|attribute-inserts|rows-per-insert|on-conflict)/.test(arg),
  );
  return { own, rest: rest.filter((arg) => arg !== '-'), inserts, unknown };
}

function* dump(call: Invocation, options: DumpOptions): Steps {
  const { own, rest, inserts } = options;
  const target = targetOf(
    { host: own.get('host'), port: own.get('port'), user: own.get('username'), database: own.get('dbname') },
    call.environment,
  );
  try {
    call.machine.database.connect(target).close();
  } catch (error) {
    if (!(error instanceof ConnectFailure)) throw error;
    call.stderr.write(`pg_dump: error: ${error.message}\n`);
    return 1;
  }
  const answer = (yield { kind: 'needs', what: 'pg_dump', args: rest }) as {
    text: string;
    error: string | undefined;
  };
  if (answer.error !== undefined) {
    call.stderr.write(complaint(answer.error));
    return 1;
  }
  const connection = call.machine.database.connect(target);
  try {
    const text = withKey(
      inserts ? answer.text : withCopy(answer.text, connection),
      own.get('restrict-key') ?? keyOf(call.machine.randomBytes(63)),
    );
    const database =
      target.database === 'app'
        ? text.replace(
            /^(CREATE DATABASE|DROP DATABASE(?: IF EXISTS)?|ALTER DATABASE|\\connect|-- Name:) postgres\b/gm,
            '$1 app',
          )
        : text;
    write(call, own.get('file'), database);
  } finally {
    connection.close();
  }
  return 0;
}

function write(call: Invocation, file: string | undefined, text: string): void {
  if (file === undefined) call.stdout.write(text);
  else call.machine.files.write(absolute(file, call.machine.cwd), text);
}

/** What pg_dump said before it ended: the tool that runs here names itself after its host, and keeps no line ends. */
function complaint(text: string): string {
  const said = [
    ...text.matchAll(
      /[^\s:]+: (error|warning|detail|hint): (.*?)(?=[^\s:]+: (?:error|warning|detail|hint): |$)/gs,
    ),
  ];
  if (said.length === 0) return `${text.trimEnd()}\n`;
  return said.map(([, kind, words]) => `pg_dump: ${kind}: ${words!.trimEnd()}\n`).join('');
}

const DATA =
  /^-- Data for Name: .*; Type: TABLE DATA; Schema: (.*); Owner: .*\n--\n\n([\s\S]*?)\n\n(?=--\n)/gm;

/** The tool that runs here always writes INSERTs: the rows come as COPY, as pg_dump writes them unless asked otherwise. */
function withCopy(text: string, connection: Connection): string {
  return text.replace(DATA, (all, schema: string, inserts: string) => {
    const name = /^-- Data for Name: (.*); Type: TABLE DATA;/.exec(all)![1]!;
    const head = all.slice(0, all.length - inserts.length - 2);
    return `${head}${copyOf(connection, schema, name)}\n\n`;
  });
}

function copyOf(connection: Connection, schema: string, name: string): string {
  const literal = (one: string) => `'${one.replaceAll("'", "''")}'`;
  const [row] = connection.execute(`select quote_ident(n.nspname) || '.' || quote_ident(c.relname),
    string_agg(quote_ident(a.attname), ', ' order by a.attnum) filter (where a.attgenerated = '')
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = ${literal(schema)} and c.relname = ${literal(name)} group by 1`)[0]!.rows;
  const [table, columns] = row!;
  const list = columns === null ? '' : `(${columns}) `;
  const rows = connection.execute(`copy ${table} ${list}to stdout`)[0]!.rows;
  return `COPY ${table} ${list}FROM stdin;\n${rows.map(([line]) => line).join('')}\\.\n`;
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const keyOf = (bytes: Uint8Array) => [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('');

/** The commands that keep a dump from giving psql commands of its own, which the tool's wrapper takes out. */
const withKey = (text: string, key: string) =>
  text
    .replace(/^(--\n-- PostgreSQL database dump\n--\n\n)\n/, `$1\\restrict ${key}\n\n`)
    .replace(/(-- PostgreSQL database dump complete\n--\n\n)\n$/, `$1\\unrestrict ${key}\n\n`);
