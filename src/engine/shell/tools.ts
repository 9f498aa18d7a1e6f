/** The tools of a Python project that run as processes of their own. */
import { main as alembicMain } from '../alembic/cli/main.ts';
import { main as sqlacodegenMain } from '../sqlacodegen/main.ts';
import { docker, dockerCompose } from './commands/programs/docker.ts';
import { git } from './commands/programs/git.ts';
import { createdb, dropdb, pgRestore } from './commands/programs/pg-clients.ts';
import { pgDump } from './commands/programs/pg-dump.ts';
import { python } from './commands/programs/python.ts';
import { pip } from './packages/pip.ts';
import { poetry } from './packages/poetry.ts';
import { laterProgram, type Program } from './program.ts';
import { psql } from './psql/index.ts';
import { consoleScript } from './run/process.ts';

/** Every tool by name. */
export function tools(): Record<string, Program> {
  return {
    alembic: consoleScript(alembicMain),
    python,
    python3: python,
    docker: laterProgram(() => docker),
    git: laterProgram(() => git),
    'docker-compose': laterProgram(() => dockerCompose),
    createdb: laterProgram(() => createdb),
    dropdb: laterProgram(() => dropdb),
    pg_dump: laterProgram(() => pgDump),
    pg_restore: laterProgram(() => pgRestore),
    pip: laterProgram(() => pip),
    pip3: laterProgram(() => pip),
    poetry: laterProgram(() => poetry),
    psql: laterProgram(() => psql),
    sqlacodegen: consoleScript((process) => sqlacodegenMain(process)),
  };
}
