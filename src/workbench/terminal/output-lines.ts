/** Turns what a command printed into lines that can be folded and linked. */
import type { DetectedEvent, EngineEvent } from '../../engine/events.ts';
import type { OutputPiece } from '../../session/protocol.ts';
import { type Told, toldByLines } from './spoken-of.ts';

export interface OutputLine {
  readonly text: string;
  /** The event that it tells of; undefined for other lines, and while the command still runs. */
  readonly told: Told | undefined;
  /** Said on every run before anything happens; folded away at first. */
  readonly preparation: boolean;
  /** The line before, which may hold the beginning of what stands in this one. */
  readonly before?: string | undefined;
}

const PREPARATION = [
  /^INFO {2}\[alembic\.runtime\.migration\] (Context impl|Will assume)/,
  /^INFO {2}\[alembic\.runtime\.plugins\] /,
  /^INFO {2}\[alembic\.ddl\.postgresql\] Detected sequence/,
];

/** @param events of the command, once it has ended. */
export function linesOf(output: readonly OutputPiece[], events: readonly EngineEvent[] = []): OutputLine[] {
  const text = output.map((piece) => piece.text).join('');
  if (text === '') return [];
  const lines = text.replace(/\n$/, '').split('\n');
  const told = toldByLines(lines, events);
  return lines.map((line, at) => ({
    text: line,
    told: told.get(at),
    preparation: PREPARATION.some((one) => one.test(line)),
    before: lines[at - 1],
  }));
}

export interface Link {
  readonly kind: 'revision' | 'file' | 'table' | 'model';
  readonly target: string;
  /** Of a file, where the text names one. */
  readonly line?: number;
  /** What autogenerate found there: the way to it is looked for when the link is followed, since files change. */
  readonly detected?: DetectedEvent;
}

export interface Piece {
  readonly text: string;
  readonly link: Link | undefined;
}

/** What a line may speak of, as the snapshot knows it. */
export interface Known {
  /** Revision ids with their files. */
  readonly revisions: ReadonlyMap<string, string>;
  readonly files: readonly string[];
  readonly tables: readonly string[];
  /** Tables that a model declares, with the model's file. */
  readonly models: ReadonlyMap<string, string>;
}

/** Cuts a line at what its event speaks of, and where it names a revision, a file of the project, or a table in quotes. */
export function linked(shown: Pick<OutputLine, 'text' | 'told' | 'before'>, known: Known): Piece[] {
  const { text: line, told } = shown;
  const prefix = /^(INFO|WARNI|ERROR|DEBUG) {1,2}\[[\w.]+\] /.exec(line)?.[0] ?? '';
  const pieces: Piece[] = prefix === '' ? [] : [{ text: prefix, link: undefined }];
  let end = prefix.length;
  const cut = (at: number, text: string, link: Link) => {
    if (at > end) pieces.push({ text: line.slice(end, at), link: undefined });
    pieces.push({ text, link });
    end = at + text.length;
  };
  const rest = restOfPath(shown.before, line, known);
  if (rest) cut(rest.at, rest.text, rest.link);
  const own = told && linkOf(told, known);
  if (told && own) {
    // What it changed last stands last: "Running upgrade a -> b".
    const at = told.event.kind === 'revision' ? line.lastIndexOf(told.piece) : line.indexOf(told.piece, end);
    if (told.event.kind === 'revision') others(line.slice(0, at));
    cut(at, told.piece, own);
  } else others(line);
  if (end < line.length) pieces.push({ text: line.slice(end), link: undefined });
  return pieces;

  function others(part: string): void {
    const candidate = /\/home\/learner\/app\/[\w./-]+|'[\w.]+'|\b[0-9a-z_]{4,40}\b/g;
    candidate.lastIndex = end;
    for (let found = candidate.exec(part); found; found = candidate.exec(part)) {
      const link = linkFor(found[0], known);
      if (!link) continue;
      const place =
        link.kind === 'file' ? /^", line (\d+)/.exec(line.slice(found.index + found[0].length)) : null;
      cut(found.index, found[0], place ? { ...link, line: Number(place[1]) } : link);
    }
  }
}

/** A revision leads to its file; what autogenerate found to the model that declares it, or to the table that has it. */
function linkOf({ event, piece }: Told, known: Known): Link | undefined {
  if (event.kind === 'revision') {
    const path = event.path?.replace(ROOT, '') ?? known.revisions.get(piece);
    return path !== undefined && known.files.includes(path) ? { kind: 'revision', target: path } : undefined;
  }
  const { table, change } = event;
  if (table === undefined) return undefined;
  const model = change.startsWith('remove_') ? undefined : known.models.get(table);
  if (model !== undefined) return { kind: 'model', target: model, detected: event };
  return known.tables.includes(table) ? { kind: 'table', target: table, detected: event } : undefined;
}

const ROOT = '/home/learner/app/';

function linkFor(text: string, known: Known): Link | undefined {
  if (text.startsWith('/')) {
    const path = text.replace(ROOT, '');
    // The tool wraps long names at 80 columns, so the line may hold only the beginning.
    const file =
      known.files.find((one) => one === path) ??
      known.files.find((one) => path.length > 30 && one.startsWith(path));
    return file === undefined ? undefined : { kind: 'file', target: file };
  }
  if (text.startsWith("'")) {
    const table = text.slice(1, -1).split('.')[0]!;
    return known.tables.includes(table) ? { kind: 'table', target: table } : undefined;
  }
  return known.revisions.has(text) ? { kind: 'revision', target: known.revisions.get(text)! } : undefined;
}

/** Where the tool wrapped a path at 80 columns, the end of it stands at the beginning of the next line. */
function restOfPath(
  before: string | undefined,
  line: string,
  known: Known,
): { readonly at: number; readonly text: string; readonly link: Link } | undefined {
  const begun = /\/home\/learner\/app\/[\w./-]+$/.exec(before ?? '')?.[0].slice(ROOT.length);
  const found = /^( +)([\w./-]+)/.exec(line);
  if (begun === undefined || !found || known.files.includes(begun)) return undefined;
  const [, indent, text] = found;
  const target = begun + text!;
  return known.files.includes(target)
    ? { at: indent!.length, text: text!, link: { kind: 'file', target } }
    : undefined;
}

/** The line between the names of a table's columns and its rows, as psql draws it. */
const RULE = /^\|?[+-]*-\+-[+-]*\|?$/;

/** The title that psql sets in the middle over a table: taken from the lines before it. */
function titleIn(
  before: { readonly table: boolean; readonly lines: OutputLine[] } | undefined,
): OutputLine[] {
  const title = before?.table === false ? before.lines.at(-1) : undefined;
  return title && /^ {2,}\S/.test(title.text) ? before!.lines.splice(-1) : [];
}

/** The lines in order, those of a table together. */
export function tablesIn(
  lines: readonly OutputLine[],
): { readonly table: boolean; readonly lines: readonly OutputLine[] }[] {
  const found: { table: boolean; lines: OutputLine[] }[] = [];
  const isRow = (at: number) => lines[at]?.text.includes('|') === true;
  let end = 0;
  for (const [at, line] of lines.entries()) {
    const begins = isRow(at) && RULE.test(lines[at + 1]?.text.trim() ?? '');
    if (begins) {
      end = at + 2;
      while (isRow(end)) end += 1;
    }
    const table = at < end;
    const last = found.at(-1);
    if (last?.table === table && !begins) last.lines.push(line);
    else found.push({ table, lines: begins ? [...titleIn(last), line] : [line] });
  }
  return found.filter((run) => run.lines.length > 0);
}
