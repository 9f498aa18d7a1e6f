/** Tables as psql prints them. Answers to: fe_utils/print.c with `border` 1 (0 and 2 by `\pset border`). */
import { eastAsianWidth } from 'get-east-asian-width';
import type { PrintSettings } from './settings.ts';

/** What is printed as a table. */
export interface Table {
  readonly title?: string;
  readonly headers: readonly string[];
  /** Whether a column's values are numbers, which stand on the right. */
  readonly right: readonly boolean[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** Lines under the table; undefined: psql's count of rows. */
  readonly footers?: readonly string[];
}

/** @returns the table with its last line's end. */
export function printTable(table: Table, settings: PrintSettings): string {
  if (settings.format === 'csv') return csv(table, settings);
  if (settings.format === 'unaligned') return unaligned(table, settings);
  return settings.expanded ? vertical(table, settings) : aligned(table, settings);
}

const COMBINING = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Columns of a terminal that a text takes: Korean takes two each. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!COMBINING.test(character)) width += eastAsianWidth(character.codePointAt(0)!);
  }
  return width;
}

/** Control characters show as escapes, a tab fills up to the next eight columns. */
function linesOf(text: string): string[] {
  return text.split('\n').map((line) => {
    let shown = '';
    for (const character of line) {
      if (character === '\t') shown += ' '.repeat(8 - (widthOf(shown) % 8));
      else if (character === '\r') shown += '\\r';
      else if (character < ' ' || character === '\x7f')
        shown += `\\x${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
      else shown += character;
    }
    return shown;
  });
}

const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)));
const padStart = (text: string, width: number) => ' '.repeat(Math.max(0, width - widthOf(text))) + text;
const widest = (lines: readonly string[]) => Math.max(0, ...lines.map(widthOf));

function centred(text: string, width: number): string {
  const space = Math.max(0, width - widthOf(text));
  const left = Math.floor(space / 2);
  return ' '.repeat(left) + text + ' '.repeat(space - left);
}

const countOf = (rows: number) => `(${rows} ${rows === 1 ? 'row' : 'rows'})`;

function footersOf(table: Table, settings: PrintSettings): readonly string[] {
  if (settings.tuplesOnly) return [];
  return table.footers ?? (settings.footer ? [countOf(table.rows.length)] : []);
}

const cellsOf = (table: Table, settings: PrintSettings) =>
  table.rows.map((row) => row.map((cell) => linesOf(cell ?? settings.nullText)));

function aligned(table: Table, settings: PrintSettings): string {
  if (table.headers.length === 0) return `--\n${footersOf(table, settings).join('\n')}\n\n`;
  const { border } = settings;
  const cells = cellsOf(table, settings);
  const headers = table.headers.map(linesOf);
  const widths = headers.map((header, column) =>
    Math.max(widest(header), ...cells.map((row) => widest(row[column] ?? []))),
  );
  const frame = frameOf(border, widths);
  const out: string[] = [];
  const title = table.title ?? settings.title;
  if (title && !settings.tuplesOnly) {
    const total = widths.reduce((sum, width) => sum + width, 0) + frame.extra;
    out.push(' '.repeat(Math.max(0, Math.floor((total - widthOf(title)) / 2))) + title);
  }
  if (!settings.tuplesOnly) {
    if (border === 2) out.push(frame.rule);
    const noneRight = widths.map(() => false);
    out.push(...rowLines(headers, widths, noneRight, border, true), frame.rule);
  }
  for (const row of cells) out.push(...rowLines(row, widths, table.right, border, false));
  if (border === 2) out.push(frame.rule);
  out.push(...footersOf(table, settings));
  return `${out.join('\n')}${out.length > 0 ? '\n' : ''}\n`;
}

function frameOf(border: PrintSettings['border'], widths: readonly number[]) {
  const dashes = widths.map((width) => '-'.repeat(width));
  const count = widths.length;
  if (border === 0) return { rule: dashes.join(' '), extra: Math.max(0, count - 1) };
  const inner = dashes.map((dash) => `-${dash}-`).join('+');
  if (border === 1) return { rule: inner, extra: Math.max(0, count * 3 - 1) };
  return { rule: `+${inner}+`, extra: count * 3 + 1 };
}

/** One row, which may take several lines: `+` marks a cell that goes on below. */
function rowLines(
  row: readonly (readonly string[])[],
  widths: readonly number[],
  right: readonly boolean[],
  border: PrintSettings['border'],
  header: boolean,
): string[] {
  const height = Math.max(1, ...row.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const cells = row.map((lines, column) => {
      const text = lines[at] ?? '';
      const more = at < lines.length - 1;
      const last = column === row.length - 1;
      const full = header || more || !last || border === 2;
      const width = widths[column]!;
      const shown = header
        ? centred(text, width)
        : right[column]
          ? padStart(text, width)
          : full
            ? pad(text, width)
            : text;
      if (border === 0) return shown + (more ? '+' : last && !header ? '' : ' ');
      return ` ${shown}${more ? '+' : !last || header || border === 2 ? ' ' : ''}`;
    });
    if (border === 0) return cells.join('');
    return border === 1 ? cells.join('|') : `|${cells.join('|')}|`;
  });
}

function vertical(table: Table, settings: PrintSettings): string {
  const title = table.title ?? settings.title;
  const out = title && !settings.tuplesOnly ? [title] : [];
  if (table.rows.length === 0) {
    return settings.tuplesOnly ? '' : `${[...out, ...footersOf(table, settings)].join('\n')}\n\n`;
  }
  const cells = cellsOf(table, settings);
  const headers = table.headers.map(linesOf);
  const headerWidth = Math.max(0, ...headers.map(widest));
  const dataWidth = Math.max(0, ...cells.flatMap((row) => row.map(widest)));
  cells.forEach((row, index) => {
    if (!settings.tuplesOnly) out.push(recordLine(index + 1, headerWidth, dataWidth, settings.border));
    else if (index > 0) out.push(recordLine(undefined, headerWidth, dataWidth, settings.border));
    row.forEach((lines, column) => {
      out.push(...fieldLines(headers[column]!, lines, headerWidth, dataWidth, settings.border));
    });
  });
  if (settings.border === 2) out.push(recordLine(undefined, headerWidth, dataWidth, 2));
  out.push(...(table.footers && !settings.tuplesOnly ? table.footers : []));
  return `${out.join('\n')}\n\n`;
}

function fieldLines(
  header: readonly string[],
  lines: readonly string[],
  headerWidth: number,
  dataWidth: number,
  border: PrintSettings['border'],
): string[] {
  const height = Math.max(header.length, lines.length);
  return Array.from({ length: height }, (_, at) => {
    const more = at < lines.length - 1;
    const name = pad(header[at] ?? '', headerWidth) + (at < header.length - 1 ? '+' : ' ');
    const data = lines[at] ?? '';
    const shown = more || border === 2 ? pad(data, dataWidth) : data;
    if (border === 0) return `${name}${shown}${more ? '+' : ''}`;
    if (border === 1) return `${name}| ${shown}${more ? '+' : ''}`;
    return `| ${name}| ${shown}${more ? '+' : ' '}|`;
  });
}

/** `-[ RECORD 1 ]-+----`: the cross stands under the bar between name and value, unless the text covers it. */
function recordLine(
  number: number | undefined,
  headerWidth: number,
  dataWidth: number,
  border: PrintSettings['border'],
): string {
  if (border === 0) return number === undefined ? '' : `* Record ${number}`;
  const left = border === 2 ? '+-' : '-';
  const label = number === undefined ? '' : `[ RECORD ${number} ]`;
  const line = `${left}${label}`;
  const plain = `${border === 2 ? '+-' : ''}${'-'.repeat(headerWidth)}-+-${'-'.repeat(dataWidth)}${border === 2 ? '-+' : ''}`;
  return line + plain.slice(line.length);
}

function unaligned(table: Table, settings: PrintSettings): string {
  const separator = settings.fieldSeparator;
  const text = (cell: string | null) => cell ?? settings.nullText;
  const title = table.title ?? settings.title;
  const out = title && !settings.tuplesOnly ? [title] : [];
  if (settings.expanded) {
    table.rows.forEach((row, index) => {
      if (index > 0) out.push('');
      out.push(...row.map((cell, column) => `${table.headers[column]}${separator}${text(cell)}`));
    });
    if (table.rows.length === 0) out.push(...footersOf(table, settings));
  } else {
    if (!settings.tuplesOnly) out.push(table.headers.join(separator));
    out.push(...table.rows.map((row) => row.map(text).join(separator)));
    out.push(...footersOf(table, settings));
  }
  return out.map((line) => `${line}\n`).join('');
}

function csv(table: Table, settings: PrintSettings): string {
  const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells: readonly (string | null)[]) =>
    `${cells.map((cell) => quoted(cell ?? settings.nullText)).join(',')}\n`;
  const head = settings.tuplesOnly ? '' : line(table.headers);
  return head + table.rows.map(line).join('');
}
