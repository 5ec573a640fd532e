"""Blame, denials and asserted states."""
