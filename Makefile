# All set-up: `make try` installs reportlint and lints examples/, `make test` passes the tests.
# Only sh, make and a Python >= 3.11 with venv are assumed; name another interpreter with `make PYTHON=python3.13 test`.

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: try test check grammar facts accuracy bench docs clean

try: $(VENV)/.installed
	$(BIN)/reportlint examples || test $$? -eq 1 # most of them have defects

test: $(VENV)/.test
	$(BIN)/python -m pytest -n auto

# what CI asks beside the tests: lint, types, layers, fresh generated files
check: $(VENV)/.lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# after every change of grammar/: the tables that travel in the wheel
grammar: $(VENV)/.installed
	$(BIN)/python -m reportlint.structure.store grammar/reportlint_grammar

# after every change of rules/reportlint_rules/data/: the facts that travel in the wheel
facts: $(VENV)/.installed
	$(BIN)/python -m reportlint_rules.facts

# how often each rule is right and how much it finds: docs/accuracy.md and what explain says
accuracy: $(VENV)/.installed
	$(BIN)/python -m accuracy

bench: $(VENV)/.lint
	$(BIN)/python -m benchmarks.run

# the documentation site, into build/site: pages of docs/ and one for each rule, in both languages
docs: $(VENV)/.docs
	$(BIN)/python -m website

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "no Python >= 3.11 found: install one, or name it with make PYTHON=..."; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.test: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group test
	touch $@

$(VENV)/.lint: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

$(VENV)/.docs: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group docs
	touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
