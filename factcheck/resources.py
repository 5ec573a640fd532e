"""Where the files that travel with the program lie: migrations, lexicons, demo data, the app.

In a checkout they stand at the top; in an installed wheel they lie in ``factcheck/_bundle``.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLE = _PACKAGE / "_bundle"
ROOT = _BUNDLE if _BUNDLE.is_dir() else _PACKAGE.parent

APP = ROOT / "app.py"
MIGRATIONS = ROOT / "db"
DEMO = ROOT / "data" / "demo"
LEXICONS = ROOT / "data" / "lexicons"
LEARNED = ROOT / "data" / "learned"
