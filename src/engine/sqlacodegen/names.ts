/** Python names for tables and columns. */
import { Raise } from '../machine.ts';

const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in is ' +
    'lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/**
 * The preferred name as an identifier that is not taken: "posts", then "posts_", "posts1", "posts2" …
 * @throws AssertionError for an empty name
 */
export function freeName(preferred: string, isTaken: (name: string) => boolean): string {
  const base = identifier(preferred);
  let name = base;
  for (let attempt = 0; isTaken(name); attempt += 1) name = `${base}${attempt === 0 ? '_' : attempt}`;
  return name;
}

function identifier(preferred: string): string {
  const text = preferred.trim();
  if (text === '') throw new Raise('builtins.AssertionError', ['Identifier cannot be empty']);
  const name = underscored(text);
  if (/^\p{Nd}/u.test(name)) return `_${name}`;
  return KEYWORDS.has(name) || name === 'metadata' ? `${name}_` : name;
}

/** Every character that no identifier may hold becomes "_". */
const underscored = (text: string): string => text.replace(/[^\p{L}\p{N}_]/gu, '_');

/** "order_items" → "OrderItems"; capitals inside a word stay. */
export function className(table: string): string {
  return underscored(table)
    .split('_')
    .map((part) => {
      const [first = '', ...rest] = part;
      return first.toUpperCase() + rest.join('');
    })
    .join('');
}
