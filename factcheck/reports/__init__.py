"""Conflicts in, files out: one writer a function, registered by name.

A new format is one new file in this folder with a function under ``@writer(name)``.
"""

from __future__ import annotations

from factcheck.reports import csv
from factcheck.reports.formats import COLUMNS, Row, Writer, writer, writers

__all__ = ["COLUMNS", "Row", "Writer", "csv", "writer", "writers"]
