/** The engine as the page's worker gets it, for Node: cut into parts, each run on a thread that has none of them yet. */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { partsPlugin } from '../../../../src/build/parts/plugin.ts';
import type { PartName } from '../../../../src/engine/parts.ts';
import type { Snapshot } from '../../../../src/engine/snapshot.ts';
import type { Journal } from '../../../../src/session/journal.ts';
import type { StepResult } from '../../../../src/session/protocol.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '');
const OUT = `${ROOT}/node_modules/.cache/cut-engine`;

export interface CutRun {
  /** Parts that were fetched, in their order. */
  readonly came: readonly PartName[];
  /** How often the journal was begun: more than once where a part was missing in a step. */
  readonly replays: number;
  readonly results: readonly Pick<StepResult, 'exit' | 'output' | 'files' | 'events'>[];
  readonly snapshot: Snapshot;
}

/** Bundles. @returns what replays a journal */
export async function cutEngine(): Promise<(journal: Journal) => Promise<CutRun>> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [partsPlugin(ROOT)],
    build: {
      ssr: 'tests/unit/session/parts/worker.ts',
      outDir: OUT,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'worker.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  return (journal) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(`${OUT}/worker.mjs`, { workerData: journal });
      worker.once('message', (run: CutRun) => {
        resolve(run);
        void worker.terminate();
      });
      worker.once('error', reject);
    });
}
