# One target per need. `make run` needs only Python 3.11 or newer, and make.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check

.PHONY: run setup test proof soak bench load audit check lint docs lock clean

# Reknit on this computer, at http://localhost:8000.
run: $(VENV)/.run
	$(BIN)/reknit serve --local --open --port $(PORT)

setup: $(VENV)/.run

# Every test: on SQLite with a browser, then on PostgreSQL where one answers.
test: $(VENV)/.dev
	$(BIN)/python -m tests.run

# The long proofs: kills, cuts of power, a full disk. A few minutes here; in soak as long as it takes.
proof: $(VENV)/.dev
	$(BIN)/python -m tests.proof

soak: $(VENV)/.dev
	$(BIN)/python -m tests.proof soak

# What things cost, as ratios to a floor of the same run, as JSON.
bench: $(VENV)/.dev
	@$(BIN)/python -m tests.bench

# Fifty people at once among ten thousand spaces; takes 12 GB of disk and some minutes. LOAD='--spaces 1000' for less.
load: $(VENV)/.dev
	@$(BIN)/python -m tests.load $(LOAD)

# What a build is made of (build/sbom.json), and whether something in it is known to be faulty.
audit: $(VENV)/.dev
	$(BIN)/python -m tests.audit

# Layout, lint, types, the rules of the house.
check: lint
	$(BIN)/python -m pytest -q tests/house -n 0

lint: $(VENV)/.dev
	$(BIN)/ruff format --check reknit tests
	$(BIN)/ruff check reknit tests
	$(BIN)/mypy reknit

# The pages that are made from the code: docs/events.md, docs/works.md.
docs: $(VENV)/.dev
	$(BIN)/python -m tests.docs.make

# New locks, with hashes and without index addresses; needs uv.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --extra postgres --extra build --extra dev -o requirements-dev.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --extra postgres --extra build -c requirements-dev.lock -o requirements.lock

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Reknit needs Python 3.11 or newer. $(PYTHON) here is: $$($(PYTHON) --version 2>&1 | tail -1)" >&2; \
	  echo "With a newer one: make run PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python is here without its venv module. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Setting up in $(VENV); this takes about a minute."
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements-dev.lock
	$(PIP) --no-deps --no-build-isolation -e .
	touch $(VENV)/.run $@

clean:
	rm -rf $(VENV) build staticfiles
