/** Random revision graphs, whole and broken, and the files that write them down. */
import type { Random } from '../random.ts';

export interface Revision {
  readonly id: string;
  readonly file: string;
  down: string[];
  labels: string[];
  depends: string[];
  readonly message: string;
}

const WORDS = [
  'create users',
  'add email',
  'Drop it!',
  'merge heads',
  '한글 제목',
  'x',
  'a rather long message that goes on and on for more than forty characters',
  'it\'s "quoted" 100%',
  '',
];
export const LABELS = ['shop', 'billing', 'blog', 'api_v2'];

function anyId(r: Random, taken: readonly string[]): string {
  // Ids that share their beginnings make partial ids ambiguous.
  const near = taken.length > 0 && r.chance(4) ? r.pick(taken).slice(0, 4 + r.int(5)) : '';
  let id = near;
  while (id.length < 12) id += r.pick([...'0123456789abcdef']);
  if (r.chance(20)) return r.pick(['first', '001', '2', 'rev_a', 'ae10', 'deadbeef']) + String(taken.length);
  return id;
}

/** What a new revision stands on: a head, several, an older revision, nothing. */
function anyParents(r: Random, revisions: readonly Revision[]): string[] {
  const ids = revisions.map((one) => one.id);
  const heads = ids.filter((one) => revisions.every((other) => !other.down.includes(one)));
  if (ids.length === 0 || r.chance(9)) return [];
  if (r.chance(4) && heads.length > 1) return r.some(heads, 2, 3);
  return [r.chance(4) ? r.pick(ids) : r.pick(heads)];
}

/** Dependencies by id, by the beginning of one, or by a label. */
function anyDependencies(r: Random, revisions: readonly Revision[], down: readonly string[]): string[] {
  if (revisions.length === 0 || !r.chance(5)) return [];
  return r
    .some(revisions, 1, 2)
    .filter((one) => !down.includes(one.id))
    .map((one) => {
      if (r.chance(6) && one.labels.length > 0) return one.labels[0]!;
      // No revision is found by the beginning of its id here: the graph cannot be read.
      return r.chance(30) ? one.id.slice(0, 8) : one.id;
    });
}

/**
 * Revisions in the order in which a person makes them.
 * @param folders the version locations, from the project's root
 */
export function anyGraph(r: Random, folders: readonly string[]): Revision[] {
  const revisions: Revision[] = [];
  const free = [...LABELS];
  for (let i = 2 + r.int(r.chance(5) ? 28 : 9); i > 0; i--) {
    const ids = revisions.map((one) => one.id);
    const id = anyId(r, ids);
    if (ids.includes(id)) continue;
    const down = anyParents(r, revisions);
    const message = r.pick(WORDS);
    const slug = message.replace(/\W+/g, '_').toLowerCase().slice(0, 20);
    revisions.push({
      id,
      file: `${r.pick(folders)}/${r.chance(8) ? '' : `${id}_`}${slug}${ids.length}.py`,
      down,
      labels: free.length > 0 && r.chance(6) ? free.splice(r.int(free.length), 1 + r.int(2)) : [],
      depends: anyDependencies(r, revisions, down),
      message,
    });
  }
  if (r.chance(7)) damage(r, revisions);
  return revisions;
}

/** Mistakes: a circle, a missing parent, an unknown dependency, a label or a parent twice. */
function damage(r: Random, revisions: readonly Revision[]): void {
  const one = r.pick(revisions);
  const other = r.pick(revisions);
  switch (r.int(10)) {
    case 0:
      one.down = [other.id];
      return;
    case 1:
      one.down = ['0123456789ab'];
      return;
    case 2:
      one.depends = ['nowhere'];
      return;
    case 3:
      one.labels = ['shop'];
      other.labels = ['shop'];
      return;
    case 4:
      one.depends = [one.id];
      return;
    case 5:
      one.labels = [other.id];
      return;
    case 7:
      one.down = [...one.down, ...one.down];
      one.labels = [...one.labels, ...one.labels];
      return;
    case 8:
      one.depends = [other.id, other.id];
      return;
    case 6:
      one.labels = [r.pick(['a@b', 'head', 'x', '-1', 'heads', 'base'])];
      return;
    default:
      one.down = [...one.down, other.id.slice(0, 6)];
  }
}

