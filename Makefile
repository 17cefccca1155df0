# Pragola needs Python 3 with venv, and make. Everything else is installed here, into .venv.
SHELL := /bin/bash
.DEFAULT_GOAL := help
UV := .bootstrap/bin/uv
BIN := .venv/bin

.PHONY: help setup demo test requirements clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: .venv/.ready ## Prepare .venv with everything Pragola needs to run

demo: setup ## Serve the demonstration of Kabupaten Pati on a local port
	@$(BIN)/python -m pragola.web.demo

test: .venv/.ready-dev ## Install and run everything that CI runs
	@PATH="$(CURDIR)/$(BIN):$$PATH" tests/run

requirements: $(UV) ## Compile requirements/*.txt anew, pinned and hashed
	$(UV) pip compile --upgrade $(COMPILE) requirements/bootstrap.in -o requirements/bootstrap.txt
	$(UV) pip compile --upgrade $(COMPILE) requirements/build.in -o requirements/build.txt
	$(UV) pip compile --upgrade $(COMPILE) pyproject.toml -o requirements/app.txt
	$(UV) pip compile --upgrade $(COMPILE) pyproject.toml --group dev -c requirements/app.txt -o requirements/dev.txt
COMPILE := --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header

clean: ## Remove what setup installed; your data in var/ stays
	rm -rf .venv .bootstrap

$(UV): requirements/bootstrap.txt
	@python3 -c 'import venv, ensurepip' 2>/dev/null || { echo "Pragola needs Python's venv module: apt-get install python3-venv"; exit 1; }
	python3 -m venv .bootstrap
	.bootstrap/bin/python -m pip install --quiet --require-hashes --requirement requirements/bootstrap.txt
	@touch $(UV)

.venv/.ready: $(UV) requirements/app.txt requirements/build.txt pyproject.toml
	@test -x $(BIN)/python || $(UV) venv --quiet .venv
	$(UV) pip install --quiet --python .venv --require-hashes --requirement requirements/app.txt
	$(UV) pip install --quiet --python .venv --no-deps --build-constraints requirements/build.txt --editable .
	@touch $@

.venv/.ready-dev: .venv/.ready requirements/dev.txt
	$(UV) pip install --quiet --python .venv --require-hashes --requirement requirements/dev.txt
	@touch $@
