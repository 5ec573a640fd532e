"""Whom a count counts, chosen among the people that its page names."""
