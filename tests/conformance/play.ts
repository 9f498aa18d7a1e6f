/** Plays one case through the engine and collects every difference. */
import type { Server } from '../../src/database/server.ts';
import { filesBelow } from '../../src/engine/files.ts';
import { DatabaseError, type Files, type Machine, type QueryResult } from '../../src/engine/machine.ts';
import type { Case, CaseStep, QueryStep, RunStep } from './cases.ts';
import { type Difference, isEqual } from './compare.ts';
import { normalise, ROOT } from './normalise.ts';
import { psycopg2Text } from './psycopg2-text.ts';

/** The engine, as far as a case needs it. */
export type RunArgv = (
  machine: Machine,
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
) => { readonly exit: number; readonly stdout: string; readonly stderr: string };

/** Runs a line in the case's own shell. */
export type RunLine = (
  line: string,
  input: string | undefined,
) => Promise<{ readonly exit: number; readonly stdout: string; readonly stderr: string }>;

export interface Player {
  readonly machine: Machine;
  readonly server: Server;
  readonly runArgv: RunArgv;
  readonly runLine: RunLine;
  /** The query behind the `schema` step. */
  readonly schemaSql: string;
}

export async function playCase(one: Case, player: Player): Promise<Difference[]> {
  if (one.db_down) player.server.stop();
  const differences: Difference[] = [];
  for (const [number, step] of one.steps.entries()) {
    const found = await playStep(step, one, player);
    player.server.endSessions();
    differences.push(
      ...found.map((difference) => ({ step: number, what: describeStep(step), ...difference })),
    );
  }
  return differences;
}

type Found = Pick<Difference, 'where' | 'expected' | 'actual'>;

async function playStep(step: CaseStep, one: Case, player: Player): Promise<Found[]> {
  const { files } = player.machine;
  switch (step.do) {
    case 'write':
      files.write(`${ROOT}/${step.path}`, step.text);
      return [];
    case 'delete':
      return files.remove(`${ROOT}/${step.path}`)
        ? []
        : [{ where: 'file', expected: step.path, actual: null }];
    case 'run':
      return playRun(step, one, player);
    case 'sql':
      return unequal('error', step.error ?? null, ask(player.server, step.sql).error);
    case 'server':
      if (step.runs) player.server.start();
      else player.server.stop();
      return [];
    case 'query':
      return playQuery(step, player.server);
    case 'schema': {
      const { results, error } = ask(player.server, player.schemaSql);
      const text = results.at(-1)?.rows[0]?.[0];
      return unequal('schema', step.schema, text ? (JSON.parse(text) as unknown) : error);
    }
  }
}

async function playRun(step: RunStep, one: Case, player: Player): Promise<Found[]> {
  const before = projectFiles(player.machine.files);
  const { exit, stdout, stderr } = await runCommand(step, one, player);
  const after = projectFiles(player.machine.files);
  return [
    ...unequal('stderr', normalise(step.stderr), normalise(stderr)),
    ...unequal('stdout', normalise(step.stdout), normalise(stdout)),
    ...unequal('exit', step.exit, exit),
    ...differentFiles(step.files, before, after),
  ];
}

/** A bug of ours fails the step and leaves the rest of the case to be played. */
async function runCommand(step: RunStep, one: Case, player: Player): Promise<ReturnType<RunArgv>> {
  try {
    if (step.line !== undefined) return await player.runLine(step.line, step.input);
    player.machine.cwd = step.cwd === undefined ? ROOT : `${ROOT}/${step.cwd}`;
    return player.runArgv(player.machine, step.argv ?? [], { ...one.env, ...step.env });
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { exit: -1, stdout: '', stderr: `the simulator broke: ${what}` };
  }
}

/** Every file that the command created, changed or removed, against what was recorded. */
function differentFiles(
  expected: RunStep['files'],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Found[] {
  const actual = new Map<string, string | null>();
  for (const [path, text] of after) if (before.get(path) !== text) actual.set(path, text);
  for (const path of before.keys()) if (!after.has(path)) actual.set(path, null);
  const paths = new Set([...Object.keys(expected), ...actual.keys()]);
  return [...paths].sort().flatMap((path) => {
    const [e, a] = [expected[path], actual.get(path)];
    if (e === true) return after.has(path) ? [] : [{ where: `files: ${path}`, expected: true, actual: a }];
    return unequal(`files: ${path}`, e, a);
  });
}

function playQuery(step: QueryStep, server: Server): Found[] {
  const { results, error } = ask(server, step.sql);
  if (step.error !== undefined || error !== null) return unequal('error', step.error ?? null, error);
  const last = results.at(-1);
  const rows = last?.rows.map((row) => row.map((cell, i) => psycopg2Text(cell, last.fields[i]!.typeOid)));
  return unequal('rows', step.rows, rows);
}

/** Runs SQL as the recorder does, outside the learner's sessions; SQLSTATE or null beside the results. */
function ask(server: Server, sql: string): { results: readonly QueryResult[]; error: string | null } {
  const connection = server.administer();
  try {
    return { results: connection.execute(sql), error: null };
  } catch (error) {
    if (error instanceof DatabaseError) return { results: [], error: error.fields.code };
    throw error;
  } finally {
    connection.close();
  }
}

function projectFiles(files: Files): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of filesBelow(files, ROOT)) {
    if (!path.includes('/__pycache__/') && !path.endsWith('.pyc'))
      found.set(path.slice(ROOT.length + 1), files.read(path) ?? '');
  }
  return found;
}

const unequal = (where: string, expected: unknown, actual: unknown): Found[] =>
  isEqual(expected, actual) ? [] : [{ where, expected, actual }];

function describeStep(step: CaseStep): string {
  if (step.do === 'run') return step.line ?? step.argv?.join(' ') ?? '';
  if (step.do === 'sql' || step.do === 'query') return `${step.do}: ${step.sql.slice(0, 60)}`;
  return 'path' in step ? `${step.do} ${step.path}` : step.do;
}
