/** Journals from outside are read, or refused with a reason. */
import { describe, expect, it } from 'vitest';
import { JournalRefused, LIMITS, parseJournal } from '../../../src/session/journal/journal-format.ts';

const good = {
  version: 1,
  seed: '0123456789abcdef0123456789abcdef',
  start: { 'app/models.py': 'x' },
  machine: { installed: ['asyncpg'], environment: { NAME: 'x' } },
  steps: [
    { do: 'write', at: 1, path: 'a.py', text: '' },
    { do: 'run', at: 2, line: 'psql', input: 'select 1;' },
    { do: 'sql', at: 3, sql: 'select 1' },
    { do: 'delete', at: 4, path: 'a.py' },
  ],
};

const refused = (value: unknown): string => {
  try {
    parseJournal(typeof value === 'string' ? value : JSON.stringify(value));
  } catch (error) {
    expect(error).toBeInstanceOf(JournalRefused);
    return (error as Error).message;
  }
  return 'accepted';
};

const withStep = (step: object) => refused({ ...good, steps: [step] });
const withFile = (path: string) => refused({ ...good, start: { [path]: '' } });

describe('parseJournal', () => {
  it('takes a good one as it is', () => {
    expect(parseJournal(JSON.stringify(good))).toEqual(good);
  });

  it('refuses what is no journal, with the reason', () => {
    expect(refused('')).toBe('it is damaged: not JSON');
    expect(refused('null')).toMatch(/Invalid type/);
    expect(refused([])).toMatch(/version|Invalid/);
    expect(refused({ ...good, version: 2 })).toBe(
      'it was made by a newer version of this site (format 2, here 1)',
    );
    expect(refused({ ...good, seed: 'x' })).toBe('seed: the seed is not 32 hex digits');
    expect(refused({ ...good, more: 1 })).toMatch(/more/);
    expect(withStep({ do: 'eval', at: 1 })).toMatch(/do/);
    expect(withStep({ do: 'run', at: 1, line: 'x', script: 'y' })).toMatch(/script/);
    expect(withStep({ do: 'run', at: -1, line: 'x' })).toMatch(/steps\.0\.at/);
    expect(withStep({ do: 'run', at: Number.MAX_SAFE_INTEGER, line: 'x' })).toMatch(/time is out of range/);
  });

  it.each(['../x', '/etc/passwd', 'a//b', 'a/./b', '', 'a\\b', 'a\u0000b', 'a\nb', 'x/'.repeat(200)])(
    'refuses the path %j',
    (path) => {
      expect(withFile(path)).toMatch(/path/);
    },
  );

  it('refuses a file inside a file', () => {
    expect(refused({ ...good, start: { a: '', 'a/b': '' } })).toMatch(/a file lies inside another file/);
  });

  it.each(['constructor', '__proto__', 'prototype'])('refuses the name %s', (name) => {
    expect(refused(JSON.stringify(good).replace('"app/models.py"', `"${name}"`))).toMatch(/cannot be kept/);
  });

  it('is bounded in time and memory', () => {
    const start = performance.now();
    expect(refused(' '.repeat(LIMITS.text + 1))).toBe('it is too large');
    expect(refused(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).not.toBe('accepted');
    expect(
      refused({ ...good, steps: Array.from({ length: LIMITS.steps + 1 }, () => good.steps[0]) }),
    ).toMatch(/too many steps/);
    expect(refused({ ...good, start: { a: 'x'.repeat(LIMITS.fileText + 1) } })).toMatch(/too large/);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
