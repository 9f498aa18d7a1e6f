/** Each command of the first lesson against the bare SQL that it sends. */
import { fileURLToPath } from 'node:url';
import { readCase } from '../conformance/cases.ts';
import { ROOT } from '../conformance/normalise.ts';
import { median, milliseconds, printTable, times } from './measure.ts';
import { bareSql, newBench, type Run } from './ours.ts';

const CASE = fileURLToPath(new URL('../conformance/cases/models/guide-add-phone.json', import.meta.url));
const ROUNDS = 5;

export async function benchLesson(): Promise<void> {
  const one = readCase(CASE);
  const commands = one.steps.filter((step) => step.do === 'run');
  const rounds: Run[][] = [];
  const bare: number[][] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const bench = await newBench(one.files ?? {});
    const runs: Run[] = [];
    for (const step of one.steps) {
      if (step.do === 'write') bench.machine.files.write(`${ROOT}/${step.path}`, step.text);
      if (step.do === 'run') runs.push(bench.run(step.argv ?? []));
    }
    // The first round warms up.
    if (round === 0) continue;
    rounds.push(runs);
    bare.push(await bareSql(runs.map((run) => run.messages)));
  }
  const rows = commands.map(({ argv, exit }, i) => {
    const whole = median(rounds.map((runs) => runs[i]!.milliseconds));
    const sql = median(bare.map((list) => list[i]!));
    const other = rounds.map((runs) => runs[i]!.exit).find((code) => code !== exit);
    return [
      argv?.join(' ') ?? '',
      milliseconds(whole),
      milliseconds(sql),
      milliseconds(Math.max(0, whole - sql)),
      times(whole / sql),
      other === undefined ? '' : `exit ${other}, not ${exit}`,
    ];
  });
  printTable(
    `Commands of the lesson (medians of ${ROUNDS}; wanted: engine under 20 ms)`,
    ['', 'whole', 'bare SQL', 'engine', 'whole : SQL', ''],
    rows,
  );
}
