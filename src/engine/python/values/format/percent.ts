/** `text % values` and `bytes % values`: printf-style formatting. Answers to: CPython's PyUnicode_Format and _PyBytes_FormatEx. */
import { Float } from '../../../stdlib/float.ts';
import { callSpecialMethod } from '../callable.ts';
import { classOf, typeName } from '../classes/class-of.ts';
import { PyTuple } from '../containers/containers.ts';
import { getItem } from '../containers/iterate.ts';
import { isException, overflowError, raise, typeError, valueError } from '../exceptions/exceptions.ts';
import { type Int, isInt, toCInt, toIndex, toNumber, toSize } from '../numbers.ts';
import { ascii, repr, str } from '../text.ts';
import { plain, type Value } from '../value.ts';
import { formatCore } from './format.ts';

/** What stands between `%` and the letter of a conversion. */
interface Directive {
  readonly type: string;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  /** Of the letter, for messages. */
  readonly at: number;
}

/** What differs between text and bytes: keys of mappings, the letters that write any value, and some words. */
interface Dialect {
  readonly kind: 'string' | 'bytes';
  readonly key: (name: string) => Value;
  /** The text of a value for a letter that is no number's; undefined for other letters. */
  readonly write: (type: string, value: Value) => string | undefined;
  readonly notReal: (type: string) => string;
}

/** Takes the values of a format one after the other. */
class Arguments {
  readonly isMapping: boolean;
  readonly #source: Value;
  #values: readonly Value[];
  #next = 0;

  constructor(values: Value, dialect: Dialect) {
    this.#source = values;
    this.#values = values instanceof PyTuple ? values.items : [values];
    const subscripts =
      typeof values === 'object' && values !== null && classOf(values).lookup('__getitem__') !== undefined;
    const bare = plain(values);
    const isText = typeof bare === 'string' || (dialect.kind === 'bytes' && bare instanceof Uint8Array);
    this.isMapping = subscripts && !(values instanceof PyTuple) && !isText;
  }

  next(): Value {
    const value = this.#values[this.#next++];
    if (value === undefined) throw typeError('not enough arguments for format string');
    return value;
  }

  /** Makes the value under a key the one that comes next. */
  select(key: Value): void {
    this.#values = [getItem(this.#source, key)];
    this.#next = 0;
  }

  get isUsedUp(): boolean {
    return this.#next >= this.#values.length || this.isMapping;
  }
}

const LARGEST_WIDTH = 2 ** 31 - 1;

/** Reads a format from left to right. */
class Reader {
  readonly #text: readonly string[];
  readonly #args: Arguments;
  readonly #dialect: Dialect;
  #at = 0;

  constructor(text: string, args: Arguments, dialect: Dialect) {
    this.#text = [...text];
    this.#args = args;
    this.#dialect = dialect;
  }

