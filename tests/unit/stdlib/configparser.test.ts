/** ConfigParser against what CPython's read. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Raise } from '../../../src/engine/machine.ts';
import { ConfigParser } from '../../../src/engine/stdlib/configparser/config-parser.ts';

interface Recorded {
  error?: [string, string];
  sections: string[];
  values: [string, string, unknown][];
}
const recorded = JSON.parse(readFileSync(new URL('configparser.recorded.json', import.meta.url), 'utf8')) as [
  string,
  Recorded,
][];

describe('ConfigParser', () => {
  it('reads, interpolates and complains as CPython', () => {
    for (const [text, expected] of recorded) {
      const parser = new ConfigParser({ defaults: [['here', '/x']] });
      const about = JSON.stringify(text);
      expect(
        outcome(() => parser.readText(text, "'f.ini'")),
        about,
      ).toEqual(expected.error);
      expect(parser.sections(), about).toEqual(expected.sections);
      for (const [section, option, value] of expected.values) {
        const got = outcome(() => (option === '*' ? parser.items(section) : parser.get(section, option)));
        expect(got, `${about} ${section} ${option}`).toEqual(value);
      }
    }
  });

  it('refuses a lone percent sign in set', () => {
    const parser = new ConfigParser();
    parser.addSection('a');
    expect(outcome(() => parser.set('a', 'x', 'p%40%%w'))).toEqual([
      'ValueError',
      "invalid interpolation syntax in 'p%40%%w' at position 1",
    ]);
    expect(outcome(() => parser.set('b', 'x', 'y'))).toEqual(['NoSectionError', "No section: 'b'"]);
  });
});

function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof Raise) return [error.type.split('.').at(-1), error.args[0]];
    throw error;
  }
}
