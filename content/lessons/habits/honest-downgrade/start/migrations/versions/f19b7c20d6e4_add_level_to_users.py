"""Add level to users

Revision ID: f19b7c20d6e4
Revises: abc123f0e1d2
Create Date: 2026-02-05 11:12:40.551904

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = 'f19b7c20d6e4'
down_revision: Union[str, Sequence[str], None] = 'abc123f0e1d2'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column('users', sa.Column('level', sa.String(length=10), server_default='basic', nullable=False))
    op.create_index('ix_users_level', 'users', ['level'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_users_level', table_name='users')
