/** Floats by format codes e, f, g, n, %. */
import { reprFloat } from '../../../stdlib/float.ts';
import { signed } from './format-padding.ts';
import { type Spec, unknownCode } from './format-spec.ts';

/** A float by a format specification. @param type the code in force, where the specification has none of its own */
export function formatFloat(value: number, spec: Spec, type: string): string {
  const size = Math.abs(value);
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) throw unknownCode(spec, type);
  const text = Number.isFinite(size) ? floatDigits(size, spec) : Number.isNaN(size) ? 'nan' : 'inf';
  const isZero = spec.noNegativeZero && !/[1-9a-z]/i.test(text.replace(/e.*$/i, ''));
  const negative = (value < 0 || Object.is(value, -0)) && !isZero;
  const shown = 'EFG'.includes(spec.type) && spec.type !== '' ? text.toUpperCase() : text;
  const [, digits, rest] = /^([a-zA-Z]+|\d*)(.*)$/s.exec(shown) as unknown as [string, string, string];
  return signed(negative, digits, rest + (spec.type === '%' ? '%' : ''), '', spec, 3);
}

/** The digits of a float without sign, as a presentation type asks. */
function floatDigits(size: number, spec: Spec): string {
  const precision = spec.precision ?? 6;
  switch (spec.type) {
    case 'f':
    case 'F':
      return point(fixed(size, precision), spec);
    case '%':
      return point(fixed(size * 100, precision), spec);
    case 'e':
    case 'E':
      return point(scientific(size, precision), spec);
    case 'g':
    case 'G':
    case 'n':
      return general(size, spec.precision ?? 6, spec.alternate);
    default:
      if (spec.precision === undefined) return reprFloat(size);
      return withPoint(general(size, spec.precision, false, 1));
  }
}

/** `#` keeps the point where no digit follows it. */
const point = (text: string, spec: Spec) =>
  spec.alternate && !text.includes('.') ? text.replace(/^\d+/, '$&.') : text;
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
