/** `str.format()` and `format_map()`. */
import { getAttribute } from '../../../python/values/attributes/attributes.ts';
import { getItem } from '../../../python/values/containers/iterate.ts';
import { indexError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import { format } from '../../../python/values/format/format.ts';
import { ascii, repr, str } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';

/** Where replacement fields take their values from. */
export interface FormatValues {
  readonly args: readonly Value[];
  named(name: string): Value;
}

/** A replacement field: what stands between braces. */
export interface Field {
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
}

/** A format string as literal texts and fields. @throws ValueError of Python */
export function parseFormat(text: string): (string | Field)[] {
  const parts: (string | Field)[] = [];
  let literal = '';
  for (let at = 0; at < text.length; ) {
    const character = text[at++]!;
    if (character !== '{' && character !== '}') literal += character;
    else if (text[at] === character) {
      literal += character;
      at++;
    } else if (character === '}') throw valueError("Single '}' encountered in format string");
    else if (at === text.length) throw valueError("Single '{' encountered in format string");
    else {
      if (literal) parts.push(literal);
      literal = '';
      const [field, end] = readField(text, at);
      parts.push(field);
      at = end;
    }
  }
  if (literal) parts.push(literal);
  return parts;
}

/** The field that begins here, behind its brace, and where the text goes on. */
function readField(text: string, start: number): [field: Field, end: number] {
  let at = start;
  for (let inKey = false; at < text.length; at++) {
    const character = text[at]!;
    if (character === '{') throw valueError("unexpected '{' in field name");
    if (character === '[') inKey = true;
    else if (character === ']') inKey = false;
    else if (!inKey && '}:!'.includes(character)) break;
  }
  const name = text.slice(start, at);
  const stop = text[at++];
  if (stop === undefined) throw valueError("expected '}' before end of string");
  if (stop === '}') return [{ name, conversion: '', spec: '' }, at];
  let conversion = '';
  if (stop === '!') {
    if (at === text.length) throw valueError('end of string while looking for conversion specifier');
    conversion = String.fromCodePoint(text.codePointAt(at)!);
    at += conversion.length;
    const next = text[at++];
    if (next === '}') return [{ name, conversion, spec: '' }, at];
    if (next === undefined) throw valueError("unmatched '{' in format spec");
    if (next !== ':') throw valueError("expected ':' after conversion specifier");
  }
  const end = endOfSpec(text, at);
  return [{ name, conversion, spec: text.slice(at, end) }, end + 1];
}

function endOfSpec(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  throw valueError("unmatched '{' in format spec");
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
    if (name !== '' && !isIndex(name)) return values.named(name);
    use(name === '' ? 'automatic' : 'manual');
    const index = name === '' ? automatic++ : fieldIndex(name);
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

/** One step from a value to a part of it: an attribute, or a key. */
type Step = { readonly attribute: string } | { readonly key: string | number };

/** The name of a field: what comes first, and the steps from there, each read when it is asked for. */
export function fieldSteps(name: string): { first: string; steps: Iterable<Step> } {
  const [first = ''] = /^[^.[]*/.exec(name)!;
  return { first, steps: readSteps(name, first.length) };
}

/** @throws ValueError of Python */
function* readSteps(name: string, start: number): IterableIterator<Step> {
  for (let at = start; at < name.length; ) {
    if (name[at] === '.') {
      const [attribute = ''] = /^[^.[]*/.exec(name.slice(at + 1))!;
      if (attribute === '') throw valueError('Empty attribute in format string');
      yield { attribute };
      at += 1 + attribute.length;
    } else if (name[at] === '[') {
      const end = name.indexOf(']', at);
      if (end < 0) throw valueError("Missing ']' in format string");
      const key = name.slice(at + 1, end);
      if (key === '') throw valueError('Empty attribute in format string');
      yield { key: isIndex(key) ? fieldIndex(key) : key };
      at = end + 1;
    } else throw valueError("Only '.' or '[' may follow ']' in format field specifier");
  }
}

const isIndex = (text: string) => /^\d+$/.test(text);

function fieldIndex(digits: string): number {
  if (digits.length > 18) throw valueError('Too many decimal digits in format string');
  return Number(digits);
}

function resolve(name: string, first: (name: string) => Value): Value {
  const { first: head, steps } = fieldSteps(name);
  let value = first(head);
  for (const step of steps)
    value = 'attribute' in step ? getAttribute(value, step.attribute) : getItem(value, step.key);
  return value;
}

function convert(value: Value, conversion: string): Value {
  if (conversion === '') return value;
  if (conversion === 'r') return repr(value);
  if (conversion === 's') return str(value);
  if (conversion === 'a') return ascii(value);
  const code = conversion.codePointAt(0)!;
  const shown = code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`;
  throw valueError(`Unknown conversion specifier ${shown}`);
}
