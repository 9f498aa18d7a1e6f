/** One layer of parentheses around a whole expression. Answers to: sqlalchemy/util/langhelpers.py. */

/** Where the parenthesis that opens the text is closed; -1 where it never is. Quoted text and names do not count. */
function closing(text: string): number {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const one = text[at]!;
    // A doubled quote inside of quotes ends them and opens them again at once.
    if (quote) quote = one === quote ? '' : quote;
    else if (one === "'" || one === '"') quote = one;
    else if (one === '(') depth++;
    else if (one === ')' && --depth === 0) return at;
  }
  return -1;
}

/** The text without the pair that wraps all of it: `(a) = (b)` has none, and stays as it is. */
export function withoutOuterParens(text: string): string {
  const inner = text.trim();
  const wrapped = inner.length > 1 && inner.startsWith('(') && closing(inner) === inner.length - 1;
  return wrapped ? inner.slice(1, -1) : text;
}
