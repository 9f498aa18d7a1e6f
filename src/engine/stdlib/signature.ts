/** Python signatures as text. */
export type ParameterKind = 'positional-only' | 'positional' | 'var-positional' | 'keyword' | 'var-keyword';

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** What a C function takes here, as written after a colon: str, int, float. */
  readonly type?: string | undefined;
  /** The default as written; undefined where the argument is required. */
  readonly default: string | undefined;
}

/** A parsed signature: parameters in Python's order, and their counts. */
export interface Signature {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  readonly positionalOnly: number;
  /** Positional-only and ordinary ones together. */
  readonly positional: number;
  readonly hasVarPositional: boolean;
  readonly hasVarKeyword: boolean;
  readonly indexOf: ReadonlyMap<string, number>;
  /** One a parameter: the value, undefined for "not given", REQUIRED. */
  readonly defaults: readonly unknown[];
  /** Says of some parameter what it takes. */
  readonly isTyped: boolean;
}

/** Stands in `defaults` where a parameter has none. */
export const REQUIRED: unique symbol = Symbol('required');

/** `python`: messages of Python functions. `builtin`: those of C functions, which count instead of naming. */
export type BindingStyle = 'python' | 'builtin';

const parsed = new Map<string, Signature>();

/** Parses a signature such as `'table_name, column, *, schema=None'` once. Defaults that are not simple literals bind as undefined. */
export function parseSignature(text: string): Signature {
  let signature = parsed.get(text);
  if (!signature) {
    signature = makeSignature(text, parseParameters(text));
    parsed.set(text, signature);
  }
  return signature;
}

/** A signature of parameters that are already known; `defaults` as in Signature. */
export function makeSignature(
  text: string,
  parameters: readonly Parameter[],
  defaults: readonly unknown[] = parameters.map(literalDefault),
): Signature {
  const count = (...kinds: ParameterKind[]) => parameters.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    text,
    parameters,
    positionalOnly: count('positional-only'),
    positional: count('positional-only', 'positional'),
    hasVarPositional: count('var-positional') > 0,
    hasVarKeyword: count('var-keyword') > 0,
    indexOf: new Map(parameters.map(({ name }, index) => [name, index])),
    defaults,
    isTyped: parameters.some(({ type }) => type !== undefined),
  };
}

function parseParameters(text: string): Parameter[] {
  const parameters: Parameter[] = [];
  let kind: ParameterKind = 'positional';
  for (const part of splitTopLevel(text)) {
    if (part === '/') {
      for (const [index, parameter] of parameters.entries()) {
        parameters[index] = { ...parameter, kind: 'positional-only' };
      }
    } else if (part === '*') kind = 'keyword';
    else if (part.startsWith('**')) parameters.push(parameter(part.slice(2), 'var-keyword'));
    else if (part.startsWith('*')) {
      parameters.push(parameter(part.slice(1), 'var-positional'));
      kind = 'keyword';
    } else parameters.push(parameter(part, kind));
  }
  return parameters;
}

function parameter(part: string, kind: ParameterKind): Parameter {
  const equals = part.indexOf('=');
  const head = equals < 0 ? part : part.slice(0, equals);
  const [name, type] = head.split(':').map((text) => text.trim()) as [string, string | undefined];
  return { name, kind, type, default: equals < 0 ? undefined : part.slice(equals + 1).trim() };
}

function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (quote) quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts.filter((part) => part !== '');
}

const CONSTANTS = new Map<string, unknown>([
  ['None', null],
  ['True', true],
  ['False', false],
]);

function literalDefault({ kind, default: text }: Parameter): unknown {
  if (kind === 'var-positional' || kind === 'var-keyword') return undefined;
  if (text === undefined) return REQUIRED;
  if (CONSTANTS.has(text)) return CONSTANTS.get(text);
  if (/^-?\d+$/.test(text)) return Number(text);
  return /^'[^'\\]*'$|^"[^"\\]*"$/.test(text) ? text.slice(1, -1) : undefined;
}
