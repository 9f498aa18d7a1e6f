/** `str.format()` and `format_map()`. */
import { getAttribute } from '../../python/values/attributes.ts';
import { indexError, valueError } from '../../python/values/exceptions.ts';
import { format } from '../../python/values/format.ts';
import { getItem } from '../../python/values/iterate.ts';
import { ascii, repr, str } from '../../python/values/text.ts';
import type { Value } from '../../python/values/value.ts';

/** Where replacement fields take their values from. */
export interface FormatValues {
  readonly args: readonly Value[];
  named(name: string): Value;
}

/** A replacement field: what stands between braces. */
interface Field {
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
}

/** A format string as literal texts and fields. @throws ValueError of Python */
export function parseFormat(text: string): (string | Field)[] {
  const parts: (string | Field)[] = [];
  let literal = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === text[at + 1] && (character === '{' || character === '}')) {
      literal += character;
      at++;
    } else if (character === '}') throw valueError("Single '}' encountered in format string");
    else if (character !== '{') literal += character;
    else {
      const end = closing(text, at);
      if (literal) parts.push(literal);
      literal = '';
      parts.push(parseField(text.slice(at + 1, end)));
      at = end;
    }
  }
  if (literal) parts.push(literal);
  return parts;
}

function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  throw valueError(
    start === text.length - 1
      ? "Single '{' encountered in format string"
      : "expected '}' before end of string",
  );
}

function parseField(body: string): Field {
  const match = /^((?:\[[^\]]*\]|[^!:[])*)(?:!(.))?(?::(.*))?$/s.exec(body);
  if (!match) throw valueError("expected ':' after conversion specifier");
  return { name: match[1]!, conversion: match[2] ?? '', spec: match[3] ?? '' };
}

/** Formats with automatic numbering as `str.format` does. */
export function formatString(text: string, values: FormatValues): string {
  let automatic = 0;
  let numbering: 'automatic' | 'manual' | undefined;
  const use = (kind: 'automatic' | 'manual') => {
    if (numbering !== undefined && numbering !== kind) {
      const [from, to] =
        numbering === 'automatic'
          ? ['automatic field numbering', 'manual field specification']
          : ['manual field specification', 'automatic field numbering'];
      throw valueError(`cannot switch from ${from} to ${to}`);
    }
    numbering = kind;
  };
  const first = (name: string): Value => {
    if (name !== '' && !/^\d+$/.test(name)) return values.named(name);
    use(name === '' ? 'automatic' : 'manual');
    const index = name === '' ? automatic++ : Number(name);
    const value = values.args[index];
    if (value === undefined)
      throw indexError(`Replacement index ${index} out of range for positional args tuple`);
    return value;
  };
  const render = (source: string, depth: number): string => {
    if (depth > 2) throw valueError('Max string recursion exceeded');
    return parseFormat(source)
      .map((part) => (typeof part === 'string' ? part : field(part, depth)))
      .join('');
  };
  const field = ({ name, conversion, spec }: Field, depth: number): string => {
    const value = convert(resolve(name, first), conversion);
    return format(value, spec.includes('{') ? render(spec, depth + 1) : spec);
  };
  return render(text, 1);
}

function resolve(name: string, first: (name: string) => Value): Value {
  const [, head, rest] = /^([^.[]*)(.*)$/s.exec(name) as unknown as [string, string, string];
  let value = first(head);
  for (const match of rest.matchAll(/\.([^.[]+)|\[([^\]]*)\]/g)) {
    const [, attribute, key] = match;
    if (attribute !== undefined) value = getAttribute(value, attribute);
    else value = getItem(value, /^\d+$/.test(key!) ? Number(key) : key!);
  }
  return value;
}

function convert(value: Value, conversion: string): Value {
  if (conversion === '') return value;
  if (conversion === 'r') return repr(value);
  if (conversion === 's') return str(value);
  if (conversion === 'a') return ascii(value);
  throw valueError(`Unknown conversion specifier ${conversion}`);
}
