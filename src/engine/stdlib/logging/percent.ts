/** `%(name)-5.5s` over a record's attributes, for text and numbers. */
import { Raise } from '../../machine.ts';

const FIELD = /%(?:\((\w+)\))?([-+ #0]*)(\d+)?(?:\.(\d+))?([sdifr%x])/g;

/** What `Formatter` accepts as a format in the `%` style. */
export const VALID = /%\(\w+\)[#0+ -]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[diouxefgcrsa%]/i;

/** @throws ValueError for a field that the record lacks, as logging words it */
export function formatPercent(format: string, value: (name: string) => string | number | undefined): string {
  return format.replace(
    FIELD,
    (whole, name: string | undefined, flags: string, width?: string, cut?: string, kind = 's') => {
      if (kind === '%') return '%';
      if (name === undefined) return whole;
      const found = value(name);
      if (found === undefined) {
        throw new Raise('builtins.ValueError', [`Formatting field not found in record: '${name}'`]);
      }
      return padded(converted(found, kind, cut, flags), flags, width, kind);
    },
  );
}

function converted(value: string | number, kind: string, cut: string | undefined, flags: string): string {
  if (kind === 's' || kind === 'r')
    return [...String(value)].slice(0, cut === undefined ? undefined : Number(cut)).join('');
  const number = Number(value);
  const text =
    kind === 'f'
      ? number.toFixed(Number(cut ?? 6))
      : kind === 'x'
        ? number.toString(16)
        : String(Math.trunc(number));
  return flags.includes('+') && number >= 0 ? `+${text}` : text;
}

function padded(text: string, flags: string, width: string | undefined, kind: string): string {
  const length = [...text].length;
  const missing = Number(width ?? 0) - length;
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (flags.includes('0') && kind !== 's' && kind !== 'r') return '0'.repeat(missing) + text;
  return ' '.repeat(missing) + text;
}
