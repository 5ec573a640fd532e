"""Words of the page (captions, buttons, labels) that stand before a speaker and are no part of the name."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated

_PICTURES = r"(?:photos?|images?|pictures?|captions?|videos?|galler(?:y|ies)|slides?|slideshow)"
_AHEAD = gated(
    rf"^.*\b(?=[A-Z])(?i:(?:buy|view|hide|show|close|enlarge|expand|play|watch)\s+(?:this\s+|the\s+|full\s+)?{_PICTURES}"
    r"|captions?\s+(?:close|hide)|(?:image|photo|slide|picture)\s+\d+\s+(?:of|/)\s*/?\s*\d+"
    rf"|(?:photo|image|picture|video)\s+galler(?:y|ies)|(?:file|handout|courtesy|undated)\s+{_PICTURES}"
    rf"|(?:related|more)\s+(?:news\s+)?(?:{_PICTURES}|coverage|articles?|stories|links?|headlines|content)"
    r"|story\s+highlights|(?:story|article)\s+continues\s+below|continue\s+reading(?:\s+below)?"
    r"|read\s+more|watch\s+live|skip\s+ad(?:vertisement)?|advertisement|embed)\b[\s:.>|»/–—-]*(?=[A-Z])"
)
_MARK = re.compile(r"^.*[>|»]\s*(?=\S)|^#\w+:?\s+(?=[A-Z])")


def without_page_words(phrase: str) -> str:
    """A speaker's phrase from behind the last words of the page on: 'More News Videos Witnesses' is 'Witnesses'.

    What is nothing but such words stays: an agency may be called so.
    """
    return _AHEAD.sub("", _MARK.sub("", phrase))
