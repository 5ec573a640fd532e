"""Blame without an enemy: causes, faults of things, negligence, what those in charge left undone."""
