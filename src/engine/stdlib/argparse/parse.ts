/**
 * The walk over a command line. Every word is first marked: O for an option, A for anything else, - for "--".
 * Options and runs of positional arguments then take words by matching their appetite against those marks.
 */
import { reprString } from '../repr.ts';
import { type Argument, ArgumentMessage, nameOf } from './argument.ts';
import { checkExclusive, noteGiven } from './exclusive.ts';
import { convert, givenValue } from './given-value.ts';
import type { Grammar, Namespace, Option, Walk } from './grammar.ts';
import { readOption } from './option-words.ts';

/**
 * @returns words that nothing took.
 * @throws ArgumentMessage
 */
export function parseInto(grammar: Grammar, words: readonly string[], values: Namespace): string[] {
  const options = new Map<number, Option>();
  let marks = '';
  words.forEach((word, i) => {
    if (marks.includes('-')) marks += 'A';
    else if (word === '--') marks += '-';
    else {
      const option = readOption(grammar, word);
      if (option) options.set(i, option);
      marks += option ? 'O' : 'A';
    }
  });
  const positionals = grammar.arguments.filter((argument) => argument.flags.length === 0);
  const walk: Walk = {
    grammar,
    words,
    marks,
    options,
    values,
    seen: new Set(),
    given: new Set(),
    extras: [],
    positionals,
  };
  walkThrough(walk);
  checkRequired(walk);
  return walk.extras;
}

function walkThrough(walk: Walk): void {
  const last = Math.max(-1, ...walk.options.keys());
  let at = 0;
  while (at <= last) {
    let next = at;
    while (!walk.options.has(next)) next++;
    if (at !== next) {
      const end = takePositionals(walk, at);
      if (end > at) {
        at = end;
        continue;
      }
    }
    if (!walk.options.has(at)) {
      walk.extras.push(...walk.words.slice(at, next));
      at = next;
    }
    at = takeOption(walk, at);
  }
  const stop = takePositionals(walk, at);
  walk.extras.push(...walk.words.slice(stop));
}

function checkRequired(walk: Walk): void {
  const missing: string[] = [];
  for (const argument of walk.grammar.arguments) {
    if (walk.seen.has(argument)) continue;
    if (argument.required) missing.push(nameOf(argument));
    else if (typeof argument.default === 'string' && argument.convert && argument.dest !== undefined) {
      if (walk.values.get(argument.dest) === argument.default)
        walk.values.set(argument.dest, convert(argument, argument.default));
    }
  }
  if (missing.length > 0) {
    throw new ArgumentMessage(undefined, `the following arguments are required: ${missing.join(', ')}`);
  }
  checkExclusive(walk);
}

/** An argument's appetite as a pattern over marks. */
function appetite(argument: Argument): string {
  const optional = argument.flags.length > 0;
  const pattern = ((): string => {
    switch (argument.nargs) {
      case undefined:
        return '(-*A-*)';
      case '?':
        return '(-*A?-*)';
      case '*':
        return '(-*[A-]*)';
      case '+':
        return '(-*A[A-]*)';
      case '...':
        return '([-AO]*)';
      case 'A...':
        return '(-*A[-AO]*)';
      default:
        return `(-*${Array.from({ length: argument.nargs }, () => 'A').join('-*')}-*)`;
    }
  })();
  return optional ? pattern.replaceAll('-*', '').replaceAll('-', '') : pattern;
}

function count(argument: Argument, marks: string): number {
  const found = new RegExp(`^${appetite(argument)}`).exec(marks);
  if (found) return found[1]!.length;
  throw new ArgumentMessage(argument, complaint(argument));
}

function complaint(argument: Argument): string {
  if (argument.nargs === undefined) return 'expected one argument';
  if (argument.nargs === '?') return 'expected at most one argument';
  if (argument.nargs === '+') return 'expected at least one argument';
  return `expected ${argument.nargs} argument${argument.nargs === 1 ? '' : 's'}`;
}

function takePositionals(walk: Walk, at: number): number {
  const rest = walk.marks.slice(at);
  for (let many = walk.positionals.length; many > 0; many--) {
    const taken = walk.positionals.slice(0, many);
    const found = new RegExp(`^${taken.map(appetite).join('')}`).exec(rest);
    if (!found) continue;
    let from = at;
    walk.positionals.splice(0, many);
    taken.forEach((argument, i) => {
      const length = found[i + 1]!.length;
      const words = walk.words.slice(from, from + length);
      from += length;
      act(walk, argument, words);
    });
    return from;
  }
  return at;
}

function takeOption(walk: Walk, at: number): number {
  const option = walk.options.get(at)!;
  let { argument, flag, explicit } = option;
  if (!argument) {
    walk.extras.push(walk.words[at]!);
    return at + 1;
  }
  const switches: [Argument, string][] = [];
  while (explicit !== undefined) {
    const many = count(argument, 'A');
    if (many === 1) {
      for (const [each, by] of switches) act(walk, each, [], by);
      act(walk, argument, [explicit], flag);
      return at + 1;
    }
    const following: Argument | undefined =
      many === 0 && flag[1] !== '-' && explicit !== ''
        ? walk.grammar.byFlag.get(`-${explicit[0]}`)
        : undefined;
    if (!following) throw new ArgumentMessage(argument, `ignored explicit argument ${reprString(explicit)}`);
    switches.push([argument, flag]);
    flag = `-${explicit[0]}`;
    argument = following;
    explicit = explicit.slice(1) || undefined;
  }
  const many = count(argument, walk.marks.slice(at + 1));
  for (const [each, by] of switches) act(walk, each, [], by);
  act(walk, argument, walk.words.slice(at + 1, at + 1 + many), flag);
  return at + 1 + many;
}

function act(walk: Walk, argument: Argument, words: readonly string[], flag: string | null = null): void {
  walk.seen.add(argument);
  const value = givenValue(walk.grammar, argument, words);
  noteGiven(walk, argument, value);
  const { dest } = argument;
  const keep = (to: unknown) => {
    if (dest !== undefined) walk.values.set(dest, to);
  };
  const list = () => [...((walk.values.get(dest!) as unknown[] | null | undefined) ?? [])];
  switch (argument.kind) {
    case 'store':
      keep(value);
      break;
    case 'store_const':
    case 'store_true':
    case 'store_false':
      keep(argument.const);
      break;
    case 'append':
      keep([...list(), value]);
      break;
    case 'append_const':
      keep([...list(), argument.const]);
      break;
    case 'extend':
      keep([...list(), ...(value as unknown[])]);
      break;
    case 'count':
      keep(((walk.values.get(dest!) as number | null | undefined) ?? 0) + 1);
      break;
    case 'help':
    case 'version':
      walk.grammar.leave(argument);
      break;
    case 'boolean':
      keep(!flag!.startsWith('--no-'));
      break;
    case 'call':
      argument.run!(value, flag, walk.values);
      break;
    case 'parsers':
      descend(walk, argument, value as string[]);
      break;
  }
}

function descend(walk: Walk, argument: Argument, words: readonly string[]): void {
  const name = words[0]!;
  if (argument.dest !== undefined) walk.values.set(argument.dest, name);
  const inner = argument.parsers!.get(name)!.parser.parseKnown(words.slice(1));
  for (const [key, value] of inner.values) walk.values.set(key, value);
  walk.extras.push(...inner.extras);
}
