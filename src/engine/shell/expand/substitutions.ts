/** The `$(…)` of words that must run before the words can be expanded, in bash's order. */
import type { Word, WordPart } from '../parse/syntax.ts';

type Substitution = Extract<WordPart, { kind: 'substitution' }>;

/** @param variable tells whether the word of `${name:-word}` will be used: what stands in an unused one does not run. */
export function substitutionsIn(
  words: readonly Word[],
  variable: (name: string) => string | undefined,
): Substitution[] {
  return words.flatMap((word) =>
    word.flatMap((part): Substitution[] => {
      if (part.kind === 'substitution') return [part];
      if (part.kind === 'arithmetic') return substitutionsIn([part.expression], variable);
      if (part.kind === 'text' || !part.operation) return [];
      const { sign, words: inner } = part.operation;
      return isUsed(sign, variable(part.name)) ? substitutionsIn(inner, variable) : [];
    }),
  );
}

function isUsed(sign: string, value: string | undefined): boolean {
  if (!/^:?[-=+?]$/.test(sign)) return true;
  const missing = sign.startsWith(':') ? !value : value === undefined;
  return sign.endsWith('+') ? !missing : missing;
}
