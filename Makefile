# make demo [REPORT=path]   what a report holds: the sample's, or yours
# make test                 linters, types, C warnings, tests
# make sanitize             the tests under AddressSanitizer and UBSan (Linux)
# make benchmark            speed beside regex, jieba and other libraries; numerals read back; time of the import
# make format               the layout of the Python files
# make clean                remove what the others made
#
# Each sets itself up: system packages if missing, a virtual environment, the package with its extras. A stamp file
# in the environment remembers each step, so that only a change of the sources builds the extension again.

PYTHON ?= python3
VENV := .venv
SANITIZED := .venv-sanitize
PIP_INSTALL := -m pip install -q --disable-pip-version-check
SOURCES := pyproject.toml setup.py tools/compile_words.py $(shell find csrc -name '*.[ch]')
PACKAGE := $(shell find taiyuan_report -name '*.py' -o -name '*.toml' -o -name '*.txt')
C_WARNINGS := -std=c11 -fsyntax-only -Wall -Wextra -Wconversion -Wshadow -Werror

.PHONY: demo test lint c-warnings sanitize benchmark format clean
.DELETE_ON_ERROR:

demo: $(VENV)/with-pandas
	$(VENV)/bin/python examples/demo.py $(if $(REPORT),"$(REPORT)")

test: lint c-warnings $(VENV)/with-browser
	$(VENV)/bin/python -m pytest

lint: $(VENV)/with-test
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

# CPython's type slots hold functions in void pointers, which -Wpedantic forbids: csrc/python goes without it.
c-warnings: $(VENV)/with-test
	$(CC) $(C_WARNINGS) -Wpedantic $$(pkg-config --cflags libpcre2-32) csrc/*.c
	$(CC) $(C_WARNINGS) $$(pkg-config --cflags libpcre2-32) \
	    -isystem $$($(VENV)/bin/python -c 'import sysconfig; print(sysconfig.get_path("include"))') csrc/python/*.c

# Not editable: an editable install would put the sanitised extension where the other environment looks for its own.
# --capture=sys lets through what a sanitizer says before it ends the process; PYTHONSAFEPATH keeps the programs that tests
# start from taking the sources here for the package.
sanitize: $(SANITIZED)/with-test
	LD_PRELOAD="$$($(CC) -print-file-name=libasan.so) libstdc++.so.6" ASAN_OPTIONS=detect_leaks=0 \
	    UBSAN_OPTIONS=print_stacktrace=1 PYTHONMALLOC=malloc PYTHONSAFEPATH=1 $(SANITIZED)/bin/pytest --capture=sys -p no:cacheprovider

benchmark: $(VENV)/with-benchmark
	$(VENV)/bin/python benchmarks/speed.py $(if $(CORPUS),--corpus "$(CORPUS)")
	$(VENV)/bin/python benchmarks/numerals.py
	$(VENV)/bin/python benchmarks/words.py $(if $(CORPUS),--corpus "$(CORPUS)")
	$(VENV)/bin/python benchmarks/import_time.py

format: $(VENV)/with-test
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

clean:
	rm -rf $(VENV) $(SANITIZED) build dist *.egg-info taiyuan_report/_core*.so taiyuan_report/words.bin
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python $(SANITIZED)/bin/python:
	sh tools/setup.sh $(PYTHON)
	$(PYTHON) -m venv $(@:/bin/python=)

# The tests of pages run in a browser, and skip without one.
$(VENV)/with-browser: | $(VENV)/bin/python
	sh tools/browser.sh
	touch $@

# The package in place, with one of the extras of pyproject.toml.
$(VENV)/with-%: $(SOURCES) | $(VENV)/bin/python
	$(VENV)/bin/python $(PIP_INSTALL) -e '.[$*]'
	touch $@

# What is left in build/ of one kind of build must not get into the other.
$(SANITIZED)/with-test: $(SOURCES) $(PACKAGE) | $(SANITIZED)/bin/python
	rm -rf build
	SANITIZE=1 $(SANITIZED)/bin/python $(PIP_INSTALL) '.[test]'
	rm -rf build
	touch $@
