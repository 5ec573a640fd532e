"""Imports point down only, and each library stays where it belongs; read from the code itself."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STEPS = frozenset({"readers", "extraction", "linking", "comparison", "reports"})
LAYERS = {
    **dict.fromkeys(STEPS, 2),
    "models": 1,
    "store": 2,
    "queries": 2,
    "pipeline": 3,
    "demo": 4,
    "cli": 4,
    "dashboard": 4,
    "__main__": 5,
    "app": 5,
}
"""What is not named here (values, ids, language, ...) lies at the bottom and imports nothing above it."""
LIBRARIES = {
    "sqlalchemy": {"models", "store", "queries", "db"},
    "alembic": {"store", "db"},
    "streamlit": {"app", "dashboard"},
    "altair": {"dashboard"},
    "click": {"cli"},
    "spacy": {"extraction"},
    "distributed": {"linking"},
    "trafilatura": {"readers"},
    "charset_normalizer": {"readers"},
}
"""Who may import a library; naming one of its types in an annotation only (under TYPE_CHECKING) is no import."""
NETWORK = {"socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp"}
CLOCK = {"now", "utcnow", "today", "time_ns", "perf_counter", "monotonic"}


@dataclass(frozen=True)
class Import:
    """One import statement's module, where it stands, and whether only annotations use it."""

    file: Path
    line: int
    module: str
    for_types: bool

    @property
    def part(self) -> str:
        """The part of the project that imports."""
        return part_of(self.file)

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line} imports {self.module}"


def files(*tops: str) -> list[Path]:
    found = [path for top in tops for path in (ROOT / top).rglob("*.py")]
    assert found
    return sorted(found)


def part_of(file: Path) -> str:
    """'readers' for factcheck/readers/text.py, 'values' for factcheck/values.py, 'app' for app.py, 'db'."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "factcheck" and len(parts) > 1 else parts[0]


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imports(file: Path) -> Iterator[Import]:
    yield from _imports(file, tree(file), for_types=False)


def _imports(file: Path, node: ast.AST, *, for_types: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Import(names=names):
                yield from (Import(file, child.lineno, name.name, for_types) for name in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                base = ".".join([*file.relative_to(ROOT).parent.parts, *([module] if module else [])])
                base = base if level else str(module)
                yield from (Import(file, child.lineno, f"{base}.{name.name}", for_types) for name in names)
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield from _imports(file, child, for_types=True)
            case _:
                yield from _imports(file, child, for_types=for_types)


EVERY_IMPORT = [found for file in [*files("factcheck", "db"), ROOT / "app.py"] for found in imports(file)]
OF_THE_PROJECT = [(i, i.module.split(".")[1]) for i in EVERY_IMPORT if i.module.startswith("factcheck.")]
"""Each import of the project's own, and the part that is imported."""


def test_imports_point_down_only() -> None:
    wrong = [
        str(found)
        for found, part in OF_THE_PROJECT
        if found.part != "db" and part != found.part and LAYERS.get(part, 0) > LAYERS.get(found.part, 0)
    ]
    assert wrong == []


def test_steps_import_only_what_lies_at_the_bottom() -> None:
    wrong = [
        str(found)
        for found, part in OF_THE_PROJECT
        if found.part in STEPS and part != found.part and LAYERS.get(part, 0) > 0
    ]
    assert wrong == [], "steps meet in the pipeline, and know neither each other nor the database"


def test_the_shell_and_the_dashboard_do_not_know_each_other() -> None:
    pairs = {(found.part, part) for found, part in OF_THE_PROJECT}
    assert not pairs & {("cli", "dashboard"), ("dashboard", "cli"), ("queries", "pipeline"), ("store", "pipeline")}


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_stays_where_it_belongs(library: str) -> None:
    wrong = [
        str(found)
        for found in EVERY_IMPORT
        if found.module.split(".")[0] == library and found.part not in LIBRARIES[library] and not found.for_types
    ]
    assert wrong == []


def test_steps_do_not_talk_to_the_network_or_the_screen_or_look_at_the_clock() -> None:
    wrong = [str(found) for found in EVERY_IMPORT if found.part in STEPS and is_network(found.module)]
    for file in files(*(f"factcheck/{step}" for step in STEPS)):
        for node in ast.walk(tree(file)):
            match node:
                case ast.Call(func=ast.Name(id="print" | "input" as name)):
                    wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} calls {name}")
                case ast.Attribute(value=ast.Name(id="sys"), attr="stdout" | "stderr" | "stdin" as name):
                    wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} uses sys.{name}")
                case ast.Attribute(value=ast.Name(id="datetime" | "date" | "time"), attr=name) if name in CLOCK:
                    wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} looks at the clock")
    assert wrong == []


def is_network(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in NETWORK)


def test_importing_the_package_runs_nothing() -> None:
    code = (
        "import sys, factcheck; print({'sqlalchemy', 'streamlit', 'spacy', 'pandas'} & set(sys.modules) or 'none')"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "none"


def test_the_front_door_only_opens_the_dashboard() -> None:
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 60
    assert {part for found, part in OF_THE_PROJECT if found.part == "app"} == {"dashboard"}
