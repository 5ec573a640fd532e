"""The tables of readable signs that linking and comparing weigh, as the benches that fit them write them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path


def write_signs(table: Path, bench: str, about: str, weights: Mapping[str, float], first: str) -> None:
    """A row a sign: its weight in log-odds, to two places; ``first`` is the sign that stands at the top."""
    with table.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# {about}\n# Written by python -m {bench} --write.\n")
        rows = [(name, f"{weights[name]:.2f}") for name in (first, *sorted(weights.keys() - {first}))]
        csv.writer(file, lineterminator="\n").writerows([("sign", "weight"), *rows])
