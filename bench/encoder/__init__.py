"""Fits the transformer that reads clauses, figures and voices to the marked reports (see ``__main__``)."""
