/** `%(name)s` in values. */
import { Raise } from '../../machine.ts';
import { reprString } from '../repr.ts';
import { interpolationDepth, interpolationMissing, interpolationSyntax } from './errors.ts';

const KEY = /^%\(([^)]+)\)s/;
/** How often values may refer to values. */
export const MAX_DEPTH = 10;

/** What one substitution needs to know. */
export interface Substitution {
  readonly section: string;
  readonly option: string;
  /** The raw text of the option, for messages. */
  readonly raw: string;
  optionName(name: string): string;
  value(name: string): string | null | undefined;
}

/** @throws Raise of the Interpolation…Error family */
export function substitute(text: string, about: Substitution, depth = 1): string {
  if (depth > MAX_DEPTH) throw interpolationDepth(about.option, about.section, about.raw);
  let out = '';
  let rest = text;
  while (rest !== '') {
    const percent = rest.indexOf('%');
    if (percent < 0) return out + rest;
    out += rest.slice(0, percent);
    rest = rest.slice(percent);
    if (rest[1] === '%') {
      out += '%';
      rest = rest.slice(2);
    } else if (rest[1] === '(') {
      const [whole, value] = reference(rest, about);
      rest = rest.slice(whole);
      out += value.includes('%') ? substitute(value, about, depth + 1) : value;
    } else {
      const message = `'%' must be followed by '%' or '(', found: ${reprString(rest)}`;
      throw interpolationSyntax(about.option, about.section, message);
    }
  }
  return out;
}

function reference(rest: string, about: Substitution): [number, string] {
  const found = KEY.exec(rest);
  if (!found) {
    const message = `bad interpolation variable reference ${reprString(rest)}`;
    throw interpolationSyntax(about.option, about.section, message);
  }
  const name = about.optionName(found[1]!);
  const value = about.value(name);
  if (value === undefined) throw interpolationMissing(about.option, about.section, about.raw, name);
  if (value === null) throw new Raise('builtins.TypeError', ["argument of type 'NoneType' is not iterable"]);
  return [found[0].length, value];
}

/** A value that `set` takes must not hold a lone `%`. */
export function checkBeforeSet(value: string): void {
  const left = value.replaceAll('%%', '').replace(/%\(([^)]+)\)s/g, '');
  if (!left.includes('%')) return;
  const message = `invalid interpolation syntax in ${reprString(value)} at position ${left.indexOf('%')}`;
  throw new Raise('builtins.ValueError', [message]);
}
