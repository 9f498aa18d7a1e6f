/** Format specifications. Answers to: CPython, Python/formatter_unicode.c (parse_internal_render_format_spec). */
import { valueError } from '../exceptions/exceptions.ts';

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

/** The ValueError for a format code that a type does not have. */
export function unknownCode(spec: Spec, type: string): object {
  const shown =
    spec.type > ' ' && spec.type < '\x80' ? spec.type : `\\x${spec.type.codePointAt(0)!.toString(16)}`;
  return valueError(`Unknown format code '${shown}' for object of type '${type}'`);
}
