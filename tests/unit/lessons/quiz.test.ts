/** Questions of every kind: what an author may write, and how answers are judged. */
import { describe, expect, it } from 'vitest';
import { parsed } from '../../../src/lessons/actions.ts';
import { quizOf, quizSchema } from '../../../src/lessons/files/quiz-schema.ts';
import { normalCommand } from '../../../src/lessons/normal-command.ts';
import { type Answer, judge, keyOf, shuffled } from '../../../src/lessons/quiz-judge.ts';

const quiz = (written: Record<string, unknown>) =>
  quizOf(parsed(quizSchema, { id: 'q', ...written }, 'test'), 'test');
const judged = (written: Record<string, unknown>, answer: Answer) => judge(keyOf(quiz(written)), answer);

const CHOOSE = { kind: 'choose', options: ['a', 'b'], answer: 'b' };
const ORDER = { kind: 'order', lines: ['a', 'b', 'c'], also: [['b', 'a', 'c']] };
const MARK = { kind: 'mark', code: 'one\ntwo\n', line: 2, options: ['a', 'b'], answer: 'a' };
const TYPE = {
  kind: 'type',
  accept: ['alembic downgrade -1'],
  effect: { current: 'base' },
  wrong: [{ id: 'no-target', matches: '^alembic downgrade$' }],
};

describe('answers', () => {
  it.each<[string, Record<string, unknown>, Answer, unknown]>([
    ['a choice', CHOOSE, { option: 'b' }, { right: true }],
    ['another choice', CHOOSE, { option: 'a' }, { right: false }],
    ['no choice', CHOOSE, {}, undefined],
    ['the order', ORDER, { order: ['a', 'b', 'c'] }, { right: true }],
    ['another order that is right', ORDER, { order: ['b', 'a', 'c'] }, { right: true }],
    ['a wrong order', ORDER, { order: ['c', 'a', 'b'] }, { right: false }],
    ['line and reason', MARK, { line: 2, option: 'a' }, { right: true }],
    ['a wrong line', MARK, { line: 1, option: 'a' }, { right: false, wrong: 'line' }],
    ['a wrong reason', MARK, { line: 2, option: 'b' }, { right: false }],
    ['a line without a reason', MARK, { line: 2 }, undefined],
    ['a command', TYPE, { text: '  alembic   downgrade -1 ' }, { right: true }],
    ['a known wrong command', TYPE, { text: 'alembic downgrade' }, { right: false, wrong: 'no-target' }],
    ['another command', TYPE, { text: 'alembic upgrade head' }, { right: false }],
    ['no command', TYPE, { text: ' ' }, undefined],
  ])('%s', (_, written, answer, expected) => {
    expect(judged(written, answer)).toEqual(expected);
  });

  it('of a prediction that runs made: the first way', () => {
    const ways = [
      { id: 'asked', do: [{ run: 'alembic check' }] },
      { id: 'other', do: [] },
    ];
    expect(judged({ kind: 'predict', show: { output: '^FAILED' }, ways }, { option: 'asked' })).toEqual({
      right: true,
    });
  });
});

describe('an author is told', () => {
  it.each<[Record<string, unknown>, RegExp]>([
    [{ ...CHOOSE, answer: 'z' }, /test: quiz "q": the answer is not among its options/],
    [{ ...ORDER, also: [['a', 'b']] }, /another order has other lines/],
    [{ ...MARK, line: 3 }, /its code has no line 3/],
    [{ ...TYPE, wrong: [{ id: 'x', matches: 'downgrade' }] }, /"x" matches a command that is right/],
    [{ ...TYPE, effect: { colum: {} } }, /there is no check "colum"/],
  ])('%j', (written, message) => {
    expect(() => quiz(written)).toThrow(message);
  });
});

it.each([
  [
    'alembic revision -m "Add phone" --autogenerate',
    "alembic revision --autogenerate --message='another text'",
  ],
  ['alembic  upgrade   head', 'alembic upgrade "head"'],
  ['alembic history --verbose', 'alembic history -v'],
  ['sqlacodegen --generator tables URL', 'sqlacodegen URL --generator=tables'],
])('%s is the same command as %s', (one, other) => {
  expect(normalCommand(one)).toBe(normalCommand(other));
});

it.each([
  ['alembic upgrade head', 'alembic upgrade +1'],
  ['alembic upgrade head', 'alembic upgrade head --sql'],
  ['alembic downgrade -1', 'alembic downgrade -2'],
])('%s is another command than %s', (one, other) => {
  expect(normalCommand(one)).not.toBe(normalCommand(other));
});

it('lines to be put in order never begin in order', () => {
  for (const lines of [
    ['a', 'b', 'c'],
    ['model', 'revision', 'read', 'upgrade'],
    ['c', 'b', 'a'],
  ]) {
    const mixed = shuffled(lines, [lines]);
    expect([...mixed].sort()).toEqual([...lines].sort());
    expect(mixed).not.toEqual(lines);
  }
});
