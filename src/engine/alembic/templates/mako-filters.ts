/** Filters that Mako brings along. */
const FILTERS: Readonly<Record<string, string>> = {
  str: 'str',
  unicode: 'str',
  trim: '(lambda s: s.strip())',
  h: "(lambda s: s.replace('&', '&amp;').replace('>', '&gt;').replace('<', '&lt;').replace('\"', '&#34;').replace(\"'\", '&#39;'))",
  x: "(lambda s: s.replace('&', '&amp;').replace('>', '&gt;').replace('<', '&lt;').replace('\"', '&#34;').replace(\"'\", '&#39;'))",
  u: "(lambda s: __import__('urllib.parse').parse.quote_plus(s))",
};

/** An expression that goes through filters, the first one innermost. */
export const filtered = (code: string, filters: readonly string[]): string =>
  filters.reduce((value, filter) => `${FILTERS[filter] ?? filter}(${value})`, `(${code})`);
