/**
 * Holds the engine against recorded cases:
 *
 *     npm run conformance -- [--report FILE.json] [--filter TEXT] [--groups] [--threads N] PATH...
 *
 * Prints each failing case's id and its first difference; the last line is always "N passed, N failed".
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { findCases, idOf } from './cases.ts';
import { describe } from './compare.ts';
import { playAll } from './pool.ts';
import type { Outcome } from './worker.ts';

export interface CaseReport extends Outcome {
  readonly id: string;
  readonly file: string;
  readonly passed: boolean;
}

const USAGE =
  'usage: npm run conformance -- [--report FILE.json] [--filter TEXT] [--groups] [--threads N] PATH...';

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      report: { type: 'string' },
      filter: { type: 'string' },
      groups: { type: 'boolean' },
      threads: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new Error(USAGE);
  return { ...values, paths: positionals };
}

function printGroups(reports: readonly CaseReport[]): void {
  const groups = new Map<string, CaseReport[]>();
  for (const report of reports) {
    const name = report.id.split('/').slice(0, -1).join('/');
    groups.set(name, [...(groups.get(name) ?? []), report]);
  }
  for (const name of [...groups.keys()].sort()) {
    const group = groups.get(name)!;
    console.log(`${name}: ${group.filter((report) => report.passed).length} of ${group.length}`);
  }
}

async function main(): Promise<number> {
  const { paths, report, filter, groups, threads } = options();
  const reports: CaseReport[] = [];
  await playAll(
    findCases(paths, filter),
    Number(threads ?? Math.min(4, availableParallelism())),
    (file, outcome) => {
      const one: CaseReport = {
        id: idOf(file),
        file,
        passed: outcome.differences.length === 0 && outcome.broke === undefined,
        ...outcome,
      };
      reports.push(one);
      if (one.passed) return;
      console.log(`FAIL ${one.id}`);
      console.log(
        one.broke === undefined
          ? describe(one.differences[0]!)
          : `  ${one.broke.split('\n').slice(0, 4).join('\n  ')}`,
      );
    },
  );
  reports.sort((a, b) => (a.id < b.id ? -1 : 1));
  const passed = reports.filter((one) => one.passed).length;
  if (report)
    writeFileSync(
      report,
      `${JSON.stringify({ passed, failed: reports.length - passed, cases: reports }, null, 1)}\n`,
    );
  if (groups) printGroups(reports);
  console.log(`${passed} passed, ${reports.length - passed} failed`);
  return passed === reports.length ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});
