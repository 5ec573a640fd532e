"""What charges, denials and states that are read from texts are about, as numbers that linking compares."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claim", sa.Column("gist", sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("claim") as table:
        table.drop_column("gist")
