/**
 * Finds where statements end in what psql reads. Answers to: psql's psqlscan.l, which sends at a `;` outside quotes, comments
 * and parentheses, and hands what follows a backslash to its own commands.
 */

export type Piece =
  /** A complete statement with its `;`, which goes to the server too. */
  | { readonly kind: 'statement'; readonly sql: string }
  /** `\name rest of the line`; `sql` is what stood before it and is not sent yet. */
  | { readonly kind: 'command'; readonly text: string; readonly sql: string }
  /** What is left at the end: not complete. `inside` is the prompt's sign for where it stands. */
  | { readonly kind: 'rest'; readonly sql: string; readonly inside: string };

const DOLLAR = /^\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/;

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
  /** SQL words inside `CREATE FUNCTION … BEGIN ATOMIC`, whose `;` do not end it. */
  begins: number;
}

/**
 * @param text the lines so far, from the start of a statement.
 * @param from where to begin.
 * @returns the next piece, and where the one after it begins.
 */
export function nextPiece(text: string, from: number): { readonly piece: Piece; readonly next: number } {
  const reader: Reader = { text, at: from, depth: 0, begins: 0 };
  while (reader.at < text.length) {
    const character = text[reader.at]!;
    if (character === ';' && reader.depth === 0 && reader.begins === 0) {
      const sql = withoutLead(text.slice(from, reader.at + 1));
      return { piece: { kind: 'statement', sql }, next: reader.at + 1 };
    }
    if (character === '\\') return commandAt(reader, from);
    const inside = skip(reader);
    if (inside !== undefined) {
      return { piece: { kind: 'rest', sql: withoutLead(text.slice(from)), inside }, next: text.length };
    }
  }
  const sql = withoutLead(text.slice(from));
  return { piece: { kind: 'rest', sql, inside: reader.depth > 0 ? '(' : '' }, next: text.length };
}

/** psql leaves white space and comments before a statement out of what it sends. */
const withoutLead = (sql: string) => sql.replace(/^(?:\s+|--[^\n]*(?:\n|$))+/, '');

function commandAt(reader: Reader, from: number): { readonly piece: Piece; readonly next: number } {
  const { text } = reader;
  const sql = withoutLead(text.slice(from, reader.at));
  const end = text.indexOf('\n', reader.at);
  const stop = end < 0 ? text.length : end;
  const line = text.slice(reader.at, stop);
  // `\\` ends one command and begins another.
  const cut = line.indexOf('\\\\', 1);
  const own = cut < 0 ? line : line.slice(0, cut);
  const next = cut < 0 ? Math.min(text.length, stop + 1) : reader.at + cut + 2;
  return { piece: { kind: 'command', text: own, sql }, next };
}

/** Moves over one token. @returns the prompt's sign where the token is never closed. */
function skip(reader: Reader): string | undefined {
  const rest = reader.text.slice(reader.at);
  const character = rest[0]!;
  if (rest.startsWith('--')) return past(reader, /^--[^\n]*/.exec(rest)![0].length);
  if (rest.startsWith('/*')) return closing(reader, commentEnd(rest), '*');
  if (character === "'") {
    const escapes = /[eE]$/.test(reader.text.slice(Math.max(0, reader.at - 1), reader.at));
    const match = (escapes ? /^'(?:[^'\\]|''|\\[\s\S])*'/ : /^'(?:[^']|'')*'/).exec(rest);
    return closing(reader, match?.[0].length, "'");
  }
  if (character === '"') return closing(reader, /^"(?:[^"]|"")*"/.exec(rest)?.[0].length, '"');
  const tag = DOLLAR.exec(rest)?.[0];
  if (tag !== undefined) {
    const end = rest.indexOf(tag, tag.length);
    return closing(reader, end < 0 ? undefined : end + tag.length, '$');
  }
  if (character === '(') reader.depth += 1;
  if (character === ')') reader.depth = Math.max(0, reader.depth - 1);
  const word = /^[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/.exec(rest)?.[0];
  // The E of E'…' must stay beside its quote.
  if (word === undefined) return past(reader, 1);
  countBegins(reader, word.toLowerCase(), rest);
  return past(reader, word.length);
}

function countBegins(reader: Reader, word: string, rest: string): void {
  if (word === 'begin' && /^begin\s+atomic\b/i.test(rest)) reader.begins += 1;
  else if (reader.begins > 0 && word === 'case') reader.begins += 1;
  else if (reader.begins > 0 && word === 'end') reader.begins -= 1;
}

function past(reader: Reader, length: number): undefined {
  reader.at += length;
}

function closing(reader: Reader, length: number | undefined, inside: string): string | undefined {
  if (length === undefined) return inside;
  reader.at += length;
  return undefined;
}

/** Comments nest. */
function commentEnd(text: string): number | undefined {
  let depth = 0;
  for (const match of text.matchAll(/\/\*|\*\//g)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return match.index + 2;
  }
  return undefined;
}

/** `:name`, `:'name'` and `:"name"` outside quotes become the variable's value, where there is such a variable. */
export function interpolated(sql: string, variables: ReadonlyMap<string, string>): string {
  if (variables.size === 0 || !sql.includes(':')) return sql;
  const TOKEN =
    /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$|--[^\n]*|::|:('(\w+)'|"(\w+)"|(\w+))/g;
  return sql.replace(TOKEN, (all, _tag, _name, literal?: string, quoted?: string, plain?: string) => {
    const value = variables.get(literal ?? quoted ?? plain ?? '');
    if (value === undefined) return all;
    if (literal !== undefined) return `'${value.replaceAll("'", "''")}'`;
    return quoted === undefined ? value : `"${value.replaceAll('"', '""')}"`;
  });
}
