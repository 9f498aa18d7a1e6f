/** The command line of `alembic`: its options, its commands, and the help texts of both. */
import type { ArgumentOptions } from '../../stdlib/argparse/make-argument.ts';

export type CommandName =
  | 'branches'
  | 'check'
  | 'current'
  | 'downgrade'
  | 'edit'
  | 'ensure_version'
  | 'heads'
  | 'history'
  | 'init'
  | 'list_templates'
  | 'merge'
  | 'revision'
  | 'show'
  | 'stamp'
  | 'upgrade';

/** Flags or name, and what argparse is told about them. */
export type OptionRow = readonly [names: readonly string[], options: ArgumentOptions];

/** A command: its help text and its arguments. */
export interface CommandRow {
  readonly help: string;
  /** In the order of the help text; options stand before positional arguments. */
  readonly arguments: readonly OptionRow[];
}

export const VERSION = '1.19.1';

/** Options that stand before the command. */
export const GLOBAL_OPTIONS: readonly OptionRow[] = [
  [['--version'], { action: 'version', version: `%(prog)s ${VERSION}` }],
  [
    ['-c', '--config'],
    {
      action: 'append',
      help:
        'Alternate config file; defaults to value of ALEMBIC_CONFIG environment variable, or "alembic.ini". May also ' +
        'refer to pyproject.toml file. May be specified twice to reference both files separately',
    },
  ],
  [
    ['-n', '--name'],
    {
      default: 'alembic',
      help: 'Name of section in .ini file to use for Alembic config (only applies to configparser config, not toml)',
    },
  ],
  [
    ['-x'],
    {
      action: 'append',
      help: 'Additional arguments consumed by custom env.py scripts, e.g. -x setting1=somesetting -x setting2=somesetting',
    },
  ],
  [['--raiseerr'], { action: 'store_true', help: 'Raise a full stack trace on error' }],
  [['-q', '--quiet'], { action: 'store_true', help: 'Do not log to std output.' }],
];

const SQL: OptionRow = [
  ['--sql'],
  {
    action: 'store_true',
    help: "Don't emit SQL to database - dump to standard output/file instead. See docs on offline mode.",
  },
];
const TAG: OptionRow = [['--tag'], { help: "Arbitrary 'tag' name - can be used by custom env.py scripts." }];
const VERBOSE: OptionRow = [['-v', '--verbose'], { action: 'store_true', help: 'Use more verbose output' }];
const MESSAGE: OptionRow = [['-m', '--message'], { help: "Message string to use with 'revision'" }];
const SPLICE: OptionRow = [
  ['--splice'],
  { action: 'store_true', help: "Allow a non-head revision as the 'head' to splice onto" },
];
const BRANCH_LABEL: OptionRow = [
  ['--branch-label'],
  { help: 'Specify a branch label to apply to the new revision' },
];
const REV_ID: OptionRow = [
  ['--rev-id'],
  { help: 'Specify a hardcoded revision id instead of generating one' },
];
const REVISION: OptionRow = [['revision'], { help: 'revision identifier' }];
const REVISIONS: OptionRow = [
  ['revisions'],
  { nargs: '+', help: "one or more revisions, or 'heads' for all heads" },
];

export const COMMANDS: Readonly<Record<CommandName, CommandRow>> = {
  branches: { help: 'Show current branch points.', arguments: [VERBOSE] },
  check: { help: 'Check if revision command with autogenerate has pending upgrade ops.', arguments: [] },
  current: {
    help: 'Display the current revision for a database.',
    arguments: [
      [
        ['-c', '--check-heads'],
        {
          action: 'store_true',
          help: 'Check if all head revisions are applied to the database. Exit with an error code if this is not the case.',
        },
      ],
      VERBOSE,
    ],
  },
  downgrade: { help: 'Revert to a previous version.', arguments: [SQL, TAG, REVISION] },
  edit: { help: 'Edit revision script(s) using $EDITOR.', arguments: [[['rev'], {}]] },
  ensure_version: {
    help: "Create the alembic version table if it doesn't exist already .",
    arguments: [SQL],
  },
  heads: {
    help: 'Show current available heads in the script directory.',
    arguments: [
      VERBOSE,
      [
        ['--resolve-dependencies'],
        { action: 'store_true', help: 'Treat dependency versions as down revisions' },
      ],
    ],
  },
  history: {
    help: 'List changeset scripts in chronological order.',
    arguments: [
      [['-r', '--rev-range'], { help: 'Specify a revision range; format is [start]:[end]' }],
      VERBOSE,
      [['-i', '--indicate-current'], { action: 'store_true', help: 'Indicate the current revision' }],
    ],
  },
  init: {
    help: 'Initialize a new scripts directory.',
    arguments: [
      [['-t', '--template'], { default: 'generic', help: "Setup template for use with 'init'" }],
      [
        ['--package'],
        {
          action: 'store_true',
          help: 'Write empty __init__.py files to the environment and version locations',
        },
      ],
      [['directory'], { help: 'location of scripts directory' }],
    ],
  },
  list_templates: { help: 'List available templates.', arguments: [] },
  merge: {
    help: 'Merge two revisions together. Creates a new migration file.',
    arguments: [MESSAGE, BRANCH_LABEL, REV_ID, SPLICE, REVISIONS],
  },
  revision: {
    help: 'Create a new revision file.',
    arguments: [
      MESSAGE,
      [
        ['--autogenerate'],
        {
          action: 'store_true',
          help: 'Populate revision script with candidate migration operations, based on comparison of database to model.',
        },
      ],
      SQL,
      [['--head'], { help: 'Specify head revision or <branchname>@head to base new revision on.' }],
      SPLICE,
      BRANCH_LABEL,
      [['--version-path'], { help: 'Specify specific path from config for version file' }],
      REV_ID,
      [
        ['--depends-on'],
        {
          action: 'append',
          help: 'Specify one or more revision identifiers which this revision should depend on.',
        },
      ],
    ],
  },
  show: { help: 'Show the revision(s) denoted by the given symbol.', arguments: [[['rev'], {}]] },
  stamp: {
    help: "'stamp' the revision table with the given revision; don't run any migrations.",
    arguments: [
      SQL,
      TAG,
      [
        ['--purge'],
        { action: 'store_true', help: 'Unconditionally erase the version table before stamping' },
      ],
      REVISIONS,
    ],
  },
  upgrade: { help: 'Upgrade to a later version.', arguments: [SQL, TAG, REVISION] },
};
