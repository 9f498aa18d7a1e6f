/** Sign, grouping of digits and padding. */
import type { Spec } from './format-spec.ts';

/** Text at the wanted width. @param align `<`, `>` or `^` */
export function padded(text: string, spec: Spec, align: string): string {
  const missing = spec.width - [...text].length;
  if (missing <= 0) return text;
  if (align === '<') return text + spec.fill.repeat(missing);
  if (align === '^') {
    const left = Math.floor(missing / 2);
    return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
  }
  return spec.fill.repeat(missing) + text;
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
