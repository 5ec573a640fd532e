# `make run` opens the dashboard with the demo reports; `make test` runs everything that must hold.
VENV ?= .venv
PORT ?= 8501
export VENV

.PHONY: run test lint unit clean

run:
	@sh tools/environment.sh run
	@$(VENV)/bin/factcheck demo --port $(PORT)

test:
	@sh tools/environment.sh dev
	@sh tools/chromium.sh
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/python -m pytest

lint:
	@sh tools/environment.sh dev
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/mypy

unit:
	@sh tools/environment.sh dev
	$(VENV)/bin/python -m pytest -m "not e2e"

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
