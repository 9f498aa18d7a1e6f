/** `text % values`: printf-style formatting. */
import { Float } from '../../stdlib/float.ts';
import { callSpecialMethod } from './callable.ts';
import { classOf, typeName } from './class-of.ts';
import { PyList, PyTuple } from './containers.ts';
import { typeError, valueError } from './exceptions.ts';
import { formatCore } from './format.ts';
import { getItem } from './iterate.ts';
import { isInt, toIndex, toNumber } from './numbers.ts';
import { ascii, repr, str } from './text.ts';
import { plain, type Value } from './value.ts';

const DIRECTIVE = /%(?:\(([^)]*)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d+))?[hlL]?(.)?/gs;

/** Takes the values of a format one after the other. */
class Arguments {
  readonly #values: readonly Value[];
  readonly #mapping: Value | undefined;
  #next = 0;

  constructor(values: Value) {
    const many = values instanceof PyTuple;
    this.#values = many ? values.items : [values];
    const indexable =
      typeof values === 'object' && values !== null && classOf(values).lookup('__getitem__') !== undefined;
    this.#mapping = indexable && !many && !(values instanceof PyList) ? values : undefined;
  }

  next(): Value {
    const value = this.#values[this.#next++];
    if (value === undefined) throw typeError('not enough arguments for format string');
    return value;
  }

  named(name: string): Value {
    if (this.#mapping === undefined) throw typeError('format requires a mapping');
    this.#next = this.#values.length;
    return getItem(this.#mapping, name);
  }

  finish(): void {
    if (this.#next < this.#values.length && this.#mapping === undefined) {
      throw typeError('not all arguments converted during string formatting');
    }
  }
}

/** `text % values` @throws TypeError, ValueError, KeyError of Python */
export function percentFormat(text: string, values: Value): string {
  const args = new Arguments(values);
  const result = text.replace(
    DIRECTIVE,
    (_all, name, flags: string, width, precision, type, offset: number) => {
      if (type === undefined) throw valueError('incomplete format');
      if (type === '%') return '%';
      const size = width === '*' ? Number(args.next()) : width === undefined ? 0 : Number(width);
      const digits =
        precision === '*' ? Number(args.next()) : precision === undefined ? undefined : Number(precision);
      const at = offset + _all.length - 1;
      const value = name === undefined ? args.next() : args.named(name);
      return directive(value, type, flags, size, digits, at);
    },
  );
  args.finish();
  return result;
}

function directive(
  value: Value,
  type: string,
  flags: string,
  width: number,
  precision: number | undefined,
  at: number,
): string {
  const left = flags.includes('-') || width < 0;
  const pad = (text: string) => (left ? text.padEnd(Math.abs(width)) : text.padStart(Math.abs(width)));
  if ('sra'.includes(type)) {
    const text = type === 's' ? str(value) : type === 'r' ? repr(value) : ascii(value);
    return pad(precision === undefined ? text : [...text].slice(0, precision).join(''));
  }
  if (type === 'c')
    return pad(typeof value === 'string' ? value : String.fromCodePoint(Number(toIndex(value))));
  const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const zero = flags.includes('0') && !left ? '0' : '';
  const room = left ? '' : String(width || '');
  const alternate = flags.includes('#') ? '#' : '';
  if ('diu'.includes(type) || 'oxX'.includes(type)) {
    const whole = integer(value, type);
    const digits = precision === undefined ? '' : '0';
    const code = 'diu'.includes(type) ? 'd' : type;
    if (digits && zero === '') return pad(formatCore(whole, `${sign}${alternate}0${precision}${code}`));
    return pad(formatCore(whole, `${sign}${alternate}${zero}${room}${code}`));
  }
  if ('eEfFgG'.includes(type)) {
    return pad(
      formatCore(new Float(real(value)), `${sign}${alternate}${zero}${room}.${precision ?? 6}${type}`),
    );
  }
  const code = type.codePointAt(0)!.toString(16);
  throw valueError(`unsupported format character '${type}' (0x${code}) at index ${at}`);
}

function integer(value: Value, type: string): Value {
  const bare = plain(value);
  if (isInt(bare)) return bare;
  if ('diu'.includes(type)) {
    const whole =
      bare instanceof Float ? BigInt(Math.trunc(bare.value)) : callSpecialMethod(value, '__int__');
    if (whole !== undefined && isInt(whole)) return whole;
    throw typeError(`%${type} format: a real number is required, not ${typeName(value)}`);
  }
  return toIndex(value, (name) => `%${type} format: an integer is required, not ${name}`);
}

function real(value: Value): number {
  const number = toNumber(plain(value));
  if (number !== undefined) return number;
  const float = callSpecialMethod(value, '__float__');
  if (float instanceof Float) return float.value;
  throw typeError(`must be real number, not ${typeName(value)}`);
}
