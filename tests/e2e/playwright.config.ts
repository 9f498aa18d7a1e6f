/** The browser tests: the built site, served as a static host would, in the Chromium that browser.ts finds. */
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../browser.ts';

/** E2E_PORT lets two checkouts run their tests at once. */
const PORT = Number(process.env.E2E_PORT ?? 4399);

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../node_modules/.cache/e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // The tests of a file run one after the other; none of them touches what another file's tests see.
  workers: 2,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../../node_modules/.cache/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    trace: 'retain-on-failure',
    // offline.spec.ts lets them in; the others would fetch the whole site each time.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node --experimental-strip-types --no-warnings src/build/serve.ts --port ${PORT}`,
    cwd: '../..',
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
