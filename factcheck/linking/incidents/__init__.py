"""Incidents: which scenes of which documents tell of one thing in the world.

``keys`` and ``blocking`` say which pairs of scenes are looked at, ``signs`` and ``features`` how alike two are,
``clustering``, ``anchoring``, ``following`` and ``stories`` which of them are joined; ``incidents`` is the whole.
``doubts`` are the pairs that were nearly joined.
"""
