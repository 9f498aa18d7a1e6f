/** Reads `for`, `while`, `if`, `case`, groups, `[[ … ]]`, `((…))` and functions. Answers to: bash's grammar. */
import { expect, expectWord, isWord, operator, type Reader, skipNewlines, unexpected } from './reader.ts';
import { expandable } from './scan-word.ts';
import {
  type Branch,
  type CaseBranch,
  type Command,
  type CommandList,
  type Compound,
  ShellSyntaxError,
  type TestPart,
} from './syntax.ts';

type ReadList = (reader: Reader, ends: (reader: Reader) => boolean) => CommandList;

const STARTS = new Set(['for', 'while', 'until', 'if', 'case', '{', '[[']);
const CLOSERS = new Set(['do', 'done', 'then', 'elif', 'else', 'fi', 'esac', '}']);

/** Whether a compound command begins here. @throws ShellSyntaxError for a reserved word out of its place */
export function isCompoundStart(reader: Reader): boolean {
  const token = reader.tokens[reader.at];
  if (token?.kind === 'arithmetic' || operator(reader) === '(') return true;
  if (token?.kind !== 'word') return false;
  if (CLOSERS.has(token.raw)) throw unexpected(reader);
  return STARTS.has(token.raw);
}

/** @param list reads commands up to a closing word. */
export function compound(reader: Reader, list: ReadList): Compound {
  const token = reader.tokens[reader.at++]!;
  if (token.kind === 'arithmetic') return { kind: 'arithmetic', expression: expandable(token.text) };
  if (token.kind === 'operator') return { kind: 'subshell', list: closed(reader, list, ')') };
  switch (token.raw) {
    case '{':
      return { kind: 'group', list: closed(reader, list, '}') };
    case 'for':
      return forLoop(reader, list);
    case 'if':
      return conditional(reader, list);
    case 'case':
      return caseOf(reader, list);
    case '[[':
      return test(reader);
    default: {
      const condition = closed(reader, list, 'do');
      return {
        kind: 'while',
        until: token.raw === 'until',
        condition,
        list: closed(reader, list, 'done'),
      };
    }
  }
}

/** A list and the word or operator that closes it. */
function closed(reader: Reader, list: ReadList, ...ends: readonly string[]): CommandList {
  const atEnd = (one: Reader) => ends.some((end) => isWord(one, end) || operator(one) === end);
  const found = list(reader, atEnd);
  if (reader.at >= reader.tokens.length) throw new ShellSyntaxError('syntax error: unexpected end of file');
  if (!atEnd(reader) || found.items.length === 0) throw unexpected(reader);
  if (ends.length === 1) reader.at += 1;
  return found;
}

function forLoop(reader: Reader, list: ReadList): Compound {
  const head = reader.tokens[reader.at];
  if (head?.kind === 'arithmetic') {
    reader.at += 1;
    const [first = '', test = '', step = ''] = head.text.split(';');
    if (operator(reader) === ';') reader.at += 1;
    const [one, two, three] = [first, test, step].map(expandable);
    return { kind: 'count', first: one!, test: two!, step: three!, list: doDone(reader, list) };
  }
  const name = expectWord(reader).raw;
  if (!/^[A-Za-z_]\w*$/.test(name)) throw new ShellSyntaxError(`\`${name}': not a valid identifier`);
  skipNewlines(reader);
  let words: Extract<Compound, { kind: 'for' }>['words'];
  if (isWord(reader, 'in')) {
    reader.at += 1;
    const found = [];
    while (reader.tokens[reader.at]?.kind === 'word') found.push(expectWord(reader).word);
    words = found;
    if (operator(reader) !== ';' && operator(reader) !== '\n') throw unexpected(reader);
  }
  if (operator(reader) === ';') reader.at += 1;
  return { kind: 'for', name, words, list: doDone(reader, list) };
}

