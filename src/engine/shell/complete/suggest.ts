/** What Tab knows of the tools' own arguments: sub-commands, options, revisions, branches, services, packages, tables. */
import { ConnectFailure, DatabaseError, type Machine } from '../../machine.ts';
import { revisionFacts } from '../../modules/alembic/script/revision-facts.ts';
import { allInstalled, shelfNames } from '../../modules/packages/shelf.ts';
import { composeServices } from '../commands/programs/docker.ts';
import { targetOf } from '../psql/target.ts';
import type { Suggestions } from './complete.ts';
import { branchNames } from './git-names.ts';

/** Options and sub-commands of a tool; names that are not options go to the words, options to what begins with "-". */
type Table = Readonly<Record<string, string>>;

const ALEMBIC: Table = {
  '': '-c -n -x -q --config --name --raiseerr --quiet --help --version',
  branches: '-v --verbose',
  check: '',
  current: '-v --verbose --check-heads',
  downgrade: '--sql --tag',
  edit: '',
  ensure_version: '--sql',
  heads: '-v --verbose --resolve-dependencies',
  history: '-r --rev-range -v --verbose -i --indicate-current',
  init: '-t --template --package',
  list_templates: '',
  merge: '-m --message --branch-label --rev-id',
  revision:
    '-m --message --autogenerate --sql --head --splice --branch-label --version-path --rev-id --depends-on',
  show: '',
  stamp: '--sql --tag --purge',
  upgrade: '--sql --tag',
};

const GIT: Table = {
  '': '--version --help',
  add: '-A --all -u',
  branch: '-a -d -D -m --show-current -v',
  checkout: '-b --',
  commit: '-m -a -am --amend --allow-empty -q',
  config: '--global --list',
  diff: '--staged --cached --stat --name-only',
  init: '-b -q',
  log: '--oneline -n -p --stat --graph --all',
  merge: '--no-ff --abort --no-edit -m',
  mv: '',
  restore: '--staged --source',
  rm: '--cached -r -f',
  show: '--stat --oneline',
  status: '-s --short --branch',
  switch: '-c -C --create',
};

const POETRY: Table = {
  '': '--version --help',
  add: '--group --dev -D',
  init: '-n --no-interaction',
  install: '--no-root --sync',
  lock: '',
  remove: '--group',
  run: '',
  show: '--tree --latest',
  update: '',
};

const PIP: Table = {
  '': '--version --help',
  freeze: '',
  install: '-r -U --upgrade --requirement',
  list: '--outdated --format',
  show: '',
  uninstall: '-y --yes',
};

const COMPOSE: Table = {
  '': '-f --file --help',
  down: '-v --volumes',
  exec: '-it -T',
  logs: '-f --follow --tail',
  ps: '-a --all',
  restart: '',
  start: '',
  stop: '',
  up: '-d --detach',
  version: '',
};

const PLAIN: Table = {
  sqlacodegen: '--generator --tables --schemas --noviews --outfile --options --engine-arg --help --version',
  psql: '-c -f -d -U -h -p -l -A -t -x -q -v -F -P -1 -X -V --command --file --dbname --username --host --port --list --no-align --tuples-only --expanded --quiet --set --csv --single-transaction --version --help',
  pg_dump:
    '-a -c -C -d -f -F -h -n -N -O -p -s -t -T -U -x --data-only --clean --create --dbname --file --format --schema-only --schema --table --exclude-table --no-owner --no-acl --inserts --column-inserts --if-exists --version --help',
  pg_restore:
    '-a -c -C -d -f -F -l -s -t --clean --create --dbname --list --schema-only --table --version --help',
  createdb: '-h -p -U -O -T -E --owner --template --encoding --version --help',
  dropdb: '-h -p -U -f -i --if-exists --force --version --help',
};

const GENERATORS = ['declarative', 'dataclasses', 'sqlmodels', 'tables'];
const CODEGEN_OPTIONS = ['nobidi', 'nocomments', 'noconstraints', 'noindexes', 'nojoined', 'use_inflect'];
const TEMPLATES = ['async', 'generic', 'multidb', 'pyproject', 'pyproject_async'];
/** What takes a revision: the commands, and the options of the others. */
const TAKES_REVISION = new Set(['upgrade', 'downgrade', 'stamp', 'show', 'merge', 'edit']);
const REVISION_OPTIONS = new Set(['--head', '--depends-on', '--rev-range', '-r', '--splice']);
const TAKES_BRANCH = new Set(['branch', 'checkout', 'diff', 'log', 'merge', 'show', 'switch']);
const DATABASE_TOOLS = new Set(['psql', 'pg_dump', 'dropdb', 'pg_restore']);

/** @param machine whose files, packages and database the names come from. */
export function suggestions(machine: Machine): Suggestions {
  return {
    words: ([tool = '', ...rest]) => {
      if (tool === 'alembic') return alembicWords(machine, rest);
      if (tool === 'git') return gitWords(machine, rest);
      if (tool === 'poetry') return packageWords(machine, POETRY, rest, 'add', 'remove');
      if (tool === 'pip' || tool === 'pip3') return packageWords(machine, PIP, rest, 'install', 'uninstall');
      if (tool === 'docker') return dockerWords(machine, rest);
      if (tool === 'docker-compose') return composeWords(machine, rest);
      if (tool === 'sqlacodegen') return codegenWords(machine, rest);
      if (DATABASE_TOOLS.has(tool)) return databaseWords(machine, tool, rest);
      return (PLAIN[tool] ?? '').split(' ').filter(Boolean);
    },
    takesFiles: ([tool = '', ...rest]) => {
      if (tool === 'alembic')
        return ['-c', '--config', '--version-path'].includes(rest.at(-1) ?? '') || rest.includes('init');
      if (['docker', 'docker-compose', 'poetry', 'createdb', 'dropdb'].includes(tool))
        return rest.at(-1) === '-f';
      if (tool === 'git') return rest.length > 0 && !['switch', 'branch', 'merge', 'log'].includes(rest[0]!);
      if (tool === 'sqlacodegen') return rest.at(-1) === '--outfile';
      if (tool === 'pip') return /^(?:-r|--requirement)$/.test(rest.at(-1) ?? '');
      if (tool === 'psql') return /^(?:-f|--file|-o)$/.test(rest.at(-1) ?? '');
      return true;
    },
  };
}

