/** Words of a command line that may be options. */
import { ArgumentMessage } from './argument.ts';
import type { Grammar, Option } from './grammar.ts';

/** A word as an option: whole, with `=value`, or shortened. @returns undefined where it is none. @throws ArgumentMessage for one that could be several */
export function readOption(grammar: Grammar, word: string): Option | undefined {
  if (!word.startsWith('-')) return undefined;
  const exact = grammar.byFlag.get(word);
  if (exact) return { argument: exact, flag: word, explicit: undefined };
  if (word.length === 1) return undefined;
  const equals = word.indexOf('=');
  if (equals >= 0) {
    const flag = word.slice(0, equals);
    const argument = grammar.byFlag.get(flag);
    if (argument) return { argument, flag, explicit: word.slice(equals + 1) };
  }
  const candidates = abbreviated(grammar, word);
  if (candidates.length > 1) {
    const matches = candidates.map((candidate) => candidate.flag).join(', ');
    throw new ArgumentMessage(undefined, `ambiguous option: ${word} could match ${matches}`);
  }
  if (candidates.length === 1) return candidates[0];
  const number = /^-\d+$|^-\d*\.\d+$/;
  if (number.test(word) && ![...grammar.byFlag.keys()].some((flag) => number.test(flag))) return undefined;
  if (word.includes(' ')) return undefined;
  return { argument: undefined, flag: word, explicit: undefined };
}

function abbreviated(grammar: Grammar, word: string): Option[] {
  const found: Option[] = [];
  if (word.startsWith('--')) {
    if (!grammar.allowAbbreviations) return found;
    const equals = word.indexOf('=');
    const prefix = equals < 0 ? word : word.slice(0, equals);
    const explicit = equals < 0 ? undefined : word.slice(equals + 1);
    for (const [flag, argument] of grammar.byFlag)
      if (flag.startsWith(prefix)) found.push({ argument, flag, explicit });
    return found;
  }
  for (const [flag, argument] of grammar.byFlag) {
    if (flag === word.slice(0, 2)) found.push({ argument, flag, explicit: word.slice(2) });
    else if (flag.startsWith(word)) found.push({ argument, flag, explicit: undefined });
  }
  return found;
}
