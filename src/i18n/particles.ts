/**
 * Korean particles that depend on how the word before them ends when it is read aloud: 을/를, 이/가, 은/는, 과/와, 으로/로.
 * Latin words and digits are judged by their Korean reading ("head" is 헤드, "7" is 칠).
 */
export type ParticlePair = '을/를' | '이/가' | '은/는' | '과/와' | '으로/로';

type Ending = 'vowel' | 'consonant' | 'rieul';

/** The word with its particle: `withParticle('users', '을/를')` is "users를". */
export function withParticle(word: string, pair: ParticlePair): string {
  return word + particleFor(word, pair);
}

function particleFor(word: string, pair: ParticlePair): string {
  const ending = endingOf(word);
  const [closed, open] = pair.split('/') as [string, string];
  // After ㄹ, 로 is used as after a vowel.
  if (pair === '으로/로') return ending === 'consonant' ? closed : open;
  return ending === 'vowel' ? open : closed;
}

/** How a word's Korean reading ends. Marks that are not read (quotes, brackets, dots) are passed over. */
function endingOf(word: string): Ending {
  const last = /([\p{L}\p{N}]+)[^\p{L}\p{N}]*$/u.exec(word)?.[1];
  if (last === undefined) return 'vowel';
  const character = last.at(-1)!;
  const code = character.codePointAt(0)!;
  if (code >= 0xac00 && code <= 0xd7a3) return hangulEnding((code - 0xac00) % 28);
  if (/\d/.test(character)) return DIGITS[Number(character)]!;
  return latinEnding(/[A-Za-z]+$/.exec(last)?.[0] ?? '');
}

function hangulEnding(finalConsonant: number): Ending {
  if (finalConsonant === 0) return 'vowel';
  return finalConsonant === 8 ? 'rieul' : 'consonant';
}

// 영 일 이 삼 사 오 육 칠 팔 구
const DIGITS: readonly Ending[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
];

/** Letters read by name that do not end in a vowel: 엘, 엠, 엔, 알. */
const LETTERS: Readonly<Record<string, Ending>> = { L: 'rieul', M: 'consonant', N: 'consonant', R: 'rieul' };

/** Words whose reading the endings below would get wrong. */
const WORDS: Readonly<Record<string, Ending>> = {
  sql: 'rieul',
  url: 'rieul',
  null: 'rieul',
  none: 'consonant',
  env: 'vowel',
  id: 'vowel',
  ini: 'vowel',
  init: 'consonant',
  book: 'consonant',
  script: 'vowel',
  pip: 'consonant',
  git: 'consonant',
  int: 'vowel',
  bit: 'consonant',
  set: 'consonant',
  flask: 'vowel',
  fact: 'vowel',
  engine: 'consonant',
  date: 'vowel',
  backup: 'consonant',
  group: 'consonant',
  op: 'consonant',
  sqlalchemy: 'vowel',
  member: 'vowel',
  user: 'vowel',
  order: 'vowel',
  number: 'vowel',
  integer: 'vowel',
  server: 'vowel',
};

function latinEnding(word: string): Ending {
  if (word.length === 0) return 'vowel';
  if (word === word.toUpperCase() && word.length <= 4 && !(word.toLowerCase() in WORDS)) {
    return LETTERS[word.at(-1)!] ?? 'vowel';
  }
  const lower = word.toLowerCase();
  const known = WORDS[lower];
  if (known !== undefined) return known;
  if (/(l|le)$/.test(lower)) return 'rieul';
  if (/(m|n|me|ne|ng)$/.test(lower)) return 'consonant';
  if (/[aeiou](c|k|p)$/.test(lower)) return 'consonant';
  return 'vowel';
}
