/** Judges an answer to a question: pure, so that pages, the review and tests share it. */

import type { QuizPlan } from './files/quiz-schema.ts';
import { normalCommand } from './normal-command.ts';

/** What the page knows of a question's key. */
export type QuizKey =
  | { readonly kind: 'choose'; readonly answer: string }
  | { readonly kind: 'order'; readonly orders: readonly (readonly string[])[] }
  | { readonly kind: 'mark'; readonly line: number; readonly answer: string }
  | {
      readonly kind: 'type';
      /** Normal forms. */
      readonly accept: readonly string[];
      readonly wrong: readonly { readonly id: string; readonly matches: string }[];
    };

export interface Answer {
  /** Chosen option, or reason. */
  readonly option?: string | undefined;
  readonly order?: readonly string[];
  readonly line?: number | undefined;
  readonly text?: string;
}

export interface Verdict {
  readonly right: boolean;
  /** Which of the prose's `<Wrong id>` speaks; undefined for the general one. */
  readonly wrong?: string;
}

/** The right answer of a question. */
export function keyOf(plan: QuizPlan): QuizKey {
  switch (plan.kind) {
    case 'predict':
    case 'choose':
      return { kind: 'choose', answer: plan.answer };
    case 'made':
      return { kind: 'choose', answer: plan.ways[0]!.id };
    case 'order':
      return { kind: 'order', orders: [plan.lines, ...plan.also] };
    case 'mark':
      return { kind: 'mark', line: plan.line, answer: plan.answer };
    case 'type':
      return { kind: 'type', accept: plan.accept.map(normalCommand), wrong: plan.wrong };
  }
}

/** @returns undefined where the answer is not complete yet. */
export function judge(key: QuizKey, answer: Answer): Verdict | undefined {
  switch (key.kind) {
    case 'choose':
      return answer.option === undefined ? undefined : { right: answer.option === key.answer };
    case 'order':
      return { right: key.orders.some((order) => order.join() === answer.order?.join()) };
    case 'mark':
      if (answer.line === undefined || answer.option === undefined) return undefined;
      if (answer.line !== key.line) return { right: false, wrong: 'line' };
      return { right: answer.option === key.answer };
    case 'type': {
      const typed = normalCommand(answer.text ?? '');
      if (typed === '') return undefined;
      if (key.accept.includes(typed)) return { right: true };
      const known = key.wrong.find(({ matches }) => new RegExp(matches).test(typed));
      return known ? { right: false, wrong: known.id } : { right: false };
    }
  }
}

/** An order to begin with that is none of the right ones; the same for everybody. */
export function shuffled(lines: readonly string[], orders: readonly (readonly string[])[]): string[] {
  const mixed = [...lines].sort((a, b) => hash(a) - hash(b) || (a < b ? -1 : 1));
  if (!orders.some((order) => order.join() === mixed.join())) return mixed;
  const [first, ...rest] = mixed;
  return [...rest, first!];
}

const hash = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 65_521, 7);
