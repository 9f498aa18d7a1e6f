/** Brings the server's files into a browser's worker and says how far it is. */
import type { BootFiles } from './boot.ts';

// Written out in full: the bundler turns exactly this form into addresses of the built site.
const POSTGRES = new URL('../../node_modules/@electric-sql/pglite/dist/pglite.wasm', import.meta.url);
const BUNDLE = new URL('./snapshot/bundle.data', import.meta.url);
const SNAPSHOT = new URL('./snapshot/base.tar', import.meta.url);
const ICU = new URL('./snapshot/icu.tar', import.meta.url);

/** @param total undefined while the host has not said it for every file. */
export type ReportProgress = (receivedBytes: number, totalBytes: number | undefined) => void;

/** @throws Error where a file cannot be fetched. */
export async function fetchBootFiles(report: ReportProgress): Promise<BootFiles> {
  const meter = newMeter(report, 3);
  const [postgres, bundle, snapshot] = await Promise.all([
    fetchMeasured(POSTGRES, meter).then((response) => WebAssembly.compileStreaming(response)),
    fetchMeasured(BUNDLE, meter).then((response) => response.blob()),
    fetchMeasured(SNAPSHOT, meter).then((response) => response.blob()),
  ]);
  return { postgres, bundle, snapshot, icu: async () => (await fetch(ICU)).blob() };
}

/** Adds up what several downloads say, in bytes as they come over the wire. */
function newMeter(report: ReportProgress, downloads: number) {
  const received: number[] = [];
  const totals: number[] = [];
  return {
    start(wireBytes: number | undefined) {
      const index = received.push(0) - 1;
      if (wireBytes !== undefined) totals.push(wireBytes);
      return (bytes: number) => {
        received[index] = bytes;
        const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
        report(sum(received), totals.length === downloads ? sum(totals) : undefined);
      };
    },
  };
}

/**
 * The response untouched, so that the browser may stream it into the compiler and cache the code; a clone is counted.
 * `content-length` is the compressed length and the stream's bytes are not, so progress is the share of the known real length.
 */
async function fetchMeasured(url: URL, meter: ReturnType<typeof newMeter>): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status} ${response.statusText}`);
  const header = response.headers.get('content-length');
  const wire = header === null ? undefined : Number(header);
  const compressed = response.headers.has('content-encoding');
  const advance = meter.start(wire);
  void count(response.clone(), (bytes, done) => {
    if (done && wire !== undefined) advance(wire);
    else advance(compressed && wire !== undefined ? Math.min(wire, bytes / RATIO) : bytes);
  });
  return response;
}

/** How much smaller brotli makes these files, on the whole: only the progress between two known points needs it. */
const RATIO = 6;

async function count(response: Response, report: (bytes: number, done: boolean) => void): Promise<void> {
  const reader = response.body?.getReader();
  let bytes = 0;
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    bytes += piece.value.length;
    report(bytes, false);
  }
  report(bytes, true);
}
