/** What stands around the cursor of a file that may be half typed: the name, the call that it is in, the file's imports. */

/** A file's imports, each on one line: those in brackets are joined. */
export function importsOf(text: string): string[] {
  const joined = text.replace(
    /^(from\s+[\w.]+\s+import\s*)\(([^)]*)\)/gm,
    (_, head: string, names: string) => {
      const plain = names.replace(/#.*$/gm, '').replace(/\s+/g, ' ').replace(/,\s*$/, '').trim();
      return `${head}${plain}`;
    },
  );
  return [...joined.matchAll(/^(?:from\s+[\w.]+\s+import\s+[\w ,*]+|import\s+[\w ,.]+)/gm)].map(([line]) =>
    line.trim(),
  );
}

export interface Dotted {
  /** "sa.Col": as far as it is typed. */
  readonly whole: string;
  /** "sa", or empty. */
  readonly owner: string;
}

/** The dotted name that ends at the end of this text; undefined inside a comment or string. */
export function nameBefore(line: string): Dotted | undefined {
  if (isInText(line)) return undefined;
  const whole = /[A-Za-z_][\w.]*$/.exec(line)?.[0] ?? '';
  const dot = whole.lastIndexOf('.');
  return { whole, owner: dot < 0 ? '' : whole.slice(0, dot) };
}

/** Whether the end of a line lies inside a string or comment. */
export function isInText(line: string): boolean {
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    if (quote !== '') {
      if (character === '\\') i += 1;
      else if (character === quote) quote = '';
    } else if (character === '#') return true;
    else if (character === '"' || character === "'") quote = character;
  }
  return quote !== '';
}

export interface Call {
  readonly name: string;
  /** How many arguments stand before the cursor. */
  readonly argument: number;
  /** The keyword of the argument under the cursor. */
  readonly keyword: string | undefined;
}

/** The innermost call whose bracket is open at the end of the text. */
export function callAround(text: string): Call | undefined {
  let depth = 0;
  let argument = 0;
  const start = Math.max(0, text.length - 4000);
  for (let i = text.length - 1; i >= start; i--) {
    const character = text[i]!;
    if (character === ')' || character === ']' || character === '}') depth += 1;
    else if (character === ',' && depth === 0) argument += 1;
    else if (character === '(' || character === '[' || character === '{') {
      if (depth > 0) depth -= 1;
      else {
        const name = /[A-Za-z_][\w.]*$/.exec(text.slice(0, i))?.[0];
        if (
          character !== '(' ||
          name === undefined ||
          /\b(def|class)\s+$/.test(text.slice(0, i - name.length))
        )
          return undefined;
        const last =
          text
            .slice(i + 1)
            .split(',')
            .at(-1) ?? '';
        return { name, argument, keyword: /^\s*(\w+)\s*=/.exec(last)?.[1] };
      }
    }
  }
  return undefined;
}

/** The parameters of a signature such as "(table_name, column, *, schema=None)", as they are written. */
export function parametersOf(signature: string): string[] {
  const inside = signature.slice(1, signature.lastIndexOf(')'));
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of inside) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  if (part.trim() !== '') parts.push(part.trim());
  return parts;
}
