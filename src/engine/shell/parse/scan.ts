/**
 * Splits a command line into words and operators.
 * Quotes and expansions are taken apart by `scan-word.ts`, so that the parser sees words only. Answers to: bash's reader.
 */
import { arithmeticEnd, expandable, readWord, type Scanner } from './scan-word.ts';
import type { Word } from './syntax.ts';

export type Token = { readonly start: number; readonly end: number; readonly line: number } & (
  | { readonly kind: 'word'; readonly word: Word; readonly raw: string }
  | { readonly kind: 'operator'; readonly text: string }
  /** `((…))`, without its parentheses. */
  | { readonly kind: 'arithmetic'; readonly text: string }
);

const OPERATORS = [
  '&&',
  '||',
  ';;',
  '<<<',
  '<<-',
  '<<',
  '>>',
  '>&',
  '>|',
  '<&',
  '&>>',
  '&>',
  '|&',
  ';',
  '|',
  '<',
  '>',
  '(',
  ')',
  '\n',
  '&',
];

interface PendingDocument {
  readonly index: number;
  readonly strip: boolean;
}

/**
 * @param text one line, or several where a here-document or a compound command is pasted.
 * @throws ShellSyntaxError for a quote or parenthesis that is never closed.
 */
export function scan(text: string): Token[] {
  const scanner: Scanner = { text, at: 0 };
  const tokens: Token[] = [];
  const pending: PendingDocument[] = [];
  const lineAt = lineCounter(text);
  while (scanner.at < text.length) {
    const rest = text.slice(scanner.at);
    const skipped = /^(?:[ \t\r]|\\\n)+/.exec(rest) ?? /^#[^\n]*/.exec(rest);
    if (skipped) {
      scanner.at += skipped[0].length;
      continue;
    }
    const start = scanner.at;
    const place = () => ({ start, end: scanner.at, line: lineAt(start) });
    if (rest.startsWith('((')) {
      const end = arithmeticEnd(rest);
      if (end !== undefined) {
        scanner.at += end;
        tokens.push({ kind: 'arithmetic', text: rest.slice(2, end - 2), ...place() });
        continue;
      }
    }
    const operator = operatorAt(rest);
    if (operator) {
      scanner.at += operator.length;
      tokens.push({ kind: 'operator', text: operator, ...place() });
      if (operator === '\n') readHereDocuments(scanner, tokens, pending);
      continue;
    }
    const word = readWord(scanner);
    tokens.push({ kind: 'word', word, raw: text.slice(start, scanner.at), ...place() });
    const before = tokens.at(-2);
    if (before?.kind === 'operator' && /<<-?$/.test(before.text))
      pending.push({ index: tokens.length - 1, strip: before.text.endsWith('-') });
  }
  return tokens;
}

function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let seen = 0;
  return (at) => {
    for (; seen < at; seen++) if (text[seen] === '\n') line += 1;
    return line;
  };
}

/** `2>` counts as one operator: the digit before `<` or `>` names the descriptor. */
function operatorAt(rest: string): string | undefined {
  const numbered = /^[012](?:>>|>&|>\||<<<|<<-|<<|<&|>|<)/.exec(rest);
  return numbered ? numbered[0] : OPERATORS.find((operator) => rest.startsWith(operator));
}

function readHereDocuments(scanner: Scanner, tokens: Token[], pending: PendingDocument[]): void {
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
    const word = literal ? [{ kind: 'text', text: body, quoted: true } as const] : expandable(body);
    tokens[index] = { ...delimiter, word };
  }
}
