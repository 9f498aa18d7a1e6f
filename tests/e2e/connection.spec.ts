/** The connection keeps its contract in a browser's worker too. */
import { expect, test } from '@playwright/test';
import { type SourceServer, startSourceServer } from './source-server.ts';

let sources: SourceServer;

test.beforeAll(async () => {
  sources = await startSourceServer();
});
test.afterAll(() => sources.close());

test('the connection keeps its contract in a worker', async ({ page }) => {
  await page.goto(`${sources.address}/`);
  const said = await page.evaluate(
    () =>
      new Promise<{ clauses: number; failures: string[] }>((resolve, reject) => {
        const worker = new Worker('/tests/e2e/connection-worker.ts', { type: 'module' });
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data }: MessageEvent<{ clauses: number; failures: string[] }>) => resolve(data);
      }),
  );
  expect(said.failures).toEqual([]);
  expect(said.clauses).toBeGreaterThan(8);
});
