# Needs Python 3.11 or newer (with venv) and make. Everything else is set up in .venv.
PYTHON ?= python3
PRESET ?= barnratt
BIN := .venv/bin

.PHONY: demo test check bench messages templates pictures golden clean

demo: .venv/ready
	$(BIN)/aktivplan demo $(PRESET) output/demo

test: .venv/dev-ready
	$(BIN)/python -m pytest -n 2 --dist worksteal -q

check: .venv/dev-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

bench: .venv/dev-ready
	$(BIN)/python bench/period.py
	$(BIN)/python bench/bench.py
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/outputs.py

# Texts: gather the messages from the code, and make the catalogues that the program reads.
messages: .venv/dev-ready
	$(BIN)/python tools/messages.py update
	$(BIN)/python tools/messages.py compile

# The pictures in the README; takes LibreOffice and poppler.
pictures: .venv/dev-ready
	$(BIN)/python tools/pictures.py

# What tests/golden holds the documents to; look at what changes.
golden: .venv/dev-ready
	AKTIVPLAN_GOLDEN=write $(BIN)/python -m pytest -q tests/test_golden.py

# The blank templates that stand in the repository.
templates: .venv/ready
	$(BIN)/python tools/templates.py

.venv/ready: constraints.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Aktivplan needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev-ready: .venv/ready constraints-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints-dev.txt
	touch $@

clean:
	rm -rf .venv output/demo
