/** A server's error as libpq writes it. Answers to: libpq's fe-protocol3.c (pqBuildErrorMessage3), psycopg2's pgerror. */
import type { ErrorFields } from '../../../machine.ts';

const DISPLAY = 60;
const RIGHT = 10;

/** `str(exception)`: message, the line with a caret, DETAIL, HINT, CONTEXT; ends with a newline. */
export function errorText(fields: ErrorFields, sql: string): string {
  let text = `${fields.message}\n`;
  if (fields.position !== undefined) text += positionLines(sql, fields.position);
  if (fields.detail) text += `DETAIL:  ${fields.detail}\n`;
  if (fields.hint) text += `HINT:  ${fields.hint}\n`;
  if (fields.where) text += `CONTEXT:  ${fields.where}\n`;
  return text;
}

/** The line of the statement that the position is in, cut to fit, and a caret below it. */
function positionLines(sql: string, position: number): string {
  const characters = [...sql].map((character) => (character === '\t' ? ' ' : character));
  const at = position - 1;
  if (at < 0 || at > characters.length) return '';
  const { number, start, end } = lineAround(characters, at);
  const width = widths(characters);
  let from = start;
  let to = end;
  let cutLeft = false;
  let cutRight = false;
  if (width[to]! - width[from]! > DISPLAY) {
    if (width[from]! + DISPLAY >= width[at]! + RIGHT) {
      while (width[to]! - width[from]! > DISPLAY) to -= 1;
      cutRight = true;
    } else {
      while (width[at]! + RIGHT < width[to]!) {
        to -= 1;
        cutRight = true;
      }
      while (width[to]! - width[from]! > DISPLAY) {
        from += 1;
        cutLeft = true;
      }
    }
  }
  const head = `LINE ${number}: ${cutLeft ? '...' : ''}`;
  const shown = characters.slice(from, to).join('');
  const caret = ' '.repeat(head.length + width[at]! - width[from]!);
  return `${head}${shown}${cutRight ? '...' : ''}\n${caret}^\n`;
}

function lineAround(
  characters: readonly string[],
  at: number,
): { number: number; start: number; end: number } {
  let number = 1;
  let start = 0;
  for (let index = 0; index < at; index += 1) {
    if (characters[index] === '\n' || (characters[index] === '\r' && characters[index + 1] !== '\n')) {
      number += 1;
      start = index + 1;
    }
  }
  let end = at;
  while (end < characters.length && characters[end] !== '\n' && characters[end] !== '\r') end += 1;
  return { number, start, end };
}

/** Columns on a terminal before each character. */
function widths(characters: readonly string[]): readonly number[] {
  const out = [0];
  for (const character of characters) out.push(out[out.length - 1]! + (isWide(character) ? 2 : 1));
  return out;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const isWide = (character: string): boolean => WIDE.test(character);
