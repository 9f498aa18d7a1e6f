/** Python's `pprint.pformat` of a dict of strings, 80 columns wide. */
import { reprString } from './repr.ts';

const WIDTH = 80;

const lengthOf = (text: string): number => [...text].length;

/** @param entries in the order of their keys */
export function prettyDict(entries: readonly (readonly [string, string])[]): string {
  const whole = `{${entries.map(([key, value]) => `${reprString(key)}: ${reprString(value)}`).join(', ')}}`;
  if (lengthOf(whole) <= WIDTH) return whole;
  const lines = entries.map(([key, value], at) => {
    const label = `${reprString(key)}: `;
    return label + prettyString(value, 1 + lengthOf(label), at === entries.length - 1 ? 2 : 1);
  });
  return `{${lines.join(',\n ')}}`;
}

/** A string that is too long is split at spaces and ends of lines. */
function prettyString(text: string, indent: number, after: number): string {
  const room = WIDTH - indent;
  if (lengthOf(reprString(text)) <= room - after) return reprString(text);
  const lines = text.split(/(?<=\n|\r(?!\n))/);
  const chunks = lines.flatMap((line, at) => {
    const last = at === lines.length - 1 ? after : 0;
    return lengthOf(reprString(line)) <= room - last ? [reprString(line)] : splitWords(line, room, last);
  });
  return chunks.join(`\n${' '.repeat(indent)}`);
}

function splitWords(line: string, room: number, after: number): string[] {
  const words = line.match(/\S+\s*|\s+/g) ?? [];
  const chunks: string[] = [];
  let current = '';
  words.forEach((word, at) => {
    const width = room - (at === words.length - 1 ? after : 0);
    if (current !== '' && lengthOf(reprString(current + word)) > width) {
      chunks.push(reprString(current));
      current = word;
    } else current += word;
  });
  return current === '' ? chunks : [...chunks, reprString(current)];
}
