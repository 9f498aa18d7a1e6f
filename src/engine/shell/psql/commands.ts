/** Backslash commands of psql. Answers to: psql's command.c. */
import type { Connection, Machine } from '../../machine.ts';
import { shellWords } from '../words.ts';
import * as lists from './describe/lists.ts';
import { patternOf } from './describe/pattern.ts';
import { describeRelations } from './describe/relation.ts';
import { HELP } from './help.ts';
import { printTable, type Table } from './print.ts';
import type { PrintSettings, PsqlState } from './settings.ts';

/** What a command may use of the running psql. */
export interface Session {
  readonly state: PsqlState;
  readonly machine: Machine;
  print(text: string): void;
  complain(text: string): void;
  /** The session, opened when it is first needed. @throws DatabaseError, ConnectFailure */
  connection(): Connection;
  /** Runs a file as `\i` does. */
  include(name: string): boolean;
  /** Connects to another database. */
  reconnect(database: string | undefined, user: string | undefined): boolean;
}

export type Outcome = 'done' | 'failed' | 'quit';

/** @param text from the backslash to the line's end. */
export function runCommand(session: Session, text: string): Outcome {
  const [, name = '', rest = ''] = /^\\([A-Za-z?!]+\+?|[^\sA-Za-z]?)\s*(.*)$/s.exec(text.trimEnd()) ?? [];
  const args = wordsOf(rest, session.state.variables);
  if (name === 'd' || (/^d[A-Za-z]*\+?$/.test(name) && name !== 'drop')) return describe(session, name, args);
  const known = COMMANDS[name];
  if (known) return known(session, args, rest);
  session.complain(`invalid command \\${name || text.slice(1)}\n`);
  return 'failed';
}

type Command = (session: Session, args: readonly string[], rest: string) => Outcome;

const say = ({ state, print }: Session, text: string): Outcome => {
  if (!state.quiet) print(text);
  return 'done';
};

const onOff = (arg: string | undefined, now: boolean) =>
  arg === undefined ? !now : /^(on|true|yes|1)$/i.test(arg);

const toggleExpanded: Command = (session, [arg]) => {
  const { print } = session.state;
  print.expanded = onOff(arg, print.expanded);
  return say(session, `Expanded display is ${print.expanded ? 'on' : 'off'}.\n`);
};

