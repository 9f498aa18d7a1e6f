/** alembic.command: the commands for programs. Answers to: alembic/command.py. */
import { branches, current, heads, history, show } from '../../../alembic/commands/display.ts';
import { edit } from '../../../alembic/commands/edit.ts';
import { init, listTemplates } from '../../../alembic/commands/init.ts';
import { downgrade, ensureVersion, stamp, upgrade } from '../../../alembic/commands/migrate.ts';
import { check, merge, revision } from '../../../alembic/commands/revise.ts';
import type { Config } from '../../../alembic/config/config.ts';
import { list, tuple } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { parseSignature } from '../../../stdlib/signature.ts';
import { named } from '../bound.ts';
import { asIdentifier } from '../script/identifier.ts';

/** The arguments of a call, read by name. */
interface Given {
  readonly config: Config;
  value(name: string): Value;
  text(name: string): string | null;
  flag(name: string): boolean;
  ids(name: string): readonly string[];
}

type Command = readonly [signature: string, run: (given: Given) => unknown];

const COMMANDS: Readonly<Record<string, Command>> = {
  branches: ['config, verbose=False', ({ config, flag }) => branches(config, flag('verbose'))],
  check: ['config', ({ config }) => check(config)],
  current: [
    'config, check_heads=False, verbose=False',
    ({ config, flag }) => current(config, { verbose: flag('verbose'), checkHeads: flag('check_heads') }),
  ],
  downgrade: [
    'config, revision, sql=False, tag=None',
    ({ config, flag, text, value }) =>
      downgrade(config, text('revision')!, { sql: flag('sql'), tag: value('tag') }),
  ],
  edit: ['config, rev', ({ config, text }) => edit(config, text('rev')!)],
  ensure_version: ['config, sql=False', ({ config, flag }) => ensureVersion(config, flag('sql'))],
  heads: [
    'config, verbose=False, resolve_dependencies=False',
    ({ config, flag }) => heads(config, flag('verbose'), flag('resolve_dependencies')),
  ],
  history: [
    'config, rev_range=None, verbose=False, indicate_current=False',
    ({ config, flag, text }) =>
      history(config, {
        range: text('rev_range'),
        verbose: flag('verbose'),
        indicateCurrent: flag('indicate_current'),
      }),
  ],
  init: [
    'config, directory, template="generic", package=False',
    ({ config, flag, text }) =>
      init(config, text('directory')!, { template: text('template')!, package: flag('package') }),
  ],
  list_templates: ['config', ({ config }) => listTemplates(config)],
  merge: [
    'config, revisions, message=None, branch_label=None, rev_id=None, splice=False',
    ({ config, flag, text, ids }) =>
      merge(config, ids('revisions'), {
        message: text('message'),
        branchLabel: text('branch_label'),
        revisionId: text('rev_id'),
        splice: flag('splice'),
      }),
  ],
  revision: [
    'config, message=None, autogenerate=False, sql=False, head="head", splice=False, branch_label=None, version_path=None, rev_id=None, depends_on=None, process_revision_directives=None',
    makeRevision,
  ],
  show: ['config, rev', ({ config, text }) => show(config, text('rev'))],
  stamp: [
    'config, revision, sql=False, tag=None, purge=False',
    ({ config, flag, value, ids }) =>
      stamp(config, ids('revision'), { sql: flag('sql'), tag: value('tag'), purge: flag('purge') }),
  ],
  upgrade: [
    'config, revision, sql=False, tag=None',
    ({ config, flag, text, value }) =>
      upgrade(config, text('revision')!, { sql: flag('sql'), tag: value('tag') }),
  ],
};

function makeRevision({ config, flag, text, value, ids }: Given): Value {
  const scripts = revision(
    config,
    {
      message: text('message'),
      autogenerate: flag('autogenerate'),
      sql: flag('sql'),
      head: value('head') === null || typeof value('head') === 'string' ? text('head') : ids('head'),
      splice: flag('splice'),
      branchLabel: text('branch_label'),
      versionPath: text('version_path'),
      revisionId: text('rev_id'),
      dependsOn: value('depends_on') === null ? null : ids('depends_on'),
    },
    value('process_revision_directives'),
  );
  return scripts.length === 1 ? scripts[0]! : list([...scripts]);
}

function givenOf(call: Interpreter, signature: string, bound: readonly unknown[]): Given {
  const values = named(signature, bound) as Record<string, Value>;
  const value = (name: string) => values[name] ?? null;
  return {
    config: values.config as Config,
    value,
    text: (name) => (value(name) === null ? null : call.str(value(name))),
    flag: (name) => call.truth(value(name)),
    ids: (name) => {
      const id = asIdentifier(call, value(name));
      return id === null ? [] : typeof id === 'string' ? [id] : (id as readonly string[]);
    },
  };
}

export const COMMAND_NAMES = Object.fromEntries(
  Object.entries(COMMANDS).map(([name, [signature, run]]) => [
    name,
    (_call: Interpreter) =>
      nativeFunction(
        name,
        signature,
        (call, ...bound: never[]) => (run(givenOf(call, signature, bound)) as Value | undefined) ?? null,
        'alembic.command',
      ),
  ]),
);

/** What `config.cmd_opts.cmd` holds: the function, the command line's names for its positional arguments, its keywords. */
export function commandTuple(call: Interpreter, name: string): Value {
  const { parameters } = parseSignature(COMMANDS[name]![0]);
  const names = (optional: boolean) =>
    parameters
      .slice(1)
      .filter((parameter) => (parameter.default !== undefined) === optional)
      .map((parameter) => parameter.name);
  const positional = names(false).map((each) =>
    name === 'stamp' && each === 'revision' ? 'revisions' : each,
  );
  return tuple([COMMAND_NAMES[name]!(call), list(positional), list(names(true))]);
}
