/** Where new columns stand in a table that a batch makes anew. Answers to: alembic/operations/batch.py (partial_reordering, insert_before). */
import { Raise } from '../../../machine.ts';

type Pair = readonly [earlier: string, later: string];

export class ColumnOrder {
  private readonly existing: string[];
  private readonly partial: readonly (readonly string[])[];
  private readonly added: Pair[] = [];

  constructor(existing: string[], partial: readonly (readonly string[])[]) {
    this.existing = existing;
    this.partial = partial;
  }

  drop(name: string): void {
    this.existing.splice(this.existing.indexOf(name), 1);
  }

  /** A column beside others; after all of them where nothing is said. @throws KeyError for a neighbour that is not there */
  add(name: string, before: string | null | undefined, after: string | null | undefined): void {
    const free = this.partial.length === 0;
    let [earlier, later] = [after || null, before || null];
    if (free && earlier && !later) later = this.beside(earlier, 1);
    else if (free && later && !earlier) earlier = this.beside(later, -1);
    if (later) this.added.push([name, later]);
    if (earlier) this.added.push([earlier, name]);
    if (free && !later && !earlier && this.existing.length > 0)
      this.added.push([this.existing.at(-1)!, name]);
  }

  /** The next existing column up or down; for a new one, the other end of its pair. */
  private beside(name: string, step: 1 | -1): string | null {
    const at = this.existing.indexOf(name);
    if (at >= 0) return this.existing[at + step] ?? null;
    const pair = this.added.findLast((one) => one[step === 1 ? 0 : 1] === name);
    if (!pair) throw new Raise('builtins.KeyError', [name]);
    return pair[step === 1 ? 1 : 0];
  }

  /** All names in their new order. @throws CircularDependencyError where the wishes contradict each other */
  sorted(names: readonly string[]): readonly string[] {
    if (this.partial.length === 0 && this.added.length === 0) return names;
    const wishes: Pair[] =
      this.partial.length > 0
        ? this.partial.flatMap((group) => group.slice(1).map((name, at): Pair => [group[at]!, name]))
        : this.existing.slice(1).map((name, at): Pair => [names[at]!, name]);
    return inOrder(
      [...wishes, ...this.added].filter(([a, b]) => a !== b),
      names,
    );
  }
}

/** In layers: of what is left, all that waits for nothing else that is left. */
function inOrder(pairs: readonly Pair[], names: readonly string[]): readonly string[] {
  const sorted: string[] = [];
  let left = names;
  while (left.length > 0) {
    const waits = new Set(pairs.filter(([earlier]) => left.includes(earlier)).map(([, later]) => later));
    const next = left.filter((name) => !waits.has(name));
    if (next.length === 0)
      throw new Raise('sqlalchemy.exc.CircularDependencyError', ['Circular dependency detected.']);
    sorted.push(...next);
    left = left.filter((name) => waits.has(name));
  }
  return sorted;
}
