/** Random settings around a revision graph: alembic.ini, env.py, where the files lie. */
import { anyConnection } from '../connections.ts';
import { ENV_HEAD, envTail, INI } from '../project.ts';
import type { Random } from '../random.ts';

export interface Settings {
  readonly ini: string;
  readonly env: string;
  /** The version locations, from the project's root. */
  readonly folders: readonly string[];
  /** The table that keeps the current revisions. */
  readonly table: string;
}

const INI_LINES = [
  'truncate_slug_length = 12',
  'file_template = %%(rev)s',
  'file_template = %%(year)d_%%(month).2d_%%(day).2d-%%(slug)s',
  'revision_environment = true',
  'output_encoding = utf-8',
  'sourceless = true',
  'file_template = %%(epoch)s_%%(rev)s_%%(slug)s',
  'file_template = %%(year)d/%%(month).2d/%%(rev)s_%%(slug)s',
  'recursive_version_locations = true',
  'truncate_slug_length = 0',
];

function anyFolders(r: Random): { lines: string[]; folders: string[] } {
  const usual = 'migrations/versions';
  if (!r.chance(4)) return { lines: [], folders: [usual] };
  const folders = r.pick([
    [usual, 'shop/versions'],
    ['a', 'b', usual],
    [usual, `${usual}/old`],
  ]);
  const [separator, between] = r.pick([
    ['', ':'],
    ['', ':'],
    ['path_separator = os', ':'],
    ['path_separator = space', ' '],
    ['path_separator = newline', '\n    '],
    ['version_path_separator = ;', ';'],
    ['path_separator = ,', ','],
  ] as const);
  const text = folders.map((one) => `%(here)s/${one}`).join(between);
  const recursive = r.chance(3) ? ['recursive_version_locations = true'] : [];
  return { lines: [`version_locations = ${text}`, separator, ...recursive].filter(Boolean), folders };
}

const TELLING = `def told(ctx, step, heads, run_args, **kw):
    print(step.is_upgrade, step.is_stamp, step.up_revision_id, sorted(step.down_revision_ids),
          sorted(step.source_revision_ids), sorted(step.destination_revision_ids), sorted(heads), step.is_migration)


`;

const DIRECTIVES = `def process(context, revision, directives):
    for one in directives:
        print(type(one).__name__, revision, one.rev_id, one.head, one.splice, one.branch_label, one.message)
    if directives and not directives[0].message:
        directives[0].message = "given by env"


`;

/** Options for context.configure, with what they need before them. */
function anyOptions(r: Random): { head: string; lines: string; table: string } {
  const options: string[] = [];
  let [head, table] = ['', 'alembic_version'];
  if (r.chance(6)) options.push('transaction_per_migration=True');
  if (r.chance(15)) options.push('transactional_ddl=False');
  if (r.chance(15)) options.push('version_table_pk=False');
  if (r.chance(12)) {
    table = 'applied';
    options.push('version_table="applied"');
  }
  if (r.chance(6)) {
    head = TELLING;
    options.push('on_version_apply=told');
  }
  if (r.chance(12)) options.push('starting_rev=None');
  if (r.chance(9)) {
    head += DIRECTIVES;
    options.push('process_revision_directives=process');
  }
  if (r.chance(15)) options.push('version_table_schema="public"');
  if (r.chance(20)) options.push('output_buffer=None');
  return { head, lines: options.map((one) => `            ${one},\n`).join(''), table };
}

const PRINTS = [
  'print("head", context.get_head_revision())',
  'print("heads", context.get_head_revisions())',
  'print("to", context.get_revision_argument())',
  'print("tag", context.get_tag_argument(), context.is_offline_mode())',
  'print("from", context.get_starting_revision_argument())',
  'print("x", context.get_x_argument(as_dictionary=True))',
  'print("current", context.get_context().get_current_heads())',
  'print("cmd", getattr(config.cmd_opts, "cmd", None) is not None, context.get_x_argument())',
  'print("script", [one.revision for one in context.script.walk_revisions()][:3])',
  'print("bases", sorted(context.script.get_bases()), context.script.get_current_head())',
];

export function anySettings(r: Random): Settings {
  const { lines, folders } = anyFolders(r);
  const more = [...lines, ...(r.chance(4) ? [r.pick(INI_LINES)] : [])];
  // An option can be given once.
  const own = more.some((line) => line.includes('path_separator'))
    ? INI.replace('path_separator = os\n', '')
    : INI;
  const ini = own.replace('prepend_sys_path', [...more, 'prepend_sys_path'].join('\n'));
  const { head, lines: options, table } = anyOptions(r);
  const print = r.chance(8) ? `${r.pick(PRINTS)}\n` : '';
  const metadata = `${head}target_metadata = ${r.chance(3) ? 'sa.MetaData()' : 'None'}\n`;
  const imports = ENV_HEAD.replace('from alembic', 'import sqlalchemy as sa\nfrom alembic');
  const { prepare, engine } = anyConnection(r);
  return { ini, env: `${imports}${print}${metadata}${envTail(options, prepare, engine)}`, folders, table };
}
