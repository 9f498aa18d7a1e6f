/** Links that carry a workspace: what goes in comes out, and hostile ones are refused under bounded time and memory. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../src/session/journal/journal.ts';
import {
  nameOfJournal,
  readShare,
  ShareRefused,
  writeShare,
} from '../../../src/session/journal/share-link.ts';

const JOURNAL: Journal = {
  version: 1,
  seed: '0123456789abcdef0123456789abcdef',
  start: { 'app/models.py': 'name = "지우"\n', '한글 이름.py': '' },
  machine: { environment: { NAME: 'x' } },
  steps: [
    { do: 'write', at: 1, path: 'a.py', text: '<script>alert(1)</script>' },
    { do: 'run', at: 2, line: 'alembic upgrade head' },
  ],
};

const link = (value: unknown) =>
  `1.${deflateRawSync(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`;

async function refusal(text: string): Promise<string> {
  const started = performance.now();
  try {
    await readShare(text);
    return 'opened';
  } catch (error) {
    expect(error).toBeInstanceOf(ShareRefused);
    expect(performance.now() - started).toBeLessThan(2000);
    return (error as ShareRefused).refusal;
  }
}

describe('a link that carries a workspace', () => {
  it('gives back the same journal', async () => {
    const text = await writeShare(JOURNAL);
    expect(text).toMatch(/^1\.[\w-]+$/);
    expect(await readShare(text)).toEqual(JOURNAL);
    expect(await nameOfJournal(await readShare(text))).toBe(await nameOfJournal(JOURNAL));
  });

  it('is refused where it was cut, mistyped or is of another format', async () => {
    const text = await writeShare(JOURNAL);
    expect(await refusal('')).toBe('damaged');
    expect(await refusal('1.')).toBe('damaged');
    expect(await refusal(text.slice(0, -20))).toBe('damaged');
    expect(await refusal(`${text.slice(0, 30)}AAAA${text.slice(34)}`)).toBe('damaged');
    expect(await refusal(`${text}%22`)).toBe('damaged');
    expect(await refusal(`2${text.slice(1)}`)).toBe('newer');
    expect(await refusal(link({ ...JOURNAL, version: 7 }))).toBe('newer');
    expect(await refusal(link('not json'))).toBe('damaged');
    expect(await refusal(link('[1, 2]'))).toBe('not-ours');
    expect(await refusal(`1.${deflateRawSync(Buffer.from([0xff, 0xfe, 0x00])).toString('base64url')}`)).toBe(
      'damaged',
    );
  });

  it('cannot fill the memory', async () => {
    expect(await refusal(`1.${'A'.repeat(10_000_000)}`)).toBe('too-large');
    // Forty-eight megabytes in a link that is short enough to be read.
    const bomb = deflateRawSync(Buffer.alloc(48_000_000, ' ')).toString('base64url');
    expect(bomb.length).toBeLessThan(64_000);
    expect(await refusal(`1.${bomb}`)).toBe('too-large');
    expect(await refusal(link(`${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`))).toBe('not-ours');
    expect(await refusal(link('{"a":'.repeat(1_000_000)))).toBe('not-ours');
    expect(await refusal(link({ ...JOURNAL, start: { 'a.py': 'x'.repeat(2_000_000) } }))).toBe('too-large');
  });

  it('cannot leave the project, name what JavaScript keeps for itself, or bring fields of its own', async () => {
    for (const path of ['../x', '/etc/passwd', 'a/../../b', 'a//b', 'a\\b', 'a\u0000b', '']) {
      expect(await refusal(link({ ...JOURNAL, start: { [path]: '' } }))).toBe('not-ours');
      expect(await refusal(link({ ...JOURNAL, steps: [{ do: 'write', at: 1, path, text: '' }] }))).toBe(
        'not-ours',
      );
    }
    const text = JSON.stringify(JOURNAL);
    expect(await refusal(link(text.replace('"app/models.py"', '"__proto__"')))).toBe('not-ours');
    expect(await refusal(link(text.replace('"app/models.py"', '"constructor"')))).toBe('not-ours');
    expect(await refusal(link({ ...JOURNAL, html: '<img src=x onerror=alert(1)>' }))).toBe('not-ours');
    expect(await refusal(link({ ...JOURNAL, steps: [{ do: 'eval', at: 1, code: '1' }] }))).toBe('not-ours');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
