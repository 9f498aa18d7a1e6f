/** What `re.sub` puts in the place of a match: `\\1`, `\\g<name>` and escapes. */
import { raise } from '../../python/values/exceptions/exceptions.ts';
import { patternError } from './errors.ts';
import type { Match, Pattern } from './pattern.ts';
import { PatternError } from './pattern-error.ts';

const TEMPLATE = /\\(?:g<([^>]*)>|([1-9]\d?|0[0-7]{0,2})|([\s\S]))/g;

const TEMPLATE_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  f: '\f',
  v: '\v',
  a: '\x07',
  b: '\b',
  '\\': '\\',
};

/** A template of `sub` with the groups of a match. @throws error, IndexError */
export const expand = (match: Match, template: string): string =>
  filled(match.pattern, template, (group) => match.group(group) ?? '');

/** Refuses a template that no match could fill. @throws error, IndexError */
export const checkTemplate = (pattern: Pattern, template: string): void =>
  void filled(pattern, template, () => '');

function filled(pattern: Pattern, template: string, textOf: (group: number) => string): string {
  return template.replace(
    TEMPLATE,
    (all, name: string | undefined, digits: string | undefined, letter: string, at: number) => {
      if (name !== undefined) return textOf(groupNumber(pattern, name, template, at));
      if (digits !== undefined) {
        if (digits.startsWith('0')) return String.fromCharCode(Number.parseInt(digits, 8));
        if (Number(digits) > pattern.groups) {
          throw patternError(new PatternError(`invalid group reference ${digits}`, at + 1), template);
        }
        return textOf(Number(digits));
      }
      const simple = TEMPLATE_ESCAPES[letter];
      if (simple !== undefined) return simple;
      if (/[A-Za-z]/.test(letter))
        throw patternError(new PatternError(`bad escape \\${letter}`, at), template);
      return all;
    },
  );
}

function groupNumber(pattern: Pattern, name: string, template: string, at: number): number {
  if (/^\d+$/.test(name)) {
    if (Number(name) <= pattern.groups) return Number(name);
    throw patternError(new PatternError(`invalid group reference ${name}`, at + 3), template);
  }
  const number = pattern.names.get(name);
  if (number === undefined) throw raise('IndexError', `unknown group name '${name}'`);
  return number;
}
