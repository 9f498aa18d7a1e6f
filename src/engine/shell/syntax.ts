/** The syntax tree of a command line: what bash's grammar gives for the part of it that the terminal offers. */

/** Commands joined by `;`, `&&` and `||`, from left to right. */
export interface CommandList {
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** What must hold of the exit code before: anything, success, failure. */
  readonly when: 'always' | 'success' | 'failure';
  readonly pipeline: Pipeline;
}

export interface Pipeline {
  readonly negated: boolean;
  readonly commands: readonly SimpleCommand[];
}

export interface SimpleCommand {
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
}

export interface Assignment {
  readonly name: string;
  readonly value: Word;
}

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
  | { readonly kind: 'variable'; readonly name: string; readonly fallback?: Word; readonly quoted: boolean }
  | { readonly kind: 'substitution'; readonly line: string; readonly quoted: boolean };

/** bash could not read the line; the message is bash's own, without its prefix. */
export class ShellSyntaxError extends Error {}
