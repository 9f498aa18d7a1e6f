/** `format(Decimal, spec)`: as for floats, from the exact digits. Answers to: Decimal.__format__. */
import { Decimal } from '../../../stdlib/decimal.ts';
import { valueError } from '../exceptions/exceptions.ts';
import { signed } from './format-padding.ts';
import { parseSpec, type Spec } from './format-spec.ts';

/** @throws ValueError "invalid format string" */
export function formatDecimal(value: Decimal, text: string): string {
  const spec = specOf(text);
  const percent = spec.type === '%';
  const rounded = roundedFor(percent ? shifted(value, 2) : value, spec);
  const size = rounded.withSign(false);
  const body = rounded.special ? size.toString() : digitsFor(size, spec);
  if (rounded.special) {
    const plainSpec = { ...spec, grouping: '', ...(spec.zero && { fill: ' ', align: '>' }) };
    return signed(rounded.negative, '', body + (percent ? '%' : ''), '', plainSpec, 3);
  }
  const [, digits, rest] = /^([a-zA-Z]+|\d*)(.*)$/s.exec(body) as unknown as [string, string, string];
  return signed(rounded.negative, digits, rest + (percent ? '%' : ''), '', spec, 3);
}

function specOf(text: string): Spec {
  // A zero before the width fills, which an alignment does as well.
  if (/^(?:.?[<>=^])[-+ ]?z?#?0/su.test(text)) throw valueError('invalid format string');
  let spec: Spec;
  try {
    spec = parseSpec(text);
  } catch {
    throw valueError('invalid format string');
  }
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) throw valueError('invalid format string');
  if (spec.grouping === '_' || spec.alternate) throw valueError('invalid format string');
  return spec;
}

const shifted = (value: Decimal, places: number): Decimal =>
  value.special ? value : new Decimal(value.negative, value.coefficient, value.exponent + places);

function roundedFor(value: Decimal, { type, precision }: Spec): Decimal {
  if (value.special || precision === undefined) return value;
  if (type === 'f' || type === 'F' || type === '%') return value.rescaled(-precision);
  if (type === 'e' || type === 'E')
    return value.isZero
      ? value
      : value.shortened(precision + 1).rescaled(value.shortened(precision + 1).adjusted - precision);
  return value.shortened(Math.max(precision, 1));
}

function digitsFor(value: Decimal, { type, precision }: Spec): string {
  if (type === 'f' || type === 'F' || type === '%')
    return (value.exponent > 0 ? value.rescaled(0) : value).toPlain();
  if (type === 'e' || type === 'E') return scientific(value, type, precision);
  const shown = value.toString();
  return type === 'g' || type === 'n' ? shown.replace('E', 'e') : shown;
}

function scientific(value: Decimal, type: string, precision: number | undefined): string {
  const digits = value.isZero && precision !== undefined ? '0'.repeat(precision + 1) : value.digits;
  const power = value.isZero && precision !== undefined ? value.exponent + precision : value.adjusted;
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return `${mantissa}${type}${power < 0 ? '' : '+'}${power}`;
}
