/**
 * asyncpg's `$1`: a number by the order in which names appear. Until the number is known (the items of IN come late), a mark
 * with the name stands in its place.
 */
const MARK = /\u0001([^\u0002]*)\u0002/g;

/** The mark that stands for a parameter until it has a number. */
export const mark = (name: string): string => `\u0001${name}\u0002`;

/** Names in the order of their numbers. @param before has the marks that are numbered first, all but the items of IN */
export const namesIn = (template: string, before = ''): readonly string[] => [
  ...new Set([...`${before}${template}`.matchAll(MARK)].map(([, name]) => name!)),
];

/** Marks as numbers; equal names have one number. @param before see namesIn */
export function numbered(template: string, before?: string): string {
  if (!template.includes('\u0001')) return template;
  const places = new Map(namesIn(template, before).map((name, at) => [name, at + 1]));
  return replaceMarks(template, (name) => `$${places.get(name)}`);
}

/** Marks as whatever stands for the name. */
export const replaceMarks = (template: string, text: (name: string) => string): string =>
  template.replace(MARK, (_all, name: string) => text(name));
