"""The path itself, and the only place where its steps meet: read, extract, store, link, compare."""

from __future__ import annotations

from factcheck.pipeline.derive import link
from factcheck.pipeline.estimating import estimates, positions, report_rows
from factcheck.pipeline.explaining import explain, explain_document
from factcheck.pipeline.extracting import extract
from factcheck.pipeline.imports import import_files, import_paths
from factcheck.pipeline.reasons import Why, why
from factcheck.pipeline.summaries import ImportSummary, LinkSummary, Progress
from factcheck.pipeline.training import TooFewError, Training, store_weights, train

__all__ = [
    "ImportSummary",
    "LinkSummary",
    "Progress",
    "TooFewError",
    "Training",
    "Why",
    "estimates",
    "explain",
    "explain_document",
    "extract",
    "import_files",
    "import_paths",
    "link",
    "positions",
    "report_rows",
    "store_weights",
    "train",
    "why",
]
