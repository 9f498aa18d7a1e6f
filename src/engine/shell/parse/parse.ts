/** Reads a command line into its tree: lists, pipelines, simple commands. Answers to: bash's grammar. */
import { compound, functionDefinition, isCompoundStart } from './parse-compound.ts';
import { expectWord, isWord, operator, type Reader, skipNewlines, unexpected } from './reader.ts';
import { scan, type Token } from './scan.ts';
import {
  type Assignment,
  type Command,
  type CommandList,
  type ListItem,
  NotHere,
  type Pipeline,
  type Redirect,
  ShellSyntaxError,
  type SimpleCommand,
  type Word,
} from './syntax.ts';

const REDIRECT = /^([012])?(<<<|<<-|<<|<&|<|>>|>&|>\||>|&>>|&>)$/;

/**
 * @param line what was typed.
 * @throws ShellSyntaxError with bash's message.
 */
export function parseLine(line: string): CommandList {
  const reader: Reader = { text: line, tokens: scan(line), at: 0 };
  const items = list(reader, () => false).items;
  if (reader.at < reader.tokens.length) throw unexpected(reader);
  return { items };
}

/**
 * Commands up to the end of the line or to what `ends` knows.
 * @param ends whether the reader stands before a word or operator that closes the list.
 */
function list(reader: Reader, ends: (reader: Reader) => boolean): CommandList {
  const items: ListItem[] = [];
  let when: ListItem['when'] = 'always';
  for (;;) {
    skipNewlines(reader);
    if (reader.at >= reader.tokens.length) {
      if (when !== 'always') throw new ShellSyntaxError('syntax error: unexpected end of file');
      break;
    }
    if (ends(reader) && when === 'always') break;
    items.push({ when, pipeline: pipeline(reader) });
    const separator = operator(reader);
    if (separator === '&') throw new NotHere('background');
    if (separator === undefined || ![';', '\n', '&&', '||'].includes(separator)) break;
    reader.at += 1;
    when = separator === '&&' ? 'success' : separator === '||' ? 'failure' : 'always';
  }
  return { items };
}

function pipeline(reader: Reader): Pipeline {
  let negated = false;
  let timed = false;
  while (isWord(reader, '!') || isWord(reader, 'time')) {
    if (isWord(reader, '!')) negated = !negated;
    else timed = true;
    reader.at += 1;
  }
  const commands = [command(reader)];
  for (let sign = operator(reader); sign === '|' || sign === '|&'; sign = operator(reader)) {
    const last = commands.at(-1)!;
    if (sign === '|&') commands[commands.length - 1] = { ...last, redirects: [...last.redirects, BOTH] };
    reader.at += 1;
    skipNewlines(reader);
    if (reader.at >= reader.tokens.length) throw new ShellSyntaxError('syntax error: unexpected end of file');
    commands.push(command(reader));
  }
  return { negated, timed, commands };
}

/** What `|&` stands for: `2>&1 |`. */
const BOTH: Redirect = {
  kind: 'duplicate',
  descriptor: 2,
  target: [{ kind: 'text', text: '1', quoted: false }],
};

/** One command: a function's definition, a compound one, or a simple one. @throws ShellSyntaxError */
function command(reader: Reader): Command {
  const made = functionDefinition(reader, command);
  if (made) return { kind: 'compound', body: made, redirects: [] };
  if (!isCompoundStart(reader)) return simpleCommand(reader);
  const body = compound(reader, list);
  const redirects: Redirect[] = [];
  for (let one = redirect(reader); one; one = redirect(reader)) redirects.push(one);
  return { kind: 'compound', body, redirects };
}

function simpleCommand(reader: Reader): SimpleCommand {
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const redirects: Redirect[] = [];
  const line = reader.tokens[reader.at]?.line ?? 1;
  for (let token = reader.tokens[reader.at]; token; token = reader.tokens[reader.at]) {
    const one = redirect(reader);
    if (one) {
      redirects.push(one);
      continue;
    }
    if (token.kind !== 'word') break;
    reader.at += 1;
    const assignment = words.length === 0 ? assignmentOf(token) : undefined;
    if (assignment) assignments.push(assignment);
    else words.push(token.word);
  }
  if (assignments.length + words.length + redirects.length === 0) throw unexpected(reader);
  return { kind: 'simple', assignments, words, redirects, line };
}

function assignmentOf(token: Extract<Token, { kind: 'word' }>): Assignment | undefined {
  const first = token.word[0];
  if (first?.kind !== 'text' || first.quoted) return undefined;
  const match = /^([A-Za-z_]\w*)(\+?)=/.exec(first.text);
  if (!match) return undefined;
  const rest = first.text.slice(match[0].length);
  const value = rest ? [{ ...first, text: rest }, ...token.word.slice(1)] : token.word.slice(1);
  return { name: match[1]!, value, append: match[2] === '+' };
}

const REDIRECT_KINDS: Readonly<Record<string, Redirect['kind']>> = {
  '<': 'read',
  '>': 'write',
  '>|': 'write',
  '>>': 'append',
  '&>': 'write',
  '&>>': 'append',
  '<<': 'here',
  '<<-': 'here',
  '<<<': 'here-string',
  '>&': 'duplicate',
  '<&': 'duplicate',
};

/** The redirection that the reader stands before, if it does. */
function redirect(reader: Reader): Redirect | undefined {
  const match = REDIRECT.exec(operator(reader) ?? '');
  if (!match) return undefined;
  reader.at += 1;
  const [, digit, sign] = match;
  const { word } = expectWord(reader);
  const standard = sign!.startsWith('<') ? 0 : 1;
  const descriptor = sign!.startsWith('&')
    ? 'both'
    : digit === undefined
      ? standard
      : (Number(digit) as 0 | 1 | 2);
  const kind = REDIRECT_KINDS[sign!]!;
  const isFile = kind === 'duplicate' && sign === '>&' && digit === undefined && !/^\d|^-/.test(textOf(word));
  return isFile ? { kind: 'write', descriptor: 'both', target: word } : { kind, descriptor, target: word };
}

const textOf = (word: Word): string => word.map((part) => (part.kind === 'text' ? part.text : '$')).join('');
