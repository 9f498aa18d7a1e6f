/** `%(name)-5.5s` over a record's attributes, for text and numbers. */
import { Raise } from '../../machine.ts';

const FIELD = /%(?:\((\w+)\))?([-+ #0]*)(\d+)?(?:\.(\d+))?([sdifr%x])/g;

/** What `Formatter` accepts as a format in the `%` style. */
export const VALID = /%\(\w+\)[#0+ -]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[diouxefgcrsa%]/i;

/** A field of a format, or text between two of them. */
type Piece = string | { readonly name: string; readonly text: (value: string | number) => string };

/** Formats are few, and each writes every line of a log: they are read once. */
const known = new Map<string, readonly Piece[]>();
const MOST = 100;

/** @throws ValueError for a field that the record lacks, as logging words it */
export function formatPercent(format: string, value: (name: string) => string | number | undefined): string {
  let made = '';
  for (const piece of piecesOf(format)) {
    if (typeof piece === 'string') {
      made += piece;
      continue;
    }
    const found = value(piece.name);
    if (found === undefined) {
      throw new Raise('builtins.ValueError', [`Formatting field not found in record: '${piece.name}'`]);
    }
    made += piece.text(found);
  }
  return made;
}

function piecesOf(format: string): readonly Piece[] {
  const present = known.get(format);
  if (present) return present;
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of format.matchAll(FIELD)) {
    const [whole, name, flags, width, cut, kind] = found;
    pieces.push(format.slice(at, found.index));
    at = found.index + whole.length;
    if (kind === '%') pieces.push('%');
    else if (name === undefined) pieces.push(whole);
    else pieces.push({ name, text: writerOf(kind!, flags!, width, cut) });
  }
  pieces.push(format.slice(at));
  if (known.size >= MOST) known.clear();
  known.set(format, pieces);
  return pieces;
}

function writerOf(
  kind: string,
  flags: string,
  width?: string,
  cut?: string,
): (value: string | number) => string {
  const plain = cut === undefined && (kind === 's' || kind === 'r');
  return (value) => {
    const text = plain ? String(value) : converted(value, kind, cut, flags);
    return width === undefined ? text : padded(text, flags, width, kind);
  };
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

function padded(text: string, flags: string, width: string, kind: string): string {
  const length = [...text].length;
  const missing = Number(width) - length;
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (flags.includes('0') && kind !== 's' && kind !== 'r') return '0'.repeat(missing) + text;
  return ' '.repeat(missing) + text;
}
