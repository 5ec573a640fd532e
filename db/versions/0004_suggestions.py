"""What people are asked of claims that were nearly linked, and the weights that are learnt from their answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "suggestion",
        sa.Column("claim_a_id", sa.String(length=32), nullable=False),
        sa.Column("claim_b_id", sa.String(length=32), nullable=False),
        sa.Column("score", sa.Float(precision=53), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["claim_a_id"], ["claim.id"], name=op.f("fk_suggestion_claim_a_id_claim")),
        sa.ForeignKeyConstraint(["claim_b_id"], ["claim.id"], name=op.f("fk_suggestion_claim_b_id_claim")),
        sa.PrimaryKeyConstraint("claim_a_id", "claim_b_id", name=op.f("pk_suggestion")),
    )
    op.create_table(
        "link_weights",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("weights", sa.JSON(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_weights")),
    )


def downgrade() -> None:
    op.drop_table("link_weights")
    op.drop_table("suggestion")
