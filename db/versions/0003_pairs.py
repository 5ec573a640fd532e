"""A decision can be about a pair of claims: its subject holds two ids."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("decision") as decision:
        decision.alter_column(
            "subject_id", existing_type=sa.String(64), type_=sa.String(80), existing_nullable=False
        )


def downgrade() -> None:
    op.execute("DELETE FROM decision WHERE subject_kind = 'link'")
    with op.batch_alter_table("decision") as decision:
        decision.alter_column(
            "subject_id", existing_type=sa.String(80), type_=sa.String(64), existing_nullable=False
        )
