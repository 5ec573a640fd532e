"""The verbs by which somebody gives a figure without a clause: 'Minsk sticks to 35', 'the union has 12'.

One list for those who count the figure and for those who ask whose it is, as pieces of patterns that ignore case.
"""

from __future__ import annotations

STANDS_BY = (
    r"(?:sticks?|stuck|sticking|kept|keeps|held|holds|clings?|clung)\s+(?:to|at)|(?:stands?|stood)\s+by"
    r"|insist(?:s|ed)?\s+on|stop(?:s|ped)?\s+(?:counting\s+)?at|(?:admits?|admitted|owns?\s+up|owned\s+up"
    r"|confess(?:es|ed))\s+to"
    r"|(?:concedes?|conceded|ventures?|ventured|reckons?|guess(?:es|ed)|wrote|writes?|accepts?|assumes?|assumed)"
    r"|(?:comes?|came|went|goes)\s+away\s+with(?:\s+(?:a|the)\s+(?:figure|count|number)\s+of)?"
    r"|works?\s+with(?:\s+(?:a|the)\s+figure\s+of)?|(?:prefers?|preferred|maintains?|maintained|accepts?"
    r"|accepted)(?:\s+the\s+(?:figure|number)\s+of)?"
)
"""Who keeps to a figure."""
ARRIVES_AT = (
    r"(?:arriv(?:es?|ed)|comes?|came|gets?|got|(?:comes?|came)\s+(?:out|up|forward)|ends?\s+up|ended\s+up|ended|settl(?:es?|ed)|finish(?:es|ed)"
    r"|gave\s+up|gives?\s+up)"
    r"(?:\s+(?:on\s+\w+day|the\s+day|that\s+\w+|first|yesterday|today))?\s+(?:at|to|on|with|after)"
    r"|(?:beg[aiu]n|begins|start(?:s|ed)|opened)(?:\s+(?:on\s+\w+day|the\s+day|that\s+\w+|yesterday"
    r"|today))?\s+(?:with|at)|reckon(?:s|ed)?\s+(?:with|on)"
)
"""Who ends or begins with one."""
IS_AT = (
    r"(?:is|was|are|were|been|already|now|still)\s+(?:now\s+|still\s+|already\s+)?at"
    r"|(?:was|were|is|been|has\s+been)\s+(?:now\s+|finally\s+)?(?:fixed|settled|set|left"
    r"|closed)(?:\s+(?:last\s+night|on\s+\w+|this\s+\w+|yesterday))?\s+at"
    r"|(?:closer\s+to|nearer(?:\s+to)?|more\s+like|as\s+(?:high|low)\s+as)"
    r"|(?:ha[sd]|have|had)\s+(?:now\s+|since\s+|already\s+)?(?:risen|climbed|grown|gone\s+up|swollen|fallen"
    r"|dropped|passed|reached)(?:\s+to)?"
)
PUTS_IT_AT = (
    r"(?:puts?|put|sets?|places?|placed|has|had|have|gives?|gave|pegs?|pegged)\s+(?:it|them|that|this)\s+(?:\w+"
    r"\s+)?at"
    r"|(?:makes?|made)\s+(?:it|them)|br(?:ings?|ought)\s+(?:it|them|that|this)\s+to"
)
NOT_BEYOND = (
    r"(?:has|have|had|did|does)\s*(?:not|n['’]t|never|hardly)\s+(?:\w+\s+)?(?:gone|go|got)\s+"
    r"(?:beyond|above|past|over|higher\s+than)"
)
"""Who never went so far."""
HAS_COUNTED = (
    r"(?:ha[sd]|have)\s+(?:received|counted|confirmed|registered|recorded)|received|counted|certified|lists?"
    r"|listed"
    r"|mentions?|mentioned|ha[sd]|have"
)
