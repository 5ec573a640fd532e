"""Starting and stopping the dashboard from the shell."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from factcheck import resources
from factcheck.cli.serving import absolute


def test_serve_opens_the_dashboard_on_this_machine_and_stops_with_the_command(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "factcheck", "serve", "--port", str(port), "--db", "facts.db"]
    environment = os.environ | {"PYTHONPATH": str(resources.ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            assert server.stdout is not None
            said = next(line for line in server.stdout if line.strip().startswith("URL:"))
            assert f"http://127.0.0.1:{port}" in said
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=20) as answer:
                assert answer.read() == b"ok"
        finally:
            server.terminate()
        server.communicate(timeout=20)
    assert (tmp_path / "facts.db").is_file()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_database_in_this_folder_is_found_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert absolute("sqlite:///facts.db") == f"sqlite:///{tmp_path}/facts.db"
    assert absolute("postgresql+psycopg://me:word@host/x") == "postgresql+psycopg://me:word@host/x"