function doDone(reader: Reader, list: ReadList): CommandList {
  skipNewlines(reader);
  expect(reader, 'do');
  return closed(reader, list, 'done');
}

function conditional(reader: Reader, list: ReadList): Compound {
  const branches: Branch[] = [];
  for (;;) {
    const condition = closed(reader, list, 'then');
    branches.push({ condition, list: closed(reader, list, 'elif', 'else', 'fi') });
    const word = expectWord(reader).raw;
    if (word === 'fi') return { kind: 'if', branches, otherwise: undefined };
    if (word === 'else') return { kind: 'if', branches, otherwise: closed(reader, list, 'fi') };
  }
}

function caseOf(reader: Reader, list: ReadList): Compound {
  const subject = expectWord(reader).word;
  skipNewlines(reader);
  expect(reader, 'in');
  skipNewlines(reader);
  const branches: CaseBranch[] = [];
  while (!isWord(reader, 'esac')) {
    if (operator(reader) === '(') reader.at += 1;
    const patterns = [expectWord(reader).word];
    while (operator(reader) === '|') {
      reader.at += 1;
      patterns.push(expectWord(reader).word);
    }
    expect(reader, ')');
    const body = list(reader, (one) => operator(one) === ';;' || isWord(one, 'esac'));
    branches.push({ patterns, list: body });
    if (operator(reader) === ';;') reader.at += 1;
    skipNewlines(reader);
    if (reader.at >= reader.tokens.length) throw new ShellSyntaxError('syntax error: unexpected end of file');
  }
  reader.at += 1;
  return { kind: 'case', subject, branches };
}

function test(reader: Reader): Compound {
  const parts: TestPart[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === undefined) throw new ShellSyntaxError("unexpected EOF while looking for `]]'");
    reader.at += 1;
    if (token.kind === 'word' && token.raw === ']]') return { kind: 'test', parts };
    if (token.kind === 'word' && token.raw === '=~') {
      parts.push({ kind: 'word', word: token.word }, expressionPart(reader));
      continue;
    }
    if (token.kind === 'word') parts.push({ kind: 'word', word: token.word });
    else if (token.kind === 'operator') {
      if (token.text !== '\n') parts.push({ kind: 'operator', text: token.text });
    } else throw unexpected(reader);
  }
}

/** The pattern behind `=~`: parentheses and bars belong to it as far as no blank stands between. */
function expressionPart(reader: Reader): TestPart {
  const first = reader.tokens[reader.at];
  if (first === undefined) throw unexpected(reader);
  let last = first;
  reader.at += 1;
  for (
    let next = reader.tokens[reader.at];
    next && next.start === last.end;
    next = reader.tokens[reader.at]
  ) {
    last = next;
    reader.at += 1;
  }
  if (last === first && first.kind === 'word') return { kind: 'word', word: first.word };
  const text = reader.text.slice(first.start, last.end);
  return { kind: 'word', word: [{ kind: 'text', text, quoted: false }] };
}

/** `name() command` and `function name command`. */
export function functionDefinition(
  reader: Reader,
  command: (reader: Reader) => Command,
): Compound | undefined {
  const [first, second, third] = reader.tokens.slice(reader.at, reader.at + 3);
  if (first?.kind !== 'word') return undefined;
  const isKeyword = first.raw === 'function' && second?.kind === 'word';
  const opens = second?.kind === 'operator' && second.text === '(';
  const hasParentheses = opens && third?.kind === 'operator' && third.text === ')';
  if (opens && !hasParentheses && !isKeyword) {
    // bash takes it for a function and complains of what stands in the parentheses.
    reader.at += 2;
    throw unexpected(reader);
  }
  if (!isKeyword && !hasParentheses) return undefined;
  if (isKeyword) {
    reader.at += 2;
    if (operator(reader) === '(') reader.at += 2;
  } else reader.at += 3;
  skipNewlines(reader);
  return { kind: 'function', name: isKeyword ? second.raw : first.raw, body: command(reader) };
}
