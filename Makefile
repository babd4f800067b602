# The front door. On a fresh machine with JDK 17, Node 20 and make each target works alone after a clone.

MVNW := cd backend && ./mvnw --batch-mode --quiet
APP := backend/target/quarkus-app/quarkus-run.jar
SOURCES := $(shell find backend/src/main backend/pom.xml -type f)

.DEFAULT_GOAL := help
.PHONY: help run dev test check contract format journey prerequisites

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | while IFS="$$(printf '\t')" read -r target text; do printf '  make %-10s %s\n' "$$target" "$$text"; done

prerequisites:
	@./scripts/prerequisites

$(APP): $(SOURCES)
	@echo 'Building Dialogspejl …'
	@$(MVNW) package -DskipTests
	@touch $@

run: prerequisites $(APP) ## build and run the product with demo data at http://localhost:8080
	@exec ./scripts/run

dev: prerequisites ## run it from the sources, with live reload
	@cd backend && DIALOGSPEJL_DEMO=$${DIALOGSPEJL_DEMO:-true} DIALOGSPEJL_SECURE_COOKIES=$${DIALOGSPEJL_SECURE_COOKIES:-false} \
		DIALOGSPEJL_DATA="$${DIALOGSPEJL_DATA:-$(CURDIR)/.data}" exec ./mvnw --batch-mode quarkus:dev -Ddebug=false

test: prerequisites ## check everything and run all tests; ends with their number
	@./scripts/test

check: prerequisites $(APP) openapi/node_modules ## formatting, and the contract: up to date and clean
	@$(MVNW) spotless:check
	@./scripts/check-contract

contract: prerequisites $(APP) ## write the contract anew from the code
	@cp backend/target/openapi/openapi.yaml openapi/openapi.yaml

format: prerequisites ## format the sources
	@$(MVNW) spotless:apply

journey: prerequisites ## play a whole round against the running product
	@node journey/journey.mjs

openapi/node_modules: openapi/package.json openapi/package-lock.json
	@npm ci --prefix openapi --no-audit --no-fund --silent
	@touch $@
