"""The set phrases of each kind: 'five did not survive', 'contact with three was lost'."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated

_OF_WHOM = (
    r"(?:\s+of\s+(?:the|them|those|these|whom|its|our|their))?(?:\s+(?!and\b|or\b|who\b|that\b)[\w'’-]+){0,4}?"
)
_WHERE = r"(?:forest|bush|hills?|mountains?|jungle|woods|desert|camps?|captivity|hiding|an?\s+unknown|unknown)\b"
_PHRASES = (
    ("killed", rf"(?P<figure>#+){_OF_WHOM}\s+(?:did|have|had|has)\s+not\s+survived?\b"),
    ("killed", r"(?P<figure>#+)\s+of\s+(?:its|their|our|his)\s+(?:own\s+)?(?:fallen|dead)\b"),
    ("killed", r"\b(?:names?|identit(?:y|ies))\s+of\s+(?P<figure>#+)(?:\s+of\s+the)?\s+(?:victims|dead)\b"),
    (
        "captured",
        r"\b(?:took|taken|take|captured|caught|seized)\s+(?P<figure>#+)(?:\s+[\w-]+){0,2}?\s+alive\b"
        r"|(?P<figure2>#+)(?:\s+[\w-]+){0,2}?\s+(?:were\s+|was\s+)?(?:taken|captured|caught)\s+alive\b",
    ),
    (
        "wounded",
        r"\b(?:number|count|total|tally)\s+of\s+(?:those|people|persons|residents|pupils|patients)\s+(?:who\s+(?:were|was)\s+)?(?:hurt|injured|wounded|treated|poisoned|burned|burnt)\b"
        r"[^#.;]{0,60}?\s(?:to|at|reached|is|was|stands\s+at|stood\s+at|as)\s+(?P<figure>#+)",
    ),
    ("killed", r"(?P<figure>#+)\s+names\s+of\s+(?:the\s+)?(?:dead|victims|killed|deceased|people\s+killed)\b"),
    ("killed", r"\bmartyrs\s+(?:number(?:ed|s)?|are|were|total(?:led)?)\s+(?P<figure>#+)"),
    (
        "killed",
        r"\b(?:first|final|official|provisional|initial|new|latest|last)\s+(?:count|tally|toll|figure)\s+of\s+(?P<figure>#+)\s+(?:dead|killed)\b",
    ),
    (
        "casualties",
        r"\b(?:lost|loses|losing|loss\s+of)\s+(?P<figure>#+)(?:\s+[\w-]+){0,3}?\s+(?:in\s+)?(?:killed|dead)\s+(?:and|or)\s+(?:wounded|injured)\b",
    ),
    (
        "killed",
        r"\blost\s+[\"“]?(?P<figure>#+)(?!(?:\s+[\w-]+){0,3}?\s+(?:in\s+)?(?:killed|dead)\s+(?:and|or)\s+(?:wounded|injured))(?=\s*(?:[.,;:\"”)]|$|(?:and|boys|men|in|on|at|so|that|dead)\b))",
    ),
    (
        "missing",
        r"\bcontact\s+(?:with|to)\s+(?P<figure>#+)(?:\s+[\w'’-]+){0,4}?\s+(?:has\s+been|had\s+been|was"
        r"|is|have\s+been)\s+lost\b",
    ),
    (
        "missing",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:are|were|is|was|remain(?:s|ed)?|may\s+be|might\s+be|could\s+be)"
        rf"\s+(?:still\s+|believed\s+|feared\s+"
        r"|thought\s+|to\s+be\s+)*(?:trapped|below\s+ground|underground|(?<=still\s)inside)\b",
    ),
    (
        "missing",
        r"\b(?:without\s+(?:any\s+)?news\s+(?:of|from)|(?:can|could)\s*not\s+account\s+for|unable\s+to\s+account"
        r"\s+for"
        r"|(?:still\s+)?out\s+of\s+contact\s+(?:are|were|is|was))\s+(?:the\s+)?(?P<figure>#+)",
    ),
    (
        "missing",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:are|is|were|was|remain(?:s|ed)?|lie)\s+(?:still\s+"
        rf"|believed\s+to\s+be\s+)+(?:in|inside|under|beneath|below|aboard)\s+(?:the\s+|its\s+|a\s+)?"
        r"(?:\w+\s+)?(?:hull|wreck\w*|ship|ferry|boat|vessel|rubble|mine|shaft|tunnel|pit|galler(?:y|ies)"
        r"|river|sea|lake|water|mud|snow|ruins|debris|concrete|earth)\b",
    ),
    (
        "missing",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:(?:might|may|could|are|were|is|was|be|remain|feared|believed|still"
        rf"|thought|to)\s+)*"
        r"(?:buried\s+|trapped\s+)?(?:under|beneath|in)\s+(?:the\s+)?(?:mud|rubble|debris|snow|ruins|wreckage"
        r"|earth|avalanche|landslide)\b",
    ),
    (
        "captured",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:is|are|was|were|remain(?:s|ed)?|be|being)\s+(?:still\s+|now\s+|all"
        rf"\s+)*"
        r"(?:captives?\b|prisoners?\b(?!\s+of\s+conscience)|in\s+(?:\w+\s+){0,2}?captivity\b|in"
        r"\s+the\s+hands\s+of\b|in\s+\w+['’]s?\s+hands\b)",
    ),
    (
        "captured",
        r"\b(?:boast(?:s|ed)?\s+of|spe(?:aks?|ak)\s+of|spoke\s+of|claim(?:s|ed)?|announc(?:es|ed)|show(?:s"
        r"|ed)|display(?:s|ed)"
        r"|parad(?:es|ed)|present(?:s|ed)|deliver(?:s|ed)|repatriat(?:es|ed)|flew|exchang(?:es|ed)|swapp(?:s"
        r"|ed)|hand(?:s|ed)\s+over)\s+"
        r"(?:only\s+|home\s+|back\s+)?(?P<figure>#+)(?:\s+[\w-]+)?\s+(?:prisoners(?:\s+of\s+war)?|captives"
        r"|hostages|pows|detainees)\b",
    ),
    (
        "captured",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:gave|give|given)\s+themselves\s+up\b",
    ),
    ("kidnapped", rf"(?P<figure>#+){_OF_WHOM}\s+(?:is|are|were|remain)\s+(?:still\s+|now\s+)?hostages\b"),
    ("captured", rf"(?P<figure>#+){_OF_WHOM}\s+fell\s+into\s+(?:\w+\s+){{0,2}}?(?:captivity|hands)\b"),
    (
        "captured",
        r"\b(?:whisked|carted|marched|herded|spirited|bundled|led|took|driven|drove|carried)\s+(?:away|off)"
        r"\s+(?:with\s+)?(?P<figure>#+)",
    ),
    (
        "captured",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:was|were|been|being)\s+(?:also\s+|then\s+)?(?:marched|led|herded"
        rf"|carried|whisked|taken|driven|dragged)\s+"
        rf"(?:(?:off|away)\s*)?(?:(?:into|to)\s+(?:the\s+)?(?:\w+\s+)?{_WHERE}|(?:off|away)\s+by)",
    ),
    (
        "killed",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:blew|blown|have\s+blown|had\s+blown)\s+(?:themselves|himself|herself)\s+up\b"
        rf"|(?P<figure2>#+)\s+(?:more\s+)?lives\s+(?:(?:were|are|have\s+been)\s+)?lost\b",
    ),
    (
        "destroyed",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:(?:are|is|were|was|lie|lies|lay|now|already|mere|mostly|all)\s+)+(?:in\s+|a\s+heap\s+of\s+)?"
        r"(?:ash(?:es)?|rubble|ruins?|cinders|dust|wrecks?|debris)\b",
    ),
    (
        "destroyed",
        r"\b(?:loss|downing|sinking|destruction|shooting\s+down)\s+of\s+(?:only\s+|at\s+least\s+)?(?P<figure>#+)",
    ),
    (
        "displaced",
        r"(?P<figure>#+)\s+(?:of\s+)?(?:[\w'’-]+\s+){0,2}?(?:families|people|residents|villagers|households"
        r"|inhabitants|civilians|persons)\s+"
        r"(?:have|had|has)\s+(?:already\s+|now\s+)?(?:left|fled|abandoned)\s+(?-i:[A-Z])\w+",
    ),
)
COMPILED = tuple((kind, gated(pattern, re.IGNORECASE)) for kind, pattern in _PHRASES)
STILL_HELD = tuple(
    ("captured", gated(pattern, re.IGNORECASE))
    for pattern in (
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:(?:is|are|were|was)\s+still|remain(?:s|ed)?|(?:is"
        rf"|are)\s+to\s+this\s+day)\s+(?:being\s+)?"
        r"(?:there(?=\s*(?:[.,;]|$|with\b))|with\s+them|in\s+the\s+(?:forest|bush|mountains|hills|jungle|hands|camps?)|held|behind\s+bars|detained"
        r"|in\s+detention|with\s+the|to\s+be\s+freed)\b",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:have|has|had)\s+(?:never\s+|not\s+(?:yet\s+)?)(?:come\s+(?:back"
        rf"|home)|returned|been\s+(?:freed|released|found))\b",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:(?:have|has|had)\s+)?(?:went|gone|came|come|walked)\s+(?:home|free|over)\b(?!\s+(?:to\s+(?:vote|work|the\s+other)|in\s+(?:coffins|bags)))",
        rf"(?P<figure>#+){_OF_WHOM}\s+(?:were|was|(?:have|has|had)\s+been)\s+(?:handed\s+(?:over|back)|let\s+go|sent\s+home|given\s+back)\b",
        r"\bstill\s+(?:hold(?:s|ing)?|ha(?:ve|s|d))\s+(?P<figure>#+)(?!\s+(?:days|hours|weeks|months|troops"
        r"|soldiers|men\s+under))",
    )
)
"""What is told so of captives, on a page that tells of captives."""
