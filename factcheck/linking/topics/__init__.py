"""Questions without figures: who is to blame, what is denied, which state holds.

``topic`` is one such claim, and ``groups`` finds the questions of one incident: of records by ``signs``, what two
have in common, and ``likeness``, how often such two answer one question; of what is read from texts by rules
(``byrules``, ``replies``), since weights call more conflicts there that are none.
"""

from __future__ import annotations

from factcheck.linking.topics.groups import group_topics
from factcheck.linking.topics.topic import Topic, topic_of

__all__ = ["Topic", "group_topics", "topic_of"]
