/** Runs commands of the learner's project where they leave no trace: on files, variables and a database of their own. */
import type { EngineEvent } from '../../engine/events.ts';
import type { Database, Files, Machine } from '../../engine/machine.ts';
import type { Engine } from '../workspace/engine-port.ts';
import { PROJECT } from '../workspace/machine.ts';

/** What a command did and said. */
export interface Rehearsed {
  readonly exit: number;
  readonly events: readonly EngineEvent[];
  /** Everything it printed, both streams in order. */
  readonly said: string;
}

/** A dry run comes with every pause in typing: an endless loop must end soon. */
const STEP_BUDGET = 2_000_000;

/**
 * @param files an overlay that nobody else reads.
 * @param database where the commands connect.
 * @returns runs a line in the project's folder.
 * @throws Error where the command needs what cannot be done here
 */
export function rehearsal(
  engine: Engine,
  machine: Machine,
  files: Files,
  database: Database,
  stepBudget = STEP_BUDGET,
): (line: string) => Rehearsed {
  return (line) => {
    const events: EngineEvent[] = [];
    const said: string[] = [];
    const output = { write: (text: string) => void said.push(text) };
    const own: Machine = {
      ...machine,
      files,
      database,
      environment: new Map(machine.environment),
      installed: new Set(machine.installed),
      cwd: PROJECT,
      now: () => machine.now(),
      revisionId: () => '000000000000',
      randomBytes: (count) => new Uint8Array(count),
      stepBudget,
      trace: { count: 0, current: undefined },
      emit: (event) => void events.push(event),
    };
    const streams = { stdout: output, stderr: output, input: undefined };
    const { done, value } = engine.openTerminal(own).run(line, streams).next();
    if (!done) throw new Error(`a rehearsal cannot do ${value.what}`);
    return { exit: value, events, said: said.join('') };
  };
}

/** Why a command failed: its last words, and the learner's line that they speak of. */
export interface Failure {
  readonly text: string;
  /** Below the project's root. */
  readonly path: string | undefined;
  readonly line: number | undefined;
}

/** An exception's own line, or a tool's refusal: below it may stand the statement and advice. */
const EXCEPTION = /^(?!LINE |DETAIL|HINT)(FAILED: |(\w+\.)*\w*(Error|Exception|Exit|Interrupt|Warning)\b)/;

/** What a rehearsal failed with, and where in the project. */
export function failureOf({ said }: Rehearsed): Failure {
  const lines = said.trimEnd().split('\n');
  const text = lines.findLast((line) => EXCEPTION.test(line)) ?? lines.at(-1) ?? '';
  const places = [...said.matchAll(/File "\/home\/learner\/app\/([^"]+)", line (\d+)/g)];
  const place = places.at(-1);
  return { text, path: place?.[1], line: place && Number(place[2]) };
}
