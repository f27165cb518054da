# The front door: every command is one line here, what it does is in scripts/.

.DEFAULT_GOAL := help
.PHONY: help run demo dev test check bench soak fuzz setup

help:
	@echo 'make <command>:'
	@awk -F ': *## *' '/^[a-z]+: *##/ { printf "  %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## set up what is missing, build a release, serve on http://127.0.0.1:3000 with SQLite in data/
	@scripts/setup && scripts/build && exec target/release/hopwise serve

demo: ## the same on a throw-away database full of samples; prints how to sign in
	@scripts/setup && scripts/build && exec target/release/hopwise serve --demo

dev: ## serve a debug build; rebuild and reload on every change
	@scripts/setup && exec scripts/dev

test: ## everything a change must pass: format, clippy, tests on both databases, content, browser (about 50 min cold, 15 warm)
	@scripts/test

check: ## the quick part of it: format, clippy, unit tests
	@scripts/test quick

bench: ## figures of the release build as a table
	@scripts/setup && scripts/build && exec scripts/bench

soak: ## the long tests in their long form: load, kills, a room to which everything happens that can
	@scripts/setup test && scripts/soak long soak kill && scripts/build && exec scripts/soak-room long

fuzz: ## the property tests with 20,000 random cases each (`make test`: 256)
	@scripts/setup && PROPTEST_CASES=$${PROPTEST_CASES:-20000} cargo test --workspace --features app/ssr --lib

setup: ## only install what building and testing need
	@scripts/setup test
