/** Words of a command line as values of an argument. */
import { type Argument, ArgumentMessage } from './argument.ts';
import type { Grammar } from './grammar.ts';

/** The value of an argument, by its `nargs`. @param given the words that belong to it. @throws ArgumentMessage */
export function givenValue(grammar: Grammar, argument: Argument, given: readonly string[]): unknown {
  const { nargs } = argument;
  const words = [...given];
  if (nargs !== 'A...' && nargs !== '...') {
    const dashes = words.indexOf('--');
    if (dashes >= 0) words.splice(dashes, 1);
  }
  if (nargs === '?' && words.length === 0) {
    const value = argument.flags.length > 0 ? argument.const : argument.default;
    return typeof value === 'string' ? checked(grammar, argument, convert(argument, value)) : value;
  }
  if (nargs === '*' && words.length === 0 && argument.flags.length === 0) {
    return argument.default ?? words;
  }
  if (words.length === 1 && (nargs === undefined || nargs === '?')) {
    return checked(grammar, argument, convert(argument, words[0]!));
  }
  const values = words.map((word) => convert(argument, word));
  if (nargs === 'A...') checked(grammar, argument, values[0]);
  else if (nargs !== '...') for (const value of values) checked(grammar, argument, value);
  return values;
}

/** One word by the argument's `type=`. @throws ArgumentMessage */
export function convert(argument: Argument, word: string): unknown {
  if (!argument.convert) return word;
  try {
    return argument.convert(word);
  } catch (error) {
    if (error instanceof ArgumentMessage) throw new ArgumentMessage(argument, error.message);
    throw error;
  }
}

function checked(grammar: Grammar, argument: Argument, value: unknown): unknown {
  if (!argument.choices || argument.choices.includes(value)) return value;
  const choices = argument.choices.map((choice) => grammar.repr(choice)).join(', ');
  throw new ArgumentMessage(argument, `invalid choice: ${grammar.repr(value)} (choose from ${choices})`);
}
