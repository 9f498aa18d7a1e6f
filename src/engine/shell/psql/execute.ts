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

/** What a psql stands on. */
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

/** A psql that takes text. */
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

/** A psql at work. */
interface Running extends Psql {
  /** The session, once the first statement has needed it. */
  open: Connection | undefined;
  /** What stands before errors: the file and the line that is being read. */
  place: string;
}

/** A psql on a machine: its session is opened when the first statement needs it. */
export function newRunner(psql: Psql): Runner {
  const running: Running = { ...psql, open: undefined, place: '' };
  return {
    connect: () => void connection(running),
    close: () => running.open?.close(),
    quietly: (sql) => resend(connection(running), sql),
    script: (text, file) => readAll(running, text, { file, depth: 0 }),
    command: (text) =>
      text.startsWith('\\') ? command(running, text) !== 'failed' : sendFilled(running, text),
    line: (text) => typedLine(running, text),
  };
}

/** What commands may ask of psql. */
const sessionOf = (running: Running): Session => ({
  state: running.state,
  machine: running.machine,
  print: (text) => running.stdout.write(text),
  complain: (text) => complain(running, text),
  connection: () => connection(running),
  include: (name) => includeFile(running, name, 0),
  reconnect: (database, user) => reconnect(running, database, user),
});

const complain = ({ stderr, place }: Running, text: string): void => stderr.write(place + text);

// --- the session ---

