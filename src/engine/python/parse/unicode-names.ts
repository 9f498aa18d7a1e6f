/** The characters that programs name as `\N{…}`. The whole list of Unicode would outweigh the engine: these are the usual ones. */

const NAMES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'ACUTE ACCENT': 0xb4,
    'BLACK STAR': 0x2605,
    BULLET: 0x2022,
    'CENT SIGN': 0xa2,
    'CHECK MARK': 0x2713,
    'COPYRIGHT SIGN': 0xa9,
    'DEGREE SIGN': 0xb0,
    'EM DASH': 0x2014,
    'EM SPACE': 0x2003,
    'EN DASH': 0x2013,
    'EN SPACE': 0x2002,
    'EURO SIGN': 0x20ac,
    'GREEK SMALL LETTER ALPHA': 0x3b1,
    'GREEK SMALL LETTER BETA': 0x3b2,
    'GREEK SMALL LETTER LAMDA': 0x3bb,
    'GREEK SMALL LETTER MU': 0x3bc,
    'GREEK SMALL LETTER PI': 0x3c0,
    'GREEN HEART': 0x1f49a,
    'HEAVY CHECK MARK': 0x2714,
    'HORIZONTAL ELLIPSIS': 0x2026,
    'INVERTED EXCLAMATION MARK': 0xa1,
    'LATIN SMALL LETTER E WITH ACUTE': 0xe9,
    'LATIN SMALL LETTER SHARP S': 0xdf,
    'LEFT DOUBLE QUOTATION MARK': 0x201c,
    'LEFT SINGLE QUOTATION MARK': 0x2018,
    'LEFTWARDS ARROW': 0x2190,
    'MICRO SIGN': 0xb5,
    'MULTIPLICATION SIGN': 0xd7,
    'NO-BREAK SPACE': 0xa0,
    'PILE OF POO': 0x1f4a9,
    'PLUS-MINUS SIGN': 0xb1,
    'POUND SIGN': 0xa3,
    'REGISTERED SIGN': 0xae,
    'RIGHT DOUBLE QUOTATION MARK': 0x201d,
    'RIGHT SINGLE QUOTATION MARK': 0x2019,
    'RIGHTWARDS ARROW': 0x2192,
    SNAKE: 0x1f40d,
    SNOWMAN: 0x2603,
    'SOFT HYPHEN': 0xad,
    'TRADE MARK SIGN': 0x2122,
    'WON SIGN': 0x20a9,
    'YEN SIGN': 0xa5,
    'ZERO WIDTH JOINER': 0x200d,
    'ZERO WIDTH NO-BREAK SPACE': 0xfeff,
    'ZERO WIDTH SPACE': 0x200b,
  }),
);

/** The character of a name, in any case; undefined where it is not in the list. */
export function characterNamed(name: string): string | undefined {
  const code = NAMES.get(name.toUpperCase());
  return code === undefined ? undefined : String.fromCodePoint(code);
}
