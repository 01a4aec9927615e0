# Two commands do all the set-up: `make demo` shows what the library does, `make test` runs all checks.
# Each makes .venv itself; versions are pinned in constraints.txt.

PYTHON ?= python3
BIN := .venv/bin
PACKAGES := --constraint constraints.txt --editable . --group dev

# The tests start hundreds of processes: without kept bytecode, each would compile the package anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test site types compiled suite check mypy quick docs serve format clean

demo: .venv/ready ## print the brief of the bundled dataset
	$(BIN)/diplo-events brief

test: .venv/ready ## run every check: style, types, tests with coverage, the site
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(MAKE) --jobs 3 site types compiled
	$(MAKE) suite

site: .venv/ready ## build the site, without a word
	$(BIN)/mkdocs build --strict --quiet

compiled: .venv/ready ## compile the tests, once instead of in each process that runs them
	$(BIN)/python -m pytest --collect-only --quiet > .venv/collected

types: mypy ## check the types
	$(BIN)/basedpyright

suite: .venv/ready ## run the tests with coverage, three at a time because a browser's tests wait more than they work
	SITE="$(CURDIR)/site" $(BIN)/python -m pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder --cov --cov-report=term

check: .venv/ready ## run the quick checks: style, types, and a fifth of the examples of all tests but the slow ones
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(MAKE) --jobs 2 mypy quick

mypy: .venv/ready ## check the types with the faster of the two
	$(BIN)/mypy

quick: .venv/ready ## run the tests but the slow ones
	HYPOTHESIS_PROFILE=quick $(BIN)/python -m pytest --quiet --numprocesses 2 -m "not slow" tests src

docs: .venv/ready ## build the site into site/
	$(BIN)/mkdocs build --strict

serve: .venv/ready ## serve the site while it is being written
	$(BIN)/mkdocs serve

format: .venv/ready ## format the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1" uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python $(PACKAGES) || \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(PACKAGES) # where uv finds no index: it knows no settings of pip
	touch $@

clean: ## remove what the other targets make
	rm -rf .venv site htmlcov .coverage .mypy_cache .pytest_cache .ruff_cache
