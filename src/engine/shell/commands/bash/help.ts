/** `help`: what can be typed here, in the learner's language. */
import type { Invocation, Program } from '../../program.ts';
import { shellWords } from '../../words.ts';

/** @param all the names of the programs that are there. */
export const help = (all: () => Iterable<string>): Program => ({
  run: (call: Invocation) => {
    const { summaries } = shellWords(call.machine);
    const rows = [...all()].flatMap((name): [string, string][] => {
      const summary = summaries[name as keyof typeof summaries];
      return summary === undefined ? [] : [[name, summary]];
    });
    rows.sort(([a], [b]) => (a < b ? -1 : 1));
    const width = Math.max(...rows.map(([name]) => name.length)) + 2;
    call.stdout.write(rows.map(([name, summary]) => `${name.padEnd(width)}${summary}\n`).join(''));
    return 0;
  },
});
