"""Figures that no rule takes for a count, read by a model that was learnt from marked reports."""
