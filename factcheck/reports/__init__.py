"""Conflicts in, files out: one writer a function."""
