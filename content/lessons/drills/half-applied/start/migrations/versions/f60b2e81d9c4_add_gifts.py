"""Add gifts

Revision ID: f60b2e81d9c4
Revises: c3a0b5e4d7f1
Create Date: 2026-04-02 18:40:12.771204

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = 'f60b2e81d9c4'
down_revision: Union[str, Sequence[str], None] = 'c3a0b5e4d7f1'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE order_status ADD VALUE 'gift'")
    op.add_column('orders', sa.Column('gift_note', sa.String(length=100), nullable=False))


def downgrade() -> None:
    op.drop_column('orders', 'gift_note')
