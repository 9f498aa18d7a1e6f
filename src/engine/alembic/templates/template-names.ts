/** Which names a piece of Python may use. */

const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in ' +
    'is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Identifiers outside of strings that follow no dot, each once. */
export function parseNames(code: string): string[] {
  const bare = code.replace(/('''|""")[\s\S]*?\1|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''");
  const found = new Set<string>();
  for (const [name] of bare.matchAll(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*/gu))
    if (!KEYWORDS.has(name)) found.add(name);
  return [...found];
}
