/** Python's textwrap. Answers to: CPython 3.11 Lib/textwrap.py (behaviour). */
import { Raise } from '../machine.ts';

export interface WrapOptions {
  readonly width: number;
  readonly initialIndent: string;
  readonly subsequentIndent: string;
  readonly expandTabs: boolean;
  readonly replaceWhitespace: boolean;
  readonly fixSentenceEndings: boolean;
  readonly breakLongWords: boolean;
  readonly dropWhitespace: boolean;
  readonly breakOnHyphens: boolean;
  readonly tabSize: number;
  readonly maxLines: number | null;
  readonly placeholder: string;
}

/** The options as they are where none is given. */
export const WRAP_DEFAULTS: WrapOptions = {
  width: 70,
  initialIndent: '',
  subsequentIndent: '',
  expandTabs: true,
  replaceWhitespace: true,
  fixSentenceEndings: false,
  breakLongWords: true,
  dropWhitespace: true,
  breakOnHyphens: true,
  tabSize: 8,
  maxLines: null,
  placeholder: ' [...]',
};

/*
 * A chunk is a run of blanks, an em-dash between words, or a word that may end after a hyphen:
 * "hyphen-" counts as breakable when two letters stand before it and a letter (or letter and hyphen) behind.
 */
const SPACE = '[\\t\\n\\v\\f\\r ]';
const NOT_SPACE = '[^\\t\\n\\v\\f\\r ]';
const WORD = '[\\p{L}\\p{N}_!"\'&.,?]';
const LETTER = '[\\p{L}_]';
const CHUNK = new RegExp(
  `(${SPACE}+|(?<=${WORD})-{2,}(?=[\\p{L}\\p{N}_])|${NOT_SPACE}+?(?:-(?:(?<=${LETTER}{2}-)|(?<=${LETTER}-[\\p{L}\\p{N}_]-))` +
    `(?=${LETTER}-?${LETTER})|(?=${SPACE}|$)|(?<=${WORD})(?=-{2,}[\\p{L}\\p{N}_])))`,
  'u',
);
const CHUNK_PLAIN = new RegExp(`(${SPACE}+)`, 'u');
const SENTENCE_END = /[a-z][.!?]["']?$/;

/** `textwrap.wrap`: lines of at most `width` characters (code points), without line ends. */
export function wrap(text: string, given: Partial<WrapOptions> = {}): string[] {
  const options = { ...WRAP_DEFAULTS, ...given };
  const { width, maxLines } = options;
  if (width <= 0) throw new Raise('builtins.ValueError', [`invalid width ${width} (must be > 0)`]);
  if (maxLines !== null) {
    const indent = maxLines > 1 ? options.subsequentIndent : options.initialIndent;
    if (size(indent) + size(options.placeholder.trimStart()) > width)
      throw new Raise('builtins.ValueError', ['placeholder too large for max width']);
  }
  return fillLines(chunksOf(text, options), options);
}

/** `textwrap.shorten`: whitespace collapsed, cut to `width` with a placeholder. */
export function shorten(text: string, width: number, given: Partial<WrapOptions> = {}): string {
  return wrap(text.trim().split(/\s+/).join(' '), { ...given, width, maxLines: 1 }).join('\n');
}

/** `textwrap.indent`: `prefix` before each line that is not blank (or that `wanted` picks). */
export function indent(text: string, prefix: string, wanted?: (line: string) => boolean): string {
  const picked = wanted ?? ((line: string) => line.trim() !== '');
  return splitLines(text)
    .map((line) => (picked(line) ? prefix + line : line))
    .join('');
}

/** `textwrap.dedent`: the leading blanks that all lines share are removed. */
export function dedent(text: string): string {
  const blanked = text.replace(/^[ \t]+$/gm, '');
  let margin: string | undefined;
  for (const [, lead] of blanked.matchAll(/^([ \t]*)(?=[^ \t\n])/gm)) {
    margin = margin === undefined ? lead! : common(margin, lead!);
  }
  return margin ? blanked.replace(new RegExp(`^${margin}`, 'gm'), '') : blanked;
}

function common(left: string, right: string): string {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length++;
  return left.slice(0, length);
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function chunksOf(text: string, options: WrapOptions): string[] {
  let munged = options.expandTabs ? expandTabs(text, options.tabSize) : text;
  if (options.replaceWhitespace) munged = munged.replace(/[\t\n\v\f\r]/g, ' ');
  const chunks = munged.split(options.breakOnHyphens ? CHUNK : CHUNK_PLAIN).filter((chunk) => chunk !== '');
  if (!options.fixSentenceEndings) return chunks;
  return chunks.map((chunk, i) =>
    chunk === ' ' && i > 0 && SENTENCE_END.test(chunks[i - 1]!) ? '  ' : chunk,
  );
}

/** `str.expandtabs` */
export function expandTabs(text: string, tabSize: number): string {
  let column = 0;
  let out = '';
  for (const character of text) {
    if (character === '\t') {
      const blanks = tabSize > 0 ? tabSize - (column % tabSize) : 0;
      out += ' '.repeat(blanks);
      column += blanks;
    } else {
      out += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return out;
}

function fillLines(chunks: readonly string[], options: WrapOptions): string[] {
  const waiting = [...chunks].reverse();
  const lines: string[] = [];
  while (waiting.length > 0) {
    const lead = lines.length > 0 ? options.subsequentIndent : options.initialIndent;
    const room = options.width - size(lead);
    if (options.dropWhitespace && waiting.at(-1)!.trim() === '' && lines.length > 0) waiting.pop();
    const { current, length } = takeLine(waiting, room, options);
    if (current.length === 0) continue;
    const last = options.maxLines !== null && lines.length + 1 >= options.maxLines;
    const rest =
      waiting.length > 0 && !(options.dropWhitespace && waiting.length === 1 && waiting[0]!.trim() === '');
    if (last && (rest || length > room)) {
      endWithPlaceholder(lines, current, lead, room, options);
      break;
    }
    lines.push(lead + current.join(''));
  }
  return lines;
}

function takeLine(
  waiting: string[],
  room: number,
  options: WrapOptions,
): { current: string[]; length: number } {
  const current: string[] = [];
  let length = 0;
  while (waiting.length > 0 && length + size(waiting.at(-1)!) <= room) {
    const chunk = waiting.pop()!;
    current.push(chunk);
    length += size(chunk);
  }
  if (waiting.length > 0 && size(waiting.at(-1)!) > room) {
    breakLongWord(waiting, current, length, room, options);
    length = current.reduce((sum, chunk) => sum + size(chunk), 0);
  }
  if (options.dropWhitespace && current.length > 0 && current.at(-1)!.trim() === '')
    length -= size(current.pop()!);
  return { current, length };
}

function breakLongWord(
  waiting: string[],
  current: string[],
  length: number,
  room: number,
  options: WrapOptions,
): void {
  const space = room < 1 ? 1 : room - length;
  if (!options.breakLongWords) {
    if (current.length === 0) current.push(waiting.pop()!);
    return;
  }
  const points = [...waiting.at(-1)!];
  let end = space;
  if (options.breakOnHyphens && points.length > space) {
    const hyphen = points.slice(0, Math.max(space, 0)).lastIndexOf('-');
    if (hyphen > 0 && points.slice(0, hyphen).some((point) => point !== '-')) end = hyphen + 1;
  }
  current.push(points.slice(0, Math.max(end, 0)).join(''));
  waiting[waiting.length - 1] = points.slice(Math.max(end, 0)).join('');
}

function endWithPlaceholder(
  lines: string[],
  current: string[],
  lead: string,
  room: number,
  options: WrapOptions,
): void {
  let length = current.reduce((sum, chunk) => sum + size(chunk), 0);
  while (current.length > 0) {
    if (current.at(-1)!.trim() !== '' && length + size(options.placeholder) <= room) {
      current.push(options.placeholder);
      lines.push(lead + current.join(''));
      return;
    }
    length -= size(current.pop()!);
  }
  const previous = lines.at(-1)?.trimEnd();
  if (previous !== undefined && size(previous) + size(options.placeholder) <= options.width) {
    lines[lines.length - 1] = previous + options.placeholder;
    return;
  }
  lines.push(lead + options.placeholder.trimStart());
}

const size = (text: string) => [...text].length;
