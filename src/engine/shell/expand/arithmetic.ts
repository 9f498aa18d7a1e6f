/** `$((…))`: whole numbers of 64 bits with C's operators. Answers to: bash's expr.c. */

import { ExpansionError } from '../parse/syntax.ts';
import type { Expansion } from './expand.ts';

type Names = Pick<Expansion, 'variable' | 'assign'>;

interface Reader {
  readonly whole: string;
  readonly tokens: readonly string[];
  at: number;
  readonly names: Names;
  /** Inside the branch that `&&`, `||` or `?:` does not take nothing is assigned or divided. */
  idle: boolean;
}

const TOKEN =
  /\s*(0[xX][0-9a-fA-F]+|\d+(?:#\w+)?|[A-Za-z_]\w*|\*\*|<<=|>>=|<=|>=|==|!=|&&|\|\||<<|>>|\+\+|--|[-+*/%&|^]=|[-+*/%<>!~&|^?:=(),])/y;

/** Binary operators from the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

const wrap = (value: bigint) => BigInt.asIntN(64, value);
const truth = (value: boolean) => (value ? 1n : 0n);

/** The value of an expression as text. @throws ExpansionError */
export const arithmetic = (text: string, names: Names): string => String(arithmeticNumber(text, names));

/** The value of an expression. @throws ExpansionError with bash's message */
export function arithmeticNumber(text: string, names: Names): bigint {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return 0n;
  const reader: Reader = { whole: text, tokens, at: 0, names, idle: false };
  const value = comma(reader);
  if (reader.at < tokens.length) throw failure(reader, 'syntax error in expression');
  return value;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match)
      throw new ExpansionError(
        `${text}: syntax error: invalid arithmetic operator (error token is "${text.slice(at).trimStart()}")`,
      );
    tokens.push(match[1]!);
    at = TOKEN.lastIndex;
  }
  return tokens;
}

function failure(reader: Reader, what: string): ExpansionError {
  // At its end bash names the token that it read last.
  const rest = reader.tokens.slice(Math.min(reader.at, reader.tokens.length - 1)).join(' ');
  return new ExpansionError(`${reader.whole}: ${what} (error token is "${rest}")`);
}

const peek = (reader: Reader) => reader.tokens[reader.at];

function takes(reader: Reader, token: string): boolean {
  if (peek(reader) !== token) return false;
  reader.at += 1;
  return true;
}

function comma(reader: Reader): bigint {
  let value = assignment(reader);
  while (takes(reader, ',')) value = assignment(reader);
  return value;
}

const ASSIGNS = /^(?:[-+*/%&|^]|<<|>>)?=$/;

function assignment(reader: Reader): bigint {
  const name = peek(reader) ?? '';
  const sign = reader.tokens[reader.at + 1] ?? '';
  if (!/^[A-Za-z_]/.test(name) || !ASSIGNS.test(sign)) return conditional(reader);
  reader.at += 2;
  const right = assignment(reader);
  const value = sign === '=' ? right : binary(reader, sign.slice(0, -1), read(reader, name), right);
  write(reader, name, value);
  return value;
}

function conditional(reader: Reader): bigint {
  const test = level(reader, 0);
  if (!takes(reader, '?')) return test;
  const yes = branch(reader, test === 0n, comma);
  if (!takes(reader, ':')) throw failure(reader, "`:' expected for conditional expression");
  const no = branch(reader, test !== 0n, conditional);
  return test === 0n ? no : yes;
}

function branch(reader: Reader, skipped: boolean, evaluate: (reader: Reader) => bigint): bigint {
  const before = reader.idle;
  reader.idle ||= skipped;
  const value = evaluate(reader);
  reader.idle = before;
  return value;
}

function level(reader: Reader, at: number): bigint {
  const signs = LEVELS[at];
  if (!signs) return power(reader);
  let left = level(reader, at + 1);
  for (let sign = peek(reader); sign !== undefined && signs.includes(sign); sign = peek(reader)) {
    reader.at += 1;
    const decided = (sign === '&&' && left === 0n) || (sign === '||' && left !== 0n);
    const right = branch(reader, decided, (one) => level(one, at + 1));
    if (sign === '&&') left = truth(left !== 0n && right !== 0n);
    else if (sign === '||') left = truth(left !== 0n || right !== 0n);
    else left = binary(reader, sign, left, right);
  }
  return left;
}

