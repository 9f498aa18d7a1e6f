/** A program that Python's compiler refuses, and how the interpreter prints that. */

export type SyntaxErrorType = 'SyntaxError' | 'IndentationError' | 'TabError';

/** Where an error is, as the attributes of Python's SyntaxError: lines and columns start at 1, columns count characters. */
export interface SyntaxErrorPlace {
  readonly filename: string;
  readonly lineno: number;
  readonly offset: number;
  readonly endLineno: number;
  /** Column behind the last character; 0, -1 or null (None) where CPython knows none. */
  readonly endOffset: number | null;
  /** The source line with its line end, as Python reports it; null where there is none. */
  readonly text: string | null;
}

/** Thrown by the parser. Its fields are the attributes of Python's exception of the same type. */
export class PythonSyntaxError extends Error {
  readonly type: SyntaxErrorType;
  readonly filename: string;
  readonly lineno: number;
  readonly offset: number;
  readonly endLineno: number;
  readonly endOffset: number | null;
  readonly text: string | null;

  constructor(type: SyntaxErrorType, message: string, place: SyntaxErrorPlace) {
    super(message);
    this.name = 'PythonSyntaxError';
    this.type = type;
    this.filename = place.filename;
    this.lineno = place.lineno;
    this.offset = place.offset;
    this.endLineno = place.endLineno;
    this.endOffset = place.endOffset;
    this.text = place.text;
  }
}

/**
 * The last lines of the traceback that CPython prints for a syntax error: file, source line, marker, message.
 * Answers to: traceback.TracebackException._format_syntax_error.
 * @returns text with a newline at its end.
 */
export function formatSyntaxError(error: PythonSyntaxError): string {
  const head = `  File "${error.filename}", line ${error.lineno}\n`;
  return `${head}${error.text === null ? '' : markedLine(error, error.text)}${error.type}: ${error.message}\n`;
}

function markedLine(error: PythonSyntaxError, text: string): string {
  const withoutEnd = [...text.replace(/\n+$/, '')];
  const shown = [...withoutEnd.join('').replace(/^[ \n\f]+/, '')];
  const stripped = withoutEnd.length - shown.length;
  const line = `    ${shown.join('')}\n`;
  const start = error.offset - 1 - stripped;
  if (error.offset < 1 || start < 0) return line;
  const known = error.endLineno === error.lineno ? (error.endOffset ?? 0) : 0;
  const endOffset = known > 0 ? known : error.offset;
  const end = endOffset === error.offset || endOffset === -1 ? error.offset + 1 : endOffset;
  const blanks = shown.slice(0, start).map((character) => (/\s/.test(character) ? character : ' '));
  while (blanks.length < start) blanks.push(' ');
  return `${line}    ${blanks.join('')}${'^'.repeat(Math.max(1, end - 1 - stripped - start))}\n`;
}
