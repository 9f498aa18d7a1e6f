/**
 * A lesson's setup and solution as a case for the recorder (tests/conformance/FORMAT.md): what it types of alembic and python, line by
 * line where a script does it, its SQL, and what other commands did to files. sqlacodegen counts among those: its own cases (cases/codegen) were recorded from its sources, which order
 * imports otherwise than the released package does. The real tools then say what each line prints; the engine is held to that like to any other case.
 */
import { posix } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Action, isAction } from '../../src/lessons/actions.ts';
import { lessonSolution, lessonStart } from '../../src/lessons/files/lesson-files.ts';
import { type Playing, play, ROOT } from './play.ts';

type CaseStep =
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'delete'; readonly path: string }
  | {
      readonly do: 'run';
      readonly argv: readonly string[];
      readonly env?: Readonly<Record<string, string>>;
      readonly cwd?: string;
    }
  | { readonly do: 'sql'; readonly sql: string }
  | { readonly do: 'server'; readonly runs: boolean }
  | { readonly do: 'schema' };

export interface LessonCase {
  readonly id: string;
  readonly source: string;
  readonly clock: string;
  readonly rev_ids: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly db_down?: true;
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly CaseStep[];
}

export const caseId = (lesson: string): string => `lessons/${lesson.replaceAll('/', '-')}`;

/** Plays the lesson and writes down what the recorder can follow; it ends before a command that does what no case can say. */
export async function lessonCase(id: string): Promise<LessonCase> {
  const start = lessonStart(ROOT, id);
  const playing = await play({ ...start, setup: [] });
  const steps: CaseStep[] = [];
  const ids: string[] = [];
  let place: Place = { exported: {}, folder: '' };
  const take = async (action: Action): Promise<boolean> => {
    const { files: before, database } = playing.workspace.snapshot();
    await playing.do(action);
    if (action.do === 'run') place = placeAfter(place, action.line);
    const typed = action.do === 'run' ? commandOf(action.line, place.exported) : undefined;
    const after = playing.workspace.snapshot().database;
    if (after.running !== database.running) {
      steps.push({ do: 'server', runs: after.running });
      return true;
    }
    if (action.do === 'run' && !typed && !isDeepStrictEqual(database, after)) return false;
    if (typed) ids.push(...usedIds(typed.argv, before, playing, ids.length + 1));
    steps.push(...stepsOf(action, typed, place.folder, before, playing));
    return true;
  };
  for (const action of [
    ...start.setup,
    ...lessonSolution(ROOT, id)
      .map((line) => line.action)
      .filter(isAction),
  ]) {
    const script = scriptOf(action, playing);
    let follows = true;
    for (const line of script ?? [action]) {
      follows = await take(line);
      if (!follows || (script && playing.workspace.results.at(-1)!.exit !== 0)) break;
    }
    if (!follows) break;
  }
  return {
    id: caseId(id),
    source: `content/lessons/${id}: its setup and its solution`,
    clock: start.clock.replace(/(\.\d+)?Z$/, '.000000'),
    rev_ids: ids,
    ...(start.machine.environment && { env: start.machine.environment }),
    ...(start.machine.databaseStopped && { db_down: true as const }),
    files: start.files,
    steps: playing.workspace.snapshot().database.running ? [...steps, { do: 'schema' }] : steps,
  };
}

/** What lines before have left in the shell. */
interface Place {
  readonly exported: Readonly<Record<string, string>>;
  /** Below the project's root. */
  readonly folder: string;
}

/** The lines of a script that is run, which end at the first that fails; undefined for everything else. */
function scriptOf(action: Action, { workspace }: Playing): Action[] | undefined {
  const [, path] = (action.do === 'run' && /^(?:ba)?sh (\S+)$/.exec(action.line)) || [];
  if (path === undefined) return undefined;
  const lines = (workspace.snapshot().files[path] ?? '').split('\n');
  return lines
    .filter((line) => line !== '' && line !== 'set -e' && !line.startsWith('#'))
    .map((line) => ({ do: 'run', line }));
}

interface Typed {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly redirected: boolean;
}

/** The command of a line that the recorder has, perhaps with variables before it and `>` behind it; undefined for all other lines. */
function commandOf(line: string, exported: Readonly<Record<string, string>>): Typed | undefined {
  const [command = '', redirect, ...more] = line.split(/ > /);
  if (more.length > 0 || /[|;&`$]/.test(command.replace(/'[^']*'|"[^"]*"/g, ''))) return undefined;
  const words = [...command.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'),
  );
  const firstWord = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const argv = words.slice(firstWord);
  const isFile = /^python3?$/.test(argv[0] ?? '') && /\.py$/.test(argv[1] ?? '');
  if (argv[0] !== 'alembic' && !isFile) return undefined;
  const own = Object.fromEntries(words.slice(0, firstWord).map((word) => word.split(/=(.*)/s).slice(0, 2)));
  return { argv, env: { ...exported, ...own }, redirected: redirect !== undefined };
}

function placeAfter({ exported, folder }: Place, line: string): Place {
  const [, target] = /^cd (\S+)$/.exec(line) ?? [];
  if (target === undefined) return { exported: afterExport(exported, line), folder };
  return { exported, folder: posix.join('.', folder, target).replace(/^\.$/, '') };
}

function afterExport(old: Readonly<Record<string, string>>, line: string): Readonly<Record<string, string>> {
  const [, name, value] = /^export (\w+)=(\S+)$/.exec(line) ?? [];
  if (name !== undefined && value !== undefined) return { ...old, [name]: value.replace(/^["']|["']$/g, '') };
  const [, gone] = /^unset (\w+)$/.exec(line) ?? [];
  return Object.fromEntries(Object.entries(old).filter(([key]) => key !== gone));
}

function stepsOf(
  action: Action,
  typed: Typed | undefined,
  cwd: string,
  before: Readonly<Record<string, string>>,
  { workspace }: Playing,
): CaseStep[] {
  if (action.do === 'sql') return [{ do: 'sql', sql: action.sql }];
  const after = workspace.snapshot().files;
  const changes: CaseStep[] = [
    ...Object.keys(before)
      .filter((path) => after[path] === undefined)
      .map((path) => ({ do: 'delete' as const, path })),
    ...Object.entries(after)
      .filter(([path, text]) => before[path] !== text)
      .map(([path, text]) => ({ do: 'write' as const, path, text })),
  ];
  if (!typed) return changes;
  const run: CaseStep = {
    do: 'run',
    argv: typed.argv,
    ...(Object.keys(typed.env).length > 0 && { env: typed.env }),
    ...(cwd !== '' && { cwd }),
  };
  return typed.redirected ? [run, ...changes] : [run];
}

/** What stands in for Alembic's random id in this command: the id of the file that it made, or any for one that made none. */
function usedIds(
  argv: readonly string[],
  before: Readonly<Record<string, string>>,
  { workspace }: Playing,
  number: number,
): string[] {
  const asks = argv[0] === 'alembic' && argv.some((word) => ['revision', 'merge', 'check'].includes(word));
  if (!asks || argv.some((word) => word.startsWith('--rev-id'))) return [];
  const made = workspace
    .snapshot()
    .revisions.files.find(({ path, revision }) => before[path] === undefined && revision !== null);
  return [made?.revision ?? number.toString(16).padStart(12, '0')];
}
