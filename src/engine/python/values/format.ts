/** `format(value, spec)`: the format mini-language of str, int and float. */
import { Float, reprFloat } from '../../stdlib/float.ts';
import { callSpecial } from './callable.ts';
import { classOf, typeName } from './class-of.ts';
import { overflowError, typeError, valueError } from './exceptions.ts';
import { isInt } from './numbers.ts';
import { str } from './text.ts';
import { plain, type Value } from './value.ts';

/** A format specification, read. */
export interface Spec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  /** `z`: a negative zero shows as zero. */
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number;
  readonly grouping: string;
  readonly precision: number | undefined;
  readonly type: string;
}

/** Reads a specification. What does not belong to its beginning is told by the messages below. */
class SpecReader {
  readonly #text: readonly string[];
  #at = 0;
  constructor(text: string) {
    this.#text = [...text];
  }
  /** Takes the next character where it is one of these. */
  take(characters: string): string | undefined {
    const next = this.#text[this.#at];
    if (next === undefined || !characters.includes(next)) return undefined;
    this.#at++;
    return next;
  }
  fillAndAlign(): [fill: string | undefined, align: string | undefined] {
    const [first, second] = [this.#text[0], this.#text[1]];
    if (first !== undefined && second !== undefined && '<>=^'.includes(second)) {
      this.#at = 2;
      return [first, second];
    }
    return [undefined, this.take('<>=^')];
  }
  digits(): number | undefined {
    let found = '';
    for (let next = this.take(DIGITS); next !== undefined; next = this.take(DIGITS)) found += next;
    if (found.length > 18) throw valueError('Too many decimal digits in format string');
    return found === '' ? undefined : Number(found);
  }
  rest(): readonly string[] {
    return this.#text.slice(this.#at);
  }
}

const DIGITS = '0123456789';

/** @param type of the value, for messages @throws ValueError for what is no specification */
export function parseSpec(text: string, type = 'str'): Spec {
  const reader = new SpecReader(text);
  const [fill, align] = reader.fillAndAlign();
  const sign = reader.take('-+ ') ?? '-';
  const noNegativeZero = reader.take('z') !== undefined;
  const alternate = reader.take('#') !== undefined;
  const zero = fill === undefined && reader.take('0') !== undefined;
  const width = reader.digits() ?? 0;
  const grouping = readGrouping(reader);
  const precision = readPrecision(reader);
  const rest = reader.rest();
  if (rest.length > 1) throw valueError(`Invalid format specifier '${text}' for object of type '${type}'`);
  const spec: Spec = {
    fill: fill ?? (zero ? '0' : ' '),
    align: align ?? (zero ? '=' : ''),
    sign,
    noNegativeZero,
    alternate,
    zero,
    width,
    grouping,
    precision,
    type: rest[0] ?? '',
  };
  if (grouping) checkGrouping(spec);
  return spec;
}

function readGrouping(reader: SpecReader): string {
  const comma = reader.take(',') ?? '';
  const under = reader.take('_') ?? '';
  if (under && (comma || reader.take(',') !== undefined))
    throw valueError("Cannot specify both ',' and '_'.");
  return comma + under;
}

function readPrecision(reader: SpecReader): number | undefined {
  if (reader.take('.') === undefined) return undefined;
  const precision = reader.digits();
  if (precision === undefined) throw valueError('Format specifier missing precision');
  return precision;
}

/** Which presentation types take a separator of thousands. */
function checkGrouping({ grouping, type }: Spec): void {
  if (type === '' || 'deEfFgG%'.includes(type)) return;
  if (grouping === '_' && 'boxX'.includes(type)) return;
  const shown = type > ' ' && type < '\x80' ? type : `\\x${type.codePointAt(0)!.toString(16)}`;
  throw valueError(`Cannot specify '${grouping}' with '${shown}'.`);
}

/** `format(value, spec)` @throws ValueError, TypeError of Python */
export function format(value: Value, spec: string): string {
  if (spec === '' && typeof value === 'string') return value;
  const method = classOf(value).lookup('__format__');
  if (method === undefined) return formatCore(value, spec);
  const text = plain(callSpecial(method, value, [spec]));
  if (typeof text === 'string') return text;
  throw typeError(`__format__ must return a str, not ${typeName(text)}`);
}

/** What `object`, str, int and float answer to `__format__`. */
export function formatCore(value: Value, spec: string): string {
  if (spec === '') return str(value);
  const bare = plain(value);
  const type = typeName(value);
  if (typeof bare === 'string') return formatText(bare, parseSpec(spec, type), type);
  if (isInt(bare)) return formatInt(bare, parseSpec(spec, type), type);
  if (bare instanceof Float) return formatFloat(bare.value, parseSpec(spec, type), type);
  throw typeError(`unsupported format string passed to ${typeName(value)}.__format__`);
}

function unknownCode(spec: Spec, type: string): object {
  const shown =
    spec.type > ' ' && spec.type < '\x80' ? spec.type : `\\x${spec.type.codePointAt(0)!.toString(16)}`;
  return valueError(`Unknown format code '${shown}' for object of type '${type}'`);
}

function formatText(text: string, spec: Spec, type: string): string {
  if (spec.type !== '' && spec.type !== 's') throw unknownCode(spec, type);
  if (spec.sign !== '-') {
    throw valueError(
      spec.sign === ' '
        ? 'Space not allowed in string format specifier'
        : 'Sign not allowed in string format specifier',
    );
  }
  if (spec.noNegativeZero)
    throw valueError('Negative zero coercion (z) not allowed in string format specifier');
  if (spec.alternate) throw valueError('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=' && !spec.zero)
    throw valueError("'=' alignment not allowed in string format specifier");
  if (spec.grouping) throw valueError(`Cannot specify '${spec.grouping}' with 's'.`);
  const shown = spec.precision === undefined ? text : [...text].slice(0, spec.precision).join('');
  return padded(shown, spec, spec.align === '=' ? '<' : spec.align || '<');
}

function padded(text: string, spec: Spec, align: string): string {
  const missing = spec.width - [...text].length;
  if (missing <= 0) return text;
  if (align === '<') return text + spec.fill.repeat(missing);
  if (align === '^') {
    const left = Math.floor(missing / 2);
    return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
  }
  return spec.fill.repeat(missing) + text;
}

const RADIX: Readonly<Record<string, readonly [number, string]>> = {
  b: [2, '0b'],
  o: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

function formatInt(value: number | bigint | boolean, spec: Spec, name: string): string {
  const whole = BigInt(value);
  const { type } = spec;
  if ('eEfFgG%'.includes(type) && type !== '') return formatFloat(Number(value), spec, name);
  if (type !== '' && !'dnbcoxX'.includes(type)) throw unknownCode(spec, name);
  if (spec.precision !== undefined) throw valueError('Precision not allowed in integer format specifier');
  if (spec.noNegativeZero)
    throw valueError('Negative zero coercion (z) not allowed in integer format specifier');
  if (type === 'c') return formatCharacter(whole, spec);

  const [radix, prefix] = RADIX[type] ?? [10, ''];
  const size = (whole < 0n ? -whole : whole).toString(radix);
  const digits = type === 'X' ? size.toUpperCase() : size;
  return signed(whole < 0n, digits, '', spec.alternate ? prefix : '', spec, radix === 10 ? 3 : 4);
}

function formatCharacter(code: bigint, spec: Spec): string {
  if (spec.sign !== '-') throw valueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) throw valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (code < 0n || code > 0x10ffffn) throw overflowError('%c arg not in range(0x110000)');
  return padded(String.fromCodePoint(Number(code)), spec, spec.align || '<');
}

/** Puts sign, prefix, grouping and padding around the digits of a number. */
export function signed(
  negative: boolean,
  digits: string,
  rest: string,
  prefix: string,
  spec: Spec,
  group: number,
): string {
  const sign = negative ? '-' : spec.sign === '-' ? '' : spec.sign;
  const head = sign + prefix;
  const inside = spec.align === '=';
  const room = inside && spec.fill === '0' ? spec.width - head.length - rest.length : 0;
  const body = spec.grouping ? grouped(digits, spec.grouping, group, room) : digits;
  if (!inside) return padded(head + body + rest, spec, spec.align || '>');
  return (
    head + spec.fill.repeat(Math.max(0, spec.width - head.length - body.length - rest.length)) + body + rest
  );
}

function grouped(digits: string, separator: string, size: number, room: number): string {
  const join = (text: string) => text.replace(new RegExp(`\\B(?=(.{${size}})+$)`, 'g'), separator);
  let padding = digits;
  while (join(padding).length < room) padding = `0${padding}`;
  const shown = join(padding);
  return shown.length > room && room > digits.length && shown[1] === separator && shown.length - room > 1
    ? shown.slice(1)
    : shown;
}

function formatFloat(value: number, spec: Spec, type: string): string {
  const size = Math.abs(value);
  const text = Number.isFinite(size) ? floatDigits(size, spec, type) : Number.isNaN(size) ? 'nan' : 'inf';
  const isZero = spec.noNegativeZero && !/[1-9a-z]/i.test(text.replace(/e.*$/i, ''));
  const negative = (value < 0 || Object.is(value, -0)) && !isZero;
  const shown = 'EFG'.includes(spec.type) && spec.type !== '' ? text.toUpperCase() : text;
  const [, digits, rest] = /^([a-zA-Z]+|\d*)(.*)$/s.exec(shown) as unknown as [string, string, string];
  return signed(negative, digits, rest + (spec.type === '%' ? '%' : ''), '', spec, 3);
}

/** The digits of a float without sign, as a presentation type asks. */
function floatDigits(size: number, spec: Spec, type: string): string {
  const precision = spec.precision ?? 6;
  switch (spec.type) {
    case 'f':
    case 'F':
      return point(fixed(size, precision), spec);
    case '%':
      return point(fixed(size * 100, precision), spec);
    case 'e':
    case 'E':
      return scientific(size, precision);
    case 'g':
    case 'G':
    case 'n':
      return general(size, spec.precision ?? 6, spec.alternate);
    case '':
      if (spec.precision === undefined) return reprFloat(size);
      return withPoint(general(size, spec.precision, false, 1));
    default:
      throw unknownCode(spec, type);
  }
}

const point = (text: string, spec: Spec) => (spec.alternate && !text.includes('.') ? `${text}.` : text);
const withPoint = (text: string) => (/[.e]/.test(text) ? text : `${text}.0`);

/** `%.{precision}f`, correctly rounded also beyond 1e21. */
export function fixed(size: number, precision: number): string {
  if (size < 1e21)
    return (
      halfEven(size.toFixed(Math.min(precision, 100)), size.toFixed(Math.min(precision + 60, 100))) +
      '0'.repeat(Math.max(0, precision - 100))
    );
  const whole = BigInt(size).toString();
  return precision > 0 ? `${whole}.${'0'.repeat(precision)}` : whole;
}

/** JavaScript rounds exact ties away from zero, Python to an even digit: `exact` has more digits than `rounded`. */
function halfEven(rounded: string, exact: string): string {
  const length = rounded.includes('.') ? rounded.length : rounded.length + 1;
  if (!/^50*$/.test(exact.slice(length))) return rounded;
  const down = exact.slice(0, rounded.length);
  return down === rounded || Number(down.at(-1)) % 2 !== 0 ? rounded : down;
}

/** `%.{precision}e` of a size, correctly rounded. */
function scientific(size: number, precision: number): string {
  const places = Math.min(precision, 100);
  const [digits, power] = size.toExponential(places).split('e') as [string, string];
  const [exact, exactPower] = size.toExponential(Math.min(places + 40, 100)).split('e') as [string, string];
  return exponent(`${power === exactPower ? halfEven(digits, exact) : digits}e${power}`);
}

const exponent = (text: string) => text.replace(/e([-+])(\d)$/, 'e$10$2');

function general(size: number, wanted: number, alternate: boolean, early = 0): string {
  const precision = wanted === 0 ? 1 : wanted;
  const [mantissa, rest] = scientific(size, precision - 1).split('e') as [string, string];
  const power = Number(rest);
  const strip = (text: string) => (alternate || !text.includes('.') ? text : text.replace(/\.?0+$/, ''));
  if (power < -4 || power >= precision - early) {
    return `${strip(mantissa)}e${rest}`;
  }
  return strip(fixed(size, Math.max(0, precision - 1 - power)));
}
