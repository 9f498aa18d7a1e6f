/** The tools of a Python project that run as processes of their own. */
import { main as alembicMain } from '../alembic/cli/main.ts';
import type { Machine } from '../machine.ts';
import { revisionFacts } from '../modules/alembic/revision-facts.ts';
import { main as sqlacodegenMain } from '../sqlacodegen/main.ts';
import { docker, dockerCompose } from './commands/docker.ts';
import { git } from './commands/git.ts';
import { pgDump } from './commands/pg-dump.ts';
import { python } from './commands/python.ts';
import type { Suggestions } from './complete.ts';
import { pip } from './packages/pip.ts';
import { poetry } from './packages/poetry.ts';
import { consoleScript } from './process.ts';
import { laterProgram, type Program } from './program.ts';
import { psql } from './psql/index.ts';

const ALEMBIC_COMMANDS = [
  'branches',
  'check',
  'current',
  'downgrade',
  'edit',
  'ensure_version',
  'heads',
  'history',
  'init',
  'list_templates',
  'merge',
  'revision',
  'show',
  'stamp',
  'upgrade',
];

const ALEMBIC_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  '': ['--config', '--help', '--name', '--quiet', '--raiseerr', '--version', '-c', '-n', '-q', '-x'],
  branches: ['--verbose'],
  check: [],
  current: ['--check-heads', '--verbose'],
  downgrade: ['--sql', '--tag'],
  ensure_version: ['--sql'],
  heads: ['--resolve-dependencies', '--verbose'],
  history: ['--indicate-current', '--rev-range', '--verbose'],
  init: ['--package', '--template'],
  merge: ['--branch-label', '--message', '--rev-id'],
  revision: [
    '--autogenerate',
    '--branch-label',
    '--depends-on',
    '--head',
    '--message',
    '--rev-id',
    '--splice',
    '--sql',
    '--version-path',
    '-m',
  ],
  stamp: ['--purge', '--sql', '--tag'],
  upgrade: ['--sql', '--tag'],
};

const SQLACODEGEN_OPTIONS = [
  '--generator',
  '--help',
  '--noviews',
  '--options',
  '--outfile',
  '--schemas',
  '--tables',
  '--version',
];

const TAKES_REVISION = new Set(['upgrade', 'downgrade', 'stamp', 'show', 'merge', 'edit']);

/** Every tool by name. */
export function tools(): Record<string, Program> {
  return {
    alembic: consoleScript(ALEMBIC_OPTIONS['']!, alembicMain),
    python,
    python3: python,
    docker: laterProgram(() => docker),
    git: laterProgram(() => git),
    'docker-compose': laterProgram(() => dockerCompose),
    pg_dump: laterProgram(() => pgDump),
    pip: laterProgram(() => pip),
    pip3: laterProgram(() => pip),
    poetry: laterProgram(() => poetry),
    psql: laterProgram(() => psql),
    sqlacodegen: consoleScript(SQLACODEGEN_OPTIONS, (process) => sqlacodegenMain(process)),
  };
}

/** What Tab knows of the tools' arguments. */
export function suggestions(machine: Machine): Suggestions {
  return {
    words: ([tool, ...rest]) => {
      if (tool !== 'alembic') return [];
      const command = rest.find((word) => ALEMBIC_COMMANDS.includes(word));
      if (command === undefined) return ALEMBIC_COMMANDS;
      const revisions = TAKES_REVISION.has(command) ? revisionNames(machine) : [];
      return [...(ALEMBIC_OPTIONS[command] ?? []), ...revisions];
    },
  };
}

function revisionNames(machine: Machine): string[] {
  const { files } = revisionFacts(machine, []);
  const ids = files.flatMap((file) => (file.revision === null ? [] : [file.revision]));
  return ['head', 'heads', 'base', ...ids, ...files.flatMap((file) => file.labels)];
}
