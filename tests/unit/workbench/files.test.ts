/** The tree of files as rows. */
import { describe, expect, it } from 'vitest';
import { pathProblem, treeRows } from '../../../src/workbench/files/tree.ts';
import { diffLines } from '../../../src/workbench/line-diff.ts';

const PATHS = ['alembic.ini', 'app/__init__.py', 'app/models/user.py', 'migrations/env.py'];

describe('the tree of files', () => {
  it('shows folders before files, and closed ones without their content', () => {
    const rows = (closed: string[]) =>
      treeRows(PATHS, new Set(closed)).map(({ name, depth }) => `${depth} ${name}`);
    expect(rows([])).toEqual([
      '0 app',
      '1 models',
      '2 user.py',
      '1 __init__.py',
      '0 migrations',
      '1 env.py',
      '0 alembic.ini',
    ]);
    expect(rows(['app'])).toEqual(['0 app', '0 migrations', '1 env.py', '0 alembic.ini']);
  });

  it('refuses paths that cannot be or are there already', () => {
    expect(pathProblem('app/models/order.py', PATHS)).toBeUndefined();
    for (const path of ['', '/x', 'a//b', '../x', 'a/./b']) expect(pathProblem(path, PATHS)).toBe('bad');
    for (const path of ['alembic.ini', 'app', 'alembic.ini/x'])
      expect(pathProblem(path, PATHS)).toBe('exists');
  });
});

describe('the difference of two texts', () => {
  it('names lines that came, went and stayed', () => {
    expect(diffLines('a\nb\nc\n', 'a\nx\nc\nd\n').map(({ change, text }) => `${change} ${text}`)).toEqual([
      'same a',
      'removed b',
      'added x',
      'same c',
      'added d',
    ]);
    expect(diffLines('', 'a\n')).toEqual([{ change: 'added', text: 'a' }]);
  });
});
