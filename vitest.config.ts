/** Every test but those of the browser; a minute for each, since many start a PostgreSQL. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**'], testTimeout: 60_000, pool: 'threads' },
});
