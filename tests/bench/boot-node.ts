/** Starting our server against a plain `PGlite.create()`, in Node: processes in turn, so that both see the same machine. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, milliseconds, printTable, times } from './measure.ts';

const ROUNDS = 5;
const ONCE = fileURLToPath(new URL('boot-once.ts', import.meta.url));

const once = (which: string) => Number(execFileSync(process.execPath, [ONCE, which], { encoding: 'utf8' }));

export function benchBootNode(): void {
  const plain: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    plain.push(once('plain'));
    ours.push(once('ours'));
  }
  printTable(
    `Server ready, Node ${process.version} (medians of ${ROUNDS})`,
    ['', 'time', 'of plain'],
    [
      ['plain PGlite.create()', milliseconds(median(plain)), '1'],
      ['ours', milliseconds(median(ours)), times(median(ours) / median(plain))],
    ],
  );
}