const COMMANDS: Readonly<Record<string, Command>> = {
  q: () => 'quit',
  quit: () => 'quit',
  x: toggleExpanded,
  a: (session) => {
    const { print } = session.state;
    print.format = print.format === 'aligned' ? 'unaligned' : 'aligned';
    return say(session, `Output format is ${print.format}.\n`);
  },
  t: (session, [arg]) => {
    const { print } = session.state;
    print.tuplesOnly = onOff(arg, print.tuplesOnly);
    return say(session, `Tuples only is ${print.tuplesOnly ? 'on' : 'off'}.\n`);
  },
  timing: (session, [arg]) => {
    session.state.timing = onOff(arg, session.state.timing);
    return say(session, `Timing is ${session.state.timing ? 'on' : 'off'}.\n`);
  },
  f: (session, [arg]) => {
    const { print } = session.state;
    if (arg !== undefined) print.fieldSeparator = arg;
    return say(session, `Field separator is "${print.fieldSeparator}".\n`);
  },
  C: (session, [arg]) => {
    session.state.print.title = arg ?? '';
    return say(session, arg ? `Title is "${arg}".\n` : 'Title is unset.\n');
  },
  pset: (session, args) => pset(session, args),
  echo: ({ print }, args) => {
    const bare = args[0] === '-n';
    print(`${args.slice(bare ? 1 : 0).join(' ')}${bare ? '' : '\n'}`);
    return 'done';
  },
  qecho: ({ print }, args) => {
    print(`${args.join(' ')}\n`);
    return 'done';
  },
  warn: ({ complain }, args) => {
    complain(`${args.join(' ')}\n`);
    return 'done';
  },
  set: (session, [name, ...values]) => setVariable(session, name, values.join('')),
  unset: ({ state }, [name = '']) => {
    state.variables.delete(name);
    return 'done';
  },
  i: (session, [name]) => include(session, '\\i', name),
  include: (session, [name]) => include(session, '\\include', name),
  ir: (session, [name]) => include(session, '\\ir', name),
  c: (session, [database, user]) => (session.reconnect(database, user) ? 'done' : 'failed'),
  connect: (session, [database, user]) => (session.reconnect(database, user) ? 'done' : 'failed'),
  conninfo: (session) => {
    session.connection();
    session.print(printTable(connectionInfo(session), session.state.print));
    return 'done';
  },
  encoding: ({ print }) => {
    print('UTF8\n');
    return 'done';
  },
  l: (session) => list(session, lists.databases(session.state.target.database ?? '')),
  'l+': (session) => list(session, lists.databases(session.state.target.database ?? '')),
  z: (session, args) => describe(session, 'dp', args),
  '?': ({ print }) => {
    print(HELP);
    return 'done';
  },
  h: (session, args) => sqlHelp(session, args),
  help: (session, args) => sqlHelp(session, args),
  copy: (session) => {
    session.complain(`${shellWords(session.machine).psql.copy}\n`);
    return 'failed';
  },
  '!': (session) => {
    session.complain(`${shellWords(session.machine).psql.shell}\n`);
    return 'failed';
  },
  e: (session) => {
    session.complain(`${shellWords(session.machine).psql.edit}\n`);
    return 'failed';
  },
  r: (session) => {
    session.state.buffer = '';
    return say(session, 'Query buffer reset (cleared).\n');
  },
  // What a dump of this version begins and ends with: between them psql takes no commands of its own from the file.
  restrict: () => 'done',
  unrestrict: () => 'done',
};

function include(session: Session, command: string, name: string | undefined): Outcome {
  if (name === undefined) {
    session.complain(`${command}: missing required argument\n`);
    return 'failed';
  }
  return session.include(name) ? 'done' : 'failed';
}

function setVariable({ state, print }: Session, name: string | undefined, value: string): Outcome {
  if (name !== undefined) state.variables.set(name, value);
  else for (const [one, text] of [...state.variables].sort()) print(`${one} = '${text}'\n`);
  return 'done';
}

function pset(session: Session, [name, value]: readonly string[]): Outcome {
  const { print } = session.state;
  switch (name) {
    case 'null':
      if (value !== undefined) print.nullText = value;
      return say(session, `Null display is "${print.nullText}".\n`);
    case 'border':
      if (value !== undefined)
        print.border = Math.min(2, Math.max(0, Number(value))) as PrintSettings['border'];
      return say(session, `Border style is ${print.border}.\n`);
    case 'expanded':
    case 'x':
      return toggleExpanded(session, value === undefined ? [] : [value], '');
    case 'tuples_only':
    case 't':
      return COMMANDS.t!(session, value === undefined ? [] : [value], '');
    case 'footer':
      print.footer = onOff(value, print.footer);
      return say(session, `Default footer is ${print.footer ? 'on' : 'off'}.\n`);
    case 'fieldsep':
      return COMMANDS.f!(session, value === undefined ? [] : [value], '');
    case 'pager':
      return say(session, 'Pager usage is off.\n');
    case 'format':
      if (value === 'aligned' || value === 'unaligned' || value === 'csv') print.format = value;
      else if (value !== undefined) {
        session.complain(
          '\\pset: allowed formats are aligned, asciidoc, csv, html, latex, latex-longtable, troff-ms, unaligned, wrapped\n',
        );
        return 'failed';
      }
      return say(session, `Output format is ${print.format}.\n`);
    default:
      session.complain(`\\pset: unknown option: ${name}\n`);
      return 'failed';
  }
}

