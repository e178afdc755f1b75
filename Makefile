# `make run` starts the site, `make test` and `make check` are what CI does.
# Written for GNU make 3.81 too, which is macOS's.

PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py

.DEFAULT_GOAL := run
.PHONY: run setup test check bench speed scale format screenshots lighthouse

run: setup
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) set_site_port $(PORT)
	@$(MANAGE) load_demo
	@$(MANAGE) rebuild_questions --missing --verbosity 0
	@$(MANAGE) make_covers --verbosity 0
	@echo "The site is at http://127.0.0.1:$(PORT)/ and its admin at http://127.0.0.1:$(PORT)/admin/."
	@BASE_URL="$${BASE_URL:-http://127.0.0.1:$(PORT)}" DJANGO_RUNSERVER_HIDE_WARNING=true \
		$(MANAGE) runserver 127.0.0.1:$(PORT)

# -- The environment -----------------------------------------------------------
# A stamp is as new as the packages are: a second `make setup` has nothing to do.

setup: $(VENV)/site-stamp

$(VENV)/site-stamp: requirements.txt $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev-stamp: requirements-dev.txt $(VENV)/site-stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

$(BIN)/python:
	@for python in $(PYTHONS); do \
		if "$$python" -c '$(FITS)' 2>/dev/null; then exec "$$python" -m venv $(VENV); fi; \
	done; \
	echo "Python 3.11 or newer with its venv module is not on this machine: run" \
		"\`apt-get install python3-venv\` on Debian or \`brew install python\` on macOS." >&2; \
	exit 1

PYTHONS = python3 python3.14 python3.13 python3.12 python3.11
FITS = import ensurepip, sys; sys.exit(sys.version_info < (3, 11))

# -- Tests and checks ----------------------------------------------------------

# What a browser does is the same on every database: it is driven once.
test: $(VENV)/dev-stamp
	$(BIN)/python -m tests.programs
	$(BIN)/pytest --numprocesses auto --dist worksteal
	$(BIN)/pytest --numprocesses auto --dist worksteal --database postgresql -m "not browser"

check: $(VENV)/dev-stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	find faq_pages home templates -name '*.html' -exec $(BIN)/djhtml --tabwidth 2 --check {} +
	PYTHONPATH=site $(BIN)/lint-imports
	DJANGO_SETTINGS_MODULE=config.settings.test $(MANAGE) makemigrations --check --dry-run
	$(PRODUCTION_EXAMPLE) $(MANAGE) check --deploy --fail-level WARNING

# What a real environment says, so that Django judges the production settings.
PRODUCTION_EXAMPLE = env DJANGO_SETTINGS_MODULE=config.settings.production \
	SECRET_KEY="$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
	DATABASE_URL=sqlite:////tmp/never-opened.sqlite3 \
	ALLOWED_HOSTS=www.example.org BASE_URL=https://www.example.org BEHIND_PROXY=true

# Of the site that `make run` serves in another terminal.
screenshots: $(VENV)/dev-stamp
	$(BIN)/python scripts/screenshots.py --base-url http://127.0.0.1:$(PORT) \
		--password "$$(sed -n 's/^editor = //p' data/demo-passwords.txt | tail -1)"

# Lighthouse's own judgement of the demo, on a phone: all 100 or a non-zero exit status.
lighthouse: $(VENV)/dev-stamp
	$(BIN)/python scripts/lighthouse.py

# All that docs/performance.md says, in half an hour, and a non-zero exit status if a bound is missed.
bench:
	@$(MAKE) --no-print-directory --keep-going speed scale

# How fast pages are beside a plain Wagtail site.
speed: $(VENV)/dev-stamp
	$(BIN)/python benchmarks/speed.py

# Whether anything costs more because the site is large. FAQS is a .jsonl.gz file of records; without
# it they are made up.
scale: $(VENV)/dev-stamp
	$(BIN)/python benchmarks/scale.py $(FAQS)

format: $(VENV)/dev-stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	find faq_pages home templates -name '*.html' -exec $(BIN)/djhtml --tabwidth 2 {} +
