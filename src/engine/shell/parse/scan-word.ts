/** Takes a word apart: quotes, escapes, `$name`, `${name…}`, `$(line)`, `$((…))` and backquotes. Answers to: bash's reader. */
import { type Operation, ShellSyntaxError, type Word, type WordPart } from './syntax.ts';

/** A text, and the place in it. */
export interface Scanner {
  readonly text: string;
  at: number;
}

const ENDS_WORD = /[\s;|&<>()]/;
const NAME = /^(?:[A-Za-z_]\w*|[?#$!@*0-9])/;

/** Reads up to what ends a word outside quotes. @throws ShellSyntaxError for what is never closed */
export function readWord(scanner: Scanner): Word {
  return parts(scanner, (character) => ENDS_WORD.test(character));
}

/** A whole text in which quotes and expansions count: the word in `${name:-word}`. */
const wholeWord = (text: string): Word => parts({ text, at: 0 }, () => false);

function parts(scanner: Scanner, ends: (character: string) => boolean): WordPart[] {
  const found: WordPart[] = [];
  while (scanner.at < scanner.text.length) {
    const character = scanner.text[scanner.at]!;
    const two = scanner.text.slice(scanner.at, scanner.at + 2);
    if (character === "'") found.push(singleQuoted(scanner));
    else if (character === '"') found.push(...doubleQuoted(scanner));
    else if (two === "$'") found.push(ansiQuoted(scanner));
    else if (character === '\\') found.push(...escaped(scanner));
    else if (character === '$' || character === '`') found.push(dollar(scanner, false));
    else if (ends(character)) break;
    else found.push(plain(scanner, ends));
  }
  return found;
}

function plain(scanner: Scanner, ends: (character: string) => boolean): WordPart {
  const start = scanner.at;
  while (scanner.at < scanner.text.length) {
    const character = scanner.text[scanner.at]!;
    if (`'"\\$\``.includes(character) || ends(character)) break;
    scanner.at += 1;
  }
  return { kind: 'text', text: scanner.text.slice(start, scanner.at), quoted: false };
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

/** The letters behind a backslash that stand for a character, in `$'…'` and in what `printf` and `echo -e` print. */
export const LETTER_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\x1b',
};

/** `$'a\tb'`. */
function ansiQuoted(scanner: Scanner): WordPart {
  const [all, body] = /^\$'((?:[^'\\]|\\.)*)'/s.exec(scanner.text.slice(scanner.at)) ?? [];
  if (all === undefined) throw unclosed("'");
  scanner.at += all.length;
  const text = body!.replace(
    /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|([0-7]{1,3})|(.))/gs,
    (_all, hex?: string, unicode?: string, octal?: string, letter?: string) => {
      if (letter !== undefined)
        return LETTER_ESCAPES[letter] ?? (`'"\\?`.includes(letter) ? letter : `\\${letter}`);
      return String.fromCodePoint(Number.parseInt(hex ?? unicode ?? octal!, octal === undefined ? 16 : 8));
    },
  );
  return { kind: 'text', text, quoted: true };
}

function doubleQuoted(scanner: Scanner): WordPart[] {
  scanner.at += 1;
  const found = quotedParts(scanner, '"');
  if (scanner.text[scanner.at] !== '"') throw unclosed('"');
  scanner.at += 1;
  return found.length > 0 ? found : [{ kind: 'text', text: '', quoted: true }];
}

/** A text in which expansions work and quotes mean themselves: a here-document, an arithmetic expression. */
export function expandable(text: string): Word {
  return quotedParts({ text, at: 0 }, undefined);
}

