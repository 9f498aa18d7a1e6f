/** A project whose revisions were written by hand: run with the database and without, there and back. */
import type { Case, CaseStep } from '../../conformance/cases.ts';
import { ENV_HEAD, envTail, INI, MAKO, run, schema } from '../project.ts';
import type { Random } from '../random.ts';
import { anyOperation, BASE } from './operations.ts';

const revision = (id: string, down: string, upgrade: string): string => `"""step ${id}"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = "${id}"
down_revision = ${down}

users = sa.table("users", sa.column("name", sa.String), sa.column("age", sa.Integer))


def upgrade():
${upgrade}


def downgrade():
    pass
`;

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
    'migrations/versions/r0.py': revision('r0', 'None', BASE),
  };
  const steps: CaseStep[] = [run('upgrade', 'r0')];
  for (let at = 1, last = 4 + r.int(4); at <= last; at++) {
    const path = `migrations/versions/r${at}.py`;
    const body = Array.from({ length: 1 + r.int(2) }, () => `    ${anyOperation(r)}`).join('\n');
    steps.push({ do: 'write', path, text: revision(`r${at}`, '"r0"', body) });
    steps.push(run('upgrade', `r0:r${at}`, '--sql'), run('upgrade', `r${at}`));
    if (r.chance(2)) steps.push(schema);
    steps.push(run('stamp', '--purge', 'r0'), { do: 'delete', path });
  }
  steps.push(schema, { do: 'query', sql: 'SELECT name, age FROM users ORDER BY name, age' });
  return { id, source: 'fuzzer: random operations', files, steps };
}
