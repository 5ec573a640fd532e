"""Questions without figures: who is to blame, what is denied, which state holds.

``topic`` is one such claim, ``signs`` what two have in common, ``likeness`` how often such two answer one
question, and ``groups`` the questions of one incident.
"""

from __future__ import annotations

from factcheck.linking.topics.groups import group_topics
from factcheck.linking.topics.topic import Topic, topic_of

__all__ = ["Topic", "group_topics", "topic_of"]
