"""Starting the dashboard: Streamlit on this machine's own address, told which database to show."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

from factcheck import resources
from factcheck.errors import FactcheckError

ADDRESS = "127.0.0.1"
PORT = 8501


class ServeError(FactcheckError):
    """The dashboard cannot be started here."""


def serve(url: str, port: int = PORT) -> int:
    """The dashboard runs until it is stopped, in place of this process; gives its status where it cannot.

    Raises:
        ServeError: the port is taken.
    """
    check_port(port)
    command = [
        sys.executable, "-m", "streamlit", "run", str(resources.APP),
        f"--server.address={ADDRESS}", f"--server.port={port}", "--server.headless=true",
        "--browser.gatherUsageStats=false",
    ]  # fmt: skip
    environment = os.environ | {"FACTCHECK_DB": absolute(url)}
    # Streamlit reads its settings and theme from the folder that it runs in.
    if os.name == "posix":  # one process: whoever stops it stops the dashboard
        os.chdir(resources.ROOT)
        os.execve(sys.executable, command, environment)
    return subprocess.call(command, env=environment, cwd=resources.ROOT)


def check_port(port: int) -> None:
    """Nothing, when the port is free.

    Raises:
        ServeError: another program listens there.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            raise ServeError(
                f"port {port} cannot be used ({error.strerror}): is another dashboard running? "
                f"Open http://{ADDRESS}:{port} or choose another one with --port {port + 1}"
            ) from None


def absolute(url: str) -> str:
    """The same database from any folder."""
    from factcheck.store.engine import parsed_url, sqlite_file

    parsed = parsed_url(url)
    path = sqlite_file(parsed)
    if path is None:
        return url
    return parsed.set(database=str(Path(path).absolute())).render_as_string(hide_password=False)
