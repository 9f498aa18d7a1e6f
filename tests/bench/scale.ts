/** How cost grows: many tables, many revisions, beside the real command line in the same run where there is one. */
import { median, milliseconds, printTable, times } from './measure.ts';
import { bareSql, newBench } from './ours.ts';
import { LESSON_URL, type Project, revisionsProject, tablesProject } from './projects.ts';
import { findPython, RECORDED, type RealServer, realProject, startRealServer } from './real.ts';

const TABLES = [10, 100, 1000] as const;
const REVISIONS = [100, 1000, 5000] as const;

interface Command {
  readonly name: string;
  readonly argv: readonly string[];
  /** Recorded milliseconds of the real one. */
  readonly recorded?: number;
}

/** What one round measured of a command, in milliseconds. */
interface Measured {
  readonly ours: number;
  readonly sql: number;
  readonly real: number | undefined;
  readonly failed: string;
}

interface Scale {
  /** How often everything is done anew; the medians count. */
  readonly rounds: number;
  /** How many times faster than the real command line. */
  readonly wanted: number;
}

/** Runs the commands of a project with both, one after the other, on an empty server each. */
async function round(
  files: (url: string) => Project,
  commands: readonly Command[],
  real: RealServer | undefined,
): Promise<Measured[]> {
  const bench = await newBench(files(LESSON_URL));
  const python = real && findPython();
  const project = python === undefined ? undefined : realProject(python, files(real!.url));
  const runs = commands.map(({ argv }) => bench.run(['alembic', ...argv]));
  const bare = await bareSql(runs.map((run) => run.messages));
  const measured = commands.map(({ argv }, i) => {
    const { milliseconds: ours, exit, stderr } = runs[i]!;
    const failed = exit === 0 ? '' : `exit ${exit}: ${stderr.trim().split('\n').at(-1)?.slice(0, 60)}`;
    return { ours, sql: bare[i]!, real: project?.run(argv), failed };
  });
  project?.remove();
  return measured;
}

/** Rows of the table: for each command the medians of its rounds. @param files of each round: new ones, as far as the engine can tell. @param server a fresh one for each round */
async function compare(
  files: (url: string, turn: number) => Project,
  commands: readonly Command[],
  { rounds, wanted }: Scale,
  server: () => Promise<RealServer | undefined>,
): Promise<string[][]> {
  const all: Measured[][] = [];
  for (let turn = 0; turn < rounds; turn++) {
    const real = findPython() ? await server() : undefined;
    all.push(await round((url) => files(url, turn), commands, real));
    real?.stop();
  }
  return commands.map(({ name, recorded }, i) => {
    const of = all.map((one) => one[i]!);
    const ours = median(of.map((one) => one.ours));
    const sql = median(of.map((one) => one.sql));
    const beside = of.flatMap(({ real }) => (real === undefined ? [] : [real]));
    const real = beside.length > 0 ? median(beside) : recorded;
    const how = beside.length > 0 ? 'same run' : recorded === undefined ? '' : 'recorded';
    const ratio = real === undefined ? undefined : real / ours;
    // An engine that takes no time at all would be so much faster.
    const most = real === undefined || sql < NOTHING ? undefined : real / sql;
    return [
      name,
      milliseconds(ours),
      milliseconds(sql),
      milliseconds(real),
      how,
      times(ratio),
      times(most),
      `${wanted} ×`,
      of.find(({ failed }) => failed !== '')?.failed ?? verdictOf(ratio, most, wanted),
    ];
  });
}

const HEAD = ['', 'ours', 'PGlite alone', 'real CLI', '', 'faster', 'at most', 'wanted', ''];

/** Milliseconds below which the database did nothing. */
const NOTHING = 1;

function verdictOf(ratio: number | undefined, most: number | undefined, wanted: number): string {
  if (ratio === undefined) return '';
  if (ratio >= wanted) return 'met';
  return most !== undefined && most < wanted ? 'not met: nor by the database alone' : 'not met';
}

const SCALES: Readonly<Record<number, Scale>> = {
  10: { rounds: 5, wanted: 20 },
  100: { rounds: 3, wanted: 10 },
  1000: { rounds: 1, wanted: 5 },
};
const REVISION_SCALES: Readonly<Record<number, Scale>> = {
  100: { rounds: 5, wanted: 20 },
  1000: { rounds: 3, wanted: 10 },
  5000: { rounds: 3, wanted: 5 },
};

/**
 * A workspace has run commands before; a real process has not, ever. Ours is measured as after a chapter of lessons, some fifty
 * commands, when JavaScript and WebAssembly are compiled as they will stay.
 */
async function warmUp(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    const bench = await newBench(tablesProject(10, LESSON_URL, `warm-up ${turn}`));
    for (const line of ['revision --autogenerate -m x', 'upgrade head', 'check', 'history']) {
      bench.run(['alembic', ...line.split(' ')]);
    }
  }
}

/** The same for a workspace whose revisions have become many: `--sql` and the graph of a hundred are code that ten tables never reach. */
async function warmUpRevisions(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    const bench = await newBench(revisionsProject(100, LESSON_URL, `warm-up ${turn}`));
    for (const line of ['history', 'heads', 'upgrade head --sql']) bench.run(['alembic', ...line.split(' ')]);
  }
}

/** Autogenerate, check and upgrade over the number of tables. */
export async function benchTables(): Promise<void> {
  await warmUp();
  const rows: string[][] = [];
  for (const count of TABLES) {
    const commands: Command[] = [
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
    ];
    const files = (url: string, turn: number) => tablesProject(count, url, `turn ${turn}`);
    rows.push(...(await compare(files, commands, SCALES[count]!, startRealServer)));
  }
  printTable('Many tables, every file new to the engine (medians)', HEAD, rows);
}

/** Nothing here asks a database, so the real command line needs none. */
const noServer = async (): Promise<RealServer> => ({ url: LESSON_URL, stop: () => {} });

/** History, heads and scripts over the number of revisions. */
export async function benchRevisions(): Promise<void> {
  await warmUp();
  await warmUpRevisions();
  const rows: string[][] = [];
  for (const count of REVISIONS) {
    const commands: Command[] = [
      { name: `${count} revisions: history`, argv: ['history'], recorded: RECORDED.history[count] * 1000 },
      { name: `${count} revisions: heads`, argv: ['heads'] },
      { name: `${count} revisions: upgrade head --sql`, argv: ['upgrade', 'head', '--sql'] },
    ];
    const files = (url: string, turn: number) => revisionsProject(count, url, `turn ${turn}:`);
    rows.push(...(await compare(files, commands, REVISION_SCALES[count]!, noServer)));
  }
  printTable('Many revisions, every file new to the engine (medians)', HEAD, rows);
}
