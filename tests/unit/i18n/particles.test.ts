/** Korean particles fit the sound that stands before them, also behind code and numbers. */
import { describe, expect, it } from 'vitest';
import { withParticle } from '../../../src/i18n/particles.ts';

describe('Korean particles', () => {
  it.each([
    ['모델', '을/를', '모델을'],
    ['리비전', '이/가', '리비전이'],
    ['파일로', '은/는', '파일로는'],
    ['서울', '으로/로', '서울로'],
    ['파일', '으로/로', '파일로'],
    ['리비전', '으로/로', '리비전으로'],
    ['데이터베이스', '과/와', '데이터베이스와'],
  ] as const)('%s %s after Hangul', (word, pair, expected) => {
    expect(withParticle(word, pair)).toBe(expected);
  });

  it.each([
    ['alembic', '을/를', 'alembic을'],
    ['head', '으로/로', 'head로'],
    ['users', '을/를', 'users를'],
    ['phone', '이/가', 'phone이'],
    ['birth_date', '은/는', 'birth_date는'],
    ['model', '으로/로', 'model로'],
    ['username', '을/를', 'username을'],
    ['table', '은/는', 'table은'],
    ['SQL', '을/를', 'SQL을'],
    ['DB', '이/가', 'DB가'],
    ['user.py', '을/를', 'user.py를'],
    ['alembic upgrade head', '을/를', 'alembic upgrade head를'],
  ] as const)('%s %s after Latin words, by their reading', (word, pair, expected) => {
    expect(withParticle(word, pair)).toBe(expected);
  });

  it.each([
    ['3', '을/를', '3을'],
    ['2', '이/가', '2가'],
    ['7', '으로/로', '7로'],
    ['10', '으로/로', '10으로'],
    ['downgrade -1', '은/는', 'downgrade -1은'],
  ] as const)('%s %s after digits', (word, pair, expected) => {
    expect(withParticle(word, pair)).toBe(expected);
  });

  it('passes over marks that are not read', () => {
    expect(withParticle('(head)', '이/가')).toBe('(head)가');
    expect(withParticle('', '을/를')).toBe('를');
  });
});
