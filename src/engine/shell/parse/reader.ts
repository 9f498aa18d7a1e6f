/** How the parser walks over the tokens of a line. */
import type { Token } from './scan.ts';
import { ShellSyntaxError } from './syntax.ts';

/** The tokens of a line, and the place among them. */
export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  at: number;
}

/** The operator that the reader stands before, if it does. */
export function operator(reader: Reader): string | undefined {
  const token = reader.tokens[reader.at];
  return token?.kind === 'operator' ? token.text : undefined;
}

/** Whether the reader stands before this word, unquoted. */
export function isWord(reader: Reader, raw: string): boolean {
  const token = reader.tokens[reader.at];
  return token?.kind === 'word' && token.raw === raw;
}

/** Takes a word. @throws ShellSyntaxError where there is none */
export function expectWord(reader: Reader): Extract<Token, { kind: 'word' }> {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'word') throw unexpected(reader);
  reader.at += 1;
  return token;
}

/** Takes a reserved word or operator. @throws ShellSyntaxError where something else stands */
export function expect(reader: Reader, text: string): void {
  if (!isWord(reader, text) && operator(reader) !== text) throw unexpected(reader);
  reader.at += 1;
}

/** Skips line ends where they mean nothing. */
export function skipNewlines(reader: Reader): void {
  while (operator(reader) === '\n') reader.at += 1;
}

/** What bash says of the token that the reader stands before. */
export function unexpected(reader: Reader): ShellSyntaxError {
  const token = reader.tokens[reader.at];
  if (token === undefined && reader.text.includes('\n'))
    return new ShellSyntaxError('syntax error: unexpected end of file');
  const text =
    token === undefined
      ? '\n'
      : token.kind === 'word'
        ? token.raw
        : token.kind === 'operator'
          ? token.text
          : '((';
  return new ShellSyntaxError(`syntax error near unexpected token \`${text === '\n' ? 'newline' : text}'`);
}
