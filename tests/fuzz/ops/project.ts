/** A project whose revisions were written by hand: run with the database and without, there and back. */
import type { Case, CaseStep } from '../../conformance/cases.ts';
import { ENV_HEAD, envTail, INI, MAKO, run, schema } from '../project.ts';
import type { Random } from '../random.ts';
import { anyCall } from './calls.ts';
import { anyData, DATA_HEAD, OWN_HEAD } from './data.ts';
import { anyOperation, BASE } from './operations.ts';

interface Revision {
  readonly id: string;
  readonly down: string;
  /** Between the imports and `upgrade()`. */
  readonly head: string;
  readonly upgrade: string;
  readonly downgrade: string;
}

const revision = ({ id, down, head, upgrade, downgrade }: Revision): string => `"""step ${id}"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = "${id}"
down_revision = ${down}

users = sa.table("users", sa.column("name", sa.String), sa.column("age", sa.Integer))
${head}

def upgrade():
${upgrade}


def downgrade():
${downgrade}
`;

const block = (lines: readonly string[]): string => lines.map((one) => `    ${one}`).join('\n');

/** One or two statements for `upgrade()` and mostly none for `downgrade()`: of the kinds that the generators of this folder make. */
function anyRevision(r: Random, id: string): string {
  const withData = r.chance(4);
  const withCalls = !withData && r.chance(3);
  const statement = () => {
    if (withData) return anyData(r);
    if (!withCalls) return anyOperation(r);
    if (!r.chance(4)) return anyCall(r, 'op');
    const calls = Array.from({ length: 1 + r.int(3) }, () => `        ${anyCall(r, 'batch_op')}`);
    return `with op.batch_alter_table("${r.pick(['users', 'posts'])}"${r.pick(['', '', ', schema="public"', ', schema=None', ', recreate="auto"'])}) as batch_op:\n${calls.join('\n')}`;
  };
  return revision({
    id,
    down: '"r0"',
    head: withData ? `${DATA_HEAD}\n\n\n${OWN_HEAD}\n` : '',
    upgrade: block(Array.from({ length: 1 + r.int(2) }, statement)),
    downgrade: block([r.chance(3) ? statement() : 'pass']),
  });
}

const NAMINGS = [
  'None',
  'None',
  'None',
  'sa.MetaData(naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"})',
];

/** Each revision is one transaction: where one fails, what came before stays, and it is deleted before the next is tried. */
export function opsCase(r: Random, id: string): Case {
  const files: Record<string, string> = {
    'alembic.ini': INI,
    'migrations/env.py': `${ENV_HEAD.replace('from alembic', 'import sqlalchemy as sa\nfrom alembic')}target_metadata = ${r.pick(NAMINGS)}\n${envTail('            transaction_per_migration=True,\n')}`,
    'migrations/script.py.mako': MAKO,
    'migrations/versions/r0.py': revision({
      id: 'r0',
      down: 'None',
      head: '',
      upgrade: BASE,
      downgrade: '    pass',
    }),
  };
  const steps: CaseStep[] = [run('upgrade', 'r0')];
  for (let at = 1, last = 4 + r.int(4); at <= last; at++) {
    const path = `migrations/versions/r${at}.py`;
    steps.push({ do: 'write', path, text: anyRevision(r, `r${at}`) });
    steps.push(run('upgrade', `r0:r${at}`, '--sql'), run('upgrade', `r${at}`));
    if (r.chance(2)) steps.push(schema);
    if (r.chance(3)) steps.push(run('downgrade', `r${at}:r0`, '--sql'), run('downgrade', 'r0'));
    steps.push(run('stamp', '--purge', 'r0'), { do: 'delete', path });
  }
  steps.push(schema, { do: 'query', sql: 'SELECT name, age FROM users ORDER BY name, age' });
  return { id, source: 'fuzzer: random operations', files, steps };
}
