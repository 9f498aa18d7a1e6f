/** textwrap against what CPython's gave. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Raise } from '../../../src/engine/machine.ts';
import { dedent, indent, shorten, type WrapOptions, wrap } from '../../../src/engine/stdlib/textwrap.ts';

type Recorded = [string, Partial<WrapOptions>, string[] | { error: string }, string, string];
const recorded = JSON.parse(
  readFileSync(new URL('textwrap.recorded.json', import.meta.url), 'utf8'),
) as Recorded[];

describe('textwrap', () => {
  it('wraps, dedents and indents as CPython', () => {
    for (const [text, options, lines, dedented, indented] of recorded) {
      expect(
        outcome(() => wrap(text, options)),
        JSON.stringify([text, options]),
      ).toEqual(lines);
      expect(dedent(text)).toBe(dedented);
      expect(indent(text, '> ')).toBe(indented);
    }
  });

  it('shortens', () => {
    expect(shorten('Hello  world!', 12)).toBe('Hello world!');
    expect(shorten('Hello  world!', 11)).toBe('Hello [...]');
  });
});

function outcome(work: () => string[]): string[] | { error: string } {
  try {
    return work();
  } catch (error) {
    if (error instanceof Raise) return { error: String(error.args[0]) };
    throw error;
  }
}
