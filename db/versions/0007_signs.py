"""What scenes of linked documents are compared by, so that more is linked without reading their texts again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "linking_signs",
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_linking_signs")),
    )


def downgrade() -> None:
    op.drop_table("linking_signs")