function quotedParts(scanner: Scanner, end: '"' | undefined): WordPart[] {
  const found: WordPart[] = [];
  let text = '';
  const flush = () => {
    if (text) found.push({ kind: 'text', text, quoted: true });
    text = '';
  };
  const special = end === undefined ? '$`\\\n' : '$`"\\\n';
  while (scanner.at < scanner.text.length && scanner.text[scanner.at] !== end) {
    const character = scanner.text[scanner.at]!;
    const next = scanner.text[scanner.at + 1];
    if (character === '\\' && next !== undefined && special.includes(next)) {
      if (next !== '\n') text += next;
      scanner.at += 2;
    } else if (character === '$' || character === '`') {
      flush();
      found.push(dollar(scanner, true));
    } else {
      text += character;
      scanner.at += 1;
    }
  }
  flush();
  return found;
}

/** Where `((…))` ends, behind its last parenthesis; undefined where the text is no such thing. */
export function arithmeticEnd(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 1 && text[at] === ')') return text[at + 1] === ')' ? at + 2 : undefined;
  }
  return undefined;
}

function dollar(scanner: Scanner, quoted: boolean): WordPart {
  const rest = scanner.text.slice(scanner.at);
  if (rest.startsWith('`')) {
    const end = /^`(?:[^`\\]|\\[\s\S])*`/.exec(rest)?.[0].length;
    if (end === undefined) throw unclosed('`');
    scanner.at += end;
    return { kind: 'substitution', line: rest.slice(1, end - 1).replace(/\\([`$\\])/g, '$1'), quoted };
  }
  if (rest.startsWith('$((')) {
    const end = arithmeticEnd(rest.slice(1));
    if (end !== undefined) {
      scanner.at += end + 1;
      return { kind: 'arithmetic', expression: expandable(rest.slice(3, end - 1)), quoted };
    }
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

const OPERATION = /^(:[-=+?]|[-=+?]|##?|%%?|\/\/|\/#|\/%|\/|\^\^?|,,?|:)(.*)$/s;

function braced(scanner: Scanner, rest: string, quoted: boolean): WordPart {
  const end = matching(rest, 1, '{', '}');
  scanner.at += end + 1;
  const inner = rest.slice(2, end);
  const length = /^#(\w+|[@*])$/.exec(inner);
  if (length) return { kind: 'variable', name: length[1]!, quoted, operation: { sign: 'length', words: [] } };
  const [all, name] = /^([A-Za-z_]\w*|\d+|[?#$!@*])/.exec(inner) ?? [];
  const behind = inner.slice(all?.length ?? 0);
  const operation = behind === '' ? undefined : OPERATION.exec(behind);
  if (name === undefined || operation === null) {
    // bash reads it and complains when it comes to expand it.
    const words = [[{ kind: 'text', text: rest.slice(0, end + 1), quoted: true } as const]];
    return { kind: 'variable', name: '_', quoted, operation: { sign: 'bad', words } };
  }
  return {
    kind: 'variable',
    name,
    quoted,
    ...(operation ? { operation: operationOf(operation[1]!, operation[2]!, quoted) } : {}),
  };
}

function operationOf(sign: string, text: string, quoted: boolean): Operation {
  if (sign === ':') return { sign, words: text.split(/:(.*)/s, 2).map(expandable) };
  if (sign.startsWith('/')) {
    const cut = /^((?:\\.|[^/\\])*)(?:\/(.*))?$/s.exec(text);
    return { sign, words: [wholeWord(cut?.[1] ?? ''), wholeWord(cut?.[2] ?? '')] };
  }
  const isPattern = /^[#%^,]/.test(sign);
  return { sign, words: [quoted && !isPattern ? expandable(text) : wholeWord(text)] };
}

/** Index of the bracket that closes the one at `open`, with quotes skipped. */
function matching(text: string, open: number, left: string, right: string): number {
  let depth = 0;
  let quote = '';
  for (let at = open; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\\' && quote !== "'") at += 1;
    else if (quote) quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === left) depth += 1;
    else if (character === right && --depth === 0) return at;
  }
  throw unclosed(right);
}

const unclosed = (what: string) =>
  new ShellSyntaxError(`unexpected EOF while looking for matching \`${what}'`);
