/** What `${name:-word}`, `${name%pattern}`, `${name/old/new}` and the like make of a value. Answers to: bash's subst.c. */

import { ExpansionError, type Operation, type Word } from '../parse/syntax.ts';
import { arithmeticNumber } from './arithmetic.ts';
import type { Expansion } from './expand.ts';
import { globSource } from './glob.ts';

interface Expanders {
  text(word: Word): string;
  pattern(word: Word): string;
}

/** @returns the text, or the word that stands in its place. @throws ExpansionError for `:?` */
export function operated(
  name: string,
  value: string | undefined,
  { sign, words }: Operation,
  context: Expansion,
  expand: Expanders,
): string | Word {
  const [first = [], second = []] = words;
  if (/^:?[-=+?]$/.test(sign)) return instead(name, value, sign, first, context, expand);
  if (sign === 'bad') throw new ExpansionError(`${expand.text(first)}: bad substitution`);
  if (sign === 'length') {
    const count = name === '@' || name === '*' ? context.parameters.length : [...(value ?? '')].length;
    return String(count);
  }
  const text = value ?? '';
  if (sign === ':') return slice(text, words, context, expand);
  const pattern = expand.pattern(first);
  if (sign.startsWith('/')) return replaced(text, sign, pattern, expand.text(second));
  if (/^[#%]/.test(sign)) return trimmed(text, sign, pattern);
  return cased(text, sign, pattern);
}

function instead(
  name: string,
  value: string | undefined,
  sign: string,
  word: Word,
  context: Expansion,
  expand: Expanders,
): string | Word {
  const missing = sign.startsWith(':') ? !value : value === undefined;
  if (sign.endsWith('+')) return missing ? '' : word;
  if (!missing) return value ?? '';
  if (sign.endsWith('-')) return word;
  const text = expand.text(word);
  if (sign.endsWith('?'))
    throw new ExpansionError(
      `${name}: ${text || `parameter ${sign === '?' ? 'not set' : 'null or not set'}`}`,
    );
  context.assign(name, text);
  return text;
}

function slice(text: string, words: readonly Word[], context: Expansion, expand: Expanders): string {
  const [from = 0, length] = words.map((word) => Number(arithmeticNumber(expand.text(word), context)));
  const characters = [...text];
  const start = from < 0 ? characters.length + from : from;
  if (start < 0) return '';
  if (length === undefined) return characters.slice(start).join('');
  return characters.slice(start, length < 0 ? length : start + length).join('');
}

function replaced(text: string, sign: string, pattern: string, by: string): string {
  if (pattern === '') return text;
  const source = globSource(pattern, '.');
  const anchored = sign === '/#' ? `^(?:${source})` : sign === '/%' ? `(?:${source})$` : source;
  return text.replace(new RegExp(anchored, sign === '//' ? 'gsu' : 'su'), () => by);
}

/** `#` and `##` from the front, `%` and `%%` from the end; doubled they take as much as they can. */
function trimmed(text: string, sign: string, pattern: string): string {
  const lazy = sign.length === 1;
  if (sign.startsWith('#'))
    return text.replace(new RegExp(`^(?:${globSource(pattern, '.', lazy)})`, 'su'), '');
  const test = new RegExp(`^(?:${globSource(pattern, '.')})$`, 'su');
  const starts = Array.from({ length: text.length + 1 }, (_, at) => (lazy ? text.length - at : at));
  const cut = starts.find((at) => test.test(text.slice(at)));
  return cut === undefined ? text : text.slice(0, cut);
}

function cased(text: string, sign: string, pattern: string): string {
  const test = new RegExp(`^(?:${globSource(pattern || '?', '.')})$`, 'su');
  const change = (one: string) =>
    !test.test(one) ? one : sign.startsWith('^') ? one.toUpperCase() : one.toLowerCase();
  const characters = [...text];
  return characters.map((one, at) => (sign.length === 2 || at === 0 ? change(one) : one)).join('');
}
