/**
 * Splits a command line into words and operators.
 * Quotes, escapes, `$name`, `${name:-word}`, `$(line)` and backquotes are taken apart here, so that the parser
 * sees words only. Answers to: bash's reader.
 */
import { ShellSyntaxError, type Word, type WordPart } from './syntax.ts';

export type Token =
  | { readonly kind: 'word'; readonly word: Word; readonly raw: string }
  | { readonly kind: 'operator'; readonly text: string };

const OPERATORS = [
  '&&',
  '||',
  '<<<',
  '<<-',
  '<<',
  '>>',
  '>&',
  '<&',
  '&>',
  ';',
  '|',
  '<',
  '>',
  '(',
  ')',
  '\n',
  '&',
];
const ENDS_WORD = /[\s;|&<>()]/;
const NAME = /^(?:[A-Za-z_]\w*|[?#$!@*0-9])/;

interface Scanner {
  readonly text: string;
  at: number;
}

/**
 * @param text one line, or several where a here-document is pasted.
 * @throws ShellSyntaxError for a quote or parenthesis that is never closed.
 */
export function scan(text: string): Token[] {
  const scanner: Scanner = { text, at: 0 };
  const tokens: Token[] = [];
  const pending: { readonly index: number; readonly strip: boolean }[] = [];
  while (scanner.at < text.length) {
    const rest = text.slice(scanner.at);
    const blank = /^(?:[ \t\r]|\\\n)+/.exec(rest);
    if (blank) {
      scanner.at += blank[0].length;
      continue;
    }
    if (rest.startsWith('#')) {
      scanner.at += /^[^\n]*/.exec(rest)![0].length;
      continue;
    }
    const operator = operatorAt(rest);
    if (operator) {
      scanner.at += operator.length;
      tokens.push({ kind: 'operator', text: operator });
      if (operator === '\n') readHereDocuments(scanner, tokens, pending);
      continue;
    }
    const start = scanner.at;
    const word = readWord(scanner);
    tokens.push({ kind: 'word', word, raw: text.slice(start, scanner.at) });
    const before = tokens.at(-2);
    if (before?.kind === 'operator' && (before.text === '<<' || before.text === '<<-')) {
      pending.push({ index: tokens.length - 1, strip: before.text === '<<-' });
    }
  }
  return tokens;
}

/** `2>` counts as one operator: the digit before `<` or `>` names the descriptor. */
function operatorAt(rest: string): string | undefined {
  const numbered = /^[012](?:>>|>&|<&|>|<)/.exec(rest);
  return numbered ? numbered[0] : OPERATORS.find((operator) => rest.startsWith(operator));
}

function readHereDocuments(
  scanner: Scanner,
  tokens: Token[],
  pending: { readonly index: number; readonly strip: boolean }[],
): void {
  for (const { index, strip } of pending.splice(0)) {
    const delimiter = tokens[index]! as Extract<Token, { kind: 'word' }>;
    const end = delimiter.word.map((part) => (part.kind === 'text' ? part.text : '')).join('');
    const lines: string[] = [];
    while (scanner.at < scanner.text.length) {
      const [line] = /^[^\n]*/.exec(scanner.text.slice(scanner.at))!;
      scanner.at = Math.min(scanner.text.length, scanner.at + line.length + 1);
      const bare = strip ? line.replace(/^\t+/, '') : line;
      if (bare === end) break;
      lines.push(`${bare}\n`);
    }
    const body = lines.join('');
    const literal = delimiter.word.some((part) => part.quoted);
    const word = literal
      ? [{ kind: 'text', text: body, quoted: true } as const]
      : expandable({ text: body, at: 0 });
    tokens[index] = { kind: 'word', word, raw: delimiter.raw };
  }
}

function readWord(scanner: Scanner): Word {
  const parts: WordPart[] = [];
  while (scanner.at < scanner.text.length) {
    const character = scanner.text[scanner.at]!;
    if (ENDS_WORD.test(character)) break;
    if (character === "'") parts.push(singleQuoted(scanner));
    else if (character === '"') parts.push(...doubleQuoted(scanner));
    else if (character === '\\') parts.push(...escaped(scanner));
    else if (character === '$' || character === '`') parts.push(dollar(scanner, false));
    else parts.push(plain(scanner));
  }
  return parts;
}

function plain(scanner: Scanner): WordPart {
  const [text] = /^[^\s;|&<>()'"\\$`]+/.exec(scanner.text.slice(scanner.at))!;
  scanner.at += text.length;
  return { kind: 'text', text, quoted: false };
}

function escaped(scanner: Scanner): WordPart[] {
  const next = scanner.text[scanner.at + 1];
  scanner.at += next === undefined ? 1 : 2;
  if (next === '\n') return [];
  return [{ kind: 'text', text: next ?? '\\', quoted: true }];
}

function singleQuoted(scanner: Scanner): WordPart {
  const end = scanner.text.indexOf("'", scanner.at + 1);
  if (end < 0) throw unclosed("'");
  const text = scanner.text.slice(scanner.at + 1, end);
  scanner.at = end + 1;
  return { kind: 'text', text, quoted: true };
}

function doubleQuoted(scanner: Scanner): WordPart[] {
  scanner.at += 1;
  const parts = quotedParts(scanner, '"');
  if (scanner.text[scanner.at] !== '"') throw unclosed('"');
  scanner.at += 1;
  return parts.length > 0 ? parts : [{ kind: 'text', text: '', quoted: true }];
}

/** The body of a here-document: expansions work, quotes mean themselves. */
function expandable(scanner: Scanner): Word {
  return quotedParts(scanner, undefined);
}

function quotedParts(scanner: Scanner, end: '"' | undefined): WordPart[] {
  const parts: WordPart[] = [];
  let text = '';
  const flush = () => {
    if (text) parts.push({ kind: 'text', text, quoted: true });
    text = '';
  };
  while (scanner.at < scanner.text.length && scanner.text[scanner.at] !== end) {
    const character = scanner.text[scanner.at]!;
    const next = scanner.text[scanner.at + 1];
    if (character === '\\' && next !== undefined && '$`"\\\n'.includes(next)) {
      if (next !== '\n') text += next;
      scanner.at += 2;
    } else if (character === '$' || character === '`') {
      flush();
      parts.push(dollar(scanner, true));
    } else {
      text += character;
      scanner.at += 1;
    }
  }
  flush();
  return parts;
}

function dollar(scanner: Scanner, quoted: boolean): WordPart {
  const rest = scanner.text.slice(scanner.at);
  if (rest.startsWith('`')) {
    const end = rest.indexOf('`', 1);
    if (end < 0) throw unclosed('`');
    scanner.at += end + 1;
    return { kind: 'substitution', line: rest.slice(1, end), quoted };
  }
  if (rest.startsWith('$(')) {
    const end = matching(rest, 1, '(', ')');
    scanner.at += end + 1;
    return { kind: 'substitution', line: rest.slice(2, end), quoted };
  }
  if (rest.startsWith('${')) return braced(scanner, rest, quoted);
  const name = NAME.exec(rest.slice(1))?.[0];
  if (name === undefined) {
    scanner.at += 1;
    return { kind: 'text', text: '$', quoted };
  }
  scanner.at += 1 + name.length;
  return { kind: 'variable', name, quoted };
}

function braced(scanner: Scanner, rest: string, quoted: boolean): WordPart {
  const end = matching(rest, 1, '{', '}');
  const inner = /^(\w+|[?#$!@*])(?::?-(.*))?$/s.exec(rest.slice(2, end));
  if (!inner) throw new ShellSyntaxError(`${rest.slice(0, end + 1)}: bad substitution`);
  scanner.at += end + 1;
  const fallback = inner[2] === undefined ? undefined : expandable({ text: inner[2], at: 0 });
  return { kind: 'variable', name: inner[1]!, quoted, ...(fallback ? { fallback } : {}) };
}

/** Index of the bracket that closes the one at `open`, with quotes skipped. */
function matching(text: string, open: number, left: string, right: string): number {
  let depth = 0;
  let quote = '';
  for (let at = open; at < text.length; at++) {
    const character = text[at]!;
    if (quote) quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === left) depth += 1;
    else if (character === right && --depth === 0) return at;
  }
  throw unclosed(right);
}

const unclosed = (what: string) =>
  new ShellSyntaxError(`unexpected EOF while looking for matching \`${what}'`);
