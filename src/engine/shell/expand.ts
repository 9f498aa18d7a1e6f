/** Expansions, in bash's order: braces, tilde, variables and substitutions, word splitting, file names. */
import type { Files } from '../machine.ts';
import { absolute, HOME } from './paths.ts';
import type { Word, WordPart } from './syntax.ts';

export interface Expansion {
  readonly files: Files;
  readonly cwd: string;
  /** The value of a variable; undefined where it is unset. */
  variable(name: string): string | undefined;
  /** Output of a substituted line, without its last newlines. */
  substitute(line: string): string;
}

/** A stretch of an expanded word: only unquoted stretches are split and matched against file names. */
interface Stretch {
  readonly text: string;
  readonly quoted: boolean;
}

/** Expands words into the arguments of a command. */
export function expandWords(words: readonly Word[], context: Expansion): string[] {
  return words.flatMap((word) => braces(word)).flatMap((word) => expandWord(word, context));
}

/** Expands a word that stands for exactly one text: a value, a file of a redirection. */
export function expandText(word: Word, context: Expansion): string {
  return stretches(word, context)
    .map((stretch) => stretch.text)
    .join('');
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
      return [{ text: first && !part.quoted ? tilde(part.text) : part.text, quoted: part.quoted }];
    case 'substitution':
      return [{ text: context.substitute(part.line), quoted: part.quoted }];
    case 'variable': {
      const value = context.variable(part.name);
      if (part.fallback && !value) return stretches(part.fallback, context);
      return [{ text: value ?? '', quoted: part.quoted }];
    }
  }
}

const tilde = (text: string) => text.replace(/^~(?=\/|$)/, HOME);

/** Splits unquoted white space into fields. A field is a list of stretches; an unquoted empty one disappears. */
function split(parts: readonly Stretch[]): Stretch[][] {
  const fields: Stretch[][] = [];
  let field: Stretch[] | undefined;
  for (const part of parts) {
    if (part.quoted) {
      field ??= [];
      field.push(part);
      continue;
    }
    for (const piece of part.text.match(/\s+|\S+/g) ?? []) {
      if (/^\s/.test(piece)) {
        if (field) fields.push(field);
        field = undefined;
      } else {
        field ??= [];
        field.push({ text: piece, quoted: false });
      }
    }
  }
  if (field) fields.push(field);
  return fields;
}

const GLOB = /[*?[]/;

function fileNames(field: readonly Stretch[], context: Expansion): string[] {
  const text = field.map((stretch) => stretch.text).join('');
  if (!field.some((stretch) => !stretch.quoted && GLOB.test(stretch.text))) return [text];
  const pattern = field
    .map((stretch) => (stretch.quoted ? stretch.text.replace(/[*?[\]\\]/g, '\\$&') : stretch.text))
    .join('');
  const found = matches(pattern, context);
  return found.length > 0 ? found : [text];
}

/** Paths that match a pattern, sorted, spelled as the pattern spells them. */
function matches(pattern: string, context: Expansion): string[] {
  const rooted = pattern.startsWith('/');
  let found: string[] = [rooted ? '/' : ''];
  for (const part of pattern.split('/').filter((piece) => piece !== '')) {
    found = found.flatMap((base) => {
      const prefix = base === '' || base === '/' ? base : `${base}/`;
      if (!GLOB.test(part)) return exists(prefix + part, context) ? [prefix + part] : [];
      const names = context.files.list(absolute(base || '.', context.cwd)) ?? [];
      const test = globExpression(part);
      return names
        .filter((name) => test.test(name) && (part.startsWith('.') || !name.startsWith('.')))
        .map((name) => prefix + name);
    });
  }
  return found;
}

function exists(path: string, context: Expansion): boolean {
  const full = absolute(path, context.cwd);
  return context.files.isFile(full) || context.files.isDirectory(full);
}

/** A file-name pattern as a regular expression over one name. */
export function globExpression(pattern: string): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    const set = character === '[' ? /^\[(!|\^)?(\]?[^\]]*)\]/.exec(pattern.slice(at)) : null;
    if (character === '\\' && at + 1 < pattern.length) source += literal(pattern[++at]!);
    else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (set) {
      source += `[${set[1] ? '^' : ''}${set[2]!.replace(/[\\\]^]/g, '\\$&')}]`;
      at += set[0].length - 1;
    } else source += literal(character);
  }
  return new RegExp(`^${source}$`, 'su');
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** `a{b,c}d` → `abd acd`, innermost last; only where the braces stand unquoted in one piece of text. */
function braces(word: Word): Word[] {
  for (const [index, part] of word.entries()) {
    if (part.kind !== 'text' || part.quoted) continue;
    const match = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(part.text);
    if (!match) continue;
    const [, before, choices, after] = match as unknown as [string, string, string, string];
    return choices
      .split(',')
      .flatMap((choice) =>
        braces([
          ...word.slice(0, index),
          { ...part, text: before + choice + after },
          ...word.slice(index + 1),
        ]),
      );
  }
  return [word];
}
