/**
 * What the expression language asks about values that come from the learner's world. `modules` sets it when a process
 * starts; without it (in tests of this room) plain JavaScript values are all there is.
 */
import { plainRepr } from '../types/repr.ts';

export interface ExpressionHost {
  repr(value: unknown): string;
  /** What `__clause_element__()` gives (mapped classes and their attributes); undefined where there is none. */
  clauseOf(value: unknown): unknown;
  /** The items of a list, tuple, set or other iterable that is no string; undefined for anything else. */
  items(value: unknown): readonly unknown[] | undefined;
  warn(category: string, message: string): void;
}

const PLAIN: ExpressionHost = {
  repr: plainRepr,
  clauseOf: () => undefined,
  items: (value) => (Array.isArray(value) ? value : undefined),
  warn: () => {},
};

let current: ExpressionHost = PLAIN;

/** Called once per process, before the learner's code runs. */
export function useHost(host: ExpressionHost): void {
  current = host;
}

export const host = (): ExpressionHost => current;
