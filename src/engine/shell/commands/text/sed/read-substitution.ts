/** Reads `s/expression/replacement/flags`. Answers to: GNU sed's compile.c. */
import { blanks, endOf, expression, failure, peek, type Reader, readName, until } from './reader.ts';
import type { ReplacementPart, Substitution } from './script.ts';

/** @throws SedError */
export function readSubstitution(reader: Reader): Substitution {
  const delimiter = peek(reader);
  reader.at += 1;
  const body = delimiter === '' || delimiter === '\n' ? undefined : until(reader, delimiter);
  const replacement = body === undefined ? undefined : untilRaw(reader, delimiter);
  if (body === undefined || replacement === undefined)
    throw failure(reader, "unterminated `s' command", delimiter === '' ? -1 : 0);
  const flags = readFlags(reader);
  const test = expression(reader, body, flags.ignoreCase ? 'i' : '', flags.lines);
  const parts = partsOf(replacement);
  const groups = test ? new RegExp(`${test.source}|`, test.flags).exec('')!.length - 1 : 9;
  for (const part of parts) {
    if (part.kind === 'group' && part.number > groups)
      throw failure(reader, `invalid reference \\${part.number} on \`s' command's RHS`);
  }
  const { first, all, prints, file } = flags;
  return { kind: 'substitute', test, replacement: parts, first, all, prints, file };
}

/** The replacement as it stands: its backslashes are read later. */
function untilRaw(reader: Reader, delimiter: string): string | undefined {
  const start = reader.at;
  for (; reader.at < reader.text.length; reader.at++) {
    const character = reader.text[reader.at]!;
    if (character === '\\') reader.at += 1;
    else if (character === delimiter) {
      const raw = reader.text.slice(start, reader.at);
      reader.at += 1;
      return delimiter === '&' ? raw : raw.replaceAll(`\\${delimiter}`, delimiter);
    }
  }
  return undefined;
}

interface Flags {
  first: number;
  all: boolean;
  prints: boolean;
  ignoreCase: boolean;
  lines: boolean;
  file: string | undefined;
}

function readFlags(reader: Reader): Flags {
  const flags: Flags = {
    first: 1,
    all: false,
    prints: false,
    ignoreCase: false,
    lines: false,
    file: undefined,
  };
  let numbered = false;
  for (;;) {
    const letter = peek(reader);
    if (/\d/.test(letter)) {
      if (numbered) throw failure(reader, "multiple number options to `s' command", 1);
      numbered = true;
      flags.first = Number(readName(reader, /\d/));
      if (flags.first === 0) throw failure(reader, "number option to `s' command may not be zero");
      continue;
    }
    if (letter === 'w') {
      reader.at += 1;
      blanks(reader);
      flags.file = readName(reader, /[^\n]/);
      return flags;
    }
    if (letter === '' || /[\s;}#]/.test(letter)) {
      endOf(reader);
      return flags;
    }
    reader.at += 1;
    if (letter === 'g') {
      if (flags.all) throw failure(reader, "multiple `g' options to `s' command");
      flags.all = true;
    } else if (letter === 'p') {
      if (flags.prints) throw failure(reader, "multiple `p' options to `s' command");
      flags.prints = true;
    } else if (letter === 'i' || letter === 'I') flags.ignoreCase = true;
    else if (letter === 'm' || letter === 'M') flags.lines = true;
    else throw failure(reader, "unknown option to `s'");
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07' };

function partsOf(replacement: string): ReplacementPart[] {
  const parts: ReplacementPart[] = [];
  const text = (more: string) => {
    const last = parts.at(-1);
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + more };
    else parts.push({ kind: 'text', text: more });
  };
  for (const [piece, letter] of replacement.matchAll(/\\([\s\S])|&|[^\\&]+|\\/g)) {
    if (piece === '&') parts.push({ kind: 'group', number: 0 });
    else if (letter === undefined) text(piece);
    else if (/\d/.test(letter)) parts.push({ kind: 'group', number: Number(letter) });
    else if (/[ULEul]/.test(letter)) parts.push({ kind: 'case', letter });
    else text(ESCAPES[letter] ?? letter);
  }
  return parts;
}
