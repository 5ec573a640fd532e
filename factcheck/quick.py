"""Dataclasses that nobody changes, of which there are so many that making them must not take long."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as quick
else:
    from dataclasses import dataclass

    def quick(**options):
        """``dataclass``, frozen for those who read and check the code, and not when it runs: a frozen one takes
        four times as long to make."""
        return dataclass(**options | {"frozen": False, "unsafe_hash": options.get("frozen", False)})


__all__ = ["quick"]
