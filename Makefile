# Pragola needs Python 3 with venv, and make. Everything else is installed here, into .venv.
SHELL := /bin/bash
.DEFAULT_GOAL := help
UV := .bootstrap/bin/uv
BIN := .venv/bin
COMPILE := --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header
INSTALL := $(UV) pip install --quiet --python .venv
NEW_VENV := $(UV) venv --quiet --clear .venv

.PHONY: help setup demo test requirements clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: .venv/.ready ## Prepare .venv with everything Pragola needs to run

demo: setup ## Serve the demonstration of Kabupaten Pati on a local port
	@$(BIN)/python -m pragola.web.demo

test: .venv/.ready-dev ## Install and run everything that CI runs
	@tests/run

requirements: $(UV) ## Compile requirements/*.txt anew, pinned and hashed
	$(UV) pip compile --upgrade $(COMPILE) requirements/bootstrap.in -o requirements/bootstrap.txt
	$(UV) pip compile --upgrade $(COMPILE) requirements/build.in -o requirements/build.txt
	$(UV) pip compile --upgrade $(COMPILE) pyproject.toml -o requirements/app.txt
	$(UV) pip compile --upgrade $(COMPILE) pyproject.toml --group dev -c requirements/app.txt -o requirements/dev.txt

clean: ## Remove what setup installed; your data in var/ stays
	rm -rf .venv .bootstrap

$(UV): requirements/bootstrap.txt
	@command -v python3 >/dev/null || { echo "Pragola needs Python 3: install it (Debian: apt-get install python3 python3-venv) and run make again." >&2; exit 1; }
	@python3 -c 'import venv, ensurepip' 2>/dev/null || { echo "Pragola needs Python's venv module: install it (Debian: apt-get install python3-venv) and run make again." >&2; exit 1; }
	python3 -m venv --clear .bootstrap
	.bootstrap/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/bootstrap.txt
	@touch $@

# The Python of .python-version, else any that is new enough, else one that uv fetches.
$(BIN)/python: | $(UV)
	@$(NEW_VENV) --no-python-downloads 2>/dev/null \
	  || $(NEW_VENV) --no-python-downloads --python '>=3.12' 2>/dev/null \
	  || $(NEW_VENV) 2>/dev/null \
	  || { echo "Pragola needs Python 3.12 or newer; none was found on the PATH and none could be fetched. Install Python 3.13 beside the one you have, so that 'python3.13' answers, and run make again." >&2; exit 1; }

.venv/.ready: $(BIN)/python requirements/app.txt requirements/build.txt pyproject.toml
	$(INSTALL) --require-hashes --requirement requirements/app.txt
	$(INSTALL) --no-deps --build-constraints requirements/build.txt --editable .
	@touch $@

.venv/.ready-dev: .venv/.ready requirements/dev.txt
	$(INSTALL) --require-hashes --requirement requirements/dev.txt
	@touch $@
