/** The engine's entry as a case uses it: programs by their arguments, or lines in one shell. */
import type { boot } from '../../src/database/boot.ts';
import { pgDump } from '../../src/database/pg-dump.ts';
import { openTerminal, runArgv } from '../../src/engine/index.ts';
import type { Machine } from '../../src/engine/machine.ts';
import { collector } from '../../src/engine/shell/run/collector.ts';
import { fulfilNeed } from '../../src/session/workspace/needs.ts';
import type { RunArgv, RunLine } from './play.ts';

export const loadEngine = (): RunArgv => runArgv;

/** A shell that stays open through a case. What it asks for outside the engine is done as the session does it. */
export function caseShell(machine: Machine, pg: Awaited<ReturnType<typeof boot>>): RunLine {
  const terminal = openTerminal(machine);
  return async (line, input) => {
    const stdout = collector();
    const stderr = collector();
    const running = terminal.run(line, { stdout, stderr, input, toFile: true });
    let next = running.next();
    while (!next.done) {
      const host = { machine, dump: (args: readonly string[]) => pgDump(pg, args) };
      next = running.next(await fulfilNeed(next.value, host));
    }
    return { exit: next.value, stdout: stdout.text(), stderr: stderr.text() };
  };
}
