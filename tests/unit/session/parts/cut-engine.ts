/** The engine as the page's worker gets it, for Node: cut into parts, each run on a thread that has none of them yet. */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { partsPlugin } from '../../../../src/build/parts/plugin.ts';
import type { PartName } from '../../../../src/engine/parts.ts';
import type { Snapshot } from '../../../../src/engine/snapshot.ts';
import type { Journal } from '../../../../src/session/journal/journal.ts';
import type { StepResult } from '../../../../src/session/protocol.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '');

export interface CutRun {
  /** Parts that were fetched, in their order. */
  readonly came: readonly PartName[];
  /** How often the journal was begun: more than once where a part was missing in a step. */
  readonly replays: number;
  readonly results: readonly Pick<StepResult, 'exit' | 'output' | 'files' | 'events'>[];
  readonly snapshot: Snapshot;
}

/** Bundles a program with the engine that it imports, cut into parts. @param entry below the project's root. @returns the bundle */
export async function bundleCut(entry: string, folder: string): Promise<URL> {
  const out = `${ROOT}/node_modules/.cache/${folder}`;
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [partsPlugin(ROOT)],
    build: {
      ssr: entry,
      outDir: out,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'worker.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  return new URL(`file://${out}/worker.mjs`);
}

/** @returns what replays a journal */
export async function cutEngine(): Promise<(journal: Journal) => Promise<CutRun>> {
  const program = await bundleCut('tests/unit/session/parts/worker.ts', 'cut-engine');
  return (journal) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: journal });
      worker.once('message', (run: CutRun) => {
        resolve(run);
        void worker.terminate();
      });
      worker.once('error', reject);
    });
}
