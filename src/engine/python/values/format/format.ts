/** `format(value, spec)`: text and integers. Answers to: CPython, Python/formatter_unicode.c. */
import { Float } from '../../../stdlib/float.ts';
import { callSpecial } from '../callable.ts';
import { classOf, typeName } from '../classes/class-of.ts';
import { overflowError, typeError, valueError } from '../exceptions/exceptions.ts';
import { isInt, normal } from '../numbers.ts';
import { repr, str } from '../text.ts';
import { plain, type Value } from '../value.ts';
import { formatFloat } from './format-float.ts';
import { padded, signed } from './format-padding.ts';
import { parseSpec, type Spec, unknownCode } from './format-spec.ts';

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

function formatText(text: string, spec: Spec, type: string): string {
  if (spec.type !== '' && spec.type !== 's') throw unknownCode(spec, type);
  if (spec.grouping) throw valueError(`Cannot specify '${spec.grouping}' with 's'.`);
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
  const shown = spec.precision === undefined ? text : [...text].slice(0, spec.precision).join('');
  return padded(shown, spec, spec.align === '=' ? '<' : spec.align || '<');
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
  const bare = whole < 0n ? -whole : whole;
  const size = radix === 10 ? repr(normal(bare)) : bare.toString(radix);
  const digits = type === 'X' ? size.toUpperCase() : size;
  return signed(whole < 0n, digits, '', spec.alternate ? prefix : '', spec, radix === 10 ? 3 : 4);
}

function formatCharacter(code: bigint, spec: Spec): string {
  if (spec.sign !== '-') throw valueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) throw valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (code < 0n || code > 0x10ffffn) throw overflowError('%c arg not in range(0x110000)');
  return padded(String.fromCodePoint(Number(code)), spec, spec.align || '<');
}
