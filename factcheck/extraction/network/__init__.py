"""The parser's network, run with numpy on many sentences at once: the weights and the results are spaCy's."""
