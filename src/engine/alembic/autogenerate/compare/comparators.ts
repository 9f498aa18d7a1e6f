/** Which functions compare what, in which order. Answers to: alembic/util/langhelpers.py (PriorityDispatcher). */

/** The things that are compared; learners may name others, which nothing asks for. */
export type Target = 'autogenerate' | 'schema' | 'table' | 'column';

/** In the order in which they are asked. */
const PRIORITIES = ['FIRST', 'MEDIUM', 'LAST'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** One comparison, ours or a learner's. */
export interface Comparator {
  readonly target: string;
  /** After a comparator has stopped a subgroup, the others of the subgroup are passed over. */
  readonly subgroup: string | null;
  readonly priority: Priority;
  /** A dialect's name, or "default". */
  readonly qualifier: string;
  /** @returns true where it stops its subgroup */
  readonly compare: (args: readonly unknown[]) => boolean;
}

/** Asks every comparator of a target; those for PostgreSQL alone come before those for every database. */
export function dispatch(all: readonly Comparator[], target: Target, args: readonly unknown[]): void {
  const stopped = new Map<string | null, boolean>();
  for (const priority of PRIORITIES) {
    for (const qualifier of ['postgresql', 'default']) {
      for (const one of all) {
        if (one.target !== target || one.priority !== priority || one.qualifier !== qualifier) continue;
        if (!stopped.get(one.subgroup)) stopped.set(one.subgroup, one.compare(args));
      }
    }
  }
}

/** Alembic's own: for every database. `compare` gets the arguments one by one. */
export function comparator<A extends readonly unknown[]>(
  target: Target,
  subgroup: string | null,
  compare: (...args: A) => unknown,
  priority: Priority = 'MEDIUM',
): Comparator {
  return {
    target,
    subgroup,
    priority,
    qualifier: 'default',
    compare: (args) => compare(...(args as unknown as A)) === true,
  };
}
