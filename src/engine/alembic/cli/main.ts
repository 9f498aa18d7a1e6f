/** The console script `alembic`. Answers to: alembic/config.py (main, CommandLine.run_cmd). */
import { type Process, Raise } from '../../machine.ts';
import { terminalWidth } from '../../stdlib/argparse/terminal-width.ts';
import { baseName } from '../../stdlib/posix-path.ts';
import { branches, current, heads, history, show } from '../commands/display.ts';
import { edit } from '../commands/edit.ts';
import { init, listTemplates } from '../commands/init.ts';
import { downgrade, ensureVersion, stamp, upgrade } from '../commands/migrate.ts';
import { check, merge, revision } from '../commands/revise.ts';
import { Config } from '../config/config.ts';
import { fail } from '../config/messaging.ts';
import { commandError } from '../script/errors.ts';
import { readCommandLine } from './command-line.ts';
import type { CommandName } from './options.ts';

/** Options of one command, read by name. */
interface Options {
  text(name: string): string | null;
  flag(name: string): boolean;
  list(name: string): readonly string[];
}

const COMMANDS: Readonly<Record<CommandName, (config: Config, options: Options) => void>> = {
  branches: (config, options) => branches(config, options.flag('verbose')),
  check: (config) => check(config),
  current: (config, options) =>
    current(config, { verbose: options.flag('verbose'), checkHeads: options.flag('check_heads') }),
  downgrade: (config, options) =>
    downgrade(config, options.text('revision')!, { sql: options.flag('sql'), tag: options.text('tag') }),
  edit: (config, options) => edit(config, options.text('rev')!),
  ensure_version: (config, options) => ensureVersion(config, options.flag('sql')),
  heads: (config, options) => heads(config, options.flag('verbose'), options.flag('resolve_dependencies')),
  history: (config, options) =>
    history(config, {
      range: options.text('rev_range'),
      verbose: options.flag('verbose'),
      indicateCurrent: options.flag('indicate_current'),
    }),
  init: (config, options) =>
    init(config, options.text('directory')!, {
      template: options.text('template')!,
      package: options.flag('package'),
    }),
  list_templates: (config) => listTemplates(config),
  merge: (config, options) => {
    merge(config, options.list('revisions'), {
      message: options.text('message'),
      branchLabel: options.text('branch_label'),
      revisionId: options.text('rev_id'),
      splice: options.flag('splice'),
    });
  },
  revision: (config, options) => {
    const depends = options.list('depends_on');
    revision(config, {
      message: options.text('message'),
      autogenerate: options.flag('autogenerate'),
      sql: options.flag('sql'),
      head: options.text('head'),
      splice: options.flag('splice'),
      branchLabel: options.text('branch_label'),
      versionPath: options.text('version_path'),
      revisionId: options.text('rev_id'),
      dependsOn: depends.length > 0 ? depends : null,
    });
  },
  show: (config, options) => show(config, options.text('rev')!),
  stamp: (config, options) =>
    stamp(config, options.list('revisions'), {
      sql: options.flag('sql'),
      tag: options.text('tag'),
      purge: options.flag('purge'),
    }),
  upgrade: (config, options) =>
    upgrade(config, options.text('revision')!, { sql: options.flag('sql'), tag: options.text('tag') }),
};

/**
 * Runs a command line: `process.argv` without its first word.
 * @returns 0
 * @throws Raise SystemExit for every end that is not good; what the learner's files raise
 */
export function main(process: Process): number {
  runCommandLine(process, process.argv.slice(1), baseName(process.argv[0] ?? 'alembic'));
  return 0;
}

/** `alembic.config.main(argv)` */
export function runCommandLine(process: Process, argv: readonly string[], prog = 'alembic'): void {
  const { stdout, stderr } = process;
  const line = readCommandLine(argv, { stdout, stderr, columns: terminalWidth(process) }, prog);
  if (!line.command) line.parser.error('too few arguments');
  const config = configFor(process, line.values);
  const { values } = line;
  const options: Options = {
    text: (name) => (values.get(name) as string | null | undefined) ?? null,
    flag: (name) => values.get(name) === true,
    list: (name) => (values.get(name) as readonly string[] | null | undefined) ?? [],
  };
  try {
    COMMANDS[line.command!](config, options);
  } catch (error) {
    const message = commandErrorText(process, error);
    if (message === undefined || values.get('raiseerr') === true) throw error;
    fail(process, message, config.quiet);
  }
}

/** The message of a CommandError; undefined for anything else. */
export function commandErrorText(process: Process, error: unknown): string | undefined {
  if (error instanceof Raise && error.type.startsWith('alembic.util.exc.')) return String(error.args[0]);
  const thrown = process.python.thrown(error);
  return thrown?.types.includes('alembic.util.exc.CommandError') ? thrown.message : undefined;
}

function configFor(process: Process, values: ReadonlyMap<string, unknown>): Config {
  return new Config(process, {
    ...settingsFiles(process, (values.get('config') as readonly string[] | null) ?? []),
    iniSection: String(values.get('name')),
    commandOptions: values,
  });
}

/**
 * Which settings files a line means: -c, and for a kind that it does not name, ALEMBIC_CONFIG, then alembic.ini and
 * pyproject.toml. Answers to: alembic/config.py (CommandLine._inis_from_config).
 * @throws CommandError for a second file of a kind
 */
export function settingsFiles(
  process: Process,
  given: readonly string[],
): { file: string; tomlFile: string } {
  const variable = process.environment.get('ALEMBIC_CONFIG');
  const isToml = (name: string) => baseName(name) === 'pyproject.toml';
  const ini = only(
    given.filter((name) => !isToml(name)),
    'only one ini file may be indicated',
  );
  const toml = only(given.filter(isToml), 'pyproject.toml indicated more than once');
  const usual = (name: string, kind: boolean) => (variable && isToml(variable) === kind ? variable : name);
  return { file: ini ?? usual('alembic.ini', false), tomlFile: toml ?? usual('pyproject.toml', true) };
}

function only(files: readonly string[], message: string): string | undefined {
  if (files.length > 1) throw commandError(message);
  // An empty name counts as none.
  return files[0] || undefined;
}
