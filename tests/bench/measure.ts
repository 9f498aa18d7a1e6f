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

export const milliseconds = (value: number | undefined): string =>
  value === undefined ? '–' : value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`;

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
