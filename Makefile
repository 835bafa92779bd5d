# Tasks of the project. `make` alone lists them.

GO      ?= go
# Folder with annotated articles: dev.jsonl, dev.docs.jsonl
GOLD    ?= ../shared/gold
# How often each benchmark runs: benchstat wants 6 or more
COUNT   ?= 1
# Time for each fuzz target, and how many of them run at once
FUZZTIME ?= 20s
FUZZJOBS ?= $(shell nproc 2>/dev/null || echo 2)

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK = golang.org/x/vuln/cmd/govulncheck@v1.9.0
VULNDB      = golang.org/x/vulndb
# The Go release whose library is looked at: the one to build with
SAFEGO      = go1.26.11
CYCLONEDX   = github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0

# Folder with the corpora that the further annotations are of
CORPUS  ?= ../shared/corpus

DEV     = $(GOLD)/dev.jsonl $(GOLD)/dev.docs.jsonl
FURTHER = -annotations internal/fit/annotations -corpus $(CORPUS)
MODULES = $(sort $(patsubst %/go.mod,%,$(shell find . -name go.mod -not -path '*/testdata/*')))

# $(call each,COMMAND) runs a command in the folder of every module.
each = @set -e; for m in $(MODULES); do (set -ex; cd $$m; $(1)); done

.DEFAULT_GOAL := help
.PHONY: help build test race lint gofmt vet tidy staticcheck govulncheck vulndb sbom api bench fuzz golden eval crossval fit

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

build: ## build the command into bin/
	$(GO) build -o bin/ ./cmd/qawl

test: ## vet and test every module
	$(call each,$(GO) vet ./...; $(GO) test ./...)

# The detector makes code some ten times slower: tests that are long skip
# themselves with -short.
race: ## run the tests under the race detector
	$(call each,$(GO) test -race -short ./...)

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
# reached, the database is built from the Go module that the service publishes
# (golang.org/x/vulndb), whose version tells its date. Where that can't be had
# either nothing was checked: that is said, and is no failure of the code.
govulncheck: ## look for known vulnerabilities (needs the network or a Go module proxy)
	@set -e; db=; \
	check() { (cd $$1 && GOTOOLCHAIN=$(SAFEGO) $(GO) run $(GOVULNCHECK) $${db:+-db "$$db"} ./... 2>&1); }; \
	for m in $(MODULES); do \
		failed=0; out=$$(check $$m) || failed=$$?; \
		case "$$out" in *"govulncheck: fetching vulnerabilities:"*) \
			if db=$$($(MAKE) --no-print-directory vulndb); then failed=0; out=$$(check $$m) || failed=$$?; \
			else echo "govulncheck $$m: NOT CHECKED, the vulnerability database can't be reached:"; echo "$$out" | grep 'fetching vulnerabilities:'; db=; continue; fi ;; \
		esac; \
		echo "govulncheck $$m$${db:+ (database: $$db)}: $$out"; [ $$failed = 0 ] || exit 1; \
	done

vulndb: # build the vulnerability database from its newest Go module; print its address
	@set -e; \
	version=$$($(GO) list -m -f '{{.Version}}' $(VULNDB)@latest); \
	db=$(CURDIR)/bin/vulndb/$$version; \
	if [ ! -d $$db ]; then \
		source=$$($(GO) mod download -json $(VULNDB)@$$version | sed -n 's/.*"Dir": "\(.*\)".*/\1/p'); \
		$(GO) run $(VULNDB)/cmd/indexdb@$$version -vulns $$source/data/osv -out $$db.new >&2; \
		mv $$db.new $$db; \
	fi; \
	echo file://$$db

# It takes the version from git, and so needs a clone (no worktree).
sbom: ## list the modules the command is built of in bin/sbom.json (CycloneDX)
	@mkdir -p bin
	$(GO) run $(CYCLONEDX) app -json -licenses -std -main cmd/qawl -output bin/sbom.json .

api: ## write the listings of the exported Go API in api/ anew; read the diff before keeping it
	$(GO) test ./api -update

bench: ## run the benchmarks, COUNT times (for benchstat: COUNT=6)
	$(GO) test -run '^$$' -bench . -count $(COUNT) ./...

fuzz: ## run each fuzz target for FUZZTIME (20s), FUZZJOBS of them at once
	@grep -rEo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]+' . | sed 's/^\(.*\)\/[^/]*:func /\1 /' | \
		GO=$(GO) FUZZTIME=$(FUZZTIME) xargs -n 2 -P $(FUZZJOBS) .ci/fuzz

golden: ## write the golden files anew; read the diff before keeping it
	$(GO) test $(sort $(dir $(shell grep -rl --include='*_test.go' 'flag.Bool."update"' .))) -run Golden -update

eval: ## score the annotated articles in GOLD
	$(GO) run ./cmd/qawl eval $(DEV)

crossval: ## score with weights fitted to other articles than the scored ones
	$(GO) run ./internal/fit -crossval $(FURTHER) $(DEV)

fit: ## fit patterns/weights to the annotated articles in GOLD and internal/fit/annotations
	$(GO) run ./internal/fit $(FURTHER) $(DEV) patterns/weights
