/**
 * Random inputs, through the engine and, where they are at hand, through the real tools:
 *
 *     npm run fuzz -- [--rounds N] [--seed S] [--first K] [--whole] [--keep FOLDER] [models] [graphs] [ops] [codegen] [python]
 *
 * With ORACLE_PYTHON and ORACLE_NODE_DIR (see tests/conformance/run-recorder) the output of both is compared; without them the
 * properties of properties.ts are held. A failing input is made smaller (not with --whole: it takes minutes) and written into tests/fuzz/found.
 * With --keep, what the real tools said stays in a folder, so that the same rounds after a mend ask the engine alone. The last line counts.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Case, findCases, readCase } from '../conformance/cases.ts';
import { describe } from '../conformance/compare.ts';
import { playAll } from '../conformance/pool.ts';
import type { Outcome } from '../conformance/worker.ts';
import { runProgram } from '../python/support.ts';
import { makeObserver } from './observe.ts';
import { CASE_PARTS, type CasePart, caseOf, programOf } from './parts.ts';
import { violation } from './properties.ts';
import { comparable, hasRealTools, printedByPython, recorded, writeCases } from './real.ts';
import { shrunk } from './shrink.ts';

const FOUND = fileURLToPath(new URL('found', import.meta.url));
const BATCH = 40;

interface Failure {
  readonly one: Case;
  readonly why: string;
  /** The steps that differ; none where the engine broke or a property does not hold. */
  readonly steps: ReadonlySet<number>;
}

/** Plays cases and says which fail, and why. */
type Judge = (cases: readonly Case[]) => Promise<Failure[]>;

const stepsOf = (outcome: Outcome): Set<number> =>
  new Set(outcome.broke === undefined ? outcome.differences.map(({ step }) => step) : []);

const why = (outcome: Outcome): string => outcome.broke ?? describe(outcome.differences[0]!);

/** How often the real tools are asked again where they and the engine differ. */
const AGAIN = 8;

/**
 * Against what the real tools record. Sets of objects are walked in the order of addresses, so some answers are others on each
 * run, and within a run on each step: where they differ from the engine's, the real tools are asked again, and one equal answer to
 * a step is enough.
 * @param keep where that is kept
 */
const byRealTools =
  (keep?: string): Judge =>
  async (cases) => {
    let failures = await differing(await recorded(cases, { keep }));
    for (let turn = 0; turn < AGAIN && failures.length > 0; turn++) {
      const unsure = cases.filter((one) => failures.some((failure) => failure.one.id === one.id));
      const again = await recorded(unsure, { keep, anew: true });
      const left = new Map((await differing(again)).map((failure) => [failure.one.id, failure]));
      const asked = new Set(again.map((one) => one.id));
      failures = failures.flatMap((failure) => {
        const { id } = failure.one;
        if (!asked.has(id)) return [failure];
        const still = stillDiffering(failure, left.get(id));
        if (still) return [still];
        console.log(`${id}: the real tools answer in several ways`);
        return [];
      });
    }
    return failures;
  };

/** What neither of two answers of the real tools agrees with. @param again how the later one differs */
function stillDiffering(failure: Failure, again: Failure | undefined): Failure | undefined {
  if (!again || failure.steps.size === 0 || again.steps.size === 0) return again;
  const steps = new Set([...failure.steps].filter((step) => again.steps.has(step)));
  return steps.size > 0 ? { ...failure, steps } : undefined;
}

async function differing(cases: readonly Case[]): Promise<Failure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  try {
    writeCases(folder, cases);
    const failures: Failure[] = [];
    await playAll(findCases([folder]), 1, (file, outcome) => {
      if (outcome.broke !== undefined || outcome.differences.length > 0)
        failures.push({ one: readCase(file), why: why(outcome), steps: stepsOf(outcome) });
    });
    return failures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Against properties, twice over. */
async function byProperties(): Promise<Judge> {
  const { observe } = await makeObserver();
  return async (cases) => {
    const failures: Failure[] = [];
    for (const one of cases) {
      const wrong = violation(one, await observe(one), await observe(one));
      if (wrong !== undefined) failures.push({ one, why: wrong, steps: new Set() });
    }
    return failures;
  };
}

async function fuzzCases(
  part: CasePart,
  judge: Judge,
  rounds: readonly number[],
  { seed, whole }: { readonly seed: string; readonly whole: boolean },
): Promise<number> {
  let failed = 0;
  for (let at = 0; at < rounds.length; at += BATCH) {
    const batch = rounds.slice(at, at + BATCH).map((round) => caseOf(part, seed, round));
    for (const { one, why: reason } of await judge(batch)) {
      failed += 1;
      console.log(`FAIL ${one.id}\n${reason}`);
      const small = whole
        ? one
        : await shrunk(one, async (cases) => {
            const bad = new Set((await judge(cases)).map((failure) => failure.one.id));
            return cases.map((smaller) => bad.has(smaller.id));
          });
      writeCases(FOUND, hasRealTools() && !whole ? await recorded([small]) : [small]);
      console.log(`  written to tests/fuzz/found/${one.id}.json`);
    }
    console.log(`${part}: ${Math.min(at + BATCH, rounds.length)} of ${rounds.length}, ${failed} failed`);
  }
  return failed;
}

function fuzzPrograms(rounds: readonly number[], seed: string): number {
  let failed = 0;
  for (const round of rounds) {
    const program = programOf(seed, round);
    const wrong = programFailure(program);
    if (wrong === undefined) continue;
    failed += 1;
    mkdirSync(join(FOUND, 'python'), { recursive: true });
    writeFileSync(join(FOUND, 'python', `${seed}-${round}.py`), program);
    console.log(`FAIL python-${seed}-${round}\n${wrong}`);
  }
  console.log(`python: ${rounds.length} programs, ${failed} failed`);
  return failed;
}

/** @returns how the engine differs from CPython, or, without one, how it breaks */
function programFailure(program: string): string | undefined {
  const run = () => {
    try {
      return comparable(runProgram({ 'main.py': program }, 'main.py'));
    } catch (error) {
      return error instanceof Error ? `the engine broke: ${error.message}` : String(error);
    }
  };
  const actual = run();
  if (typeof actual === 'string') return `  ${actual}`;
  const expected = hasRealTools() ? printedByPython(program) : actual;
  if (!expected) return undefined;
  for (const where of ['stdout', 'stderr'] as const) {
    if (expected[where] !== actual[where])
      return describe({ step: 0, what: 'python', where, expected: expected[where], actual: actual[where] });
  }
  return undefined;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      seed: { type: 'string' },
      first: { type: 'string' },
      whole: { type: 'boolean' },
      keep: { type: 'string' },
    },
  });
  const seed = values.seed ?? '1';
  const first = Number(values.first ?? 0);
  const rounds = Array.from({ length: Number(values.rounds ?? 100) }, (_, at) => first + at);
  const parts = positionals.length > 0 ? positionals : [...CASE_PARTS, 'python'];
  const judge = hasRealTools() ? byRealTools(values.keep) : await byProperties();
  let failed = 0;
  for (const part of parts) {
    if (part === 'python') failed += fuzzPrograms(rounds, seed);
    else if ((CASE_PARTS as readonly string[]).includes(part))
      failed += await fuzzCases(part as CasePart, judge, rounds, { seed, whole: values.whole ?? false });
    else throw new Error(`no such part: ${part}`);
  }
  console.log(
    `${rounds.length * parts.length} rounds${hasRealTools() ? ' against the real tools' : ''}, ${failed} failed`,
  );
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});
