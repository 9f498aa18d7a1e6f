/** Projects of any size for measuring: many tables, or many revisions. */
import { alembicIni } from '../alembic-ini.ts';

const ENV = `from logging.config import fileConfig

from alembic import context
from sqlalchemy import engine_from_config, pool

from app.models import Base

config = context.config
if config.config_file_name is not None:
    fileConfig(config.config_file_name)

target_metadata = Base.metadata

if context.is_offline_mode():
    context.configure(url=config.get_main_option("sqlalchemy.url"), target_metadata=target_metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    connectable = engine_from_config(config.get_section(config.config_ini_section, {}), prefix="sqlalchemy.", poolclass=pool.NullPool)
    with connectable.connect() as connection:
        context.configure(connection=connection, target_metadata=target_metadata)
        with context.begin_transaction():
            context.run_migrations()
`;

const TEMPLATE = `"""\${message}

Revision ID: \${up_revision}
Revises: \${down_revision | comma,n}
Create Date: \${create_date}

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
\${imports if imports else ""}

revision: str = \${repr(up_revision)}
down_revision: Union[str, Sequence[str], None] = \${repr(down_revision)}
branch_labels: Union[str, Sequence[str], None] = \${repr(branch_labels)}
depends_on: Union[str, Sequence[str], None] = \${repr(depends_on)}


def upgrade() -> None:
    \${upgrades if upgrades else "pass"}


def downgrade() -> None:
    \${downgrades if downgrades else "pass"}
`;

const BASE = 'from sqlalchemy.orm import declarative_base\n\nBase = declarative_base()\n';

export const LESSON_URL = 'postgresql+psycopg2://learner:learner@localhost:5432/app';

export type Project = Readonly<Record<string, string>>;

function project(url: string, models: string, versions: Project = {}): Project {
  return {
    'alembic.ini': alembicIni(url),
    'migrations/env.py': ENV,
    'migrations/script.py.mako': TEMPLATE,
    'app/__init__.py': '',
    'app/models.py': models,
    ...versions,
  };
}

/**
 * A project with this many tables in its models: eight columns, an index, a unique constraint, a foreign key to the one before.
 * @param what stands in a comment: a file with another one is a file that nobody has read yet.
 */
export function tablesProject(tables: number, url = LESSON_URL, what = 'models'): Project {
  const models = Array.from({ length: tables }, (_, i) => modelOf(i));
  const imports =
    'from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, Numeric, String, Text\n';
  return project(url, `# ${what}\n${imports}${BASE}${models.join('')}`);
}

function modelOf(i: number): string {
  const parent = i === 0 ? '' : `    parent_id = Column(Integer, ForeignKey("table_${i - 1}.id"))\n`;
  return `

class Model${i}(Base):
    __tablename__ = "table_${i}"

    id = Column(Integer, primary_key=True)
    name = Column(String(100), nullable=False, index=True)
    code = Column(String(20), unique=True)
    note = Column(Text)
    price = Column(Numeric(10, 2), nullable=False, server_default="0")
    active = Column(Boolean, nullable=False)
    since = Column(Date)
${parent}`;
}

/**
 * A project with this many revisions in a row, each adding a column.
 * @param what stands in the files' messages: files with another one are files that nobody has read yet.
 */
export function revisionsProject(revisions: number, url = LESSON_URL, what = 'step'): Project {
  const versions: Record<string, string> = {};
  for (let i = 0; i < revisions; i++)
    versions[`migrations/versions/${revisionId(i)}_step_${i}.py`] = revisionFile(i, what);
  return project(url, BASE, versions);
}

const revisionId = (i: number) => (i + 1).toString(16).padStart(12, '0');

function revisionFile(i: number, what: string): string {
  const down = i === 0 ? 'None' : `'${revisionId(i - 1)}'`;
  const body =
    i === 0
      ? 'op.create_table("things", sa.Column("id", sa.Integer(), primary_key=True))'
      : `op.add_column("things", sa.Column("c${i}", sa.String(length=50), nullable=True))`;
  const back = i === 0 ? 'op.drop_table("things")' : `op.drop_column("things", "c${i}")`;
  return `"""${what} ${i}

Revision ID: ${revisionId(i)}
Revises: ${i === 0 ? '' : revisionId(i - 1)}
Create Date: 2026-01-15 09:30:00.000000

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


revision: str = '${revisionId(i)}'
down_revision: Union[str, Sequence[str], None] = ${down}
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    ${body}


def downgrade() -> None:
    ${back}
`;
}
