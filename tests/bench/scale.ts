/** How cost grows: many tables, many revisions, beside the real command line in the same run where there is one. */
import { milliseconds, printTable, times } from './measure.ts';
import { bareSql, newBench } from './ours.ts';
import { LESSON_URL, type Project, revisionsProject, tablesProject } from './projects.ts';
import { findPython, RECORDED, realProject, startRealServer } from './real.ts';

const TABLES = [10, 100, 1000] as const;
const REVISIONS = [100, 1000, 5000] as const;

interface Command {
  readonly name: string;
  readonly argv: readonly string[];
  /** Recorded milliseconds of the real one. */
  readonly recorded?: number;
}

/** Runs the commands of a project with both, one after the other. */
async function compare(
  files: (url: string) => Project,
  commands: readonly Command[],
  realUrl: string | undefined,
): Promise<string[][]> {
  const bench = await newBench(files(LESSON_URL));
  const python = realUrl === undefined ? undefined : findPython();
  const real = python === undefined ? undefined : realProject(python, files(realUrl!));
  const runs = commands.map(({ argv }) => bench.run(['alembic', ...argv]));
  const bare = await bareSql(runs.map((run) => run.messages));
  const rows = commands.map(({ name, argv, recorded }, i) => {
    const run = runs[i]!;
    const beside = real?.run(argv);
    const theirs = beside ?? recorded;
    const how = beside !== undefined ? 'same run' : recorded !== undefined ? 'recorded' : '';
    const failed =
      run.exit === 0 ? '' : `exit ${run.exit}: ${run.stderr.trim().split('\n').at(-1)?.slice(0, 60)}`;
    return [
      name,
      milliseconds(run.milliseconds),
      milliseconds(bare[i]),
      milliseconds(theirs),
      how,
      times(theirs === undefined ? undefined : theirs / run.milliseconds),
      failed,
    ];
  });
  real?.remove();
  return rows;
}

const HEAD = ['', 'ours', 'of it SQL', 'real CLI', '', 'faster', ''];

/** The engine in a workspace has run commands before; a real process has not, ever. */
async function warmUp(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    const bench = await newBench(tablesProject(3));
    for (const line of ['revision --autogenerate -m x', 'upgrade head', 'check', 'history']) {
      bench.run(['alembic', ...line.split(' ')]);
    }
  }
}

export async function benchTables(): Promise<void> {
  await warmUp();
  const rows: string[][] = [];
  for (const count of TABLES) {
    // Each size gets a server of its own, as ours is emptied.
    const server = findPython() ? await startRealServer() : undefined;
    rows.push(
      ...(await compare(
        (url) => tablesProject(count, url),
        [
          {
            name: `${count} tables: revision --autogenerate`,
            argv: ['revision', '--autogenerate', '-m', 'all'],
            recorded: RECORDED.autogenerate[count] * 1000,
          },
          {
            name: `${count} tables: upgrade head`,
            argv: ['upgrade', 'head'],
            recorded: RECORDED.upgrade[count] * 1000,
          },
          { name: `${count} tables: check`, argv: ['check'] },
        ],
        server?.url,
      )),
    );
    server?.stop();
  }
  printTable('Many tables (wanted: 20 × at 10, 10 × at 100, 5 × at 1,000)', HEAD, rows);
}

export async function benchRevisions(): Promise<void> {
  await warmUp();
  const rows: string[][] = [];
  for (const count of REVISIONS) {
    const commands: Command[] = [
      { name: `${count} revisions: history`, argv: ['history'], recorded: RECORDED.history[count] * 1000 },
      { name: `${count} revisions: heads`, argv: ['heads'] },
      { name: `${count} revisions: upgrade head --sql`, argv: ['upgrade', 'head', '--sql'] },
    ];
    rows.push(...(await compare((url) => revisionsProject(count, url), commands, LESSON_URL)));
  }
  printTable('Many revisions (wanted: 20 × at 100, 5 × at 5,000)', HEAD, rows);
}
