/**
 * Runs every test of the project and ends with one line, `N passed, N failed`.
 * Parts: vitest (rooms, units, Python programs, lessons, the recorded cases), then the browser against the built site.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache');

interface Count {
  passed: number;
  failed: number;
}

function run(command: string, args: readonly string[]): number {
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}

function report<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

function unit(): Count {
  const file = join(CACHE, 'unit.json');
  rmSync(file, { force: true });
  run('npx', ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  const found = report<{ numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }>(file);
  return {
    passed: found?.numPassedTests ?? 0,
    failed: found ? found.numFailedTests || found.numFailedTestSuites : 1,
  };
}

function browser(): Count {
  if (run('npm', ['run', '--silent', 'build']) !== 0) return { passed: 0, failed: 1 };
  const file = join(CACHE, 'e2e.json');
  rmSync(file, { force: true });
  run('npx', ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts']);
  const found = report<{ stats: { expected: number; unexpected: number; flaky: number } }>(file);
  return {
    passed: found?.stats.expected ?? 0,
    failed: found ? found.stats.unexpected + found.stats.flaky : 1,
  };
}

mkdirSync(CACHE, { recursive: true });
const total: Count = { passed: 0, failed: 0 };
for (const part of [unit, browser]) {
  console.log(`\n== ${part.name}`);
  const count = part();
  console.log(`== ${part.name}: ${count.passed} passed, ${count.failed} failed`);
  total.passed += count.passed;
  total.failed += count.failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
