/** English plurals and singulars. */

export const plural = (word: string): string => `${word}s`;
export const singular = (word: string): string | undefined =>
  word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : undefined;
