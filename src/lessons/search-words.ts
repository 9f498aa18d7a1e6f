/** Makes a query find Korean words whatever particle stands behind them: the index holds words as written, and is searched by their beginning. */

/** Particles and endings of nouns, the long ones first: what remains must have two letters or more. */
const PARTICLES = [
  '에서는',
  '으로는',
  '에게서',
  '이라는',
  '에서도',
  '으로도',
  '까지는',
  '부터는',
  '에서',
  '에게',
  '으로',
  '까지',
  '부터',
  '처럼',
  '보다',
  '이나',
  '이란',
  '라는',
  '하는',
  '하기',
  '들은',
  '들이',
  '들을',
  '들의',
  '은',
  '는',
  '이',
  '가',
  '을',
  '를',
  '의',
  '에',
  '로',
  '와',
  '과',
  '도',
  '만',
  '나',
  '란',
  '들',
];

/** @returns the query with each Korean word without its particle. */
export function withoutParticles(query: string): string {
  return query
    .trim()
    .split(/\s+/)
    .map((word) => {
      const ending = PARTICLES.find((particle) => word.endsWith(particle));
      const stem = ending === undefined ? word : word.slice(0, -ending.length);
      return /^[가-힣A-Za-z0-9_.-]{2,}$/.test(stem) && /[가-힣]/.test(ending ?? '') ? stem : word;
    })
    .join(' ');
}
