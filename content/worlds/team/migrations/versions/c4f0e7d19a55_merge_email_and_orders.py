"""Merge email and orders

Revision ID: c4f0e7d19a55
Revises: 2b90d1f3aa17, 3c5e88b06f24
Create Date: 2026-02-06 01:30:12.558001

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = 'c4f0e7d19a55'
down_revision: Union[str, Sequence[str], None] = ('2b90d1f3aa17', '3c5e88b06f24')
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
