/** How many characters a part of a pattern takes. Answers to: CPython's re._parser (SubPattern.getwidth). */

export interface Width {
  readonly least: number;
  readonly most: number;
}

export const NO_WIDTH: Width = { least: 0, most: 0 };
export const ONE_CHARACTER: Width = { least: 1, most: 1 };

/** Of two parts, one behind the other. */
export const widthOfBoth = (a: Width, b: Width): Width => ({
  least: a.least + b.least,
  most: a.most + b.most,
});

/** Of a part under a quantifier in JavaScript's syntax; an empty one means once. */
export function repeatedWidth(width: Width, often: string): Width {
  const [least, most] = timesOf(often);
  return { least: width.least * least, most: width.most === 0 ? 0 : width.most * most };
}

function timesOf(often: string): readonly [number, number] {
  const counted = /^\{(\d*)(,?)(\d*)\}/.exec(often);
  if (counted) {
    const least = Number(counted[1]);
    if (!counted[2]) return [least, least];
    return [least, counted[3] ? Number(counted[3]) : Number.POSITIVE_INFINITY];
  }
  if (often === '') return [1, 1];
  return [often.startsWith('+') ? 1 : 0, often.startsWith('?') ? 1 : Number.POSITIVE_INFINITY];
}
