/** The parts of the fuzzer: each makes a case from a seed. */
import type { Case } from '../conformance/cases.ts';
import { codegenCase } from './codegen/project.ts';
import { graphsCase } from './graphs/project.ts';
import { modelsCase } from './models/project.ts';
import { opsCase } from './ops/project.ts';
import { mutated } from './python/mutate.ts';
import { anyProgram, WITHOUT_IMPORTS } from './python/program.ts';
import { type Random, randomOf } from './random.ts';

export const CASE_PARTS = ['models', 'graphs', 'ops', 'codegen'] as const;
export type CasePart = (typeof CASE_PARTS)[number];

const GENERATORS = ['tables', 'declarative', 'dataclasses', 'sqlmodels'];

const MAKERS: Readonly<Record<CasePart, (r: Random, id: string) => Case>> = {
  models: modelsCase,
  graphs: graphsCase,
  ops: opsCase,
  codegen: (r, id) => codegenCase(r, id, GENERATORS),
};

/** The case of a round: the same seed and number give the same case. */
export const caseOf = (part: CasePart, seed: string, round: number): Case =>
  MAKERS[part](randomOf(`${part}:${seed}:${round}`), `fuzz/${part}-${seed}-${round}`);

/** A third of the programs are broken on purpose: their error is what is compared. */
export function programOf(seed: string, round: number): string {
  const r = randomOf(`python:${seed}:${round}`);
  const program = anyProgram(r);
  return round % 3 === 2 ? mutated(r, program.slice(program.indexOf(WITHOUT_IMPORTS))) : program;
}
