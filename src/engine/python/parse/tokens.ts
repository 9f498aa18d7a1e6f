/** The tokens of Python, and the words and signs that are tokens of their own. */

/** A piece of the program. Shared by every stage of the parser; nobody changes it. */
export interface Token {
  /** 'NAME', 'NUMBER', 'STRING', 'NEWLINE', 'INDENT', 'DEDENT', 'END', 'OTHER', or the keyword or operator itself. */
  readonly kind: string;
  /** Place in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Column in characters, from 0; -1 for INDENT, DEDENT and END, which CPython places nowhere. */
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** How many brackets are open after it. */
  readonly level: number;
}

export const KEYWORDS: ReadonlyMap<string, string> = new Map(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  )
    .split(' ')
    .map((word) => [word, word]),
);

/** Operators by length. */
const OPERATORS: readonly ReadonlyMap<string, string>[] = [
  '( ) [ ] : , ; + - * / | & < > = . % { } ~ ^ @',
  '== != <> <= >= << >> += -= *= /= //  %= &= |= ^= @= ** -> :=',
  '**= //= >>= <<= ...',
].map((line) => new Map(line.split(/ +/).map((sign) => [sign, sign])));

/** The longest operator that starts at a place; undefined where there is none. */
export function operatorAt(text: string, at: number): string | undefined {
  const next = text.charCodeAt(at + 1);
  // Most operators stand alone: only these characters can be the second of a longer one.
  if (next === 61 || next === 42 || next === 47 || next === 60 || next === 62 || next === 46) {
    const three = OPERATORS[2]!.get(text.slice(at, at + 3));
    if (three !== undefined) return three;
    const two = OPERATORS[1]!.get(text.slice(at, at + 2));
    if (two !== undefined) return two;
  }
  return OPERATORS[0]!.get(text[at]!);
}
