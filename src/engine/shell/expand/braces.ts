/** `a{b,c}d` → `abd acd`, `{1..3}` → `1 2 3`. Answers to: bash's braces.c. */
import type { Word, WordPart } from '../parse/syntax.ts';

/** A word as units: characters of unquoted text, and everything else whole. */
type Unit = string | WordPart;

const unitsOf = (word: Word): Unit[] =>
  word.flatMap((part): Unit[] => (part.kind === 'text' && !part.quoted ? [...part.text] : [part]));

function wordOf(units: readonly Unit[]): Word {
  const parts: WordPart[] = [];
  for (const unit of units) {
    const last = parts.at(-1);
    if (typeof unit !== 'string') parts.push(unit);
    else if (last?.kind === 'text' && !last.quoted)
      parts[parts.length - 1] = { ...last, text: last.text + unit };
    else parts.push({ kind: 'text', text: unit, quoted: false });
  }
  return parts;
}

/** @returns the words that one with braces stands for, from left to right. */
export function braces(word: Word): Word[] {
  if (!word.some((part) => part.kind === 'text' && !part.quoted && part.text.includes('{'))) return [word];
  return expanded(unitsOf(word)).map(wordOf);
}

function expanded(units: readonly Unit[]): (readonly Unit[])[] {
  for (let open = units.indexOf('{'); open >= 0; open = units.indexOf('{', open + 1)) {
    const close = closing(units, open);
    if (close === undefined) continue;
    const choices = choicesOf(units.slice(open + 1, close));
    if (choices === undefined) continue;
    const before = units.slice(0, open);
    const after = expanded(units.slice(close + 1));
    return choices
      .flatMap((choice) => expanded(choice))
      .flatMap((choice) => after.map((rest) => [...before, ...choice, ...rest]));
  }
  return [units];
}

function closing(units: readonly Unit[], open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < units.length; at++) {
    if (units[at] === '{') depth += 1;
    else if (units[at] === '}' && --depth === 0) return at;
  }
  return undefined;
}

/** What stands between commas of the outermost level, or a sequence; undefined where the braces mean themselves. */
function choicesOf(inside: readonly Unit[]): (readonly Unit[])[] | undefined {
  const choices: Unit[][] = [[]];
  let depth = 0;
  for (const unit of inside) {
    if (unit === '{') depth += 1;
    if (unit === '}') depth -= 1;
    if (unit === ',' && depth === 0) choices.push([]);
    else choices.at(-1)!.push(unit);
  }
  if (choices.length > 1) return choices;
  return inside.every((unit) => typeof unit === 'string') ? sequence(inside.join('')) : undefined;
}

const MOST = 10_000;

function sequence(text: string): string[][] | undefined {
  const match = /^(?:(-?\d+)\.\.(-?\d+)|([A-Za-z])\.\.([A-Za-z]))(?:\.\.(-?\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, low, high, first, last, by] = match;
  const from = low === undefined ? first!.charCodeAt(0) : Number(low);
  const to = high === undefined ? last!.charCodeAt(0) : Number(high);
  const step = Math.max(1, Math.abs(Number(by ?? 1))) * (from <= to ? 1 : -1);
  const width = [low, high].some((one) => /^-?0\d/.test(one ?? '')) ? Math.max(low!.length, high!.length) : 0;
  const found: string[][] = [];
  for (let at = from; step > 0 ? at <= to : at >= to; at += step) {
    if (found.length >= MOST) break;
    found.push([...(low === undefined ? String.fromCharCode(at) : padded(at, width))]);
  }
  return found;
}

const padded = (value: number, width: number): string =>
  value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0');
