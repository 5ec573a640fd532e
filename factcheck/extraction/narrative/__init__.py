"""Claims without a figure: blame, denials and asserted states.

``findings`` asks the parts in this order: ``denial``, ``blame`` (with its ``failings``), ``status``, ``asserted``;
then ``learned`` reads what no rule found. Beside the folders stands what several of them ask: who may have done a
hostile deed (``doers``, ``armed``, ``hostile``) and who makes an accusation (``accusing``).
"""
