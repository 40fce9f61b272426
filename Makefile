# Everything runs in .venv, which `make .venv` fills from requirements.lock.
PYTHON ?= python3.11
PY := .venv/bin/python
INTERPRETER = $(shell command -v $(PYTHON) >/dev/null 2>&1 && echo $(PYTHON) || echo python3)

.PHONY: demo test check format lock docs models pens clean

demo: .venv/ready models  ## Judge the sample packets: a table here, and a report with the pages in demo-report/.
	.venv/bin/yushen evaluate samples/packets --report demo-report

test: .venv/ready models pens  ## All tests.
	$(PY) -m pytest

check: .venv/ready  ## Format, lint, types, import directions.
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports

format: .venv/ready
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

models: .venv/ready  ## Fetch the OCR weights once (75 MB), into the user's cache folder.
	.venv/bin/yushen models --fetch-missing

pens: .venv/ready  ## Fetch the fonts that tests sign papers with once (12 MB), into the user's cache folder.
	$(PY) -m samples.fetch_fonts

.venv/ready: requirements.lock pyproject.toml scripts/system-packages
	scripts/system-packages
	$(INTERPRETER) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch .venv/ready

lock: pyproject.toml  ## Pin everything anew, with hashes and without addresses.
	scripts/lock

docs: .venv/ready  ## Write docs/rules.md anew from the checks.
	.venv/bin/yushen rules > docs/rules.md

clean:
	rm -rf .venv demo-report
