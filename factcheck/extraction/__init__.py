"""A document in, claims out."""
