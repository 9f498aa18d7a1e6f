/** Patterns of `\d`: `schema.name` with `*` and `?`, quoted parts, everything else in lower case. */

export interface Pattern {
  /** Conditions in SQL: on the schema's and on the object's name. */
  readonly schema: string | undefined;
  readonly name: string | undefined;
}

/** @param text undefined or empty: everything that the search path shows. */
export function patternOf(text: string | undefined): Pattern {
  if (!text) return { schema: undefined, name: undefined };
  const parts = [''];
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (character === '.' && !quoted) parts.push('');
    else parts[parts.length - 1] += part(character, quoted);
  }
  const name = parts.pop()!;
  const schema = parts.pop();
  return { schema: schema === undefined ? undefined : expression(schema), name: expression(name) };
}

function part(character: string, quoted: boolean): string {
  if (!quoted && character === '*') return '.*';
  if (!quoted && character === '?') return '.';
  return (quoted ? character : character.toLowerCase()).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const expression = (source: string) => `'^(${source.replaceAll("'", "''")})$'`;

/**
 * The condition by which a list shows an object.
 * @param schema the column of the schema's name; `visible` tests that the search path shows the object.
 */
export function matching(pattern: Pattern, schema: string, name: string, visible: string): string {
  const tests: string[] = [];
  if (pattern.name !== undefined) tests.push(`${name} ~ ${pattern.name} collate pg_catalog."default"`);
  if (pattern.schema !== undefined) tests.push(`${schema} ~ ${pattern.schema} collate pg_catalog."default"`);
  else tests.push(visible);
  return tests.join(' and ');
}
