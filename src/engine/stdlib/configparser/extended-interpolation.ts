/** `${name}` and `${section:name}` in values. Answers to: configparser.ExtendedInterpolation. */
import { Raise } from '../../machine.ts';
import { reprString } from '../repr.ts';
import { interpolationDepth, interpolationMissing, interpolationSyntax } from './errors.ts';
import { MAX_DEPTH } from './interpolation.ts';

const KEY = /^\$\{([^}]+)\}/;

/** Where a value stands, and what others there are. */
export interface ExtendedSubstitution {
  readonly section: string;
  readonly option: string;
  optionName(name: string): string;
  /** A raw value; undefined where section or option are not there. */
  value(section: string, name: string): string | null | undefined;
}

/** @throws Raise of the Interpolation…Error family */
export function substituteExtended(text: string, about: ExtendedSubstitution, depth = 1): string {
  const { section, option } = about;
  const raw = about.value(section, option) ?? text;
  if (depth > MAX_DEPTH) throw interpolationDepth(option, section, raw);
  let out = '';
  let rest = text;
  while (rest !== '') {
    const dollar = rest.indexOf('$');
    if (dollar < 0) return out + rest;
    out += rest.slice(0, dollar);
    rest = rest.slice(dollar);
    if (rest[1] === '$') {
      out += '$';
      rest = rest.slice(2);
      continue;
    }
    if (rest[1] !== '{')
      throw interpolationSyntax(
        option,
        section,
        `'$' must be followed by '$' or '{', found: ${reprString(rest)}`,
      );
    const found = KEY.exec(rest);
    if (!found)
      throw interpolationSyntax(option, section, `bad interpolation variable reference ${reprString(rest)}`);
    rest = rest.slice(found[0].length);
    out += referred(found[1]!.split(':'), rest, raw, about, depth);
  }
  return out;
}

function referred(
  path: readonly string[],
  rest: string,
  raw: string,
  about: ExtendedSubstitution,
  depth: number,
): string {
  if (path.length > 2)
    throw interpolationSyntax(about.option, about.section, `More than one ':' found: ${reprString(rest)}`);
  const section = path.length === 2 ? path[0]! : about.section;
  const option = about.optionName(path.at(-1)!);
  const value = about.value(section, option);
  if (value === undefined) throw interpolationMissing(about.option, about.section, raw, path.join(':'));
  if (value === null) throw new Raise('builtins.TypeError', ["argument of type 'NoneType' is not iterable"]);
  return value.includes('$') ? substituteExtended(value, { ...about, section, option }, depth + 1) : value;
}

/** A value that `set` takes must not hold a lone `$`. */
export function checkBeforeSetExtended(value: string): void {
  const left = value.replaceAll('$$', '').replace(/\$\{([^}]+)\}/g, '');
  if (!left.includes('$')) return;
  const message = `invalid interpolation syntax in ${reprString(value)} at position ${left.indexOf('$')}`;
  throw new Raise('builtins.ValueError', [message]);
}
