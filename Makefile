# Tasks of the project. `make` alone lists them.

GO      ?= go
# Folder with annotated articles: dev.jsonl, dev.docs.jsonl
GOLD    ?= ../shared/gold
# How often each benchmark runs: benchstat wants 6 or more
COUNT   ?= 1
# Time for each fuzz target. There are some twenty, each built anew: CI gives
# them 5s, which makes two to four minutes.
FUZZTIME ?= 20s

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK = golang.org/x/vuln/cmd/govulncheck@v1.9.0
CYCLONEDX   = github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0

# Folder with the corpora that the further annotations are of
CORPUS  ?= ../shared/corpus

DEV     = $(GOLD)/dev.jsonl $(GOLD)/dev.docs.jsonl
FURTHER = -annotations internal/fit/annotations -corpus $(CORPUS)
MODULES = $(sort $(patsubst %/go.mod,%,$(shell find . -name go.mod -not -path '*/testdata/*')))

# $(call each,COMMAND) runs a command in the folder of every module.
each = @set -e; for m in $(MODULES); do (set -ex; cd $$m; $(1)); done

.DEFAULT_GOAL := help
.PHONY: help build test race lint gofmt vet tidy staticcheck govulncheck sbom api bench fuzz golden eval crossval fit

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

build: ## build the command into bin/
	$(GO) build -o bin/ ./cmd/qawl

test: ## vet and test every module
	$(call each,$(GO) vet ./...; $(GO) test ./...)

# The detector makes code some ten times slower. It looks at the packages where
# goroutines start, and at an extractor and a batch that many share.
race: ## run the tests of what runs at once under the race detector
	$(GO) test -race -short ./ingest ./internal/batch ./patterns ./speakers ./web ./web/store
	$(GO) test -race -run 'TestSameEveryTime' ./quotes
	$(GO) test -race -run 'TestJobsDoNotChangeTheOutput|TestRunsRefuseEachOther' ./cmd/qawl

lint: gofmt vet staticcheck govulncheck ## gofmt, vet, staticcheck, govulncheck

gofmt: ## fail if a file isn't formatted
	@files=$$(gofmt -l .) || exit 1; \
	if [ -n "$$files" ]; then echo "not formatted, run gofmt -w:"; echo "$$files"; exit 1; fi

vet: ## go vet every module
	$(call each,$(GO) vet ./...)

tidy: ## fail if a go.mod or go.sum isn't tidy
	$(call each,$(GO) mod tidy -diff)

staticcheck: ## staticcheck every module (checks: staticcheck.conf)
	$(call each,$(GO) run $(STATICCHECK) ./...)

# The vulnerability database is a service on the network. Where it can't be
# reached nothing was checked: that is said, and is no failure of the code.
govulncheck: ## look for known vulnerabilities (needs the network)
	@for m in $(MODULES); do \
		out=$$(cd $$m && $(GO) run $(GOVULNCHECK) ./... 2>&1) && { echo "govulncheck $$m: $$out"; continue; }; \
		case "$$out" in \
		*"govulncheck: fetching vulnerabilities:"*) \
			echo "govulncheck $$m: NOT CHECKED, the vulnerability database can't be reached:"; \
			echo "$$out" | grep 'fetching vulnerabilities:' ;; \
		*) echo "$$out"; exit 1 ;; \
		esac; \
	done

# It takes the version from git, and so needs a clone (no worktree).
sbom: ## list the modules the command is built of in bin/sbom.json (CycloneDX)
	@mkdir -p bin
	$(GO) run $(CYCLONEDX) app -json -licenses -std -main cmd/qawl -output bin/sbom.json .

api: ## write the listings of the exported Go API in api/ anew; read the diff before keeping it
	$(GO) test ./api -update

bench: ## run the benchmarks, COUNT times (for benchstat: COUNT=6)
	$(GO) test -run '^$$' -bench . -count $(COUNT) ./...

# Where the time runs out in the middle of an input, the tool now and then fails
# with its own deadline and no input: that is no finding.
fuzz: ## run each fuzz target for FUZZTIME (20s)
	@grep -rEo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]+' . | while IFS=: read -r file func; do \
		echo "$${func#func } in $$(dirname $$file)"; \
		out=$$($(GO) test "$$(dirname $$file)" -run '^$$' -fuzz "^$${func#func }$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 100x </dev/null 2>&1) && { echo "$$out" | tail -n 3; continue; }; \
		echo "$$out" | tail -n 40; \
		case "$$out" in *"Failing input"*|*panic*) exit 1 ;; *"context deadline exceeded"*) ;; *) exit 1 ;; esac; \
	done

golden: ## write the golden files anew; read the diff before keeping it
	$(GO) test $(sort $(dir $(shell grep -rl --include='*_test.go' 'flag.Bool."update"' .))) -run Golden -update

eval: ## score the annotated articles in GOLD
	$(GO) run ./cmd/qawl eval $(DEV)

crossval: ## score with weights fitted to other articles than the scored ones
	$(GO) run ./internal/fit -crossval $(FURTHER) $(DEV)

fit: ## fit patterns/weights to the annotated articles in GOLD and internal/fit/annotations
	$(GO) run ./internal/fit $(FURTHER) $(DEV) patterns/weights
