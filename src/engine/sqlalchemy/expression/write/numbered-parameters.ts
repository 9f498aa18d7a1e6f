/**
 * asyncpg's `$1`: a number by the order in which names appear. Until the number is known (the items of IN come late), a mark
 * with the name stands in its place.
 */
const MARK = /\u0001([^\u0002]*)\u0002/g;

/** The mark that stands for a parameter until it has a number. */
export const mark = (name: string): string => `\u0001${name}\u0002`;

/** Marks as numbers; equal names have one number. */
export function numbered(template: string): string {
  const places = new Map<string, number>();
  return template.replace(MARK, (_all, name: string) => {
    if (!places.has(name)) places.set(name, places.size + 1);
    return `$${places.get(name)}`;
  });
}

/** Names in the order of their numbers. */
export const namesIn = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(MARK)].map(([, name]) => name!)),
];

/** Marks as whatever stands for the name. */
export const replaceMarks = (template: string, text: (name: string) => string): string =>
  template.replace(MARK, (_all, name: string) => text(name));
