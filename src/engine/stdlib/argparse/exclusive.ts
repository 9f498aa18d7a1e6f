/** Arguments of which a command line may have one only. Answers to: argparse's _MutuallyExclusiveGroup. */
import { type Argument, ArgumentMessage, nameOf, SUPPRESS } from './argument.ts';
import type { Walk } from './grammar.ts';

export interface ExclusiveGroup {
  readonly required: boolean;
  readonly arguments: Argument[];
}

/** Notes that an argument was given. @throws ArgumentMessage where another one of its group was, too */
export function noteGiven(walk: Walk, argument: Argument, value: unknown): void {
  if (value === argument.default) return;
  walk.given.add(argument);
  for (const group of walk.grammar.exclusive) {
    if (!group.arguments.includes(argument)) continue;
    const other = group.arguments.find((each) => each !== argument && walk.given.has(each));
    if (other) throw new ArgumentMessage(argument, `not allowed with argument ${nameOf(other)}`);
  }
}

/** @throws ArgumentMessage where one of a group is required and none was given */
export function checkExclusive(walk: Walk): void {
  for (const group of walk.grammar.exclusive) {
    if (!group.required || group.arguments.some((argument) => walk.given.has(argument))) continue;
    const names = group.arguments.filter(({ help }) => help !== SUPPRESS).map(nameOf);
    throw new ArgumentMessage(undefined, `one of the arguments ${names.join(' ')} is required`);
  }
}

/**
 * The arguments as usage shows them, those of an exclusive group together where they stand together.
 * @param shown one argument, in brackets or not; empty for one that is not shown
 */
export function usageParts(
  args: readonly Argument[],
  groups: readonly ExclusiveGroup[],
  shown: (argument: Argument, bare: boolean) => string,
): string[] {
  const parts: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const group = groups.find(
      (each) =>
        each.arguments.length > 0 &&
        each.arguments.every((argument, offset) => args[at + offset] === argument),
    );
    if (!group) {
      parts.push(shown(args[at]!, false));
      continue;
    }
    const inner = group.arguments.map((argument) => shown(argument, true)).filter((part) => part !== '');
    const [open, close] = group.required ? ['(', ')'] : ['[', ']'];
    if (inner.length > 0)
      parts.push(inner.length === 1 && group.required ? inner[0]! : `${open}${inner.join(' | ')}${close}`);
    at += group.arguments.length - 1;
  }
  return parts.filter((part) => part !== '');
}
