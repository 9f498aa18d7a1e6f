/** What must hold of any input, without the real tools at hand. */
import type { Case } from '../conformance/cases.ts';
import { unexplained } from './exceptions.ts';
import type { Answer } from './observe.ts';
import { restorable } from './restore-exceptions.ts';

/** @returns what is wrong, or undefined */
export function violation(
  one: Case,
  answers: readonly Answer[],
  again: readonly Answer[],
): string | undefined {
  const broken = answers.find(({ exit, stderr }) => exit === -1 || stderr.includes('the simulator broke'));
  if (broken) return `the engine broke: ${broken.stderr.split('\n').slice(0, 3).join(' ')}`;
  if (still(answers) !== still(again)) return 'the same steps gave another answer';
  return one.id.includes('/models-') ? changeViolation(one, answers) : undefined;
}

/** Names of parameters hold an address, which differs from run to run. */
const still = (answers: readonly Answer[]): string =>
  JSON.stringify(answers).replace(/%\(\d+(?=[\\n ]*param\))/g, '%(0');

const commandOf = ({ step }: Answer): string =>
  step.do === 'run' ? (step.argv ?? []).slice(1).join(' ') : step.do;

/** Autogenerate, upgrade, check says nothing, and down again to the schema of before. */
function changeViolation(one: Case, answers: readonly Answer[]): string | undefined {
  const files = new Map(Object.entries(one.files ?? {}));
  for (const [at, answer] of answers.entries()) {
    if (answer.step.do === 'write') files.set(answer.step.path, answer.step.text);
    const before = answers[at - 1];
    if (before?.exit !== 0 || !revised(answers.slice(0, at))) continue;
    if (commandOf(answer) === 'check' && commandOf(before) === 'upgrade head') {
      const project = [...files.values()].join('\n');
      const left = answer.exit === 0 ? [] : unexplained(answer.stderr, project);
      if (left.length > 0) return `check still differs: ${left.join('\n').slice(0, 600)}`;
    }
    if (commandOf(answer) === 'schema' && commandOf(before) === 'downgrade -1') {
      const wrong = restoreViolation(answers, at);
      if (wrong) return wrong;
    }
  }
  return undefined;
}

/** Whether the last autogenerate came to an end: after one that did not, the models say nothing. */
const revised = (answers: readonly Answer[]): boolean =>
  answers.findLast((answer) => commandOf(answer).startsWith('revision'))?.exit === 0;

/** The last revision was one step: before it stood the schema that the last but one upgrade left. */
function restoreViolation(answers: readonly Answer[], at: number): string | undefined {
  const upgrades = answers.flatMap((one, index) =>
    commandOf(one) === 'upgrade head' && index < at ? [index] : [],
  );
  const [earlier, last] = upgrades.slice(-2);
  if (earlier === undefined || last === undefined) return undefined;
  const sound = answers.slice(earlier, at).every((one) => one.exit === 0 || commandOf(one) === 'check');
  // What others did to the database in between is not undone.
  const alone = answers.slice(earlier, last).every(({ step }) => step.do !== 'sql');
  if (!sound || !alone) return undefined;
  const before = answers.slice(earlier, last).find((one) => commandOf(one) === 'schema')?.schema;
  const revision = answers[last - 1]!.written;
  // Where env.py wanted no revision, the one below it was undone.
  if (revision === '') return undefined;
  const left = (schema: unknown) => JSON.stringify(restorable(tablesOf(schema), revision));
  return left(before) === left(answers[at]!.schema) ? undefined : 'the downgrade does not restore the schema';
}

/** Enum types stay when their table goes, and a new column does not make them. */
const tablesOf = (schema: unknown): unknown => (schema as { readonly tables?: unknown } | undefined)?.tables;
