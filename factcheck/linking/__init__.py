"""Claims in, questions out: blocking, scoring with reasons, clustering."""
