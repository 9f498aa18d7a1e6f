/** Spreads cases over threads; a case that hangs or brings its thread down fails alone. */
import { Worker } from 'node:worker_threads';
import type { Outcome } from './worker.ts';

const HANG = 60_000;
/** A new thread starts a server before its first case. */
const START = 60_000;

const WORKER = new URL('worker.ts', import.meta.url);

/** @param report called once a file, in the order in which they end. @param program what each thread runs */
export async function playAll(
  files: readonly string[],
  threads: number,
  report: (file: string, outcome: Outcome) => void,
  program = WORKER,
): Promise<void> {
  const waiting = [...files];
  const next = () => waiting.shift();
  await Promise.all(
    Array.from({ length: Math.min(threads, files.length) }, () => lane(next, report, program)),
  );
}

async function lane(
  next: () => string | undefined,
  report: (file: string, outcome: Outcome) => void,
  program: URL,
): Promise<void> {
  let worker: Worker | undefined;
  for (let file = next(); file !== undefined; file = next()) {
    const fresh = worker === undefined;
    worker ??= new Worker(program);
    const outcome = await playOn(worker, file, fresh ? HANG + START : HANG);
    if (outcome.lost) {
      await worker.terminate();
      worker = undefined;
    }
    report(file, outcome);
  }
  await worker?.terminate();
}

function playOn(worker: Worker, file: string, limit: number): Promise<Outcome & { lost?: true }> {
  const start = performance.now();
  return new Promise((resolve) => {
    const broke = (why: string) =>
      finish({ differences: [], broke: why, milliseconds: performance.now() - start, lost: true });
    const timer = setTimeout(() => broke(`hang: not done after ${limit / 1000} s`), limit);
    const onError = (error: unknown) =>
      broke(`crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const onExit = (code: number) => broke(`crash: the thread ended with code ${code}`);
    function finish(outcome: Outcome & { lost?: true }): void {
      clearTimeout(timer);
      worker.off('message', finish);
      worker.off('error', onError);
      worker.off('exit', onExit);
      resolve(outcome);
    }
    worker.on('message', finish);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage({ file });
  });
}
