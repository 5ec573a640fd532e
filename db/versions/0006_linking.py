"""What is kept of linked claims, so that only what is new is linked; conflicts are found by their claims."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "linking",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("sort", sa.String(length=20), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", "part", name=op.f("pk_linking")),
    )
    op.create_table(
        "changed_document",
        sa.Column("document_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_changed_document_document_id_document")
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_changed_document")),
    )
    op.create_index(op.f("ix_conflict_claim_a_id"), "conflict", ["claim_a_id"])
    op.create_index(op.f("ix_conflict_claim_b_id"), "conflict", ["claim_b_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_conflict_claim_b_id"), "conflict")
    op.drop_index(op.f("ix_conflict_claim_a_id"), "conflict")
    op.drop_table("changed_document")
    op.drop_table("linking")
