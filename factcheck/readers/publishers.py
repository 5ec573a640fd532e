"""The name of who published: as given, but a web host without the port that its address has anyway."""

from __future__ import annotations

import re

_PORTS = (":80", ":443")
"""The ports of http and https."""

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+:\d+", re.I)


def published_by(name: str | None) -> str | None:
    """The name of a source: 'news.example:80' is 'news.example', under which other pages of the host are filed.

    Any other name, and any other port, stays.
    """
    if name and name.endswith(_PORTS) and _HOST.fullmatch(name):
        return name.rpartition(":")[0]
    return name
