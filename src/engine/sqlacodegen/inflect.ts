/**
 * English plurals and singulars, as the `inflect` package gives them for names of tables. What counts is the last word of a
 * name: "items" of "order_items" and "OrderItems". A few words are known by themselves only, not at the end of a longer name.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words whose plural no rule gives. */
const IRREGULAR = new Map(
  (
    'person:people mouse:mice louse:lice goose:geese foot:feet tooth:teeth ox:oxen die:dice criterion:criteria ' +
    'phenomenon:phenomena datum:data metadatum:metadata bacterium:bacteria genus:genera money:monies quiz:quizzes alumnus:alumni ' +
    'knife:knives life:lives wife:wives wolf:wolves half:halves calf:calves leaf:leaves sheaf:sheaves self:selves shelf:shelves ' +
    'thief:thieves hoof:hooves elf:elves penny:pennies hero:heroes potato:potatoes tomato:tomatoes echo:echoes veto:vetoes ' +
    'cargo:cargoes buffalo:buffaloes mosquito:mosquitoes scarf:scarves wharf:wharves dwarf:dwarves'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const SINGULARS = new Map([...IRREGULAR].map(([one, many]) => [many, one]));

/** The same for words that stand alone. */
const ALONE = new Map([
  ['child', 'children'],
  ['loaf', 'loaves'],
  ['iris', 'irises'],
  ['alias', 'aliases'],
  ['canvas', 'canvases'],
  ['bias', 'biases'],
  ['atlas', 'atlases'],
]);
const SINGULARS_ALONE = new Map([...ALONE].map(([one, many]) => [many, one]));

/** Words that are their own plural; some of them only alone. */
const SAME = words(
  'equipment fish information series deer sheep aircraft chassis headquarters scissors trousers',
);
const SAME_ALONE = words('news species status');

const KEEP_E = words(
  'caches aches headaches niches avalanches axes shoes toes foes canoes hoes uses excuses',
);
const KEEP_IE = words(
  'movies cookies ties pies lies dies zombies rookies selfies calories brownies smoothies hoodies prairies',
);
const MEN_NOT = /(?:hu|ger|ro|sha|talis|otto)man$/i;

interface Parts {
  /** What stands before the last word. */
  readonly head: string;
  readonly word: string;
}

/** The last word: letters after the last sign that is no letter, from the last capital on. */
function split(text: string): Parts {
  const word = /\p{Lu}?\p{Ll}+$/u.exec(text)?.[0] ?? /\p{L}*$/u.exec(text)![0];
  return { head: text.slice(0, text.length - word.length), word };
}

/** The plural, also of a word that is one already: "posts" → "postss". */
export function plural(text: string): string {
  const { head, word } = split(text);
  const isAlone = head === '';
  const known = lookup(IRREGULAR, word) ?? (isAlone ? lookup(ALONE, word) : undefined);
  if (known !== undefined) return head + known;
  const lower = word.toLowerCase();
  if (SAME.has(lower) || (isAlone && lower === 'news') || (isAlone && lower === 'species')) return text;
  return head + regularPlural(word);
}

function regularPlural(word: string): string {
  const isName = /^\p{Lu}/u.test(word);
  if (/[^aeiou]y$/i.test(word)) return isName ? `${word}s` : `${word.slice(0, -1)}ies`;
  if (/(?<!s)sis$|axis$/i.test(word)) return `${word.slice(0, -2)}es`;
  if (/(?<!z|topa)z$/i.test(word)) return `${word}zes`;
  if (/(?:ss|us|x|z|ch|sh|lens|gas)$/i.test(word) || (isName && /es$/.test(word))) return `${word}es`;
  return /man$/i.test(word) && !MEN_NOT.test(word) ? `${word.slice(0, -2)}en` : `${word}s`;
}

/** The singular; undefined for a word that seems to be one. */
export function singular(text: string): string | undefined {
  const { head, word } = split(text);
  const one = singularWord(word, head === '');
  return one === undefined ? undefined : head + one;
}

function singularWord(word: string, isAlone: boolean): string | undefined {
  const known = lookup(SINGULARS, word) ?? (isAlone ? lookup(SINGULARS_ALONE, word) : undefined);
  if (known !== undefined) return known;
  const lower = word.toLowerCase();
  if (SAME.has(lower) || (isAlone && SAME_ALONE.has(lower))) return word;
  if (/men$/.test(word)) return `${word.slice(0, -2)}an`;
  if (!/s$/.test(word) || /ss$/.test(word)) return undefined;
  return regularSingular(word, lower, isAlone);
}

function regularSingular(word: string, lower: string, isAlone: boolean): string {
  if (KEEP_E.has(lower) || (isAlone && KEEP_IE.has(lower))) return word.slice(0, -1);
  if (/[^aeiou]ies$/.test(lower)) return `${word.slice(0, -3)}y`;
  if (/(?:(?:x|ch|sh|ss|zz|o|[^ao]us|lens|gas)e)s$/.test(lower)) return word.slice(0, -2);
  if (/^(?:analyses|diagnoses|synopses|crises|oases|emphases)$/.test(word)) return `${word.slice(0, -2)}is`;
  if (/theses$/.test(lower)) return /^\p{Lu}/u.test(word) ? word.slice(0, -2) : `${word.slice(0, -2)}is`;
  return word.slice(0, -1);
}

/** In lower case or with a capital, as the word is. */
function lookup(known: ReadonlyMap<string, string>, word: string): string | undefined {
  const found = known.get(word.toLowerCase());
  if (found === undefined || /^\p{Ll}/u.test(word)) return found;
  return found[0]!.toUpperCase() + found.slice(1);
}
