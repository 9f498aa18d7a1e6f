/** What `alembic init` writes as script.py.mako; what it generates equals the real tool's files. */

const D = '$';

const HEAD = `"""${D}{message}

Revision ID: ${D}{up_revision}
Revises: ${D}{down_revision | comma,n}
Create Date: ${D}{create_date}

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
${D}{imports if imports else ""}

# revision identifiers, used by Alembic.
revision: str = ${D}{repr(up_revision)}
down_revision: Union[str, Sequence[str], None] = ${D}{repr(down_revision)}
branch_labels: Union[str, Sequence[str], None] = ${D}{repr(branch_labels)}
depends_on: Union[str, Sequence[str], None] = ${D}{repr(depends_on)}


`;

export const SCRIPT_MAKO = `${HEAD}def upgrade() -> None:
    """Upgrade schema."""
    ${D}{upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Downgrade schema."""
    ${D}{downgrades if downgrades else "pass"}
`;

export const MULTIDB_SCRIPT_MAKO = `<%!
import re

%>${HEAD}def upgrade(engine_name: str) -> None:
    """Upgrade schema."""
    globals()["upgrade_%s" % engine_name]()


def downgrade(engine_name: str) -> None:
    """Downgrade schema."""
    globals()["downgrade_%s" % engine_name]()

<%
    db_names = config.get_main_option("databases")
%>

## A pair of functions for each database that the .ini file names.

% for db_name in re.split(r',\\s*', db_names):

def upgrade_${D}{db_name}() -> None:
    """Upgrade ${D}{db_name} schema."""
    ${D}{context.get("%s_upgrades" % db_name, "pass")}


def downgrade_${D}{db_name}() -> None:
    """Downgrade ${D}{db_name} schema."""
    ${D}{context.get("%s_downgrades" % db_name, "pass")}

% endfor
`;
