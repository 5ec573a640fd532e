"""What words say of whom, how many and when: what several steps and the pages ask of a text alike.

Names (``naming``, ``namesakes``, ``parties``, ``proper_names``), who is counted (``subjects``, ``whom``,
``measures``), figures in words (``numerals``, ``earlier``), questions in words (``asking``), patterns of the word
lists (``phrases``), and the text around a quote (``paragraphs``, ``sheet``). The lists themselves lie in
``data/lexicons`` and are read by ``factcheck.lexicons`` and ``factcheck.gazetteer``.
"""
