# Chemins. `make site` builds the demonstration, `make test` proves the product.
# `make site SITE=exemple` builds the territory of tests/exemple instead, in the same folder.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SETTINGS := $(if $(SITE),tests/$(SITE)/)mkdocs.yml
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: site test sweep serve bench lock clean
.DEFAULT_GOAL := site

site: $(VENV)/.site
	@$(BIN)/chemins build -f $(SETTINGS) -d site
	@echo "→ site/index.html"

serve: $(VENV)/.site
	@$(BIN)/chemins serve -f $(SETTINGS)

test: $(VENV)/.test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m pytest -n auto --dist loadfile

sweep: $(VENV)/.test
	@$(BIN)/python -m pytest -m sweep

bench: $(VENV)/.test
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.edits

$(VENV)/.python:
	@tools/make-venv "$(PYTHON)" "$(VENV)"
	@touch $@

$(VENV)/.requirements: $(VENV)/.python requirements/site.txt requirements/pdf.txt
	@echo "Installing what a site needs…"
	@$(PIP) install --require-hashes -r requirements/site.txt
	@$(PIP) install --require-hashes -r requirements/pdf.txt
	@tools/ensure-pango "$(BIN)/python"
	@touch $@

$(VENV)/.site: $(VENV)/.requirements pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.site requirements/test.txt
	@echo "Installing what the tests need…"
	@$(PIP) install --require-hashes -r requirements/test.txt
	@tools/ensure-chromium
	@touch $@

# Needs uv on the machine; writes versions and hashes, no addresses.
lock:
	cd requirements && for set in site pdf test; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --no-header $$set.in -o $$set.txt; done

clean:
	rm -rf $(VENV) site .site.* dist .cache
