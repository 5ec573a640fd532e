"""The built package carries all that it needs: app, migrations, lexicons and demo data."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str, folder: Path, path: Path | None = None) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "FACTCHECK_DB")}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked into a folder of its own."""
    wheels, site = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("site")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(wheels), str(ROOT), folder=wheels)
    (wheel,) = wheels.glob("*.whl")
    run(*pip, "install", "--no-deps", "--no-index", "--target", str(site), str(wheel), folder=wheels)
    return site


def test_the_demo_runs_from_the_installed_package_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    said = run(sys.executable, "-m", "factcheck", "demo", "--no-serve", folder=tmp_path, path=installed)
    assert "36 new documents" in said
    assert (tmp_path / "factcheck.db").is_file()


def test_the_package_does_not_reach_back_into_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = "from factcheck import resources as r; print(r.APP, r.MIGRATIONS, r.DEMO, r.LEXICONS)"
    for place in run(sys.executable, "-c", where, folder=tmp_path, path=installed).split():
        assert Path(place).is_relative_to(installed)
        assert Path(place).exists()
