/** Python inside a template: where it ends, and what stands in a block. Answers to: mako/pygen.py (adjust_whitespace). */
import { expandTabs } from '../../stdlib/textwrap.ts';

const CLOSING: Readonly<Record<string, '(' | '[' | '{'>> = { ')': '(', ']': '[', '}': '{' };

/** The last character of a string's literal, which may span lines; where none ends, the quote is a character like others. */
function endOfString(text: string, start: number): number {
  const quote = text[start]!;
  for (const mark of [quote.repeat(3), quote]) {
    if (!text.startsWith(mark, start)) continue;
    for (let i = start + mark.length; i < text.length; i++) {
      if (text[i] === '\\') i += 1;
      else if (text.startsWith(mark, i)) return i + mark.length - 1;
    }
  }
  return start;
}

/**
 * Looks for the end of Python inside a template: the first mark outside of strings, comments and (where that counts) brackets.
 * @param nests whether brackets count
 * @returns where the mark stands and what is behind it, or undefined where none follows
 */
export function endOfPython(
  text: string,
  from: number,
  marks: readonly string[],
  nests: boolean,
): { readonly at: number; readonly behind: number } | undefined {
  const depth = { '(': 0, '[': 0, '{': 0 };
  const open = () => nests && Object.values(depth).some((level) => level > 0);
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    const mark = marks.find((each) => text.startsWith(each, at));
    if (mark !== undefined && !open()) return { at, behind: at + mark.length };
    const lineEnd = text.indexOf('\n', at);
    if (character === '#' && lineEnd >= 0) at = lineEnd;
    else if (character === '"' || character === "'") at = endOfString(text, at);
    else if (character in depth) depth[character as keyof typeof depth] += 1;
    else if (')]}'.includes(character)) depth[CLOSING[character]!] -= 1;
  }
  return undefined;
}

/** The mark of the string over several lines that is open at the end of a line. */
function openString(line: string, open: string | undefined): string | undefined {
  let quote = open;
  for (const [mark] of line.matchAll(/"""|'''|#/g)) {
    if (quote === undefined && mark === '#') return undefined;
    if (quote === undefined) quote = mark;
    else if (mark === quote) quote = undefined;
  }
  return quote;
}

/** A block of Python without the margin of its first line of code; lines inside of strings stay as they are. */
export function withoutMargin(block: string): string {
  let quote: string | undefined;
  let continued = false;
  let margin: string | undefined;
  const lines = block.split(/\r?\n/).map((line) => {
    const inside = continued || quote !== undefined;
    continued = line.endsWith('\\');
    quote = openString(line, quote);
    if (inside) return line;
    const text = expandTabs(line, 8);
    if (/^ *[^# ]/.test(text)) margin ??= /^ */.exec(text)![0];
    return margin !== undefined && text.startsWith(margin) ? text.slice(margin.length) : text;
  });
  return lines.join('\n');
}
