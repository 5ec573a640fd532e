"""Bytes or a path in, documents or claim rows out: one file a family of formats."""
