"""Questions: which claims of one incident answer the same thing.

``asked`` is the whole: what is ``plain`` at sight by ``columns``, unless ``rivals`` speak against it, the rest
incident by incident (``questions``): whose people a figure counts (``whose``), which groups are one in other words
(``reworded``, ``everybody``), which figures differ in scope (``areas``, ``homes``). ``labels`` puts a question in
words; ``neighbours`` are nearly one. What carries no figure is split by ``linking/topics``.
"""
