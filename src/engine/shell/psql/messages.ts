/** Errors and notices as libpq words them for psql at its default verbosity. Answers to: libpq's fe-protocol3.c. */
import type { ErrorFields, Notice } from '../../machine.ts';
import { widthOf } from './print.ts';

/** @param sql what was sent; the place of the error is shown in it. */
export function errorText(fields: ErrorFields, sql: string): string {
  const lines = [`${fields.severity}:  ${fields.message}`];
  if (fields.position !== undefined) lines.push(...place(sql, fields.position));
  else if (fields.internalPosition !== undefined && fields.internalQuery !== undefined)
    lines.push(...place(fields.internalQuery, fields.internalPosition));
  if (fields.detail) lines.push(`DETAIL:  ${fields.detail}`);
  if (fields.hint) lines.push(`HINT:  ${fields.hint}`);
  if (fields.internalQuery && fields.internalPosition === undefined)
    lines.push(`QUERY:  ${fields.internalQuery}`);
  if (fields.where) lines.push(`CONTEXT:  ${fields.where}`);
  return lines.map((line) => `${line}\n`).join('');
}

/** A notice; where it came from is shown with errors only. */
export function noticeText({ severity, message, fields }: Notice): string {
  const lines = [`${severity}:  ${message}`];
  if (fields.detail) lines.push(`DETAIL:  ${fields.detail}`);
  if (fields.hint) lines.push(`HINT:  ${fields.hint}`);
  return lines.map((line) => `${line}\n`).join('');
}

const SCREEN = 60;
const KEEP_LEFT = 10;
const KEEP_RIGHT = 20;

/** `LINE n: …` and a caret below, cut to about sixty columns around the place. */
function place(sql: string, position: number): string[] {
  const characters = [...sql];
  const at = Math.min(position - 1, characters.length);
  const before = characters.slice(0, at);
  const number = before.filter((one) => one === '\n').length + 1;
  const start = before.lastIndexOf('\n') + 1;
  const ends = characters.indexOf('\n', at);
  const line = characters
    .slice(start, ends < 0 ? characters.length : ends)
    .map((one) => (one === '\t' ? ' ' : one));
  while (line.at(-1) === '\r') line.pop();
  const { text, caret } = cut(line, at - start);
  const label = `LINE ${number}: `;
  return [label + text, `${' '.repeat(label.length + caret)}^`];
}

function cut(line: readonly string[], place: number): { readonly text: string; readonly caret: number } {
  const widths = line.map(widthOf);
  const sum = (from: number, to: number) => widths.slice(from, to).reduce((total, one) => total + one, 0);
  let from = 0;
  let to = line.length;
  if (sum(0, to) > SCREEN) {
    if (sum(0, place) + KEEP_RIGHT < SCREEN) {
      while (sum(0, to) > SCREEN) to -= 1;
    } else {
      if (sum(place, to) > KEEP_RIGHT) {
        while (sum(place, to) > KEEP_RIGHT) to -= 1;
      }
      while (sum(from, to) > SCREEN && from < place - KEEP_LEFT) from += 1;
    }
  }
  const dots = (there: boolean) => (there ? '...' : '');
  return {
    text: dots(from > 0) + line.slice(from, to).join('') + dots(to < line.length),
    caret: sum(from, place) + (from > 0 ? 3 : 0),
  };
}
