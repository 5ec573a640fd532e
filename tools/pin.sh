#!/bin/sh
# Pins every dependency with its hashes (needs uv). Run after a change of dependencies in pyproject.toml.
set -eu
cd "$(dirname "$0")/.."
pin() {
  uv pip compile "$@" --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --quiet
}
pin pyproject.toml --output-file requirements/run.txt
pin pyproject.toml --extra postgres --extra dask --group dev --constraint requirements/run.txt --output-file requirements/dev.txt
printf 'hatchling\neditables\n' | pin - --output-file requirements/build.txt
