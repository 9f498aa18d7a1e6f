/** What a learner's implementation leaves out of a comparison. Answers to: alembic/ddl/impl.py (correct_for_autogen_…). */
import type { CompareContext } from './context.ts';

/**
 * Gives sets of constraints to `correct_for_autogen_constraints` or `correct_for_autogen_foreignkeys` of a learner's class.
 * @param groups undefined for what the database cannot have: an unchanging set
 * @returns what is left in each set, in the order it had; what was put in stands at the end
 */
export function corrected<T extends readonly (readonly object[] | undefined)[]>(
  context: CompareContext,
  method: string,
  groups: T,
): { [K in keyof T]: NonNullable<T[K]> } {
  const { impl } = context.migrationContext;
  const { python } = context;
  if (!impl?.own?.overrides(method)) return groups.map((group) => group ?? []) as never;
  const sets = groups.map((group) =>
    python.evaluate(
      group ? 'set(items)' : 'frozenset()',
      new Map(group ? [['items', python.list(group)]] : []),
    ),
  );
  impl.own.call(impl, method, sets);
  return groups.map((group, at) => {
    const left = new Set(python.iterate(sets[at]) as Iterable<object>);
    const kept = (group ?? []).filter((item) => left.delete(item));
    return [...kept, ...left];
  }) as never;
}