function describe(session: Session, command: string, args: readonly string[]): Outcome {
  const plus = command.includes('+');
  const system = command.includes('S');
  const letters = command.replace(/^d/, '').replace(/[+S]|(?<=.)x/g, '');
  const [named = ''] = args;
  const pattern = patternOf(named);
  if (letters === '' && named !== '') return relation(session, named, plus);
  if (letters === '' || /^[tivsmE]+$/.test(letters))
    return list(session, lists.relations(letters || 'tvsmE', pattern, named, plus, system));
  const listing = {
    n: () => lists.schemas(pattern, plus, system),
    T: () => lists.types(pattern, plus, system),
    u: () => lists.roles(pattern),
    g: () => lists.roles(pattern),
    f: () => lists.functions(pattern, system),
    x: () => lists.extensions(pattern),
  }[letters];
  if (listing) return list(session, listing());
  session.complain(`invalid command \\${command}\n`);
  return 'failed';
}

function list(session: Session, listing: lists.Listing): Outcome {
  const { fields, rows } = session.connection().execute(listing.sql).at(-1)!;
  if (rows.length === 0 && listing.none && !session.state.print.tuplesOnly && !session.state.quiet) {
    session.complain(`${listing.none}\n`);
    return 'done';
  }
  const headers = fields.map(({ name }) => name);
  const table: Table = {
    title: listing.title,
    headers,
    right: headers.map(() => false),
    rows,
    ...(listing.noFooter ? { footers: [] } : {}),
  };
  session.print(printTable(table, session.state.print));
  return 'done';
}

function relation(session: Session, named: string, plus: boolean): Outcome {
  const tables = describeRelations(session.connection(), patternOf(named), plus);
  if (tables.length === 0) {
    if (!session.state.quiet) session.complain(`Did not find any relation named "${named}".\n`);
    return 'failed';
  }
  for (const table of tables) session.print(printTable(table, session.state.print));
  return 'done';
}

function connectionInfo({ state }: Session): Table {
  const { target } = state;
  const rows: [string, string][] = [
    ['Database', target.database ?? ''],
    ['Client User', target.user ?? ''],
    ['Host', target.host ?? ''],
    ...(target.host === '127.0.0.1' ? [] : [['Host Address', '127.0.0.1'] as [string, string]]),
    ['Server Port', String(target.port ?? 5432)],
    ['Options', ''],
    ['Protocol Version', '3.0'],
    ['Password Used', 'true'],
    ['GSSAPI Authenticated', 'false'],
    ['Backend PID', '42'],
    ['SSL Connection', 'false'],
    ['Superuser', 'on'],
    ['Hot Standby', 'off'],
  ];
  return { title: 'Connection Information', headers: ['Parameter', 'Value'], right: [false, false], rows };
}

function sqlHelp(session: Session, args: readonly string[]): Outcome {
  const page =
    args.length === 0
      ? 'sql-commands'
      : `sql-${args
          .join('')
          .toLowerCase()
          .replace(/[^a-z]/g, '')}`;
  session.print(`URL: https://www.postgresql.org/docs/18/${page}.html\n`);
  return 'done';
}

/** Words of a command's line: quotes keep blanks, `:name` is a variable. */
function wordsOf(rest: string, variables: ReadonlyMap<string, string>): string[] {
  const words: string[] = [];
  for (const [word] of rest.matchAll(/(?:'(?:[^'\\]|''|\\.)*'|"[^"]*"|[^\s'"])+/gs)) {
    words.push(
      word.replace(/'((?:[^'\\]|''|\\.)*)'|:(\w+)/gs, (all, quoted?: string, name?: string) => {
        if (quoted !== undefined) return unescaped(quoted);
        return variables.get(name!) ?? all;
      }),
    );
  }
  return words;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

const unescaped = (text: string) =>
  text.replace(/''/g, "'").replace(/\\(.)/gs, (_all, letter: string) => ESCAPES[letter] ?? letter);
