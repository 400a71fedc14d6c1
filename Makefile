# Commands of the project, for people and for CI alike. Type "make" for the list.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup site serve test record quality lint format bench stress verify sanitize fuzz soak clean
MAKEFLAGS += --no-print-directory

SWIFT ?= swift
# The Swift libraries go into the command, which else finds and links them at each start. The linker that comes with Swift is
# named because others warn of a function in them that nothing here calls. What only a debugger reads stays out; the names of
# functions stay in, for the backtrace of a crash.
RELEASE := --configuration release --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker --strip-debug
PORT ?= 8080
SECONDS := 600
FORMATTED := Sources Tests Package.swift Benchmarks/Sources Fuzz

# Output is read in logs as often as in terminals.
export NO_COLOR := 1
export SWIFT

help: ## list these commands
	@echo "parindex: benchmarks Vietnamese provinces on administrative reform"
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

setup: ## install the Debian packages that are missing (site, test and bench do it themselves)
	@scripts/setup $(PURPOSE)

test: PURPOSE := test
quality: PURPOSE := quality

site: setup ## build the website into _site/
	@echo "Building the parindex command (release) ..."
	@$(SWIFT) build --quiet $(RELEASE) --product parindex
	@scripts/with-tools "$$($(SWIFT) build $(RELEASE) --show-bin-path)/parindex" build --with cards,search

serve: setup ## show the website at http://127.0.0.1:8080/ while you edit it (PORT=... for another port)
	@echo "Building the parindex command (release) ..."
	@$(SWIFT) build --quiet $(RELEASE) --product parindex
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/parindex" serve --port $(PORT)

test: setup lint ## check the format of the code, then run every test, those of the site in Chromium too
	@echo "Running the tests (debug) ..."
	@$(SWIFT) test --quiet
	@echo "Testing the site of the frozen data in Chromium ..."
	@scripts/test-browser fast "$$($(SWIFT) build --show-bin-path)/parindex"

record: setup ## record what the tests hold as text (Tests/Frozen/Goldens, fixtures); always fails, read git diff afterwards
	@echo "Recording (debug) ..."
	@$(SWIFT) build --quiet --build-tests
	@"$$($(SWIFT) build --show-bin-path)/parindex" build --data Tests/Frozen/Data --out .build/recorded-site --lang en >/dev/null
	@! RECORD=1 $(SWIFT) test --quiet --skip-build >/dev/null
	@echo "Recorded. Read what git diff shows, then run make test."
	@false

quality: setup ## what is too slow or too heavy for make test: pages in the Nu checker and Chromium, attacks, NumPy, SciPy, the debug build
	@echo "Building the parindex command (release, then debug) ..."
	@$(SWIFT) build --quiet $(RELEASE) --product parindex
	@$(SWIFT) build --quiet --product parindex
	@scripts/quality "$$($(SWIFT) build $(RELEASE) --show-bin-path)/parindex" "$$($(SWIFT) build --show-bin-path)/parindex"

lint: ## check the format of the code, and that no folders of a module use each other in a circle
	@echo "Checking the format of the code ..."
	@$(SWIFT) format lint --strict --recursive $(FORMATTED)
	@scripts/arrows --circles

format: ## rewrite the code in the project's format
	@$(SWIFT) format --in-place --recursive $(FORMATTED)

bench: setup ## time the commands: beside Hugo, NumPy and a bare loop, and on synthetic national data
	@echo "Building the parindex command (release) ..."
	@$(SWIFT) build --quiet $(RELEASE) --product parindex
	@scripts/bench "$$($(SWIFT) build $(RELEASE) --show-bin-path)/parindex"
	@scripts/bench-robustness "$$($(SWIFT) build $(RELEASE) --show-bin-path)/parindex"

stress: setup ## attack the publishing of a site, edit at random and compare, and render 100,000 times side by side
	@echo "Building the parindex command (release) ..."
	@$(SWIFT) build --quiet $(RELEASE) --product parindex
	@scripts/stress-render "$$($(SWIFT) build $(RELEASE) --show-bin-path)/parindex"
	@scripts/stress-publish "$$($(SWIFT) build $(RELEASE) --show-bin-path)/parindex"
	@scripts/stress-incremental "$$($(SWIFT) build $(RELEASE) --show-bin-path)/parindex"

verify: site ## make the site again with the debug build of the command and compare with _site/, byte by byte
	@echo "Building the parindex command (debug) ..."
	@$(SWIFT) build --quiet --product parindex
	@"$$($(SWIFT) build --show-bin-path)/parindex" verify _site --lang en

sanitize: setup ## run the tests under AddressSanitizer and ThreadSanitizer, and the Markdown renderer under valgrind
	@scripts/sanitize
	@echo "Ten thousand renders under valgrind ..."
	@soak=$$(scripts/build-benchmark soak); scripts/check-leaks "$$soak"

fuzz: setup ## look for bytes that break a reader or writer, ten minutes each (SECONDS=... for another time)
	@scripts/fuzz "$(SECONDS)"

soak: setup ## build and validate thousands of times; memory and open files must stay flat
	@echo "Building the parindex command (release) ..."
	@$(SWIFT) build --quiet $(RELEASE) --product parindex
	@soak=$$(scripts/build-benchmark soak); scripts/soak "$$($(SWIFT) build $(RELEASE) --show-bin-path)/parindex" "$$soak"

clean: ## remove everything that was built
	@rm -rf .build .venv .venv-browser .venv-site .build-asan .build-bench .build-tsan _site
