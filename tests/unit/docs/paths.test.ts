/** What the guides for contributors name is there: files move, and their names in prose are found by no compiler. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../../', import.meta.url);
const GUIDES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(new URL('docs', ROOT))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
/** A path from the root, without placeholders. */
const PATH = /`((?:src|tests|content|docs)\/[\w./-]+)`/g;

describe.each(GUIDES)('%s', (guide) => {
  it('names files and folders that are there', () => {
    const named = [...readFileSync(new URL(guide, ROOT), 'utf8').matchAll(PATH)].map(([, path]) => path!);
    // Made by a run that found something, and not kept.
    const made = new Set(['tests/fuzz/found/']);
    expect(named.filter((path) => !made.has(path) && !existsSync(new URL(path, ROOT)))).toEqual([]);
  });
});
