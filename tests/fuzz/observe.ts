/** Plays a case in the engine and collects what it answers, where nothing was recorded. */
import { readFileSync } from 'node:fs';
import { boot } from '../../src/database/boot.ts';
import { emptyServer } from '../../src/database/empty.ts';
import { openServer, type Server } from '../../src/database/server.ts';
import { runArgv } from '../../src/engine/index.ts';
import type { Machine } from '../../src/engine/machine.ts';
import type { Case, CaseStep } from '../conformance/cases.ts';
import { caseShell } from '../conformance/engine.ts';
import { caseMachine } from '../conformance/machine.ts';
import { playCase } from '../conformance/play.ts';

/** The answer to one step; what it has depends on the step. */
export interface Answer {
  readonly step: CaseStep;
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly schema: unknown;
  /** The text of files that the command wrote. */
  readonly written: string;
}

const schemaSql = readFileSync(new URL('../conformance/schema.sql', import.meta.url), 'utf8');

/** Expectations that no answer meets, so that every answer comes back as a difference. */
function unmeetable(step: CaseStep): CaseStep {
  const never = '\u0000';
  if (step.do === 'run') return { ...step, exit: Number.NaN, stdout: never, stderr: never, files: {} };
  return step.do === 'schema' ? { ...step, schema: never } : step;
}

export interface Observer {
  readonly observe: (one: Case) => Promise<Answer[]>;
}

/** @returns something that plays cases one after the other on one server */
export async function makeObserver(): Promise<Observer> {
  let machine: Machine | undefined;
  const pg = await boot(undefined);
  const server: Server = openServer(pg, {
    now: () => machine?.now() ?? 0n,
    randomBytes: (count) => machine?.randomBytes(count) ?? new Uint8Array(count),
  });
  return {
    observe: async (one) => {
      emptyServer(server);
      machine = caseMachine(one, server);
      const differences = await playCase(
        { ...one, steps: one.steps.map(unmeetable) },
        { machine, server, runArgv, runLine: caseShell(machine, pg), schemaSql },
      );
      return one.steps.map((step, number) => {
        const of = (where: string) => differences.find((d) => d.step === number && d.where === where)?.actual;
        return {
          step,
          exit: Number(of('exit') ?? 0),
          stdout: String(of('stdout') ?? ''),
          stderr: String(of('stderr') ?? ''),
          schema: of('schema'),
          written: differences
            .filter((d) => d.step === number && d.where.startsWith('files: '))
            .map((d) => String(d.actual))
            .join('\n'),
        };
      });
    },
  };
}
