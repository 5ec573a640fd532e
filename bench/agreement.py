"""How far two people agree who marked the same reports: what no reader of texts can be expected to pass by much.

    python -m bench.agreement        a column a set that was marked twice, with the figures of bench.quality

A second hand marked the reports of the blind sets by the same rules (bench/reports/README.md), without the first
hand's marks, the other sets or the program before it: ``second.jsonl`` beside ``gold.jsonl``. Its marks are judged
here as the program's claims are.
"""

from __future__ import annotations

import json

from bench import quality

SECOND = "second.jsonl"


def agreement(name: str) -> dict[str, float]:
    """Figures (0 to 1) of the second hand's marks of a set against the first hand's."""
    second, gold = quality._read(quality.SETS / name / SECOND), quality.gold(name)
    forms = json.loads((quality.SETS / name / "claimants.json").read_text("utf-8"))
    return quality._claim_figures(second, gold, quality.paired(second, gold), forms)


def main() -> None:
    """Prints the table."""
    names = sorted(path.parent.name for path in quality.SETS.glob(f"*/{SECOND}"))
    told = {name: agreement(name) for name in names}
    print("| figure (0 to 1) |", " | ".join(names), "|")
    print("|---|" + "---|" * len(names))
    for figure in told[names[0]]:
        print(f"| {figure} |", " | ".join(f"{told[name][figure]:.2f}" for name in names), "|")


if __name__ == "__main__":
    main()