function written(r: Random, names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  if (names.length === 0) return r.chance(20) ? r.pick(['()', '""', '[]']) : 'None';
  if (r.chance(8)) return `[${quoted.join(', ')}]`;
  if (r.chance(60)) return `{${quoted.join(', ')}}`;
  if (names.length === 1) return r.chance(8) ? `(${quoted[0]},)` : quoted[0]!;
  return `(${quoted.join(', ')})`;
}

/** What a revision does; some cannot be run, some not undone. */
function bodies(r: Random, at: number): [string, string] {
  const made = `op.create_table("t${at}", sa.Column("id", sa.Integer(), primary_key=True))`;
  const more = [
    `op.execute("INSERT INTO t${at} VALUES (1), (2)")`,
    `op.bulk_insert(sa.table("t${at}", sa.column("id", sa.Integer)), [{"id": 1}, {"id": 2}])`,
    `with op.get_context().autocommit_block():\n        op.execute("CREATE INDEX CONCURRENTLY i${at} ON t${at} (id)")`,
    `print(op.get_context().opts.get("as_sql"), op.get_context().dialect.name)`,
    `print(op.get_bind().scalar(sa.text("SELECT count(*) FROM t${at}")))`,
    `op.add_column("t${Math.max(0, at - 1)}", sa.Column("from_${at}", sa.String(9), server_default="x"))`,
    `op.execute(sa.text("UPDATE t${at} SET id = :one WHERE id = 7").bindparams(one=1))`,
    `op.create_index("ix_t${at}", "t${at}", ["id"], unique=True)`,
    `op.execute("SELECT 1 / 0")`,
  ];
  const up = r.chance(25)
    ? r.pick(['op.execute("SELECT 1 / 0")', 'raise RuntimeError("stop")', 'undefined_name()'])
    : r.chance(6)
      ? `${made}\n    ${r.pick(more)}`
      : made;
  const down = r.chance(25)
    ? r.pick(['raise NotImplementedError("no way back")', 'pass', `op.drop_table("t${at}x")`])
    : `op.drop_table("t${at}")`;
  return [up, down];
}

/** Where a person left the docstring out, or wrote one of several paragraphs. */
function docstring(r: Random, revision: Revision, day: string): string {
  if (r.chance(12)) return '';
  const more = r.chance(10) ? '\nWhy it was needed:\n\n  - one reason\n\n' : '';
  return `"""${revision.message.replaceAll('"', "'")}
${more}
Revision ID: ${revision.id}
Revises: ${revision.down.join(', ')}
Create Date: 2026-01-${day} 10:00:00

"""
`;
}

/** @returns the text of the revision's file. @param at its number */
export function fileText(r: Random, revision: Revision, at: number): string {
  const [up, down] = bodies(r, at);
  const typed = r.chance(8);
  const head = docstring(r, revision, String(1 + (at % 28)).padStart(2, '0'));
  // Without them the attributes are simply not there.
  const labels = revision.labels.length === 0 && r.chance(8) ? '' : written(r, revision.labels);
  const depends = revision.depends.length === 0 && r.chance(8) ? '' : written(r, revision.depends);
  return `${head}from alembic import op
import sqlalchemy as sa

revision${typed ? ': str' : ''} = "${revision.id}"${r.chance(300) ? ',' : ''}
down_revision${typed ? ': str | None' : ''} = ${written(r, revision.down)}
${labels && `branch_labels = ${labels}\n`}${depends && `depends_on = ${depends}\n`}

def upgrade()${typed ? ' -> None' : ''}:
    ${up}


def downgrade()${typed ? ' -> None' : ''}:
    ${down}
`;
}
