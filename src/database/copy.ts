/** Finds COPY … FROM STDIN, which PGlite's synchronous door does not survive: it must be refused before it is sent. */

/** @returns whether one of the statements in `sql` reads rows from the client. */
export function copiesFromClient(sql: string): boolean {
  if (!/\bcopy\b/i.test(sql) || !/\bstdin\b/i.test(sql)) return false;
  return statementWords(sql).some((words) => /^copy\b.*\bfrom stdin\b/.test(words));
}

/** The statement with a file of the server's in place of STDIN. */
export function fromFile(sql: string, path: string): string {
  let after = '';
  let done = false;
  return sql.replace(TOKEN, (token: string) => {
    const found = !done && after === 'from' && /^stdin$/i.test(token);
    if (/\S/.test(token)) after = token.toLowerCase();
    done ||= found;
    return found ? `'${path}'` : token;
  });
}

const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$|[eE]'(?:[^'\\]|''|\\[\s\S])*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|;|\s+|[A-Za-z_][\w$]*|[\s\S]/g;

/** Statements as lower-case words, one blank between them, without comments and with literals and quoted names masked. */
function statementWords(sql: string): string[] {
  const statements: string[] = [];
  let words: string[] = [];
  for (const [token] of sql.matchAll(TOKEN)) {
    if (token === ';') {
      statements.push(words.join(' '));
      words = [];
    } else if (/^['"$]|^[eE]'/.test(token)) words.push('?');
    else if (/\S/.test(token) && !token.startsWith('--') && !token.startsWith('/*'))
      words.push(token.toLowerCase());
  }
  return [...statements, words.join(' ')];
}
