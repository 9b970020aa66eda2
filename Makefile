# Everything sets itself up: Python 3.11 to 3.13, git and make are enough.
PYTHON ?= python3
BIN := .venv/bin
PORT ?=

.DEFAULT_GOAL := help
.PHONY: run demo test format lint types tests catalogues accuracy bench clean help

help: ## what each target does
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: .venv/run.stamp ## build what changed and serve the dashboard
	$(BIN)/python -m lanzadash serve $(if $(PORT),--port $(PORT))

demo: .venv/run.stamp ## serve generated, illustrative data
	$(BIN)/python -m lanzadash demo $(if $(PORT),--port $(PORT))

test: .venv/dev.stamp format lint types tests ## all checks: format, lint, types, tests, browser tests

format: .venv/dev.stamp ## is everything formatted?
	$(BIN)/ruff format --check .

lint: .venv/dev.stamp ## does ruff find faults?
	$(BIN)/ruff check .

types: .venv/dev.stamp ## do the types fit?
	$(BIN)/mypy lanzadash pages app.py tools

tests: .venv/dev.stamp ## the tests; those in a browser where a Chromium is found
	$(BIN)/python -m pytest -n 2 --dist loadgroup

catalogues: .venv/dev.stamp ## bring the gettext catalogues up to date with the words in the code
	$(BIN)/python tools/catalogues.py

accuracy: .venv/dev.stamp ## score the reader on expected records, and search on a table of queries
	$(BIN)/python -m tools.accuracy $(FOLDER)
	$(if $(FOLDER),,$(BIN)/python -m tools.search_accuracy)

bench: .venv/dev.stamp ## measure speed and memory
	$(BIN)/python -m tools.bench $(TOPICS) $(if $(SIZE),--size $(SIZE))

clean: ## take away everything that was made here, but not what was read in
	rm -rf .venv data/store data/demo build .pytest_cache .mypy_cache .ruff_cache

# The environment is made anew when the interpreter is another, and filled when the pins change.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || { echo "lanzadash needs Python 3.11 to 3.13; $$($(PYTHON) --version) was found. Name another: make PYTHON=python3.12"; exit 1; }
	@echo "Installing into .venv: about a minute, once."
	$(PYTHON) -m venv .venv

.venv/run.stamp: .venv/bin/python requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
