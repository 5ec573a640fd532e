"""Scenes: what one document tells of one incident. The first step to incidents, taken inside each document.

A document mostly has one main scene and, beside it, a background (other years, the whole war, other towns). What
is one scene ``atsight`` is told column by column; the other documents are read ``claimbyclaim``.
"""

from factcheck.linking.scenes.columns import Scenes, in_time, times_of
from factcheck.linking.scenes.finding import find_scenes

__all__ = ["Scenes", "find_scenes", "in_time", "times_of"]
