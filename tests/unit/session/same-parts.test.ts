/** What did not change keeps its identity from one snapshot to the next. */
import { expect, test } from 'vitest';
import { sameParts } from '../../../src/session/page/same-parts.ts';

const snapshot = (phone: string) => ({
  files: { 'app/user.py': 'a', 'alembic.ini': 'b' },
  tables: [
    { name: 'users', rows: [['1', phone]], columns: [{ name: 'id' }, { name: 'phone' }] },
    { name: 'orders', rows: [['7', null]], columns: [{ name: 'id' }] },
  ],
});

test('what is as it was is the very same object', () => {
  const old = snapshot('010');
  expect(sameParts(old, snapshot('010'))).toBe(old);
});

test('what changed is new, with everything around it; the rest is handed on', () => {
  const old = snapshot('010');
  const next = snapshot('020');
  const shared = sameParts(old, next);
  expect(shared).toEqual(next);
  expect(shared).not.toBe(old);
  expect(shared.files).toBe(old.files);
  expect(shared.tables[0]).not.toBe(old.tables[0]);
  expect(shared.tables[0]?.columns).toBe(old.tables[0]?.columns);
  expect(shared.tables[1]).toBe(old.tables[1]);
});

test('what went, came or turned into something else is not taken for the old', () => {
  expect(sameParts({ a: 1, b: undefined }, { a: 1 })).toEqual({ a: 1 });
  const gone: object = { a: 1, b: 2 };
  expect(sameParts(gone, { a: 1 })).not.toBe(gone);
  const renamed: object = { b: undefined };
  expect(Object.keys(sameParts<object>(renamed, { a: undefined }))).toEqual(['a']);
  expect(sameParts<unknown>([1, 2], [1])).toEqual([1]);
  expect(sameParts<unknown>({ 0: 1 }, [1])).toEqual([1]);
  expect(sameParts<unknown>(null, { a: 1 })).toEqual({ a: 1 });
  const odd = JSON.parse('{"__proto__": "text"}') as Record<string, string>;
  expect(Object.keys(sameParts<Record<string, string>>({ other: 'x' }, odd))).toEqual(['__proto__']);
});