  read(): string {
    let result = '';
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at++]!;
      result += character === '%' ? this.#conversion() : character;
    }
    return result;
  }

  #conversion(): string {
    if (this.#text[this.#at] === '(') this.#selectKey();
    const start = this.#at;
    let flags = '';
    while ('-+ #0'.includes(this.#text[this.#at] ?? 'x')) flags += this.#text[this.#at++]!;
    let width = this.#size('width') ?? 0;
    if (width < 0) {
      flags += '-';
      width = -width;
    }
    let precision: number | undefined;
    if (this.#text[this.#at] === '.') {
      this.#at++;
      precision = Math.max(0, this.#size('precision') ?? 0);
    }
    if ('hlL'.includes(this.#text[this.#at] ?? 'x')) this.#at++;
    const at = this.#at++;
    const type = this.#text[at];
    if (type === undefined) throw valueError('incomplete format');
    if (type === '%' && at === start) return '%';
    return converted({ type, flags, width, precision, at }, this.#args.next(), this.#dialect);
  }

  #selectKey(): void {
    if (!this.#args.isMapping) throw typeError('format requires a mapping');
    const start = ++this.#at;
    for (let depth = 1; depth > 0; this.#at++) {
      const character = this.#text[this.#at];
      if (character === undefined) throw valueError('incomplete format key');
      if (character === '(') depth++;
      else if (character === ')') depth--;
    }
    this.#args.select(this.#dialect.key(this.#text.slice(start, this.#at - 1).join('')));
  }

  /** A width or a precision: `*` takes it from the values. */
  #size(what: string): number | undefined {
    if (this.#text[this.#at] === '*') {
      this.#at++;
      const given = plain(this.#args.next());
      if (!isInt(given)) throw typeError('* wants int');
      const size = what === 'width' ? toSize(given) : toCInt(given);
      if (Math.abs(size) > LARGEST_WIDTH) throw raise('MemoryError');
      return size;
    }
    let digits = '';
    while (/\d/.test(this.#text[this.#at] ?? '')) digits += this.#text[this.#at++]!;
    if (digits === '') return undefined;
    if (Number(digits) > LARGEST_WIDTH)
      throw valueError(what === 'width' ? 'width too big' : 'precision too big');
    return Number(digits);
  }
}

const TEXT: Dialect = {
  kind: 'string',
  key: (name) => name,
  write: (type, value) => {
    if (type === 's') return str(value);
    if (type === 'r') return repr(value);
    if (type === 'a') return ascii(value);
    return type === 'c' ? character(value) : undefined;
  },
  notReal: (type) => `must be real number, not ${type}`,
};

function character(value: Value): string {
  const bare = plain(value);
  const wrong = () => typeError('%c requires int or char');
  if (typeof bare === 'string') {
    if ([...bare].length !== 1) throw wrong();
    return bare;
  }
  const code = indexOrUndefined(value);
  if (code === undefined) throw wrong();
  if (code < 0 || code > 0x10ffff) throw overflowError('%c arg not in range(0x110000)');
  return String.fromCodePoint(Number(code));
}

const latin = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const toBytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const BYTES: Dialect = {
  kind: 'bytes',
  key: toBytes,
  write: (type, value) => {
    if (type === 'a' || type === 'r') return ascii(value);
    if (type === 'c') return oneByte(value);
    return type === 's' || type === 'b' ? manyBytes(value) : undefined;
  },
  notReal: (type) => `float argument required, not ${type}`,
};

function oneByte(value: Value): string {
  const bare = plain(value);
  if (bare instanceof Uint8Array && bare.length === 1) return latin(bare);
  const code = indexOrUndefined(value);
  if (code === undefined) throw typeError('%c requires an integer in range(256) or a single byte');
  if (code < 0 || code > 255) throw overflowError('%c arg not in range(256)');
  return String.fromCharCode(Number(code));
}

function manyBytes(value: Value): string {
  const bare = plain(value);
  if (bare instanceof Uint8Array) return latin(bare);
  const made = callSpecialMethod(value, '__bytes__');
  if (made instanceof Uint8Array) return latin(made);
  throw typeError(
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(value)}'`,
  );
}

/**
 * `text % values`
 * @throws TypeError, ValueError, KeyError, OverflowError of Python
 */
export function percentFormat(text: string, values: Value): string {
  return formatted(text, values, TEXT);
}

/** `bytes % values`, as `percentFormat`. */
export const percentFormatBytes = (bytes: Uint8Array, values: Value): Uint8Array =>
  toBytes(formatted(latin(bytes), values, BYTES));

function formatted(text: string, values: Value, dialect: Dialect): string {
  const args = new Arguments(values, dialect);
  const result = new Reader(text, args, dialect).read();
  if (!args.isUsedUp) throw typeError(`not all arguments converted during ${dialect.kind} formatting`);
  return result;
}

function converted(directive: Directive, value: Value, dialect: Dialect): string {
  const { type, flags, width, precision, at } = directive;
  const left = flags.includes('-');
  const pad = (text: string) => {
    const blanks = ' '.repeat(Math.max(0, width - [...text].length));
    return left ? text + blanks : blanks + text;
  };
  const written = dialect.write(type, value);
  if (written !== undefined)
    return pad(precision === undefined || type === 'c' ? written : [...written].slice(0, precision).join(''));
  const zero = flags.includes('0') && !left ? '0' : '';
  const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const alternate = flags.includes('#') ? '#' : '';
  const room = left ? '' : String(width || '');
  if ('diuoxX'.includes(type)) {
    const shown = digitsOf(whole(value, type), directive, sign, alternate);
    return zero ? zeroFilled(shown, width) : pad(shown);
  }
  if ('eEfFgG'.includes(type)) {
    const spec = `${sign}${alternate}${zero}${room}.${precision ?? 6}${type}`;
    return pad(formatCore(new Float(real(value, dialect)), spec));
  }
  const code = type.codePointAt(0)!.toString(16);
  const shown = type >= '\x1f' && type < '\x80' ? type : '?';
  throw valueError(`unsupported format character '${shown}' (0x${code}) at index ${at}`);
}

/** An int with its sign and prefix, and at least as many digits as the precision says. */
function digitsOf(value: Int, { type, precision }: Directive, sign: string, alternate: string): string {
  const base = 'diu'.includes(type) ? 'd' : type;
  return filled(
    formatCore(value, `${sign}${alternate}${base}`),
    (head, digits) => head + digits.padStart(precision ?? 0, '0'),
  );
}

/** Fills zeros in between sign and prefix, and the digits. */
const filled = (text: string, fill: (head: string, digits: string) => string): string => {
  const [, head, digits] = /^([-+ ]?(?:0[oxX])?)(.*)$/.exec(text) as unknown as [string, string, string];
  return fill(head, digits);
};

const zeroFilled = (text: string, width: number): string =>
  filled(text, (head, digits) => head + digits.padStart(width - head.length, '0'));

function whole(value: Value, type: string): Int {
  const bare = plain(value);
  if (isInt(bare)) return toIndex(bare);
  const decimal = 'diu'.includes(type);
  const wrong = typeError(
    `%${type} format: ${decimal ? 'a real number' : 'an integer'} is required, not ${typeName(value)}`,
  );
  if (!decimal) {
    const index = indexOrUndefined(value);
    if (index === undefined) throw wrong;
    return index;
  }
  const made = callSpecialMethod(value, '__int__') ?? callSpecialMethod(value, '__index__');
  if (made === undefined || !isInt(plain(made))) throw wrong;
  return toIndex(made);
}

function indexOrUndefined(value: Value): Int | undefined {
  try {
    return toIndex(value);
  } catch (error) {
    if (isException(error, 'TypeError')) return undefined;
    throw error;
  }
}

function real(value: Value, dialect: Dialect): number {
  const number = toNumber(plain(value));
  if (number !== undefined) return number;
  const made = callSpecialMethod(value, '__float__') ?? callSpecialMethod(value, '__index__');
  const float = made === undefined ? undefined : toNumber(plain(made));
  if (float !== undefined) return float;
  throw typeError(dialect.notReal(typeName(value)));
}
