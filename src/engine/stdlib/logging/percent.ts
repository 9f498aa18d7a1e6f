/** Formats of log lines in the `%` style, the usual ones: `%(levelname)-5.5s [%(name)s] %(message)s`. */

const FIELD = /%\((\w+)\)(-?)(\d+)?(?:\.(\d+))?s|%%/g;

/** What `Formatter` accepts as a format in the `%` style. */
export const VALID = /%\(\w+\)[#0+ -]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[diouxefgcrsa%]/i;

/** A field of a format, or text between two of them. */
type Piece = string | { readonly name: string; readonly text: (value: string) => string };

/** Formats are few, and each writes every line of a log: they are read once. */
const known = new Map<string, readonly Piece[]>();
const MOST = 100;

/** Are all `%` of a format those of fields that write text? Python alone reads others, or fails at them. */
export const isPlain = (format: string): boolean => !format.replace(FIELD, '').includes('%');

/** The names that a plain format asks a record for. */
export const namesOf = (format: string): string[] =>
  piecesOf(format).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name]));

/** Writes a plain format. @param value what the record has under a name */
export function formatPercent(format: string, value: (name: string) => string | number | undefined): string {
  let made = '';
  for (const piece of piecesOf(format))
    made += typeof piece === 'string' ? piece : piece.text(String(value(piece.name) ?? ''));
  return made;
}

function piecesOf(format: string): readonly Piece[] {
  const present = known.get(format);
  if (present) return present;
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of format.matchAll(FIELD)) {
    const [whole, name, side, width, cut] = found;
    pieces.push(format.slice(at, found.index));
    at = found.index + whole.length;
    pieces.push(name === undefined ? '%' : { name, text: writerOf(side === '-', width, cut) });
  }
  pieces.push(format.slice(at));
  if (known.size >= MOST) known.clear();
  known.set(format, pieces);
  return pieces;
}

function writerOf(
  left: boolean,
  width: string | undefined,
  cut: string | undefined,
): Exclude<Piece, string>['text'] {
  const most = cut === undefined ? Number.POSITIVE_INFINITY : Number(cut);
  const least = Number(width ?? 0);
  return (value) => {
    // A text has no more characters than UTF-16 units: most need no counting.
    const text = value.length <= most ? value : [...value].slice(0, most).join('');
    const missing = least === 0 ? 0 : least - [...text].length;
    if (missing <= 0) return text;
    return left ? text + ' '.repeat(missing) : ' '.repeat(missing) + text;
  };
}
