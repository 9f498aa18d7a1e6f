/** Reads the `_headers` file that static hosts understand: a path pattern on a line, its headers indented below. */
export interface HeaderRule {
  readonly pattern: RegExp;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** @param text the file; lines that start with `#` are comments. */
export function parseHeaderRules(text: string): HeaderRule[] {
  const rules: { pattern: RegExp; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (!line.trim() || line.startsWith('#')) continue;
    const header = /^\s+([^:]+):\s*(.*)$/.exec(line);
    if (header) rules.at(-1)?.headers.push([header[1]!.toLowerCase(), header[2]!.trim()]);
    else rules.push({ pattern: patternOf(line.trim()), headers: [] });
  }
  return rules;
}

/** Every header that the rules give a path; a later rule overrides an earlier one. */
export function headersFor(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const rule of rules) {
    if (rule.pattern.test(path)) for (const [name, value] of rule.headers) found.set(name, value);
  }
  return found;
}

function patternOf(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
