/** The questions of a lesson: what is the same in every language. Words and explanations stand in the MDX, by the same ids. */
import * as v from 'valibot';
import { type Check, readCheck } from '../../checks/index.ts';
import { type Action, actionSchema, actionsOf } from '../actions.ts';
import { normalCommand } from '../normal-command.ts';

export type QuizPlan = ChoosePlan | MadePlan | OrderPlan | MarkPlan | TypePlan;

/** One of several answers, in words of the prose. */
export interface ChoosePlan {
  readonly kind: 'predict' | 'choose';
  readonly id: string;
  readonly options: readonly string[];
  readonly answer: string;
}

/** A prediction whose options are what runs gave: the first way is the one that is asked about, so the key cannot be wrong. */
export interface MadePlan {
  readonly kind: 'made';
  readonly id: string;
  readonly from: 'start' | 'end';
  readonly show: Showing;
  readonly ways: readonly { readonly id: string; readonly actions: readonly Action[] }[];
}

/** What of a run's outcome the options show. */
export type Showing =
  /** The lines of `upgrade()` in the newest revision file. */
  | { readonly kind: 'upgrade' }
  /** Lines that the last command printed; with `matching`, those only. */
  | { readonly kind: 'output'; readonly matching: string | undefined }
  /** A table with its rows. */
  | { readonly kind: 'rows'; readonly table: string };

/** Lines to be put in order. */
export interface OrderPlan {
  readonly kind: 'order';
  readonly id: string;
  readonly lines: readonly string[];
  /** Other orders that are right, too. */
  readonly also: readonly (readonly string[])[];
}

/** The dangerous line of a file, and why it is. */
export interface MarkPlan {
  readonly kind: 'mark';
  readonly id: string;
  readonly code: string;
  /** 1-based. */
  readonly line: number;
  readonly options: readonly string[];
  readonly answer: string;
}

/** A command to be typed; compared in its normal form. Its effect is proved by a run of the tests. */
export interface TypePlan {
  readonly kind: 'type';
  readonly id: string;
  readonly from: 'start' | 'end';
  readonly accept: readonly string[];
  readonly effect: Check;
  /** Typical wrong commands, each with an explanation in the prose. */
  readonly wrong: readonly { readonly id: string; readonly matches: string }[];
}

const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'an id has small letters, digits and hyphens'));
const from = v.optional(v.picklist(['start', 'end']), 'end');
const options = v.pipe(v.array(id), v.minLength(2, 'a question has two options or more'));

const chosen = { id, options, answer: v.string() };
export const quizSchema = v.union([
  v.strictObject({ kind: v.picklist(['predict', 'choose']), ...chosen }),
  v.strictObject({
    kind: v.literal('predict'),
    id,
    from,
    show: v.union([
      v.literal('upgrade'),
      v.strictObject({ output: v.optional(v.string()) }),
      v.strictObject({ rows: v.string() }),
    ]),
    ways: v.pipe(
      v.array(v.strictObject({ id, do: v.array(actionSchema) })),
      v.minLength(2, 'a prediction has two ways or more'),
    ),
  }),
  v.strictObject({
    kind: v.literal('order'),
    id,
    lines: v.pipe(v.array(id), v.minLength(3, 'three lines or more can be put in order')),
    also: v.optional(v.array(v.array(id)), []),
  }),
  v.strictObject({
    kind: v.literal('mark'),
    code: v.string(),
    line: v.pipe(v.number(), v.integer()),
    ...chosen,
  }),
  v.strictObject({
    kind: v.literal('type'),
    id,
    from,
    accept: v.pipe(v.array(v.string()), v.minLength(1, 'a command to accept is needed')),
    effect: v.unknown(),
    wrong: v.optional(v.array(v.strictObject({ id, matches: v.string() })), []),
  }),
]);

/** @throws Error in words for the author. */
export function quizOf(written: v.InferOutput<typeof quizSchema>, where: string): QuizPlan {
  const here = `${where}: quiz "${written.id}"`;
  if ('answer' in written && !written.options.includes(written.answer)) {
    throw new Error(`${here}: the answer is not among its options`);
  }
  if ('ways' in written) {
    const { show } = written;
    const ways = written.ways.map((way) => ({ id: way.id, actions: actionsOf(way.do, `${here}.${way.id}`) }));
    return { kind: 'made', id: written.id, from: written.from, show: showingOf(show), ways };
  }
  if (written.kind === 'order') return orderOf(written, here);
  if (written.kind === 'mark') {
    const count = written.code.trimEnd().split('\n').length;
    if (written.line < 1 || written.line > count)
      throw new Error(`${here}: its code has no line ${written.line}`);
    return written;
  }
  if (written.kind === 'type') {
    const caught = written.wrong.find(({ matches }) =>
      written.accept.some((line) => new RegExp(matches).test(normalCommand(line))),
    );
    if (caught) throw new Error(`${here}: "${caught.id}" matches a command that is right`);
    return { ...written, effect: readCheck(written.effect, `${here}.effect`) };
  }
  return written;
}

function orderOf(written: OrderPlan, here: string): OrderPlan {
  const sorted = (lines: readonly string[]) => [...lines].sort().join();
  for (const also of written.also) {
    if (sorted(also) !== sorted(written.lines)) throw new Error(`${here}: another order has other lines`);
  }
  return written;
}

function showingOf(show: 'upgrade' | { output?: string | undefined } | { rows: string }): Showing {
  if (show === 'upgrade') return { kind: 'upgrade' };
  if ('rows' in show) return { kind: 'rows', table: show.rows };
  return { kind: 'output', matching: show.output };
}