/** The sub-commands of a table, or the options of the one that was typed. */
function fromTable(table: Table, rest: readonly string[]): readonly string[] {
  const command = rest.find((word) => word !== '' && word in table);
  if (command !== undefined) return table[command]!.split(' ').filter(Boolean);
  return [...Object.keys(table).filter(Boolean), ...table['']!.split(' ')];
}

function alembicWords(machine: Machine, rest: readonly string[]): readonly string[] {
  const last = rest.at(-1) ?? '';
  const command = rest.find((word) => word !== '' && word in ALEMBIC);
  if (last === '-t' || last === '--template') return TEMPLATES;
  if (REVISION_OPTIONS.has(last) && command !== undefined) return revisionNames(machine);
  if (['-m', '--message', '--rev-id', '--branch-label', '--tag', '-x', '-n', '--name'].includes(last))
    return [];
  const revisions = command !== undefined && TAKES_REVISION.has(command) ? revisionNames(machine) : [];
  const steps = command === 'upgrade' ? ['+1'] : command === 'downgrade' ? ['-1'] : [];
  return [...fromTable(ALEMBIC, rest), ...revisions, ...steps];
}

/** Symbols, ids and labels, and `label@head`. */
function revisionNames(machine: Machine): string[] {
  const { files } = revisionFacts(machine, []);
  const ids = files.flatMap((file) => (file.revision === null ? [] : [file.revision]));
  const labels = files.flatMap((file) => file.labels);
  return ['head', 'heads', 'base', 'current', ...ids, ...labels, ...labels.map((label) => `${label}@head`)];
}

function gitWords(machine: Machine, rest: readonly string[]): readonly string[] {
  const command = rest.find((word) => word !== '' && word in GIT);
  if (['-m', '-am', '-c', '-b', '-C'].includes(rest.at(-1) ?? '')) return [];
  const branches =
    command !== undefined && TAKES_BRANCH.has(command) ? [...branchNames(machine), 'HEAD'] : [];
  const keys = command === 'config' ? ['user.name', 'user.email', 'init.defaultBranch'] : [];
  return [...fromTable(GIT, rest), ...branches, ...keys];
}

function packageWords(
  machine: Machine,
  table: Table,
  rest: readonly string[],
  adds: string,
  removes: string,
): readonly string[] {
  const command = rest.find((word) => word !== '' && word in table);
  const installed = () => allInstalled(machine.installed).map(({ name }) => name);
  const names =
    command === adds ? shelfNames() : command === removes || command === 'show' ? installed() : [];
  return [...fromTable(table, rest), ...names];
}

function dockerWords(machine: Machine, [command, ...rest]: readonly string[]): readonly string[] {
  if (command === undefined) return ['compose', 'ps', '--version'];
  return command === 'compose' ? composeWords(machine, rest) : command === 'ps' ? ['-a', '--all'] : [];
}

function composeWords(machine: Machine, rest: readonly string[]): readonly string[] {
  const command = rest.find((word) => word !== '' && word in COMPOSE);
  const services = command !== undefined && command !== 'down' ? composeServices(machine) : [];
  return [...fromTable(COMPOSE, rest), ...services];
}

function codegenWords(machine: Machine, rest: readonly string[]): readonly string[] {
  const last = rest.at(-1) ?? '';
  if (last === '--generator') return GENERATORS;
  if (last === '--options') return CODEGEN_OPTIONS;
  if (last === '--tables') return catalogueNames(machine, TABLES);
  if (last === '--schemas') return catalogueNames(machine, SCHEMAS);
  if (last === '--outfile') return [];
  return [...PLAIN.sqlacodegen!.split(' '), 'postgresql+psycopg2://learner:learner@localhost:5432/app'];
}

function databaseWords(machine: Machine, tool: string, rest: readonly string[]): readonly string[] {
  const last = rest.at(-1) ?? '';
  if (/^(?:-t|--table|-T|--exclude-table)$/.test(last) && tool !== 'psql')
    return catalogueNames(machine, TABLES);
  if (/^(?:-n|--schema|-N)$/.test(last) && tool !== 'psql') return catalogueNames(machine, SCHEMAS);
  if (/^(?:-[cfoUhpvFP]|--(?:command|file|username|host|port|set))$/.test(last)) return [];
  return [...PLAIN[tool]!.split(' '), 'app'];
}

const TABLES =
  "select tablename from pg_tables where schemaname !~ '^pg_' and schemaname <> 'information_schema'";
const SCHEMAS =
  "select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'";

/** Names from the database; none where it does not run. */
function catalogueNames(machine: Machine, sql: string): string[] {
  const target = targetOf({ database: 'app' }, machine.environment);
  try {
    const connection = machine.database.connect(target);
    try {
      return connection.execute(sql)[0]!.rows.map(([name]) => name ?? '');
    } finally {
      connection.close();
    }
  } catch (error) {
    if (error instanceof ConnectFailure || error instanceof DatabaseError) return [];
    throw error;
  }
}
