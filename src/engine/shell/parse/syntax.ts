/** The syntax tree of a command line: what bash's grammar gives for the part of it that the terminal offers. */

/** Pipelines joined by `;`, `&&` and `||`, from left to right. */
export interface CommandList {
  readonly items: readonly ListItem[];
}

/** A pipeline of a list, with what joins it to the one before. */
export interface ListItem {
  /** What must hold of the exit code before: anything, success, failure. */
  readonly when: 'always' | 'success' | 'failure';
  readonly pipeline: Pipeline;
}

/** Commands whose output goes into the next one's input. */
export interface Pipeline {
  readonly negated: boolean;
  /** Behind the word `time`. */
  readonly timed: boolean;
  readonly commands: readonly Command[];
}

export type Command = SimpleCommand | CompoundCommand;

/** Assignments, words, redirections. */
export interface SimpleCommand {
  readonly kind: 'simple';
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  /** Counted from 1; a script's messages name it. */
  readonly line: number;
}

/** A command that holds others, with redirections for all of it. */
export interface CompoundCommand {
  readonly kind: 'compound';
  readonly body: Compound;
  readonly redirects: readonly Redirect[];
}

export type Compound =
  | { readonly kind: 'group'; readonly list: CommandList }
  | { readonly kind: 'subshell'; readonly list: CommandList }
  | {
      readonly kind: 'for';
      readonly name: string;
      /** undefined: the positional parameters. */
      readonly words: readonly Word[] | undefined;
      readonly list: CommandList;
    }
  /** `for ((first; test; step))`. */
  | {
      readonly kind: 'count';
      readonly first: Word;
      readonly test: Word;
      readonly step: Word;
      readonly list: CommandList;
    }
  | {
      readonly kind: 'while';
      readonly until: boolean;
      readonly condition: CommandList;
      readonly list: CommandList;
    }
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly otherwise: CommandList | undefined }
  | { readonly kind: 'case'; readonly subject: Word; readonly branches: readonly CaseBranch[] }
  | { readonly kind: 'arithmetic'; readonly expression: Word }
  /** `[[ … ]]`: its words, operators among them. */
  | { readonly kind: 'test'; readonly parts: readonly TestPart[] }
  | { readonly kind: 'function'; readonly name: string; readonly body: Command };

/** `if` and `elif`. */
export interface Branch {
  readonly condition: CommandList;
  readonly list: CommandList;
}

/** `pattern | pattern) …;;` */
export interface CaseBranch {
  readonly patterns: readonly Word[];
  readonly list: CommandList;
}

export type TestPart =
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'operator'; readonly text: string };

/** `name=value` */
export interface Assignment {
  readonly name: string;
  readonly value: Word;
  /** `name+=value`. */
  readonly append: boolean;
}

/** `> file` and its kin. */
export interface Redirect {
  readonly kind: 'read' | 'write' | 'append' | 'here' | 'here-string' | 'duplicate';
  /** The file descriptor: 0, 1, 2, or 'both' for `&>`. */
  readonly descriptor: 0 | 1 | 2 | 'both';
  /** The file, the text of a here-document, or the other descriptor. */
  readonly target: Word;
}

export type Word = readonly WordPart[];

export type WordPart =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly operation?: Operation;
      readonly quoted: boolean;
    }
  | { readonly kind: 'substitution'; readonly line: string; readonly quoted: boolean }
  | { readonly kind: 'arithmetic'; readonly expression: Word; readonly quoted: boolean };

/** What stands behind the name in `${name…}`: `:-word`, `#pattern`, `/old/new`, `:from:length`, or the `#` before it. */
export interface Operation {
  readonly sign: string;
  readonly words: readonly Word[];
}

/** bash could not read the line; the message is bash's own, without its prefix. */
export class ShellSyntaxError extends Error {}

/** What bash can read and this terminal cannot do. */
export class NotHere extends ShellSyntaxError {
  readonly what: 'background' | 'descriptor';
  constructor(what: NotHere['what']) {
    super(what);
    this.what = what;
  }
}

/** A word cannot be expanded; the command does not run. The message is bash's, without its prefix. */
export class ExpansionError extends Error {}
