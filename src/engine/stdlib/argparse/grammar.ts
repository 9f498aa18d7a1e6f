/** What a parser knows, and how far the walk over a command line is. */
import type { Argument } from './argument.ts';
import type { ExclusiveGroup } from './exclusive.ts';

export type Namespace = Map<string, unknown>;

/** What the walk needs of its parser. */
export interface Grammar {
  readonly arguments: readonly Argument[];
  readonly byFlag: ReadonlyMap<string, Argument>;
  readonly allowAbbreviations: boolean;
  readonly exclusive: readonly ExclusiveGroup[];
  /** Runs help and version, which end the program. */
  leave(argument: Argument): void;
  repr(value: unknown): string;
}

export interface Option {
  /** undefined: looks like an option, but none of ours. */
  readonly argument: Argument | undefined;
  readonly flag: string;
  readonly explicit: string | undefined;
}

export interface Walk {
  readonly grammar: Grammar;
  readonly words: readonly string[];
  readonly marks: string;
  readonly options: ReadonlyMap<number, Option>;
  readonly values: Namespace;
  readonly seen: Set<Argument>;
  /** Those that got another value than their default. */
  readonly given: Set<Argument>;
  readonly extras: string[];
  readonly positionals: Argument[];
}
