/** Turns what a command printed into lines that can be folded and linked. */
import type { OutputPiece } from '../../session/protocol.ts';

export interface OutputLine {
  readonly text: string;
  /** Said on every run before anything happens; folded away at first. */
  readonly preparation: boolean;
}

const PREPARATION = [
  /^INFO {2}\[alembic\.runtime\.migration\] (Context impl|Will assume)/,
  /^INFO {2}\[alembic\.runtime\.plugins\] /,
  /^INFO {2}\[alembic\.ddl\.postgresql\] Detected sequence/,
];

export function linesOf(output: readonly OutputPiece[]): OutputLine[] {
  const text = output.map((piece) => piece.text).join('');
  if (text === '') return [];
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => ({ text: line, preparation: PREPARATION.some((one) => one.test(line)) }));
}

export interface Link {
  readonly kind: 'revision' | 'file' | 'table' | 'model';
  readonly target: string;
  /** Of a file, where the text names one. */
  readonly line?: number;
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

/** Cuts a line where it names a revision, a file of the project, or a table's column in quotes. */
export function linked(line: string, known: Known): Piece[] {
  const prefix = /^(INFO|WARNI|ERROR|DEBUG) {1,2}\[[\w.]+\] /.exec(line)?.[0] ?? '';
  const pieces: Piece[] = prefix === '' ? [] : [{ text: prefix, link: undefined }];
  const candidate = /\/home\/learner\/app\/[\w./-]+|'[\w.]+'|\b[0-9a-z_]{4,40}\b/g;
  let end = prefix.length;
  candidate.lastIndex = end;
  for (let found = candidate.exec(line); found; found = candidate.exec(line)) {
    const link = linkFor(found[0], known, / Detected (added|removed) /.test(line));
    if (!link) continue;
    if (found.index > end) pieces.push({ text: line.slice(end, found.index), link: undefined });
    const place =
      link.kind === 'file' ? /^", line (\d+)/.exec(line.slice(found.index + found[0].length)) : null;
    pieces.push({ text: found[0], link: place ? { ...link, line: Number(place[1]) } : link });
    end = found.index + found[0].length;
  }
  if (end < line.length) pieces.push({ text: line.slice(end), link: undefined });
  return pieces;
}

/** @param detected the line tells what autogenerate found: it speaks of the model. */
function linkFor(text: string, known: Known, detected: boolean): Link | undefined {
  if (text.startsWith('/')) {
    const path = text.replace('/home/learner/app/', '');
    // The tool wraps long names at 80 columns, so the line may hold only the beginning.
    const file =
      known.files.find((one) => one === path) ??
      known.files.find((one) => path.length > 30 && one.startsWith(path));
    return file === undefined ? undefined : { kind: 'file', target: file };
  }
  if (text.startsWith("'")) {
    const table = text.slice(1, -1).split('.')[0]!;
    const model = detected ? known.models.get(table) : undefined;
    if (model !== undefined) return { kind: 'model', target: model };
    return known.tables.includes(table) ? { kind: 'table', target: table } : undefined;
  }
  return known.revisions.has(text) ? { kind: 'revision', target: known.revisions.get(text)! } : undefined;
}
