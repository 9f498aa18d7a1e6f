/** A program that Python's compiler refuses, and how the interpreter prints that. */
import { utf8Length } from './utf8.ts';

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
  /** Set where CPython names no place at all. */
  readonly placeless?: boolean;
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
  readonly placeless: boolean;

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
    this.placeless = place.placeless ?? false;
  }
}

/**
 * The last lines of what CPython prints for a syntax error that nobody catches: file, source line, marker, message.
 * Answers to: CPython's print_error_text.
 * @returns text with a newline at its end.
 */
export function formatSyntaxError(error: PythonSyntaxError): string {
  const head = `  File "${error.filename}", line ${error.lineno}\n`;
  return `${head}${error.text === null ? '' : markedLine(error, error.text)}${error.type}: ${error.message}\n`;
}

function markedLine(error: PythonSyntaxError, text: string): string {
  const shown = text.replace(/^[ \t\f]+/, '').replace(/\n$/, '');
  const line = `    ${shown}\n`;
  const start = Math.min(error.offset - 1 - /^[ \t\f]*/.exec(text)![0].length, utf8Length(shown));
  if (start < 0) return line;
  const ranged =
    error.type === 'SyntaxError' &&
    error.endOffset !== null &&
    (error.endLineno > error.lineno || error.endOffset > error.offset);
  // What ends on a later line is marked to the end of this one.
  const width = error.endLineno > error.lineno ? utf8Length(shown) - start : error.endOffset! - error.offset;
  return `${line}    ${' '.repeat(start)}${'^'.repeat(ranged ? width : 1)}\n`;
}
