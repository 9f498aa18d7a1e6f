/**
 * What a revision file does beside what the models say now. The real command tells it: on a shadow that stands where the revision
 * begins, with the revisions before it alone, `revision --autogenerate` writes what it would write today, and the two are compared
 * operation by operation.
 */
import { overlayFiles } from '../../engine/files.ts';
import type { Files } from '../../engine/machine.ts';
import type { RevisionFileSnapshot, RevisionSnapshot } from '../../engine/snapshot.ts';
import { compareOperations, type DiffItem, laterOne, type RevisionText } from '../compare/operation-diff.ts';
import { PROJECT } from '../workspace/machine.ts';
import type { DriftWorld } from './drift.ts';
import { type Failure, failureOf, type Rehearsed, rehearsal } from './rehearsal.ts';
import { emptied, withShadow } from './shadow-database.ts';

export interface ModelDiff {
  /** Of the file, and then of what it undoes. */
  readonly parts: readonly { readonly name: 'upgrade' | 'downgrade'; readonly items: readonly DiffItem[] }[];
  /** How many revisions come after this one: the models are as the last one leaves the database. */
  readonly later: number;
  readonly problem: ModelDiffProblem | undefined;
}

/** `before`: the revisions below cannot be run; `generate`: autogenerate fails; `file`: this one is not Python, or no revision. */
export type ModelDiffProblem =
  | ({ readonly during: 'before' | 'generate' } & Failure)
  | { readonly during: 'file'; readonly text: string }
  | { readonly during: 'merge' };

const NOTHING = { parts: [], later: 0 } as const;

/**
 * @param path of the revision file.
 * @param drafts path to text: files as the editor has them.
 * @returns undefined where there is no such revision file.
 */
export function compareWithModels(
  world: DriftWorld,
  path: string,
  drafts: Readonly<Record<string, string>>,
): ModelDiff | undefined {
  const files = overlayFiles(world.machine.files);
  for (const [one, text] of Object.entries(drafts)) files.write(`${PROJECT}/${one}`, text);
  const facts = world.engine.revisions({ ...world.machine, files }, world.current);
  const file = facts.files.find((one) => one.path === path);
  if (!file) return undefined;
  if (file.revision === null) return { ...NOTHING, problem: { during: 'file', text: file.problem ?? '' } };
  if (file.down.length > 1) return { ...NOTHING, problem: { during: 'merge' } };
  const text = files.read(`${PROJECT}/${path}`) ?? '';
  const before = ancestors(facts, file);
  const after = facts.files.filter((one) => ancestors(facts, one).has(file.revision!));
  for (const one of facts.files)
    if (one.revision === null || !before.has(one.revision)) files.remove(`${PROJECT}/${one.path}`);
  const generated = generate(world, files, file);
  if ('during' in generated) return { ...NOTHING, later: after.length, problem: generated };
  const own = { facts: file, text };
  return {
    parts: compareOperations(generated, own).map(({ name, items }) => ({
      name,
      items: items.map((item) => laterOne(item, after)),
    })),
    later: after.length,
    problem: undefined,
  };
}

/** Ids of the revisions that one needs. */
function ancestors({ files }: RevisionSnapshot, file: RevisionFileSnapshot): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [...needsOf(file)];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...files.filter(({ revision }) => revision === id).flatMap(needsOf));
  }
  return seen;
}

const needsOf = ({ down, dependsOn }: RevisionFileSnapshot): readonly string[] => [...down, ...dependsOn];

/** @param files with the revisions below this one and no others. */
function generate(
  { engine, machine, server, current }: DriftWorld,
  files: Files,
  file: RevisionFileSnapshot,
): RevisionText | ModelDiffProblem {
  const below = needsOf(file);
  // Where the database stands just there, it may have what no revision made, and autogenerate would see it.
  const standsThere = current.length === below.length && below.every((id) => current.includes(id));
  return withShadow(server, (shadow, connection) => {
    const run = rehearsal(engine, machine, files, shadow);
    const failed = (during: 'before' | 'generate', done: Rehearsed) => ({ during, ...failureOf(done) });
    if (!standsThere) {
      emptied(connection);
      for (const id of below) {
        const done = run(`alembic upgrade ${id}`);
        if (done.exit !== 0) return failed('before', done);
      }
    }
    const done = run('alembic revision --autogenerate');
    const known = new Set(below);
    const made = engine
      .revisions({ ...machine, files }, current)
      .files.find(
        ({ revision, down }) => revision !== null && !known.has(revision) && down.join() === file.down.join(),
      );
    if (done.exit !== 0 || !made) return failed('generate', done);
    return { facts: made, text: files.read(`${PROJECT}/${made.path}`) ?? '' };
  });
}
