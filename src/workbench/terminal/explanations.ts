/** Recognises the messages that newcomers meet most often. The texts are in the dictionaries, under `explained`. */
import type { Dictionary } from '../../i18n/index.ts';
import type { StepResult } from '../../session/protocol.ts';

export interface Explanation {
  readonly kind: keyof Dictionary['explained'];
  /** A way on, to be typed into the terminal. */
  readonly command: string | undefined;
}

const KNOWN: readonly (readonly [message: RegExp, kind: Explanation['kind'], command?: string])[] = [
  [/Target database is not up to date\./, 'notUpToDate', 'alembic upgrade head'],
  [/Can't locate revision identified by/, 'cannotLocate', 'alembic history'],
  [/Multiple head revisions are present/, 'multipleHeads', 'alembic heads'],
  [/New upgrade operations detected:/, 'newOperations'],
  [/^SyntaxError: /m, 'syntaxError'],
  [/^IndentationError: |^TabError: /m, 'indentation'],
  [/^ModuleNotFoundError: No module named/m, 'noModule'],
  [/^NameError: name '\w+' is not defined/m, 'nameError'],
  [/: command not found/, 'commandNotFound'],
];

/** The explanation of a failed command; undefined where the message is not among the known ones. */
export function explanationOf({ exit, output }: StepResult): Explanation | undefined {
  if (exit === 0) return undefined;
  const text = output.map((piece) => piece.text).join('');
  const found = KNOWN.find(([message]) => message.test(text));
  return found && { kind: found[1], command: found[2] };
}
