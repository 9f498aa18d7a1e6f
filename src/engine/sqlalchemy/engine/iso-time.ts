/** Times as PostgreSQL writes them. */

/** `+00` as Python reads it; fractions with six digits. */
export function isoTime(text: string): string {
  const zoned = text.replace(
    /([-+]\d\d)(:?\d\d)?$/,
    (all, hours: string, minutes: string | undefined, at: number) =>
      at < 8 ? all : `${hours}:${(minutes ?? '00').replace(':', '')}`,
  );
  return zoned.replace(/\.(\d{1,6})/, (_all, digits: string) => `.${digits.padEnd(6, '0')}`);
}
