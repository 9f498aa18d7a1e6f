/** File-name patterns. Answers to: bash's glob library. */
import { isThere } from '../../files.ts';
import type { Files } from '../../machine.ts';
import { absolute } from '../paths.ts';

interface Place {
  readonly files: Files;
  readonly cwd: string;
}

const GLOB = /[*?[]/;

/** Paths that match a pattern, sorted, spelled as the pattern spells them. */
export function matches(pattern: string, place: Place): string[] {
  const rooted = pattern.startsWith('/');
  let found: string[] = [rooted ? '/' : ''];
  const parts = pattern.split('/').filter((piece) => piece !== '');
  for (const part of parts) {
    found = found.flatMap((base) => {
      const prefix = base === '' || base === '/' ? base : `${base}/`;
      const plain = part.replace(/\\(.)/g, '$1');
      if (!GLOB.test(part.replace(/\\./g, ''))) return exists(prefix + plain, place) ? [prefix + plain] : [];
      const names = place.files.list(absolute(base || '.', place.cwd)) ?? [];
      const test = globExpression(part);
      return names
        .filter((name) => test.test(name) && (part.startsWith('.') || !name.startsWith('.')))
        .map((name) => prefix + name);
    });
  }
  if (!pattern.endsWith('/')) return found;
  return found.filter((path) => place.files.isDirectory(absolute(path, place.cwd))).map((path) => `${path}/`);
}

const exists = (path: string, { files, cwd }: Place): boolean => isThere(files, absolute(path, cwd));

/** A pattern as a regular expression over one name. */
const globExpression = (pattern: string): RegExp => new RegExp(`^${globSource(pattern, '[^/]')}$`, 'su');

/**
 * @param any what `?` and `*` stand for one of: a name's patterns do not cross a slash, those of `case` and `${name%pattern}` do.
 * @param lazy `*` takes as little as it can.
 */
export function globSource(pattern: string, any: '[^/]' | '.', lazy = false): string {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    const set = character === '[' ? /^\[(!|\^)?(\]?(?:\[:\w+:\]|[^\]])*)\]/.exec(pattern.slice(at)) : null;
    if (character === '\\' && at + 1 < pattern.length) source += literal(pattern[++at]!);
    else if (character === '*') source += `${any}*${lazy ? '?' : ''}`;
    else if (character === '?') source += any;
    else if (set) {
      source += `[${set[1] ? '^' : ''}${setSource(set[2]!)}]`;
      at += set[0].length - 1;
    } else source += literal(character);
  }
  return source;
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The names of POSIX's classes in brackets, as JavaScript writes them. */
export const CLASSES: Readonly<Record<string, string>> = {
  alpha: '\\p{L}',
  digit: '0-9',
  alnum: '\\p{L}\\p{Nd}',
  upper: '\\p{Lu}',
  lower: '\\p{Ll}',
  space: '\\s',
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9A-Fa-f',
  cntrl: '\\x00-\\x1f\\x7f',
  print: '\\P{C}',
  graph: '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}',
};

/** What stands between the brackets of a set. */
const setSource = (inside: string): string =>
  inside.replace(/\[:(\w+):\]|[\\\]^[]/g, (all, name?: string) =>
    name === undefined ? `\\${all}` : (CLASSES[name] ?? ''),
  );
