/**
 * The binding of arguments to signatures, with CPython 3.11's TypeErrors.
 * Answers to: CPython's initialize_locals (functions) and the argument parsers of C functions (`style: 'builtin'`).
 */
import { Raise } from '../machine.ts';
import { type BindingStyle, REQUIRED, type Signature } from './signature.ts';

/**
 * Binds arguments to parameters.
 * @returns one a parameter: `*args` is an array, `**kwargs` a Map, what was not given its default.
 * @throws Raise of TypeError with CPython's text; `name` is the function's qualified name.
 */
export function bindArguments(
  signature: Signature,
  name: string,
  args: readonly unknown[],
  keywords?: ReadonlyMap<string, unknown>,
  style: BindingStyle = 'python',
): unknown[] {
  const { parameters, positional } = signature;
  const bound: unknown[] = new Array(parameters.length).fill(undefined);
  const given = Math.min(args.length, positional);
  for (let index = 0; index < given; index++) bound[index] = args[index];
  const extra = signature.hasVarKeyword ? new Map<string, unknown>() : undefined;
  if (keywords && keywords.size > 0) bindKeywords(signature, name, bound, keywords, extra, style);
  if (args.length > positional && !signature.hasVarPositional) {
    throw tooMany(signature, name, args.length, bound, style);
  }
  fillDefaults(signature, name, bound, args.length, style);
  if (signature.hasVarPositional) bound[positional] = args.slice(positional);
  if (extra) bound[parameters.length - 1] = extra;
  return bound;
}

function bindKeywords(
  signature: Signature,
  name: string,
  bound: unknown[],
  keywords: ReadonlyMap<string, unknown>,
  extra: Map<string, unknown> | undefined,
  style: BindingStyle,
): void {
  for (const [key, value] of keywords) {
    const index = signature.indexOf.get(key);
    const kind = index === undefined ? undefined : signature.parameters[index]!.kind;
    if (index === undefined || (kind !== 'positional' && kind !== 'keyword')) {
      if (extra) extra.set(key, value);
      else throw unexpected(signature, name, key, keywords, style);
    } else if (bound[index] !== undefined) {
      throw typeError(
        style === 'builtin'
          ? `argument for ${name}() given by name ('${key}') and position (${index + 1})`
          : `${name}() got multiple values for argument '${key}'`,
      );
    } else bound[index] = value;
  }
}

function unexpected(
  signature: Signature,
  name: string,
  key: string,
  keywords: ReadonlyMap<string, unknown>,
  style: BindingStyle,
): Raise {
  if (style === 'builtin') {
    const takesNone = signature.positionalOnly === signature.parameters.length;
    if (takesNone) return typeError(`${name}() takes no keyword arguments`);
    const shown = name === '' ? 'this function' : `${name.split('.').at(-1)}()`;
    return typeError(`'${key}' is an invalid keyword argument for ${shown}`);
  }
  const passed = signature.parameters.filter(
    (parameter) => parameter.kind === 'positional-only' && keywords.has(parameter.name),
  );
  if (passed.length > 0) {
    const names = passed.map((parameter) => parameter.name).join(', ');
    return typeError(`${name}() got some positional-only arguments passed as keyword arguments: '${names}'`);
  }
  return typeError(`${name}() got an unexpected keyword argument '${key}'`);
}

function fillDefaults(
  signature: Signature,
  name: string,
  bound: unknown[],
  given: number,
  style: BindingStyle,
): void {
  let missing: number[] | undefined;
  for (let index = 0; index < bound.length; index++) {
    if (bound[index] !== undefined) continue;
    const value = signature.defaults[index];
    if (value !== REQUIRED) bound[index] = value;
    else if (missing) missing.push(index);
    else missing = [index];
  }
  if (missing) throw missingArguments(signature, name, missing, given, style);
}

function missingArguments(
  signature: Signature,
  name: string,
  missing: readonly number[],
  given: number,
  style: BindingStyle,
): Raise {
  if (style === 'builtin') return wrongCount(signature, name, given, missing[0]!);
  const positional = missing.filter((index) => index < signature.positional);
  const chosen = positional.length > 0 ? positional : missing;
  const kind = positional.length > 0 ? 'positional' : 'keyword-only';
  const names = chosen.map((index) => `'${signature.parameters[index]!.name}'`);
  const plural = names.length === 1 ? '' : 's';
  return typeError(
    `${name}() missing ${names.length} required ${kind} argument${plural}: ${enumerated(names)}`,
  );
}

function enumerated(names: readonly string[]): string {
  if (names.length === 1) return names[0]!;
  if (names.length === 2) return `${names[0]} and ${names[1]}`;
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}

function tooMany(
  signature: Signature,
  name: string,
  given: number,
  bound: readonly unknown[],
  style: BindingStyle,
): Raise {
  if (style === 'builtin') return wrongCount(signature, name, given, undefined);
  const { positional, parameters, defaults } = signature;
  const optional = defaults.slice(0, positional).filter((value) => value !== REQUIRED).length;
  const missing = parameters.filter(
    ({ kind }, index) => kind === 'keyword' && bound[index] !== undefined,
  ).length;
  const takes = optional > 0 ? `from ${positional - optional} to ${positional}` : `${positional}`;
  const takesPlural = optional > 0 || positional !== 1 ? 's' : '';
  const givenText =
    missing > 0
      ? `${given} positional argument${given === 1 ? '' : 's'} (and ${missing} keyword-only argument${missing === 1 ? '' : 's'}) were given`
      : `${given} ${given === 1 ? 'was' : 'were'} given`;
  return typeError(`${name}() takes ${takes} positional argument${takesPlural} but ${givenText}`);
}

function wrongCount(signature: Signature, name: string, given: number, missing: number | undefined): Raise {
  const { positional, positionalOnly, defaults, parameters } = signature;
  const takesNames = parameters.some(({ kind }) => kind === 'positional' || kind === 'keyword');
  const bare = name.split('.').at(-1)!;
  const unnamed = Math.min(positionalOnly, defaults.filter((value) => value === REQUIRED).length);
  if (missing !== undefined && takesNames && missing < positionalOnly) {
    const plural = unnamed === 1 ? '' : 's';
    return typeError(`${bare}() takes at least ${unnamed} positional argument${plural} (${given} given)`);
  }
  if (missing !== undefined && takesNames) {
    const place = missing < positional ? ` (pos ${missing + 1})` : '';
    const shown = name === '' ? 'function' : `${name.split('.').at(-1)}()`;
    return typeError(`${shown} missing required argument '${parameters[missing]!.name}'${place}`);
  }
  const required = defaults.slice(0, positional).filter((value) => value === REQUIRED).length;
  if (positional === 0 && parameters.length > 0) {
    return typeError(`${name.split('.').at(-1)}() takes no positional arguments`);
  }
  if (positional === 0) return typeError(`${name}() takes no arguments (${given} given)`);
  if (positional === 1 && required === 1)
    return typeError(`${name}() takes exactly one argument (${given} given)`);
  const called = name === '' ? 'function' : `${bare}()`;
  if (takesNames) {
    const most = required === positional ? 'exactly' : 'at most';
    return typeError(
      `${called} takes ${most} ${positional} argument${positional === 1 ? '' : 's'} (${given} given)`,
    );
  }
  const bound = given < required ? required : positional;
  const limit = required === positional ? '' : given < required ? 'at least ' : 'at most ';
  return typeError(`${bare} expected ${limit}${bound} argument${bound === 1 ? '' : 's'}, got ${given}`);
}

const typeError = (message: string) => new Raise('builtins.TypeError', [message]);
