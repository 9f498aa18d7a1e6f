/** Random revision graphs, whole and broken, and random commands on them. */
import type { Case, CaseStep } from '../../conformance/cases.ts';
import { ENV_HEAD, envTail, INI, MAKO } from '../project.ts';
import type { Random } from '../random.ts';

interface Revision {
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
];
const LABELS = ['shop', 'billing', 'blog', 'api_v2'];

function anyId(r: Random, taken: readonly string[]): string {
  // Ids that share their beginnings make partial ids ambiguous.
  const near = taken.length > 0 && r.chance(4) ? r.pick(taken).slice(0, 4 + r.int(5)) : '';
  let id = near;
  while (id.length < 12) id += r.pick([...'0123456789abcdef']);
  if (r.chance(20)) return r.pick(['first', '001', '2', 'rev_a', 'ae10', 'deadbeef']) + String(taken.length);
  return id;
}

/** Revisions in the order in which a person makes them: each on one head, on an older one, or on several. */
export function anyGraph(r: Random): Revision[] {
  const revisions: Revision[] = [];
  const free = [...LABELS];
  for (let i = 2 + r.int(8); i > 0; i--) {
    const ids = revisions.map((one) => one.id);
    const id = anyId(r, ids);
    if (ids.includes(id)) continue;
    const heads = ids.filter((one) => revisions.every((other) => !other.down.includes(one)));
    const down =
      ids.length === 0 || r.chance(9)
        ? []
        : r.chance(5) && heads.length > 1
          ? r.some(heads, 2, 3)
          : r.chance(4)
            ? [r.pick(ids)]
            : [r.pick(heads)];
    const message = r.pick(WORDS);
    revisions.push({
      id,
      file: `migrations/versions/${r.chance(8) ? '' : `${id}_`}${message.replace(/\W+/g, '_').toLowerCase().slice(0, 20)}${ids.length}.py`,
      down,
      labels: free.length > 0 && r.chance(6) ? free.splice(r.int(free.length), 1 + r.int(2)) : [],
      depends: ids.length > 0 && r.chance(7) ? r.some(ids, 1, 2).filter((one) => !down.includes(one)) : [],
      message,
    });
  }
  if (r.chance(7)) damage(r, revisions);
  return revisions;
}

/** Mistakes: a circle, a missing parent, an unknown dependency, a label twice. */
function damage(r: Random, revisions: readonly Revision[]): void {
  const one = r.pick(revisions);
  const other = r.pick(revisions);
  switch (r.int(6)) {
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
    default:
      one.down = [...one.down, other.id.slice(0, 6)];
  }
}

const written = (names: readonly string[]): string =>
  names.length === 0
    ? 'None'
    : names.length === 1
      ? `"${names[0]}"`
      : `(${names.map((name) => `"${name}"`).join(', ')})`;

function fileText(revision: Revision, at: number, r: Random): string {
  const { id, down, labels, depends, message } = revision;
  const table = `t${at}`;
  const up = r.chance(25)
    ? '    op.execute("SELECT 1 / 0")'
    : `    op.create_table("${table}", sa.Column("id", sa.Integer(), primary_key=True))`;
  const undo = r.chance(25)
    ? '    raise NotImplementedError("no way back")'
    : `    op.drop_table("${table}")`;
  const day = String(1 + at).padStart(2, '0');
  return `"""${message}

Revision ID: ${id}
Revises: ${down.join(', ')}
Create Date: 2026-01-${day} 10:00:00

"""
from alembic import op
import sqlalchemy as sa

revision = "${id}"
down_revision = ${written(down)}
branch_labels = ${written(labels)}
depends_on = ${written(depends)}


def upgrade():
${up}


def downgrade():
${undo}
`;
}

