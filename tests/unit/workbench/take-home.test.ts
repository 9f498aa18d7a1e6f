/** A project that is taken home runs under the real Alembic. Needs $ORACLE_PYTHON and $ORACLE_NODE_DIR, as recording does. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBootFiles } from '../../../src/database/read-boot-files.ts';
import { engine } from '../../../src/engine/index.ts';
import { dictionaryOf } from '../../../src/i18n/index.ts';
import { worldFiles } from '../../../src/lessons/files/project-files.ts';
import type { Step } from '../../../src/session/journal/journal.ts';
import { replay } from '../../../src/session/workspace/replay.ts';
import { newServers } from '../../../src/session/workspace/servers.ts';
import { projectToTakeHome, zipOf } from '../../../src/workbench/share/take-home.ts';
import { findPython, type RealServer, startRealServer } from '../../bench/real.ts';

const python = process.env.ORACLE_NODE_DIR ? findPython() : undefined;
const ROOT = new URL('../../../', import.meta.url).pathname;
const folders: string[] = [];
let server: RealServer | undefined;

/** What the workbench's own engine makes of a world, as the zip that "Take it home" saves, unpacked on disk. */
async function takenHome(
  world: string,
  lines: readonly string[],
  written: Readonly<Record<string, string>> = {},
): Promise<string> {
  const at = (index: number) => 1_768_469_400_000 + index;
  const writes = Object.entries(written).map(
    ([path, text], index): Step => ({ do: 'write', at: at(index), path, text }),
  );
  const runs = lines.map((line, index): Step => ({ do: 'run', at: at(writes.length + index), line }));
  const steps = [...writes, ...runs];
  const start = worldFiles(ROOT, world);
  const journal = {
    version: 1,
    seed: '0123456789abcdef0123456789abcdef',
    start,
    machine: {},
    steps,
  } as const;
  const servers = newServers(() => readBootFiles());
  const host = {
    engine,
    fulfil: () => {
      throw new Error('nothing asynchronous is needed here');
    },
  };
  const workspace = await replay(journal, steps.length, servers, host);
  expect(workspace.results.map(({ exit }) => exit)).toEqual(steps.map(() => 0));
  const files = projectToTakeHome(
    workspace.snapshot().files,
    workspace.shell().installed,
    dictionaryOf('en'),
  );
  const folder = mkdtempSync(join(tmpdir(), 'home-'));
  folders.push(folder);
  for (const [path, bytes] of Object.entries(unzipSync(zipOf(files, 'project')))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return join(folder, 'project');
}

function run(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(python!, args, { cwd: folder, encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

/** The same project with the address of the test's server: at home it is docker-compose's. */
function pointTo(folder: string, url: string, ini: string): void {
  writeFileSync(
    join(folder, 'alembic.ini'),
    ini.replace(/^sqlalchemy\.url = .*$/m, `sqlalchemy.url = ${url}`),
  );
}

describe.skipIf(!python)('a project that is taken home', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    server = await startRealServer();
  }, 60_000);
  afterAll(() => {
    server?.stop();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('upgrades and checks with the real tools, merged heads too', async () => {
    const folder = await takenHome('team', [
      'alembic merge heads -m "Merge points and coupons"',
      'alembic upgrade heads',
    ]);
    pointTo(folder, server!.url, worldFiles(ROOT, 'team')['alembic.ini']!);
    run(folder, '-m', 'alembic', 'upgrade', 'head');
    expect(run(folder, '-m', 'alembic', 'check')).toContain('No new upgrade operations detected.');
    expect(run(folder, '-m', 'alembic', 'current')).toContain('(head) (mergepoint)');
    run(folder, '-m', 'alembic', 'downgrade', 'base');
  });

  it('upgrades and checks what autogenerate made here of an enum and a foreign key', async () => {
    const model = `import enum

from sqlalchemy import Column, Enum, ForeignKey, Integer, String

from app.models.base import Base


class State(enum.Enum):
    out = "out"
    back = "back"


class User(Base):
    __tablename__ = "users"

    id = Column(Integer, primary_key=True)
    username = Column(String(50), nullable=False)


class Loan(Base):
    __tablename__ = "loans"

    id = Column(Integer, primary_key=True)
    user_id = Column(Integer, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True)
    state = Column(Enum(State, name="loan_state"), nullable=False, server_default="out")
`;
    const lines = [
      'alembic upgrade head',
      'alembic revision --autogenerate -m "Loans"',
      'alembic upgrade head',
    ];
    const folder = await takenHome('bookshop', lines, { 'app/models/user.py': model });
    pointTo(folder, server!.url, worldFiles(ROOT, 'bookshop')['alembic.ini']!);
    run(folder, '-m', 'alembic', 'upgrade', 'head');
    expect(run(folder, '-m', 'alembic', 'check')).toContain('No new upgrade operations detected.');
    run(folder, '-m', 'alembic', 'downgrade', 'base');
  });

  it('says what to install in a form that tools read', async () => {
    const folder = await takenHome('bookshop', []);
    const names = run(
      folder,
      '-c',
      'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["dependencies"])',
    );
    expect(names.trim()).toBe('alembic==1.19.1 psycopg2-binary sqlacodegen==3.0.0 sqlalchemy==2.0.52');
  });
});
