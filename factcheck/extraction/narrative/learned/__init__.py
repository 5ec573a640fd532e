"""Blame, denials and states that a learnt model reads where no rule did."""
