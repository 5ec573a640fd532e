"""A real server with a freshly filled database, and a real Chromium to look at it with."""

from __future__ import annotations

import os
import queue
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from factcheck import pipeline
from factcheck.resources import APP, DEMO
from factcheck.store import open_store

START_SECONDS = 90
WAIT_MILLISECONDS = 30_000
"""What a click and an expectation wait at most: a busy machine answers late, and the default of 5 s is short."""
WORK_MILLISECONDS = 90_000
"""The same for what comes of an import or a comparison."""

expect.set_options(timeout=WAIT_MILLISECONDS)  # here, so that each file of tests has it when it runs alone

_ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@dataclass(frozen=True)
class Site:
    """A running dashboard: its address and the database behind it."""

    address: str
    database: str


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo reports, taken in by the real pipeline."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    store = open_store(str(path))
    pipeline.import_paths(store, [DEMO])
    store.close()
    return path


@pytest.fixture(scope="module")
def site(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A dashboard on a copy of the demo database; it ends with the module."""
    path = tmp_path_factory.mktemp("site") / "facts.db"
    shutil.copy(demo_database, path)
    yield from _serve(f"sqlite:///{path}")


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A dashboard on a database that does not exist yet."""
    yield from _serve(f"sqlite:///{tmp_path_factory.mktemp('empty') / 'facts.db'}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium with a fresh profile."""
    found = next(filter(None, map(shutil.which, ("/usr/bin/chromium", "chromium", "google-chrome"))), None)
    if found is None:
        told = "no Chromium here; install Chromium: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty tab of a person who was never here; it fails when the page asks another machine for anything."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    context.set_default_timeout(WAIT_MILLISECONDS)
    strangers: list[str] = []
    context.on("request", lambda request: strangers.append(request.url) if _is_strange(request.url) else None)
    yield context.new_page()
    context.close()
    assert not strangers


def _is_strange(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "about:"))


def _serve(database: str) -> Iterator[Site]:
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(APP), "--server.port", str(port)],
        cwd=APP.parent,
        env=os.environ | {"FACTCHECK_DB": database, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        _wait_until_ready(server)
        yield Site(f"http://127.0.0.1:{port}", database)
    finally:
        server.terminate()
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()


def _wait_until_ready(server: subprocess.Popen[str]) -> None:
    lines: queue.Queue[str] = queue.Queue()

    def read() -> None:
        assert server.stdout is not None
        for line in server.stdout:
            lines.put(line)
        lines.put("")

    threading.Thread(target=read, daemon=True).start()
    said = []
    while True:
        line = lines.get(timeout=START_SECONDS)
        said.append(line)
        if "server started" in line:
            return
        if not line:
            pytest.fail(f"the dashboard did not start:\n{''.join(said)}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
