"""Figures: what is counted, how many, and of whom."""
