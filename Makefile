# The front door. On a fresh machine with JDK 17, Node 20 and make each target works alone after a clone.

MVNW := cd backend && ./mvnw --batch-mode --quiet
NPM_CI := npm ci --no-audit --no-fund --loglevel=error
APP := backend/target/quarkus-app/quarkus-run.jar
ARCHIVE := backend/target/quarkus-app/classes.jsa
SPA := frontend/dist/index.html
BENCH := bench/target/built
SOURCES := $(shell find backend/src/main backend/pom.xml -type f)
SPA_SOURCES := frontend/index.html frontend/vite.config.ts frontend/postcss.config.cjs frontend/tsconfig.json \
	$(shell find frontend/public frontend/src -type f ! -name '*.test.ts' ! -name '*.test.tsx' ! -path '*/testing/*')

BENCH_SOURCES := bench/pom.xml bench/bare/pom.xml $(shell find bench/src bench/bare/src -type f)

# What tests bring with them downloads no browser: the one that is installed is used.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
export PUPPETEER_SKIP_DOWNLOAD := 1

.DEFAULT_GOAL := help
.PHONY: help run dev test check bom contract format journey e2e test-oidc drills drill-retention drill-feed bench \
	bench-full bench-sizes sizing measure-insight lighthouse prerequisites

help: ## list the targets
	@grep -E '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | while IFS="$$(printf '\t')" read -r target text; do printf '  make %-12s %s\n' "$$target" "$$text"; done

prerequisites:
	@./scripts/prerequisites

frontend/node_modules/.installed: frontend/package.json frontend/package-lock.json
	@echo 'Fetching what the web client is built with …'
	@$(NPM_CI) --prefix frontend
	@touch $@

openapi/node_modules/.installed: openapi/package.json openapi/package-lock.json
	@$(NPM_CI) --prefix openapi
	@touch $@

deploy/node_modules/.installed: deploy/package.json deploy/package-lock.json
	@$(NPM_CI) --ignore-scripts --prefix deploy
	@touch $@

supply-chain/node_modules/.installed: supply-chain/package.json supply-chain/package-lock.json
	@$(NPM_CI) --ignore-scripts --prefix supply-chain
	@touch $@

$(SPA): frontend/node_modules/.installed $(SPA_SOURCES)
	@echo 'Building the web client …'
	@npm run --silent build --prefix frontend -- --logLevel warn
	@touch $@

$(APP): $(SOURCES) $(SPA)
	@echo 'Building Dialogspejl …'
	@$(MVNW) package -DskipTests
	@touch $@

$(ARCHIVE): $(APP) backend/launch backend/Archive.java
	@echo 'Starting Dialogspejl once, for an archive of its classes …'
	@cd backend && java Archive.java

# The bench is built on the product as Maven knows it, so that both have the same libraries.
$(BENCH): $(ARCHIVE) $(BENCH_SOURCES)
	@echo 'Building the bench …'
	@$(MVNW) org.apache.maven.plugins:maven-install-plugin:3.1.4:install-file \
		-Dfile=target/dialogspejl-backend-0.1.0-SNAPSHOT.jar -DpomFile=pom.xml
	@$(MVNW) -f ../bench/bare/pom.xml package
	@$(MVNW) -f ../bench/pom.xml compile
	@touch $@

run: prerequisites $(ARCHIVE) ## build and run the product with demo data at http://localhost:8080
	@exec ./scripts/run

dev: prerequisites frontend/node_modules/.installed ## run it from the sources with live reload, at http://localhost:5173
	@exec ./scripts/dev

test: prerequisites ## check everything and run all tests; ends with their number
	@./scripts/test

check: prerequisites $(APP) frontend/node_modules/.installed openapi/node_modules/.installed deploy/node_modules/.installed bom ## formatting, types, texts, sizes, the contract, manifests, licences and secrets
	@npm run --silent check --prefix frontend
	@npm run --silent size --prefix frontend
	@$(MVNW) spotless:check
	@$(MVNW) -f ../bench/pom.xml spotless:check
	@./scripts/check-contract
	@$(MVNW) test -Dtest=ReleasedContractTest
	@node deploy/check.mjs
	@./scripts/check-supply-chain

bom: prerequisites frontend/node_modules/.installed supply-chain/node_modules/.installed ## list all that the product is built of (CycloneDX), in backend/target and frontend/target
	@$(MVNW) cyclonedx:makeBom
	@mkdir -p frontend/target
	@cd frontend && ../supply-chain/node_modules/.bin/cyclonedx-npm --omit dev --output-reproducible --output-format JSON --output-file target/bom.json

contract: prerequisites $(APP) frontend/node_modules/.installed ## write the contract anew from the code, and the web client's types from it
	@cp backend/target/openapi/openapi.yaml openapi/openapi.yaml
	@cp backend/src/main/resources/personal-data/rules.json frontend/src/lib/personalData/rules.json
	@npm run --silent contract --prefix frontend

format: prerequisites frontend/node_modules/.installed ## format the sources
	@$(MVNW) spotless:apply
	@$(MVNW) -f ../bench/pom.xml spotless:apply
	@npm run --silent format --prefix frontend

journey: prerequisites ## play a whole round against the running product
	@node journey/journey.mjs

e2e: prerequisites $(APP) ## play the journeys in a browser against the built product, with pictures of every page
	@./scripts/chromium
	@PICTURES=1 npm run --silent e2e --prefix frontend

test-oidc: prerequisites $(APP) ## sign in through a real Keycloak, which is fetched and started for it
	@./scripts/chromium
	@./scripts/keycloak
	@cd frontend && node scripts/oidc.mjs ../backend/target/keycloak

drills: prerequisites $(ARCHIVE) ## break what the product stands on, and see that nothing is lost; or some: make drills DRILLS='webhooks restore'
	@node drills/run.mjs $(DRILLS)

drill-retention: prerequisites $(APP) ## kill the nightly removal of what is due on 100,000 rounds, and see it go on
	@$(MVNW) test -Dtest=RetentionDrill

drill-feed: prerequisites ## attack the HR feed twenty times for a minute, and compare every copy with the database
	@$(MVNW) test -Dtest=FeedDrillTest -Dfeed.drill.seconds=60 -Dfeed.drill.times=20

bench: prerequisites $(BENCH) ## measure the product beside what it stands on, and write bench/RESULTS.md; about ten minutes
	@./scripts/bench short

bench-full: prerequisites $(BENCH) ## the same with a million summaries, and for longer
	@./scripts/bench full
	@./scripts/bench sizes

bench-sizes: prerequisites $(BENCH) ## measure the same reads from ten thousand to ten million rows, and add that to bench/RESULTS.md
	@./scripts/bench sizes

sizing: ## work out again from bench/RESULTS.md how much carries how many people
	@node bench/sizing.mjs

measure-insight: prerequisites ## make the figures of 100,000 rounds beside the plain SQL of the same
	@$(MVNW) test -Dtest=InsightMeasure

lighthouse: prerequisites $(APP) ## measure the built product with Lighthouse
	@./scripts/chromium
	@npm run --silent lighthouse --prefix frontend
