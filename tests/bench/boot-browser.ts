/** Starting our worker against a plain `PGlite.create()` in a worker, in Chromium, from the built site. */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../browser.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';
import { median, milliseconds, printTable, times } from './measure.ts';

const ROUNDS = 5;
const SITE = process.env.BENCH_SITE ?? fileURLToPath(new URL('../../dist/', import.meta.url));

interface Round {
  readonly cold: number;
  readonly warm: number;
  readonly bytes: number;
}

/** The address of the engine's worker in the built site. */
function workerPath(): string | undefined {
  if (!existsSync(SITE)) return undefined;
  const files = readdirSync(SITE, { recursive: true, encoding: 'utf8' });
  const file = files.find((name) => /(^|\/)worker-[\w-]+\.js$/.test(name));
  return file && `/${file}`;
}

/** Cold in a fresh profile, then once more with a full cache. */
async function round(browser: Browser, server: BenchServer, script: string): Promise<Round> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = async () => {
    await page.goto(`${server.address}/`);
    return page.evaluate(startWorker, script);
  };
  server.takeBytes();
  const cold = await start();
  const bytes = server.takeBytes();
  const warm = await start();
  await context.close();
  return { cold, warm, bytes };
}

/** Runs in the page: milliseconds from the worker's birth until its server answers. */
function startWorker(script: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const worker = new Worker(script, { type: 'module' });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<{ kind: string; message?: string }>) => {
      if (data.kind === 'failed') reject(new Error(data.message));
      if (data.kind !== 'opened') return;
      resolve(performance.now() - begin);
      worker.terminate();
    };
    const journal = { version: 1, seed: '0'.repeat(32), start: {}, machine: {}, steps: [] };
    worker.postMessage({ kind: 'open', id: 1, journal, position: 0 });
  });
}

export async function benchBootBrowser(): Promise<void> {
  const ours = workerPath();
  if (!ours) {
    console.log('\nServer ready in the browser: not measured, there is no built site (npm run build).');
    return;
  }
  const server = await startBenchServer(SITE);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  const results: Record<'plain' | 'ours', Round[]> = { plain: [], ours: [] };
  // One round first that does not count: the server compresses, the disk warms up.
  for (let turn = 0; turn <= ROUNDS; turn++) {
    const plain = await round(browser, server, '/plain.js');
    const own = await round(browser, server, ours);
    if (turn > 0) {
      results.plain.push(plain);
      results.ours.push(own);
    }
  }
  await browser.close();
  server.close();
  const of = (which: keyof typeof results, what: keyof Round) =>
    median(results[which].map((one) => one[what]));
  printTable(
    `Worker ready, Chromium ${browser.version()} (medians of ${ROUNDS})`,
    ['', 'cold', 'warm', 'MB over the wire', 'cold, of plain', 'warm, of plain'],
    (['plain', 'ours'] as const).map((which) => [
      which === 'plain' ? 'plain PGlite.create()' : 'ours',
      milliseconds(of(which, 'cold')),
      milliseconds(of(which, 'warm')),
      (of(which, 'bytes') / 1e6).toFixed(2),
      times(of(which, 'cold') / of('plain', 'cold')),
      times(of(which, 'warm') / of('plain', 'warm')),
    ]),
  );
}
