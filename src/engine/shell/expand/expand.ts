/** Expansions, in bash's order: braces, tilde, variables and substitutions, word splitting, file names. */
import type { Files } from '../../machine.ts';
import type { Word, WordPart } from '../parse/syntax.ts';
import { HOME } from '../paths.ts';
import { arithmetic } from './arithmetic.ts';
import { braces } from './braces.ts';
import { matches } from './glob.ts';
import { operated } from './parameter.ts';

/** What expansions ask of the shell. */
export interface Expansion {
  readonly files: Files;
  readonly cwd: string;
  /** The value of a variable; undefined where it is unset. */
  variable(name: string): string | undefined;
  /** `$1 $2 …` */
  readonly parameters: readonly string[];
  assign(name: string, value: string): void;
  /** What a substitution printed, without its last newlines: it ran before. */
  substitute(part: Extract<WordPart, { kind: 'substitution' }>): string;
}

/** A stretch of an expanded word: only unquoted stretches are split and matched against file names. */
interface Stretch {
  readonly text: string;
  readonly quoted: boolean;
  /** A new field begins behind it: `"$@"`. */
  readonly ends?: true;
}

/** Expands words into the arguments of a command. */
export function expandWords(words: readonly Word[], context: Expansion): string[] {
  return words.flatMap((word) => braces(word)).flatMap((word) => expandWord(word, context));
}

/** Expands a word that stands for exactly one text: a value, a file of a redirection. */
export function expandText(word: Word, context: Expansion): string {
  const found = stretches(word, context);
  return found.map(({ text, ends }, at) => (ends && at < found.length - 1 ? `${text} ` : text)).join('');
}

/** A word as a pattern: what is quoted in it stands for itself. */
export function expandPattern(word: Word, context: Expansion): string {
  return patternOf(stretches(word, context));
}

function expandWord(word: Word, context: Expansion): string[] {
  return split(stretches(word, context)).flatMap((field) => fileNames(field, context));
}

function stretches(word: Word, context: Expansion): Stretch[] {
  return word.flatMap((part, index) => stretchesOf(part, index === 0, context));
}

function stretchesOf(part: WordPart, first: boolean, context: Expansion): Stretch[] {
  switch (part.kind) {
    case 'text':
      return [{ text: first && !part.quoted ? tilde(part.text, context) : part.text, quoted: part.quoted }];
    case 'substitution':
      return [{ text: context.substitute(part), quoted: part.quoted }];
    case 'arithmetic':
      return [{ text: arithmetic(expandText(part.expression, context), context), quoted: part.quoted }];
    case 'variable':
      return variableStretches(part, context);
  }
}

function variableStretches(part: Extract<WordPart, { kind: 'variable' }>, context: Expansion): Stretch[] {
  const { name, operation, quoted } = part;
  if (name === '@' && quoted && !operation)
    return context.parameters.map((text) => ({ text, quoted, ends: true }));
  const value = context.variable(name);
  if (!operation) return [{ text: value ?? '', quoted }];
  const answer = operated(name, value, operation, context, {
    text: (word) => expandText(word, context),
    pattern: (word) => expandPattern(word, context),
  });
  if (typeof answer === 'string') return [{ text: answer, quoted }];
  return quoted ? [{ text: expandText(answer, context), quoted }] : stretches(answer, context);
}

/** `~`, `~/x`, `~+` and `~-` at the beginning of a word. */
function tilde(text: string, context: Expansion): string {
  return text.replace(/^~([+-]?)(?=\/|$)/, (all, which: string) => {
    if (which === '+') return context.cwd;
    if (which === '-') return context.variable('OLDPWD') ?? all;
    return context.variable('HOME') ?? HOME;
  });
}

/** Splits unquoted white space into fields. A field is a list of stretches; an unquoted empty one disappears. */
function split(parts: readonly Stretch[]): Stretch[][] {
  const fields: Stretch[][] = [];
  let field: Stretch[] | undefined;
  const close = () => {
    if (field) fields.push(field);
    field = undefined;
  };
  for (const [at, part] of parts.entries()) {
    if (part.quoted) {
      field ??= [];
      field.push(part);
      if (part.ends && parts[at + 1]?.ends) close();
      continue;
    }
    for (const piece of part.text.match(/[ \t\n]+|[^ \t\n]+/g) ?? []) {
      if (/^[ \t\n]/.test(piece)) close();
      else {
        field ??= [];
        field.push({ text: piece, quoted: false });
      }
    }
  }
  close();
  return fields;
}

const GLOB = /[*?[]/;

function fileNames(field: readonly Stretch[], context: Expansion): string[] {
  const text = field.map((stretch) => stretch.text).join('');
  if (!field.some((stretch) => !stretch.quoted && GLOB.test(stretch.text))) return [text];
  const found = matches(patternOf(field), context);
  return found.length > 0 ? found : [text];
}

const patternOf = (field: readonly Stretch[]): string =>
  field
    .map((stretch) => (stretch.quoted ? stretch.text.replace(/[*?[\]\\]/g, '\\$&') : stretch.text))
    .join('');
