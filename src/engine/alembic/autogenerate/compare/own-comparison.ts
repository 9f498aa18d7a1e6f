/** What a learner's implementation says of two objects of one name. Answers to: alembic/ddl/_autogen.py (compare_to_reflected). */
import { Raise } from '../../../machine.ts';
import type { AutogenContext } from '../context.ts';

/** What came of comparing two objects. */
export interface Comparison {
  /** undefined where they are equal, or could not be compared. */
  readonly differences?: readonly string[];
  /** Why they could not be compared. */
  readonly skipped?: string;
}

/**
 * Asks `compare_indexes`, `compare_unique_constraint` or `compare_check_constraint` of a learner's class.
 * @returns undefined where there is no such class, or it leaves the method as it is
 * @throws AttributeError for an answer that is no ComparisonResult
 */
export function ownComparison(
  { migrationContext, python }: AutogenContext,
  method: string,
  wanted: object,
  existing: object,
): Comparison | undefined {
  const { impl } = migrationContext;
  if (!impl?.own?.overrides(method)) return undefined;
  const result = impl.own.call(impl, method, [wanted, existing]);
  const read = (name: string) => {
    const value = python.getAttribute(result, name);
    if (value !== undefined) return value;
    throw new Raise('builtins.AttributeError', [
      `'${python.typeName(result)}' object has no attribute '${name}'`,
    ]);
  };
  if (python.truth(read('is_different'))) return { differences: [python.str(read('message'))] };
  return python.truth(read('is_skip')) ? { skipped: python.str(read('message')) } : {};
}
