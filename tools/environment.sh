#!/bin/sh
# Makes the environment in .venv from hash-pinned requirements: environment.sh run|dev
# Does nothing when it is already there and the requirements have not changed.
set -eu
cd "$(dirname "$0")/.."
kind=$1
venv=${VENV:-.venv}
wanted() { cat requirements/build.txt "requirements/$1.txt" pyproject.toml | cksum; }
is_ready() { [ -f "$venv/.ready-$1" ] && [ "$(cat "$venv/.ready-$1")" = "$(wanted "$1")" ]; }
is_ready "$kind" && exit 0
# The test environment holds all that the run environment holds.
[ "$kind" = run ] && is_ready dev && exit 0

python=${PYTHON:-}
if [ -z "$python" ]; then
  for candidate in python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 &&
      "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'; then
      python=$candidate
      break
    fi
  done
fi
if [ -z "$python" ]; then
  echo "factcheck needs Python 3.11, 3.12 or 3.13; none was found. Set PYTHON=/path/to/python3.12" >&2
  exit 1
fi

if ! [ -x "$venv/bin/python" ]; then
  if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
      echo "Installing Python's venv module from the system's packages..." >&2
      version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
      apt-get update -qq >&2
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "python$version-venv" >&2
    else
      echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
      exit 1
    fi
  fi
  echo "Creating $venv with $("$python" --version)..." >&2
  "$python" -m venv "$venv"
fi

echo "Installing pinned packages ($kind); the first time this takes a minute or two..." >&2
pip="$venv/bin/python -m pip --disable-pip-version-check install --quiet --no-input"
$pip --require-hashes -r requirements/build.txt -r "requirements/$kind.txt"
$pip --no-deps --no-build-isolation -e .
wanted "$kind" >"$venv/.ready-$kind"
