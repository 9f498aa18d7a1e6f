/** Reads a command line into its tree. Answers to: bash's grammar, without compound commands. */
import { scan, type Token } from './scan.ts';
import {
  type Assignment,
  type CommandList,
  type ListItem,
  type Pipeline,
  type Redirect,
  ShellSyntaxError,
  type SimpleCommand,
  type Word,
} from './syntax.ts';

const REDIRECT = /^([012])?(<<<|<<-|<<|<&|<|>>|>&|>|&>)$/;
const RESERVED = new Set(['if', 'for', 'while', 'until', 'case', 'function', 'select', '{', '[[']);

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

/**
 * @param line what was typed.
 * @throws ShellSyntaxError with bash's message.
 */
export function parseLine(line: string): CommandList {
  const reader: Reader = { tokens: scan(line), at: 0 };
  const items: ListItem[] = [];
  let when: ListItem['when'] = 'always';
  while (reader.at < reader.tokens.length) {
    if (skipNewlines(reader) && reader.at >= reader.tokens.length) break;
    items.push({ when, pipeline: pipeline(reader) });
    const separator = operator(reader);
    if (separator === undefined) break;
    reader.at += 1;
    when = separator === '&&' ? 'success' : separator === '||' ? 'failure' : 'always';
    if (separator === '&') throw new ShellSyntaxError('jobs in the background (&) are not supported here');
    if (![';', '\n', '&&', '||'].includes(separator)) throw unexpected(separator);
    if (when !== 'always' && reader.at >= reader.tokens.length)
      throw new ShellSyntaxError('unexpected end of file');
  }
  return { items };
}

function pipeline(reader: Reader): Pipeline {
  const first = reader.tokens[reader.at];
  const negated = first?.kind === 'word' && first.raw === '!';
  if (negated) reader.at += 1;
  const commands = [command(reader)];
  while (operator(reader) === '|') {
    reader.at += 1;
    skipNewlines(reader);
    commands.push(command(reader));
  }
  return { negated, commands };
}

function command(reader: Reader): SimpleCommand {
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const redirects: Redirect[] = [];
  for (let token = reader.tokens[reader.at]; token; token = reader.tokens[reader.at]) {
    if (token.kind === 'operator') {
      const match = REDIRECT.exec(token.text);
      if (!match) break;
      reader.at += 1;
      redirects.push(redirect(reader, match));
      continue;
    }
    reader.at += 1;
    const assignment = words.length === 0 ? assignmentOf(token) : undefined;
    if (assignment) assignments.push(assignment);
    else {
      if (words.length === 0 && RESERVED.has(token.raw)) {
        throw new ShellSyntaxError(`'${token.raw}' and other compound commands are not supported here`);
      }
      words.push(token.word);
    }
  }
  if (assignments.length + words.length + redirects.length === 0) {
    throw unexpected(operator(reader) ?? 'newline');
  }
  return { assignments, words, redirects };
}

function assignmentOf(token: Extract<Token, { kind: 'word' }>): Assignment | undefined {
  const first = token.word[0];
  if (first?.kind !== 'text' || first.quoted) return undefined;
  const match = /^([A-Za-z_]\w*)=/.exec(first.text);
  if (!match) return undefined;
  const rest = first.text.slice(match[0].length);
  const value = rest ? [{ ...first, text: rest }, ...token.word.slice(1)] : token.word.slice(1);
  return { name: match[1]!, value };
}

const REDIRECT_KINDS: Readonly<Record<string, Redirect['kind']>> = {
  '<': 'read',
  '>': 'write',
  '>>': 'append',
  '&>': 'write',
  '<<': 'here',
  '<<-': 'here',
  '<<<': 'here-string',
  '>&': 'duplicate',
  '<&': 'duplicate',
};

function redirect(reader: Reader, match: RegExpExecArray): Redirect {
  const [, digit, sign] = match;
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'word') throw unexpected(operator(reader) ?? 'newline');
  reader.at += 1;
  const standard = sign!.startsWith('<') ? 0 : 1;
  const descriptor = sign === '&>' ? 'both' : digit === undefined ? standard : (Number(digit) as 0 | 1 | 2);
  return { kind: REDIRECT_KINDS[sign!]!, descriptor, target: token.word };
}

function operator(reader: Reader): string | undefined {
  const token = reader.tokens[reader.at];
  return token?.kind === 'operator' ? token.text : undefined;
}

function skipNewlines(reader: Reader): boolean {
  const start = reader.at;
  while (operator(reader) === '\n') reader.at += 1;
  return reader.at > start;
}

const unexpected = (text: string) =>
  new ShellSyntaxError(`syntax error near unexpected token \`${text === '\n' ? 'newline' : text}'`);
