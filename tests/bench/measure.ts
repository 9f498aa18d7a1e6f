/** Numbers of a benchmark and how they are printed. */

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Milliseconds that something takes, and what it answers. */
export function timed<T>(run: () => T): { readonly milliseconds: number; readonly value: T } {
  const start = performance.now();
  const value = run();
  return { milliseconds: performance.now() - start, value };
}

/** Milliseconds by the clock on the wall, and of the processor: the second are the same where the machine has other things to do. */
export interface Cost {
  readonly wall: number;
  readonly processor: number;
}

/** What something costs, in milliseconds on the clock and of the processor. */
export async function costOf(run: () => unknown): Promise<Cost> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - start, processor: (user + system) / 1000 };
}

/** Name, medians and what is wanted: a row of a table. */
export const costRow = (name: string, costs: readonly Cost[], wanted: string): readonly string[] => [
  name,
  milliseconds(median(costs.map(({ wall }) => wall))),
  milliseconds(median(costs.map(({ processor }) => processor))),
  wanted,
];

/** A time for the table, – where there is none. */
export const milliseconds = (value: number | undefined): string =>
  value === undefined ? '–' : value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`;

/** A ratio for the table, – where there is none. */
export const times = (ratio: number | undefined): string =>
  ratio === undefined || !Number.isFinite(ratio) ? '–' : `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`;

/** Prints a table with aligned columns: the first to the left, the others to the right. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  '),
  );
  console.log(`\n${title}\n${lines.join('\n')}`);
}