function binary(reader: Reader, sign: string, left: bigint, right: bigint): bigint {
  if ((sign === '/' || sign === '%') && right === 0n) {
    if (reader.idle) return 0n;
    const token = reader.tokens[reader.at - 1] ?? '0';
    throw new ExpansionError(`${reader.whole}: division by 0 (error token is "${token}")`);
  }
  switch (sign) {
    case '+':
      return wrap(left + right);
    case '-':
      return wrap(left - right);
    case '*':
      return wrap(left * right);
    case '/':
      return left / right;
    case '%':
      return left % right;
    case '<<':
      return wrap(left << (right & 63n));
    case '>>':
      return left >> (right & 63n);
    case '&':
      return left & right;
    case '|':
      return left | right;
    case '^':
      return left ^ right;
    default:
      return truth(compared(sign, left, right));
  }
}

function compared(sign: string, left: bigint, right: bigint): boolean {
  if (sign === '<') return left < right;
  if (sign === '<=') return left <= right;
  if (sign === '>') return left > right;
  if (sign === '>=') return left >= right;
  return sign === '==' ? left === right : left !== right;
}

function power(reader: Reader): bigint {
  const base = unary(reader);
  if (!takes(reader, '**')) return base;
  const exponent = power(reader);
  if (exponent < 0n) throw failure(reader, 'exponent less than 0');
  return wrap(base ** (exponent > 4096n ? 4096n : exponent));
}

function unary(reader: Reader): bigint {
  const sign = peek(reader);
  if (sign === '++' || sign === '--') {
    reader.at += 1;
    const name = reader.tokens[reader.at++] ?? '';
    return step(reader, name, sign).after;
  }
  if (sign === '-' || sign === '+' || sign === '!' || sign === '~') {
    reader.at += 1;
    const value = unary(reader);
    if (sign === '!') return truth(value === 0n);
    return sign === '-' ? wrap(-value) : sign === '~' ? ~value : value;
  }
  return operand(reader);
}

function operand(reader: Reader): bigint {
  const token = peek(reader);
  if (token === undefined) throw failure(reader, 'syntax error: operand expected');
  if (takes(reader, '(')) {
    const value = comma(reader);
    if (!takes(reader, ')')) throw failure(reader, "missing `)'");
    return value;
  }
  if (/^\d/.test(token)) {
    reader.at += 1;
    return numberOf(token, reader);
  }
  if (!/^[A-Za-z_]/.test(token)) throw failure(reader, 'syntax error: operand expected');
  reader.at += 1;
  const sign = peek(reader);
  if (sign === '++' || sign === '--') {
    reader.at += 1;
    return step(reader, token, sign).before;
  }
  return read(reader, token);
}

function step(reader: Reader, name: string, sign: '++' | '--'): { before: bigint; after: bigint } {
  const before = read(reader, name);
  const after = wrap(sign === '++' ? before + 1n : before - 1n);
  write(reader, name, after);
  return { before, after };
}

function numberOf(token: string, reader: Reader): bigint {
  const [, base, digits] = /^(\d+)#(\w+)$/.exec(token) ?? [];
  if (base !== undefined) return BigInt(Number.parseInt(digits!, Number(base)) || 0);
  if (!/^0\d/.test(token)) return wrap(BigInt(token));
  if (/[89]/.test(token))
    throw new ExpansionError(`${reader.whole}: value too great for base (error token is "${token}")`);
  return BigInt(`0o${token.slice(1)}`);
}

function read({ names }: Reader, name: string): bigint {
  const text = names.variable(name)?.trim() ?? '';
  return text === '' ? 0n : arithmeticNumber(text, names);
}

function write(reader: Reader, name: string, value: bigint): void {
  if (!reader.idle) reader.names.assign(name, String(value));
}
