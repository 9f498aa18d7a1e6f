/** What every random project has: alembic.ini, env.py, script.py.mako. */
import { alembicIni } from '../alembic-ini.ts';
import type { CaseStep } from '../conformance/cases.ts';

export const INI = alembicIni('postgresql+psycopg2://learner:learner@localhost:5432/app');

export const ENV_HEAD = `from logging.config import fileConfig

from alembic import context
from sqlalchemy import engine_from_config, pool

config = context.config
if config.config_file_name is not None:
    fileConfig(config.config_file_name)

`;

/**
 * @param options lines of keyword arguments for context.configure, indented by twelve
 * @param prepare what is done to the connection before: lines, indented by eight
 * @param engine further arguments of engine_from_config
 */
export const envTail = (options: string, prepare = '', engine = ''): string => `

def offline():
    context.configure(
        url=config.get_main_option("sqlalchemy.url"), target_metadata=target_metadata, literal_binds=True
    )
    with context.begin_transaction():
        context.run_migrations()


def online():
    engine = engine_from_config(config.get_section(config.config_ini_section, {}), prefix="sqlalchemy.", poolclass=pool.NullPool${engine})
    with engine.connect() as connection:
${prepare}        context.configure(
            connection=connection,
            target_metadata=target_metadata,
${options}        )
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    offline()
else:
    online()
`;

export const MAKO = `"""\${message}

Revision ID: \${up_revision}
Revises: \${down_revision | comma,n}
Create Date: \${create_date}

"""
from alembic import op
import sqlalchemy as sa
\${imports if imports else ""}

revision = \${repr(up_revision)}
down_revision = \${repr(down_revision)}
branch_labels = \${repr(branch_labels)}
depends_on = \${repr(depends_on)}


def upgrade() -> None:
    \${upgrades if upgrades else "pass"}


def downgrade() -> None:
    \${downgrades if downgrades else "pass"}
`;

/** A step in which `alembic` is run; what it answers is filled in where it is played. */
export const run = (...argv: string[]): CaseStep => ({
  do: 'run',
  argv: ['alembic', ...argv],
  exit: 0,
  stdout: '',
  stderr: '',
  files: {},
});

/** A step that looks at the database's schema. */
export const schema: CaseStep = { do: 'schema', schema: null };
