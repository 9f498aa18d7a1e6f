/** Number literals: where they end, and their value. Answers to: the numbers of CPython's tokenizer. */
import { Complex } from '../../stdlib/complex.ts';
import { Float } from '../../stdlib/float.ts';

/** A number that is not one: what is wrong, behind which character, or in which range. */
export interface NumberError {
  readonly message: string;
  readonly at: number;
  readonly from?: number;
  readonly to?: number;
}

/** Longer numbers Python neither writes nor reads in decimal digits. */
export const MOST_DIGITS = 4300;

const LEADING_ZEROS =
  'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';

/** What the compiler says of a literal with too many decimal digits. */
export function tooManyDigits(literal: string): string | undefined {
  const digits = literal.replaceAll('_', '');
  if (digits.length <= MOST_DIGITS || !/^[1-9]\d*$/.test(digits)) return undefined;
  return (
    `Exceeds the limit (${MOST_DIGITS} digits) for integer string conversion: value has ${digits.length} digits; ` +
    'use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.'
  );
}

/** A keyword that may follow a number at once. */
export const KEYWORD_BEHIND = /^(?:i[fns]|(?:and|else|for|or|not)(?![A-Za-z0-9_\u0080-\uffff]))/;

/** Where the number that starts at a place ends, or what is wrong with it. */
export function numberEnd(text: string, start: number): number | NumberError {
  if (text[start] !== '0') return decimalEnd(text, start);
  const second = text[start + 1];
  if (second === 'x' || second === 'X') return radixEnd(text, start, 'hexadecimal', /[0-9a-fA-F]/);
  if (second === 'o' || second === 'O') return radixEnd(text, start, 'octal', /[0-7]/);
  if (second === 'b' || second === 'B') return radixEnd(text, start, 'binary', /[01]/);
  return zeroEnd(text, start);
}

function radixEnd(text: string, start: number, name: string, digit: RegExp): number | NumberError {
  let at = start + 2;
  do {
    if (text[at] === '_') at++;
    if (!digit.test(text[at]!)) {
      if (/\d/.test(text[at]!)) return badDigit(text, at, name);
      return { message: `invalid ${name} literal`, at };
    }
    while (digit.test(text[at]!)) at++;
  } while (text[at] === '_');
  if (/\d/.test(text[at]!)) return badDigit(text, at, name);
  return checkedEnd(text, at, name);
}

const badDigit = (text: string, at: number, name: string): NumberError => ({
  message: `invalid digit '${text[at]}' in ${name} literal`,
  at: at + 1,
});

function zeroEnd(text: string, start: number): number | NumberError {
  let at = start + 1;
  for (;;) {
    if (text[at] === '_') {
      at++;
      if (!isDigit(text, at)) return { message: 'invalid decimal literal', at };
    }
    if (text[at] !== '0') break;
    at++;
  }
  // One too far, as CPython's: the range of the error ends behind the first digit that is not a zero.
  const zerosEnd = at + 1;
  const nonzero = isDigit(text, at);
  if (nonzero) {
    const tail = digitsEnd(text, at);
    if (typeof tail !== 'number') return tail;
    at = tail;
  }
  if (/[.eEjJ]/.test(text[at]!)) return fractionEnd(text, at);
  if (nonzero) return { message: LEADING_ZEROS, at, from: start + 1, to: zerosEnd };
  return checkedEnd(text, at, 'decimal');
}

function decimalEnd(text: string, start: number): number | NumberError {
  const end = text[start] === '.' ? start : digitsEnd(text, start);
  return typeof end === 'number' ? fractionEnd(text, end) : end;
}

function fractionEnd(text: string, from: number): number | NumberError {
  let at = from;
  if (text[at] === '.') {
    at++;
    if (isDigit(text, at)) {
      const end = digitsEnd(text, at);
      if (typeof end !== 'number') return end;
      at = end;
    }
  }
  if (text[at] === 'e' || text[at] === 'E') {
    const signed = text[at + 1] === '+' || text[at + 1] === '-';
    if (!isDigit(text, at + (signed ? 2 : 1))) {
      if (signed) return { message: 'invalid decimal literal', at: at + 2 };
      return checkedEnd(text, at, 'decimal');
    }
    const end = digitsEnd(text, at + (signed ? 2 : 1));
    if (typeof end !== 'number') return end;
    at = end;
  }
  if (text[at] === 'j' || text[at] === 'J') return checkedEnd(text, at + 1, 'imaginary');
  return checkedEnd(text, at, 'decimal');
}

function digitsEnd(text: string, from: number): number | NumberError {
  let at = from;
  for (;;) {
    while (isDigit(text, at)) at++;
    if (text[at] !== '_') return at;
    at++;
    if (!isDigit(text, at)) return { message: 'invalid decimal literal', at };
  }
}

/** A name may not follow at once, unless it is one of the keywords that can stand behind a number. */
function checkedEnd(text: string, at: number, name: string): number | NumberError {
  if (!/[A-Za-z0-9_]/.test(text[at] ?? ' ')) return at;
  if (KEYWORD_BEHIND.test(text.slice(at, at + 5))) return at;
  return { message: `invalid ${name} literal`, at };
}

const isDigit = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

/** The value of a literal that the tokenizer has let through. */
export function numberValue(literal: string): number | bigint | Float | Complex {
  const text = literal.includes('_') ? literal.replaceAll('_', '') : literal;
  if (/^\d+$/.test(text)) {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : BigInt(text);
  }
  if (/^0[xob]/i.test(text)) {
    const value = BigInt(text.toLowerCase());
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  if (/[jJ]$/.test(text)) return new Complex(0, Number(text.slice(0, -1)));
  return new Float(Number(text));
}
