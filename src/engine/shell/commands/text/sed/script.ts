/** The commands of a sed script as plain data. */

export type Address =
  | { readonly kind: 'line'; readonly number: number }
  | { readonly kind: 'step'; readonly first: number; readonly step: number }
  | { readonly kind: 'last' }
  /** undefined: the expression that was used last. */
  | { readonly kind: 'match'; readonly test: RegExp | undefined };

/** The second address of a range; `plus` and `multiple` are GNU's `addr,+N` and `addr,~N`. */
export type RangeEnd =
  | Address
  | { readonly kind: 'plus'; readonly count: number }
  | { readonly kind: 'multiple'; readonly of: number };

/** The lines that a command is for. */
export interface Selection {
  readonly from: Address | undefined;
  readonly to: RangeEnd | undefined;
  readonly negated: boolean;
}

export type Action =
  | {
      readonly kind: 'plain';
      readonly letter: '=' | 'd' | 'D' | 'g' | 'G' | 'h' | 'H' | 'l' | 'n' | 'N' | 'p' | 'P' | 'x' | 'z';
    }
  | { readonly kind: 'text'; readonly letter: 'a' | 'i' | 'c'; readonly text: string }
  | { readonly kind: 'quit'; readonly prints: boolean; readonly code: number }
  | {
      readonly kind: 'jump';
      readonly when: 'always' | 'changed' | 'unchanged';
      readonly label: string;
      readonly to: number;
    }
  | { readonly kind: 'label' }
  /** Where the selection does not hold, on behind the closing brace. */
  | { readonly kind: 'block'; readonly end: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'read'; readonly file: string }
  | { readonly kind: 'write'; readonly file: string }
  | { readonly kind: 'letters'; readonly map: ReadonlyMap<string, string> }
  | Substitution;

/** `s/test/text/flags` */
export interface Substitution {
  readonly kind: 'substitute';
  /** With the flag `g`; undefined: the expression that was used last. */
  readonly test: RegExp | undefined;
  readonly replacement: readonly ReplacementPart[];
  /** The first match that counts, and whether those behind it do. */
  readonly first: number;
  readonly all: boolean;
  readonly prints: boolean;
  readonly file: string | undefined;
}

export type ReplacementPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'group'; readonly number: number }
  /** `\U \L \E` for what follows, `\u \l` for the next character. */
  | { readonly kind: 'case'; readonly letter: string };

/** One command of a script. */
export interface Step {
  readonly selection: Selection;
  readonly action: Action;
}

/** A script that sed refuses; the message is what stands behind `sed: `. */
export class SedError extends Error {}