function connection(running: Running): Connection {
  if (running.open) return running.open;
  const { machine, state } = running;
  running.open = machine.database.connect(state.target);
  for (const sql of [...state.settings, ...state.transaction]) resend(running.open, sql);
  return running.open;
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

function reconnect(running: Running, database: string | undefined, user: string | undefined): boolean {
  const { machine, state, stdout } = running;
  const target = {
    ...state.target,
    ...(database && database !== '-' ? { database } : {}),
    ...(user && user !== '-' ? { user } : {}),
  };
  running.open?.close();
  running.open = undefined;
  try {
    running.open = machine.database.connect(target);
  } catch (error) {
    if (!(error instanceof ConnectFailure)) throw error;
    complain(running, `${error.message}\nPrevious connection kept\n`);
    return false;
  }
  state.settings.length = 0;
  state.transaction.length = 0;
  Object.assign(state, { target, status: 'idle' });
  if (!state.quiet)
    stdout.write(`You are now connected to database "${target.database}" as user "${target.user}".\n`);
  return true;
}

// --- statements ---

/** Sends a statement and shows what comes back. @param data rows for COPY … FROM STDIN. @returns false where the server refused it */
function send(running: Running, sql: string, data?: string): boolean {
  const session = connection(running);
  try {
    const results = data === undefined ? session.execute(sql) : [session.copyIn(sql, data)];
    notices(running, session);
    for (const result of results) show(running, result, sql);
    tellTime(running);
    remember(running.state, session, sql, results);
    return true;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    notices(running, session);
    for (const result of error.results) show(running, result, sql);
    complain(running, errorText(error.fields, sql));
    tellTime(running);
    remember(running.state, session, sql, []);
    return false;
  }
}

/** The same for a text with psql's variables in it; an empty one is no statement. */
function sendFilled(running: Running, text: string): boolean {
  const sql = interpolated(text, running.state.variables);
  return sql.trim() === '' || send(running, sql);
}

function notices(running: Running, session: Connection): void {
  for (const notice of session.notices()) complain(running, noticeText(notice));
}

function tellTime({ state, stdout }: Running): void {
  if (state.timing) stdout.write('Time: 0.001 ms\n');
}

function show({ state, stdout }: Running, result: QueryResult, sql: string): void {
  const { tag, fields, rows } = result;
  if (fields.length > 0 || /^SELECT/.test(tag)) {
    const headers = fields.map(({ name }) => name);
    const right = fields.map(({ typeOid }) => NUMBERS.has(typeOid));
    stdout.write(printTable({ headers, right, rows }, state.print));
    if (!/^(INSERT|UPDATE|DELETE|MERGE)/.test(tag)) return;
  } else if (/^COPY/.test(tag) && /\bto\s+stdout\b/i.test(sql)) {
    for (const [line] of rows) stdout.write(line ?? '');
    return;
  }
  const { tuplesOnly, format } = state.print;
  if (tag !== '' && !state.quiet && (!tuplesOnly || format === 'unaligned')) stdout.write(`${tag}\n`);
}

/** What a later session must do again to stand where this one stands. */
function remember(state: PsqlState, session: Connection, sql: string, results: readonly QueryResult[]): void {
  state.status = session.status;
  if (session.status !== 'idle') state.transaction.push(sql);
  else {
    state.transaction.length = 0;
    if (results.some(({ tag }) => tag === 'SET' || tag === 'RESET')) state.settings.push(sql);
  }
}

// --- reading ---

function includeFile(running: Running, name: string, depth: number): boolean {
  const { machine, place } = running;
  const text = machine.files.read(absolute(name, machine.cwd));
  if (text === undefined || depth > 20) {
    complain(running, `${name}: No such file or directory\n`);
    return false;
  }
  const ended = readAll(running, text, { file: name, depth });
  running.place = place;
  return ended !== 'stopped';
}

const stops = ({ variables }: PsqlState) => /^(on|1|true|yes)$/i.test(variables.get('ON_ERROR_STOP') ?? '');

function readAll(running: Running, text: string, source: Source): Ended {
  let at = 0;
  while (at < text.length) {
    const { piece, next } = nextPiece(text, at);
    const lines =
      text.slice(0, next).split('\n').length - (piece.kind === 'command' && text[next - 1] === '\n' ? 1 : 0);
    if (source.file !== undefined) running.place = `psql:${source.file}:${lines}: `;
    const done = pieceDone(running, piece, text, next);
    at = done.next;
    if (done.outcome === 'quit') return 'quit';
    if (done.outcome === 'failed' && stops(running.state)) return 'stopped';
  }
  return 'end';
}

function typedLine(running: Running, text: string): ReturnType<Runner['line']> {
  const { state } = running;
  state.buffer += state.buffer === '' ? text : `\n${text}`;
  while (state.buffer.length > 0) {
    const { piece, next } = nextPiece(state.buffer, 0);
    if (piece.kind === 'rest') {
      state.buffer = piece.sql;
      return { quit: false, inside: piece.sql === '' ? '' : piece.inside };
    }
    const waiting = piece.kind === 'command' && !/^\\(gx?|r)\b/.test(piece.text) ? piece.sql : '';
    const done = pieceDone(running, piece, state.buffer, next);
    if (done.outcome === 'quit') return { quit: true, inside: '' };
    state.buffer = waiting + state.buffer.slice(done.next);
    if (waiting !== '') return { quit: false, inside: '' };
  }
  return { quit: false, inside: '' };
}

interface PieceDone {
  readonly outcome: Outcome;
  /** Where the text goes on. */
  readonly next: number;
}

function pieceDone(
  running: Running,
  piece: ReturnType<typeof nextPiece>['piece'],
  text: string,
  next: number,
): PieceDone {
  if (piece.kind === 'command') return { outcome: slash(running, piece), next };
  const sql = interpolated(piece.sql, running.state.variables);
  if (sql.trim() === '') return { outcome: 'done', next };
  const data = copiesIn(sql) ? copyData(text, next) : undefined;
  return { outcome: send(running, sql, data?.rows) ? 'done' : 'failed', next: data?.next ?? next };
}

/** `\g` and `\gx` send what stands before them; any other command leaves it waiting. */
function slash(running: Running, piece: { readonly text: string; readonly sql: string }): Outcome {
  const sends = /^\\(gx?|gset)\b/.exec(piece.text)?.[1];
  if (sends === undefined) return command(running, piece.text);
  const { print } = running.state;
  const { expanded } = print;
  if (sends === 'gx') print.expanded = true;
  const sent = piece.sql.trim() === '' || send(running, interpolated(piece.sql, running.state.variables));
  print.expanded = expanded;
  return sent ? 'done' : 'failed';
}

/** Errors of commands that ask the server are told as a statement's. */
function command(running: Running, text: string): Outcome {
  try {
    const outcome = runCommand(sessionOf(running), text);
    if (running.open) notices(running, running.open);
    return outcome;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    complain(running, errorText(error.fields, ''));
    return 'failed';
  }
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
