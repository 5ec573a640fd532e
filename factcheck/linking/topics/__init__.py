"""Questions without figures: who is to blame, what is denied, which state holds.

``topic`` is one such claim, and ``groups`` finds the questions of one incident by ``signs``, what two have in
common, and ``likeness``, how often such two answer one question. What tells for sure goes before: words
(``outright``), and in texts how a denial answers (``replies``) and what stands side by side (``behind``).
"""

from __future__ import annotations

from factcheck.linking.topics.groups import group_topics
from factcheck.linking.topics.topic import Topic, topic_of

__all__ = ["Topic", "group_topics", "topic_of"]
