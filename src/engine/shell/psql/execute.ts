/** Sends what psql has read and prints what comes back. Answers to: psql's common.c and mainloop.c. */
import {
  ConnectFailure,
  type Connection,
  DatabaseError,
  type Machine,
  type Output,
  type QueryResult,
} from '../../machine.ts';
import { absolute } from '../paths.ts';
import { type Outcome, runCommand, type Session } from './commands.ts';
import { interpolated, nextPiece } from './lexer.ts';
import { errorText, noticeText } from './messages.ts';
import { printTable } from './print.ts';
import type { PsqlState } from './settings.ts';

export interface Psql {
  readonly machine: Machine;
  readonly state: PsqlState;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Where the text comes from: a file's name and line stand before its errors. */
interface Source {
  readonly file: string | undefined;
  readonly depth: number;
}

export interface Runner {
  /** Runs a text as a file: `stop` at the first error where ON_ERROR_STOP is set. @returns exit code 0, 3, or undefined for `\q` */
  script(text: string, file?: string): Ended;
  /** Runs what `-c` brings: one command, or statements that are sent together. */
  command(text: string): boolean;
  /** A statement whose answer is not shown. */
  quietly(sql: string): void;
  /** One line at the prompt; `again` is what must be typed next. */
  line(text: string): { readonly quit: boolean; readonly inside: string };
  /** Opens the session now. @throws ConnectFailure */
  connect(): void;
  close(): void;
}

export type Ended = 'end' | 'quit' | 'stopped';

const NUMBERS = new Set([20, 21, 23, 26, 28, 29, 700, 701, 790, 1700, 5069]);

/** A psql on a machine: its session is opened when the first statement needs it. */
export function newRunner(psql: Psql): Runner {
  const { machine, state, stdout, stderr } = psql;
  let open: Connection | undefined;
  let place = '';

  function connection(): Connection {
    if (open) return open;
    open = machine.database.connect(state.target);
    for (const sql of [...state.settings, ...state.transaction]) resend(open, sql);
    return open;
  }

  const print = (text: string) => stdout.write(text);
  const notices = (from: Connection) => {
    for (const notice of from.notices()) stderr.write(place + noticeText(notice));
  };

  function show(result: QueryResult, sql: string): void {
    const { tag, fields, rows } = result;
    if (fields.length > 0 || /^SELECT/.test(tag)) {
      const headers = fields.map(({ name }) => name);
      print(
        printTable({ headers, right: fields.map(({ typeOid }) => NUMBERS.has(typeOid)), rows }, state.print),
      );
      if (!/^(INSERT|UPDATE|DELETE|MERGE)/.test(tag)) return;
    } else if (/^COPY/.test(tag) && /\bto\s+stdout\b/i.test(sql)) {
      for (const [line] of rows) print(line ?? '');
      return;
    }
    if (tag !== '' && !state.quiet && !state.print.tuplesOnly) print(`${tag}\n`);
    else if (tag !== '' && !state.quiet && state.print.format === 'unaligned') print(`${tag}\n`);
  }

  /** @param data rows for COPY … FROM STDIN. */
  function send(sql: string, data?: string): boolean {
    const session = connection();
    try {
      const results = data === undefined ? session.execute(sql) : [session.copyIn(sql, data)];
      notices(session);
      for (const result of results) show(result, sql);
      if (state.timing) print('Time: 0.001 ms\n');
      remember(session, sql, results);
      return true;
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      notices(session);
      for (const result of error.results) show(result, sql);
      stderr.write(place + errorText(error.fields, sql));
      if (state.timing) print('Time: 0.001 ms\n');
      remember(session, sql, []);
      return false;
    }
  }

  function remember(session: Connection, sql: string, results: readonly QueryResult[]): void {
    state.status = session.status;
    if (session.status !== 'idle') state.transaction.push(sql);
    else {
      state.transaction.length = 0;
      if (results.some(({ tag }) => tag === 'SET' || tag === 'RESET')) state.settings.push(sql);
    }
  }

  const session: Session = {
    state,
    machine,
    print,
    complain: (text) => stderr.write(place + text),
    connection,
    include: (name) => includeFile(name, 0),
    reconnect,
  };

  function reconnect(database: string | undefined, user: string | undefined): boolean {
    const target = {
      ...state.target,
      ...(database && database !== '-' ? { database } : {}),
      ...(user && user !== '-' ? { user } : {}),
    };
    open?.close();
    open = undefined;
    try {
      open = machine.database.connect(target);
    } catch (error) {
      if (!(error instanceof ConnectFailure)) throw error;
      stderr.write(`${place}${error.message}\nPrevious connection kept\n`);
      return false;
    }
    state.settings.length = 0;
    state.transaction.length = 0;
    Object.assign(state, { target, status: 'idle' });
    if (!state.quiet)
      print(`You are now connected to database "${target.database}" as user "${target.user}".\n`);
    return true;
  }

  function includeFile(name: string, depth: number): boolean {
    const text = machine.files.read(absolute(name, machine.cwd));
    if (text === undefined || depth > 20) {
      stderr.write(`${place}${name}: No such file or directory\n`);
      return false;
    }
    const before = place;
    const ended = read(text, { file: name, depth });
    place = before;
    return ended !== 'stopped';
  }

  /** Errors of commands that ask the server are told as a statement's. */
  function command(text: string): Outcome {
    try {
      const outcome = runCommand(session, text);
      if (open) notices(open);
      return outcome;
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      stderr.write(place + errorText(error.fields, ''));
      return 'failed';
    }
  }

  const stops = () => /^(on|1|true|yes)$/i.test(state.variables.get('ON_ERROR_STOP') ?? '');

  function read(text: string, source: Source): Ended {
    let at = 0;
    while (at < text.length) {
      const { piece, next } = nextPiece(text, at);
      const lines =
        text.slice(0, next).split('\n').length -
        (piece.kind === 'command' && text[next - 1] === '\n' ? 1 : 0);
      if (source.file !== undefined) place = `psql:${source.file}:${lines}: `;
      at = next;
      const done = pieceDone(piece, text, next);
      at = done.next;
      if (done.outcome === 'quit') return 'quit';
      if (done.outcome === 'failed' && stops()) return 'stopped';
    }
    return 'end';
  }

  function pieceDone(
    piece: ReturnType<typeof nextPiece>['piece'],
    text: string,
    next: number,
  ): { readonly outcome: Outcome; readonly next: number } {
    if (piece.kind === 'command') return slash(piece, next);
    const sql = interpolated(piece.sql, state.variables);
    if (sql.trim() === '') return { outcome: 'done', next };
    if (!copiesIn(sql)) return { outcome: send(sql) ? 'done' : 'failed', next };
    const data = copyData(text, next);
    return { outcome: send(sql, data.rows) ? 'done' : 'failed', next: data.next };
  }

  /** `\g` and `\gx` send what stands before them; any other command leaves it waiting. */
  function slash(piece: { readonly text: string; readonly sql: string }, next: number) {
    const sends = /^\\(gx?|gset)\b/.exec(piece.text)?.[1];
    if (sends === undefined) return { outcome: command(piece.text), next };
    const { expanded } = state.print;
    if (sends === 'gx') state.print.expanded = true;
    const sent = piece.sql.trim() === '' || send(interpolated(piece.sql, state.variables));
    state.print.expanded = expanded;
    return { outcome: sent ? ('done' as const) : ('failed' as const), next };
  }

  return {
    connect: () => void connection(),
    close: () => open?.close(),
    quietly: (sql) => resend(connection(), sql),
    script: (text, file) => read(text, { file, depth: 0 }),
    command: (text) => (text.startsWith('\\') ? command(text) !== 'failed' : sendTogether(text)),
    line(text) {
      state.buffer += state.buffer === '' ? text : `\n${text}`;
      let at = 0;
      while (at < state.buffer.length) {
        const { piece, next } = nextPiece(state.buffer, at);
        if (piece.kind === 'rest') {
          state.buffer = piece.sql;
          return { quit: false, inside: piece.sql === '' ? '' : piece.inside };
        }
        const waiting = piece.kind === 'command' && !/^\\(gx?|r)\b/.test(piece.text) ? piece.sql : '';
        const done = pieceDone(piece, state.buffer, next);
        if (done.outcome === 'quit') return { quit: true, inside: '' };
        state.buffer = waiting + state.buffer.slice(done.next);
        if (waiting !== '') return { quit: false, inside: '' };
        at = 0;
      }
      return { quit: false, inside: '' };
    },
  };

  function sendTogether(text: string): boolean {
    const sql = interpolated(text, state.variables);
    return sql.trim() === '' || send(sql);
  }
}

/** Brings a new session to where the last step left it; what it answers was shown then. */
function resend(session: Connection, sql: string): void {
  try {
    session.execute(sql);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
  }
  session.notices();
}

const copiesIn = (sql: string) => /^\s*copy\b[\s\S]*\bfrom\s+stdin\b/i.test(sql);

/** Rows up to the line `\.`, which begin on the line after the statement. */
function copyData(text: string, from: number): { readonly rows: string; readonly next: number } {
  const start = text.indexOf('\n', from) + 1;
  if (start === 0) return { rows: '', next: text.length };
  const end = /^\\\.$/m.exec(text.slice(start));
  if (!end) return { rows: text.slice(start), next: text.length };
  return { rows: text.slice(start, start + end.index), next: start + end.index + 3 };
}
