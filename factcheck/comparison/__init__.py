"""Questions in, verdicts out: positions, one rule a function, independence of carriers."""
