/** How many kills were survived, kept in a file after each batch: a run that is stopped goes on where it was. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What one kill met. `cut`: the step under way did not come through; `through`: it did. */
export interface Kill {
  readonly moment: string;
  readonly killer: string;
  readonly step: 'cut' | 'through';
}

interface Count {
  /** Of what was counted: another build or seed begins anew. */
  readonly of: string;
  readonly batches: Readonly<Record<string, readonly Kill[]>>;
}

/** @param file undefined where nothing is kept. @param of names build and seed. */
export function newCount(file: string | undefined, of: string) {
  const id = createHash('sha256').update(of).digest('hex').slice(0, 12);
  const read = (): Count => {
    const kept = file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Count) : undefined;
    return kept?.of === id ? kept : { of: id, batches: {} };
  };
  return {
    has: (batch: number): boolean => read().batches[batch] !== undefined,
    /** @returns the sum so far, in one line. */
    add(batch: number, kills: readonly Kill[]): string {
      const count = read();
      const batches = { ...count.batches, [batch]: kills };
      if (file) writeFileSync(file, JSON.stringify({ of: id, batches }, null, 1));
      return summary(Object.values<readonly Kill[]>(batches).flat());
    },
  };
}

function summary(kills: readonly Kill[]): string {
  const tally = (name: (kill: Kill) => string) => {
    const counts = new Map<string, number>();
    for (const kill of kills) counts.set(name(kill), (counts.get(name(kill)) ?? 0) + 1);
    return [...counts].map(([key, number]) => `${key} ${number}`).join(', ');
  };
  const cut = kills.filter(({ step }) => step === 'cut').length;
  return `${kills.length} kills, nothing lost (${tally(({ moment }) => moment)}; ${tally(({ killer }) => killer)}; ${cut} cut a step off)`;
}
