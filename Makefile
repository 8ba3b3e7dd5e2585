# Every verb of the project. `make` alone lists them.
#
# `run` and `test` make their own environment in .venv from the locks in .locks/, on first use and
# again when a lock changes. Nothing else needs installing but Python 3.11 or newer, pip and make.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
VENV ?= .venv
ARGS ?=
EXTRAS ?=

bin := $(VENV)/bin
pip := $(bin)/python -m pip --disable-pip-version-check --quiet
wheel := build/wheel-check
# As many processes as there are processors, but four at most: each may hold servers and a browser.
pytest := $(bin)/python -m pytest -n auto --maxprocesses 4 --dist worksteal
with_browser = MAPA_PRAKTYK_BROWSER="$$($(bin)/python tests/browser/ensure_browser.py)"
# Whoever asked for the extras once has them renewed with everything else.
extras := $(if $(EXTRAS),$(VENV)/extras.stamp,$(wildcard $(VENV)/extras.stamp))
locked = $(shell sed -n 's/^\([A-Za-z0-9._-]*\).*==.*/\1/p' .locks/dev.txt)

.DEFAULT_GOAL := help
# The tests start many processes, each of which would compile all that it imports.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help run test quick check check-scripts scripts docs fix data bench soak audit sbom wheel-check bundle bundle-check container-check release test-services lock clean

help: ## list these verbs
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1 @ \2/p' $(MAKEFILE_LIST) | awk -F' @ ' '{printf "%-20s %s\n", $$1, $$2}'

run: $(VENV)/app.stamp $(extras) ## open the dashboard (ARGS="--port 8600"; EXTRAS=yes once, for login, PostgreSQL, Dask)
	@$(bin)/mapa-praktyk $(ARGS)

test: $(VENV)/dev.stamp ## run the tests side by side, with a real browser where one can be had
	@$(with_browser) $(pytest) $(ARGS)

quick: $(VENV)/dev.stamp ## run the tests that answer within a minute: no servers, one visit of the browser
	@$(with_browser) $(pytest) -m "visit or not slow" --hypothesis-profile=few $(ARGS)

check: $(VENV)/dev.stamp ## check format, lint, docstrings, types, import contracts, vulnerabilities and licences
	$(bin)/ruff format --check .
	$(bin)/ruff check .
	$(bin)/mypy
	$(bin)/lint-imports --no-logo
	$(bin)/python tests/programs/supply/audit.py
	$(bin)/pip-licenses --summary --packages $(locked)

check-scripts: node_modules/.package-lock.json ## check the scripts of the pages: lint, unit tests, whether the bundles are those of the sources (npm)
	npm run --silent lint
	npm run --silent test
	npm run --silent fresh

scripts: node_modules/.package-lock.json ## bundle the scripts of the pages anew, after a change of one (npm)
	npm run --silent fix
	npm run --silent build

docs: $(VENV)/dev.stamp ## draw the packages anew into docs/architecture.md, after a change of the import contracts
	$(bin)/python tests/programs/docs/packages.py

fix: $(VENV)/dev.stamp ## mend what the linter can mend, and format
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

data: $(VENV)/dev.stamp ## build data/gazetteer and data/boundaries from their sources
	$(bin)/python -m geocoding.build $(ARGS)

bench: $(VENV)/dev.stamp ## measure speed and exactness against a peer
	$(bin)/python tests/programs/bench/run.py $(ARGS)

soak: $(VENV)/dev.stamp ## look for what only hours show: fuzzing, faults, load (ARGS="load --minutes 30")
	$(bin)/python tests/programs/soak/run.py $(ARGS)

audit: $(VENV)/dev.stamp ## ask a service for vulnerabilities of the locked packages (ARGS="--service ADDRESS")
	$(bin)/python tests/programs/supply/audit.py --ask $(ARGS)

sbom: $(VENV)/dev.stamp ## renew the bill of materials that goes into the wheel, after `make lock`
	$(bin)/python tests/programs/supply/sbom.py

wheel-check: $(VENV)/dev.stamp ## build the wheel; run the tests on it with the oldest and the newest Python here
	rm -rf $(wheel)
	$(bin)/python -m build --wheel --no-isolation --outdir $(wheel) .
	$(bin)/python tests/programs/supply/pythons.py $(wheel)/*.whl $(ARGS)

bundle: $(VENV)/dev.stamp ## build what is installed without a network, a zip a system (ARGS="--system linux-x86_64")
	$(bin)/python tests/programs/supply/bundles.py $(ARGS)

bundle-check: ## install the bundle for this system where there is no network, and start it (Linux)
	$(bin)/python tests/programs/supply/try_bundle.py $(lastword $(sort $(wildcard build/bundles/*-linux-x86_64.zip))) $(ARGS)

container-check: ## build the container over a Debian made here, and run it without a network (Debian, as root)
	tests/programs/supply/try_container $(ARGS)

release: $(VENV)/dev.stamp ## build wheel, source archive, bundles, bill of materials and SHA256SUMS into dist/ (ARGS=--draft)
	$(bin)/python tests/programs/supply/release.py $(ARGS)

test-services: $(VENV)/dev.stamp ## test against real programs (Nominatim, PostgreSQL, office, GDAL), installed here (Debian, as root)
	PYTHON=$(bin)/python tests/programs/services/run $(ARGS)

lock: ## renew .locks/ from pyproject.toml (ARGS=--upgrade for the newest versions)
	test -x .cache/lock/bin/uv || { "$(PYTHON)" -m venv .cache/lock && .cache/lock/bin/python -m pip --quiet install uv; }
	.cache/lock/bin/uv $(uv_compile) $(ARGS) --group build --output-file .locks/run.txt
	.cache/lock/bin/uv $(uv_compile) $(ARGS) --all-extras --group build --constraint .locks/run.txt --output-file .locks/extras.txt
	.cache/lock/bin/uv $(uv_compile) $(ARGS) --all-extras --group build --group test --group check --group bench --group soak --constraint .locks/extras.txt --output-file .locks/dev.txt

clean: ## remove the environment and everything built or cached
	rm -rf $(VENV) node_modules .cache build dist .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

uv_compile := pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-annotate \
	--custom-compile-command 'make lock' pyproject.toml

# The environment in three steps, so that a change re-makes no more than it must.
$(VENV)/run.stamp: .locks/run.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or name it with make PYTHON=..." >&2; exit 1; }
	@mkdir -p $(VENV) && test -w $(VENV) || { echo "The environment cannot be made in $(VENV): let this user write there, or name another folder with make VENV=..." >&2; exit 1; }
	@echo "Making the environment in $(VENV): about a minute, once." >&2
	@"$(PYTHON)" -m venv --clear $(VENV)
	@$(pip) install --require-hashes -r .locks/run.txt
	@touch $@

$(VENV)/app.stamp: $(VENV)/run.stamp pyproject.toml
	@$(pip) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/extras.stamp: $(VENV)/app.stamp .locks/extras.txt
	@echo "Adding the extras: login, PostgreSQL, Dask." >&2
	@$(pip) install --require-hashes -r .locks/extras.txt
	@touch $@

$(VENV)/dev.stamp: $(VENV)/app.stamp .locks/dev.txt
	@echo "Adding what the tests and checks need." >&2
	@$(pip) install --require-hashes -r .locks/dev.txt
	@touch $@

# What only developers of the pages' scripts need; the product installs nothing of it.
node_modules/.package-lock.json: package.json package-lock.json
	@command -v npm >/dev/null || { echo "npm (Node.js 20 or newer) is needed for the scripts of the pages." >&2; exit 1; }
	npm ci --ignore-scripts --silent
	@touch $@
