.DEFAULT_GOAL := help
.PHONY: help run test test-postgres lint format bench clean

PYTHON ?= python3.11
HOST ?= 127.0.0.1
PORT ?= 8000
BIN := .venv/bin
# A PostgreSQL that may create databases, for `make test-postgres`.
POSTGRES_URL ?= postgres://postgres@127.0.0.1:5432/postgres

help: ## list what can be run
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is needed ($(PYTHON) was not found)."; exit 1; }
	@echo "Making the environment in .venv …"
	@$(PYTHON) -m venv .venv

.venv/.installed: requirements.txt | .venv/bin/python
	@echo "Installing what the site needs …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.installed-dev: requirements-dev.txt requirements.txt | .venv/bin/python
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements-dev.txt
	@touch $@ .venv/.installed

run: export DJANGO_SETTINGS_MODULE = coprod_site.settings.dev
# The links in its mail lead to it, whatever its port.
run: export WAGTAILADMIN_BASE_URL ?= http://localhost:$(PORT)
run: .venv/.installed ## set up the site if need be and serve it on http://localhost:8000
	@mkdir -p var
	@$(BIN)/python manage.py prepare_sample_site --port $(PORT)
	@# The worker that sends mail and publishes at a set time ends with the server, however that ends.
	@# Links in mail lead to the same port.
	@export WAGTAILADMIN_BASE_URL="$${WAGTAILADMIN_BASE_URL:-http://localhost:$(PORT)}"; \
	trap 'kill $$server $$worker 2>/dev/null; wait' EXIT; trap 'exit 0' INT TERM HUP; \
	$(BIN)/python manage.py run_worker --forever --pause 1 & worker=$$!; \
	$(BIN)/gunicorn coprod_site.wsgi --bind $(HOST):$(PORT) --workers 1 --threads 4 --log-level warning & \
	server=$$!; wait $$server

test: .venv/.installed-dev ## run the tests, browser tests included where Chromium is
	@# A browser mostly waits: its tests run beside the others, and say what they have to say at the end.
	@# (5: among what was asked for there are none.)
	@said=$$(mktemp); status=0; \
	$(BIN)/python -m pytest -m browser $(ARGS) >$$said 2>&1 & beside=$$!; \
	$(BIN)/python -m pytest -m "not browser" $(ARGS) || { [ $$? = 5 ] || status=1; }; \
	wait $$beside || { [ $$? = 5 ] || status=1; }; cat $$said; rm -f $$said; exit $$status

test-postgres: .venv/.installed-dev ## run the tests on PostgreSQL (POSTGRES_URL)
	@# Nothing of it is kept, so nothing waits for the disk; and no query is worth compiling. Who may do
	@# what is decided by Wagtail and by us, on any database alike: that long table is asked on SQLite.
	@PGOPTIONS="-c jit=off -c synchronous_commit=off" DATABASE_URL=$(POSTGRES_URL) \
	$(BIN)/python -m pytest -m "not browser" --ignore tests/roles $(ARGS)

lint: .venv/.installed-dev ## style, templates, which way imports run, migrations
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/djlint --check templates coprod_pages/templates
	@$(BIN)/djlint --lint templates coprod_pages/templates
	@$(BIN)/lint-imports --no-logo
	@DJANGO_SETTINGS_MODULE=coprod_site.settings.test $(BIN)/python manage.py makemigrations --check --dry-run

format: .venv/.installed-dev ## put code and templates in shape
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .
	@$(BIN)/djlint --reformat --quiet templates coprod_pages/templates || true

bench: .venv/.installed-dev ## measure beside plain Wagtail (SIZES="1000 10000" DATABASES=sqlite)
	@$(if $(SIZES),SIZES="$(SIZES)") $(if $(DATABASES),DATABASES="$(DATABASES)") $(BIN)/python benchmarks/run.py

clean: ## remove the environment, the database and uploaded files of the sample site
	rm -rf .venv var staticfiles