/** A way to name a revision: whole, part, symbol, label, relative. */
function anyTarget(r: Random, graph: readonly Revision[]): string {
  const { id } = r.pick(graph);
  const label = graph.flatMap((one) => one.labels)[0] ?? 'shop';
  return r.pick([
    id,
    id,
    id.slice(0, 4),
    id.slice(0, 3),
    id.slice(0, 8),
    'head',
    'heads',
    'base',
    'current',
    `${label}@head`,
    `${label}@base`,
    `${id}@head`,
    label,
    `${label}@${id.slice(0, 5)}`,
    '+1',
    '-1',
    '+2',
    '-2',
    `${id}+1`,
    `${id}-1`,
    `${id.slice(0, 5)}+2`,
    `${label}@+1`,
    `${label}@-1`,
    `${label}@head-1`,
    'head-1',
    'heads-1',
    'base+1',
    'current-1',
    'nowhere',
    '',
    '+9',
    '@head',
    `${id}@`,
    'head+1',
    `${id},${r.pick(graph).id}`,
  ]);
}

function anyCommand(r: Random, graph: readonly Revision[]): string[] {
  const target = () => anyTarget(r, graph);
  const flags = (...of: string[]) => r.some(of, 0, 2);
  switch (r.int(16)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return [
        'upgrade',
        r.pick(['head', 'heads', target(), target(), '+1']),
        ...(r.chance(8) ? ['--sql'] : []),
      ];
    case 4:
    case 5:
      return ['downgrade', r.pick(['-1', 'base', target(), target()])];
    case 6:
      return [
        'history',
        ...flags('--verbose', '-i', `-r${target()}:${target()}`, `-r:${target()}`, `-r${target()}:`),
      ];
    case 7:
      return ['heads', ...flags('--verbose', '--resolve-dependencies')];
    case 8:
      return ['branches', ...flags('--verbose')];
    case 9:
      return ['current', ...flags('--verbose', '--check-heads')];
    case 10:
      return ['show', target()];
    case 11:
      return ['stamp', target(), ...flags('--purge'), ...(r.chance(8) ? ['--sql'] : [])];
    case 12:
      return [
        'revision',
        '-m',
        'new one',
        ...flags(
          '--splice',
          `--head=${target()}`,
          '--branch-label=fresh',
          `--depends-on=${target()}`,
          '--rev-id=feed0001',
        ),
      ];
    case 13:
      return [
        'merge',
        ...r.pick([['heads'], [target(), target()], [target()]]),
        '-m',
        'together',
        ...flags('--branch-label=joined', '--rev-id=feed0002'),
      ];
    case 14:
      return r.pick([
        ['upgrade', `${target()}:${target()}`, '--sql'],
        ['downgrade', `${target()}:${target()}`, '--sql'],
        ['stamp', `${target()}:${target()}`, '--sql'],
      ]);
    default:
      return ['check'];
  }
}

const run = (argv: readonly string[]): CaseStep => ({
  do: 'run',
  argv: ['alembic', ...argv],
  exit: 0,
  stdout: '',
  stderr: '',
  files: {},
});

export function graphsCase(r: Random, id: string): Case {
  const graph = anyGraph(r);
  const files: Record<string, string> = {
    'alembic.ini': INI,
    'migrations/env.py': `${ENV_HEAD}target_metadata = None\n${envTail(r.chance(8) ? '            transaction_per_migration=True,\n' : '')}`,
    'migrations/script.py.mako': MAKO,
  };
  graph.forEach((one, at) => {
    files[one.file] = fileText(one, at, r);
  });
  const steps: CaseStep[] = [];
  for (let i = 5 + r.int(6); i > 0; i--) {
    steps.push(run(anyCommand(r, graph)));
    if (r.chance(25)) steps.push({ do: 'delete', path: r.pick(graph).file });
  }
  steps.push({ do: 'query', sql: 'SELECT version_num FROM alembic_version ORDER BY 1' });
  return { id, source: 'fuzzer: random revision graph', files, steps: withoutSecondDelete(steps) };
}

/** A file can be deleted once. */
function withoutSecondDelete(steps: readonly CaseStep[]): CaseStep[] {
  const gone = new Set<string>();
  return steps.filter((step) => {
    if (step.do !== 'delete') return true;
    if (gone.has(step.path)) return false;
    gone.add(step.path);
    return true;
  });
}
