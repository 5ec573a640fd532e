"""The two sides of a conflict, each with its claim, claimant, document and source."""

from __future__ import annotations

from sqlalchemy import func
from sqlalchemy.orm import aliased

from factcheck.models import Claim, Claimant, Conflict, Document, Source
from factcheck.queries.claims import AnySelect


class Side:
    """The tables that side "a" or "b" of a conflict stands in, and who speaks there.

    ``voice``: the claimant under whose name the claim stands, else the one that the text names, else the source.
    """

    def __init__(self, letter: str) -> None:
        self.claim_id = Conflict.claim_a_id if letter == "a" else Conflict.claim_b_id
        self.claim = aliased(Claim, name=f"claim_{letter}")
        self.claimant = aliased(Claimant, name=f"claimant_{letter}")
        self.document = aliased(Document, name=f"document_{letter}")
        self.source = aliased(Source, name=f"source_{letter}")
        self.voice = func.coalesce(self.claimant.name, self.claim.claimant_name, self.source.name)

    def join(self, query: AnySelect) -> AnySelect:
        """A query of conflicts with this side's claim, claimant, document and source at hand."""
        return (
            query.join(self.claim, self.claim.id == self.claim_id)
            .join(self.document, self.document.id == self.claim.document_id)
            .join(self.source, self.source.id == self.document.source_id)
            .outerjoin(self.claimant, self.claimant.id == self.claim.claimant_id)
        )
