# Scalpline: `make help` lists what there is. All targets share one `.build`.

SHELL := /bin/bash
SWIFT ?= swift
BUILD := .build/release
TOOL := $(BUILD)/scalpline
SOURCES := Sources $(wildcard Tests Fuzz Benchmarks) Package.swift

# What the toolchain, the codecs and the scripts need on a bare Debian 12.
PACKAGES := make git ca-certificates pkg-config gcc g++ libc6-dev libstdc++-12-dev binutils \
	libjpeg-dev libpng-dev libexif-dev liblcms2-dev libheif-dev libheif-examples libwebp-dev webp libssl-dev \
	zlib1g-dev libsqlite3-dev libcairo2-dev libpango1.0-dev fonts-noto-core poppler-utils libjpeg-turbo-progs valgrind util-linux \
	libcurl4 libxml2 libedit2 libsqlite3-0 libncurses6 libtinfo6 libuuid1 python3 python3-venv tzdata \
	xz-utils
# Installs those of the given packages that are missing.
missing = $(shell dpkg-query -W -f '$${db:Status-Abbrev}$${Package}\n' $(1) 2>/dev/null \
	| sed -n 's/^ii *//p' | sort -u | comm -13 - <(printf '%s\n' $(1) | sort -u) | tr '\n' ' ')
install = missing="$(call missing,$(1))"; if [ -n "$${missing// /}" ]; then \
	  echo "Installing: $$missing"; export DEBIAN_FRONTEND=noninteractive; \
	  $(SUDO) apt-get -qq update && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $$missing \
	    > /dev/null; fi
SUDO = $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: help setup build demo test conformance fuzz hostile endurance sanitize lint format bench instructions isa bench-peers bench-growth \
	bench-jobs bench-kernels bench-swift profile accuracy sweeps series inbox curve curve-pixels overview-check a11y \
	compare-study schemas self-test man completions install uninstall clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*##  */make \1	/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

setup:  ## install what the build needs (Debian 12, the Swift toolchain on PATH); quiet when done already
	@command -v $(SWIFT) > /dev/null || { \
	  echo "No Swift toolchain on PATH: install Swift 6.3 from https://www.swift.org/install/linux/" >&2; exit 1; }
	@$(call install,$(PACKAGES))

build: setup  ## the tool in release mode
	$(SWIFT) build -c release --product scalpline

demo: build  ## the main job on Fixtures/Clients; says where the report lies
	@$(TOOL) analyze Fixtures/Clients --output demo-report
	@echo "The report: $(CURDIR)/demo-report/index.html"

test: setup lint  ## lint and all tests, in release mode
	$(SWIFT) build -c release --build-tests
	$(SWIFT) test -c release --skip-build --disable-xctest

conformance: setup  ## every file of the public data against its truth, and our own photos damaged in every way
	$(SWIFT) build -c release --product conformance
	@$(BUILD)/conformance

fuzz: setup  ## each fuzz target for FUZZ_SECONDS (60) under AddressSanitizer; KEEP=1 lets the corpus grow
	@Fuzz/run.sh $(or $(FUZZ_SECONDS),60) $(FUZZ_TARGETS)

hostile: build  ## a thousand files made to harm, each alone within 10 s and 600 MB
	@Fuzz/hostile.py $(TOOL)

endurance: build  ## runs that are killed 200 times, or whose disk is full, go on to the same bytes; KILLS=20 POINTS=0
	@Tests/Endurance/endurance.py $(TOOL) --kills $(or $(KILLS),200) --points $(or $(POINTS),20)

sanitize: setup  ## all tests under AddressSanitizer, then under ThreadSanitizer
	@for kind in address thread; do \
	  $(SWIFT) build -c release --build-tests --scratch-path .build/$$kind --sanitize=$$kind || exit 1; \
	  ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test -c release --skip-build --disable-xctest \
	    --scratch-path .build/$$kind --sanitize=$$kind || exit 1; done

lint: setup  ## the style rules
	@$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

format:  ## lay the sources out by the style rules
	@$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

bench: build  ## time a photo takes, beside djpeg on the same photos
	@Benchmarks/bench.sh $(TOOL)

instructions: build  ## instructions of five fixed jobs beside the kept numbers; UPDATE='the reason' keeps the new ones
	@Benchmarks/weak-code.py $(BUILD)
	@Benchmarks/instructions.py $(TOOL) $(if $(UPDATE),--update '$(UPDATE)')

isa: build  ## the same bytes by the kernels of every instruction set, and on older processors as qemu shows them
	@$(call install,qemu-user)
	@Benchmarks/weak-code.py $(BUILD)
	@Benchmarks/isa.sh $(TOOL)

bench-peers: build .build/bench-venv/ready  ## time and truth beside djpeg, OpenCV, scikit-image, photutils, libvips; ROUNDS=5
	@cd Benchmarks && $(SPEED) peers $(if $(ROUNDS),--rounds $(ROUNDS))

bench-growth: build .build/bench-venv/ready  ## what a photo costs by megapixels and by dots
	@cd Benchmarks && $(SPEED) growth

bench-jobs: build .build/bench-venv/ready  ## batches at one job and at two; ROUNDS=5
	@cd Benchmarks && $(SPEED) jobs $(if $(ROUNDS),--rounds $(ROUNDS))

bench-kernels: setup  ## each kernel beside what memory and arithmetic allow; KERNEL=blur COLUMNS=4000, WRITE=1 keeps the page
	$(SWIFT) build -c release --product kernel-bench
	@$(if $(WRITE),$(BUILD)/kernel-bench > .build/kernels.md && mv .build/kernels.md Benchmarks/kernels.md, \
	  $(BUILD)/kernel-bench "$(KERNEL)" $(COLUMNS))

bench-swift: build .build/bench-venv/ready  ## whole photos in all formats, a series, the curve, a batch, by ordo-one/benchmark
	@cd Benchmarks && $(SPEED) photos
	$(SWIFT) package -c release --package-path Benchmarks benchmark $(if $(FILTER),--filter '$(FILTER)')

profile: build  ## where the time of a photo goes, room by room; BY=callgrind counts instructions, WRITE=1 keeps the page
	@$(call install,linux-perf)
	@cd Benchmarks && python3 -m speed.profile --tool ../$(TOOL) $(if $(BY),--by $(BY)) \
	  $(if $(WRITE),--write ../Docs/Profile.md)

SPEED = ../.build/bench-venv/bin/python -m speed --tool ../$(TOOL)

.build/bench-venv/ready: Benchmarks/speed/requirements.txt Benchmarks/accuracy/requirements.txt
	@python3 -m venv --clear .build/bench-venv
	@.build/bench-venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

accuracy: build .build/accuracy-venv/ready  ## measures beside the truth and beside OpenCV, scikit-image and photutils; COUNT=20 photos
	@cd Benchmarks && ../.build/accuracy-venv/bin/python -m accuracy --tool ../$(TOOL) --count $(or $(COUNT),20)

sweeps: build .build/accuracy-venv/ready  ## drift of each measure by blur, exposure, white balance and distance, drawn; JOBS=1
	@cd Benchmarks && ../.build/accuracy-venv/bin/python -m accuracy sweeps --tool ../$(TOOL) $(if $(JOBS),--jobs $(JOBS))

series: build .build/accuracy-venv/ready  ## registration, tracks and lost patches of rendered series beside the truth
	@cd Benchmarks && ../.build/accuracy-venv/bin/python -m series --tool ../$(TOOL)

inbox: build  ## how surely photos find their clients: each of COUNT=20 rendered clients' photos held against all others
	$(SWIFT) build -c release --product inbox-study
	@for n in $$(seq $(or $(COUNT),20)); do $(TOOL) phantom client --seed $$((5000 + n)) --days=-1,3,120 \
	  --light $$(echo clean field phone hard | cut -d ' ' -f $$((n % 4 + 1))) \
	  --output .build/inbox/client-$$n > /dev/null || exit 1; done
	@$(BUILD)/inbox-study .build/inbox | grep -v '^OWN\|^MISS'

curve-pixels: build .build/accuracy-venv/ready  ## bands, findings and forecasts of rendered clients, normal and faulty, beside the truth
	@cd Benchmarks && ../.build/accuracy-venv/bin/python -m series --tool ../$(TOOL) --only curve

curve: setup  ## the expected curve on simulated clients: bands, alarms, faults, forecasts, practices; COUNT=600
	$(SWIFT) build -c release --product curve-study
	@$(BUILD)/curve-study page $(or $(COUNT),600) > .build/curve.md && \
	  { test -n "$(COUNT)" && cat .build/curve.md || mv .build/curve.md Benchmarks/curve.md; }

# Where `make install` puts things; DESTDIR stands before it for who makes packages.
PREFIX ?= /usr/local
ROOT := $(DESTDIR)$(PREFIX)
MAN_DATE ?= $(shell git log -1 --format=%cs 2> /dev/null || date +%F)

man: build  ## manual pages, one a command, into .build/man
	@$(SWIFT) build -c release --product generate-manual
	@rm -rf .build/man && mkdir -p .build/man
	@$(BUILD)/generate-manual $(TOOL) --multi-page --date $(MAN_DATE) --output-directory .build/man

completions: build  ## completions for bash, zsh and fish into .build/completions
	@mkdir -p .build/completions
	@for shell in bash zsh fish; do \
	  $(TOOL) --generate-completion-script $$shell > .build/completions/scalpline.$$shell || exit 1; done

# The program lies in a folder of its own, beside its resources and samples; what is on the PATH is a link to it.
install: man completions  ## program, resources, samples, manual and completions under PREFIX (/usr/local)
	@install -d $(addprefix $(ROOT)/,bin lib/scalpline share/man/man1 share/bash-completion/completions \
	  share/zsh/site-functions share/fish/vendor_completions.d)
	@rm -rf $(ROOT)/lib/scalpline/*.resources $(ROOT)/lib/scalpline/Fixtures
	@install -m 755 $(TOOL) $(ROOT)/lib/scalpline/scalpline
	@cp -rL $(BUILD)/*.resources $(ROOT)/lib/scalpline/
	@mkdir -p $(ROOT)/lib/scalpline/Fixtures && cp -r Fixtures/Clients $(ROOT)/lib/scalpline/Fixtures/
	@ln -sfn ../lib/scalpline/scalpline $(ROOT)/bin/scalpline
	@rm -f $(ROOT)/share/man/man1/scalpline*.1 && install -m 644 .build/man/*.1 $(ROOT)/share/man/man1/
	@install -m 644 .build/completions/scalpline.bash $(ROOT)/share/bash-completion/completions/scalpline
	@install -m 644 .build/completions/scalpline.zsh $(ROOT)/share/zsh/site-functions/_scalpline
	@install -m 644 .build/completions/scalpline.fish $(ROOT)/share/fish/vendor_completions.d/
	@echo "Installed: $(ROOT)/bin/scalpline"

uninstall:  ## remove what install has put under PREFIX
	rm -rf $(ROOT)/lib/scalpline
	rm -f $(ROOT)/bin/scalpline $(ROOT)/share/man/man1/scalpline*.1 \
	  $(ROOT)/share/bash-completion/completions/scalpline $(ROOT)/share/zsh/site-functions/_scalpline \
	  $(ROOT)/share/fish/vendor_completions.d/scalpline.fish

self-test: build  ## measure the doctor's built-in photo and keep its record: after a change of method only
	@$(TOOL) measure --scale 20 Sources/ScalplineApp/Resources/SelfTest/photo.jpg \
	  | sed 's/.*"sha256"/"sha256"/' > .build/record.json
	@mv .build/record.json Sources/ScalplineApp/Resources/SelfTest/record.json

overview-check: setup .build/browser-venv/ready  ## the page of 1,000 clients in a browser: size, speed, keyboard, pictures
	@$(call install,chromium chromium-driver)
	$(SWIFT) build -c release --build-tests
	@mkdir -p .build/overview
	@SCALPLINE_OVERVIEW_OUT=.build/overview $(SWIFT) test -c release --skip-build --disable-xctest \
	  --filter ManyClientsPageTests > /dev/null
	@.build/browser-venv/bin/python Tests/Browser/overview.py .build/overview

# The package carries axe-core, which comes by npm otherwise; its own browser driver is not needed.
AXE := .build/browser-venv/axe/axe_playwright_python/axe.min.js
a11y: build $(AXE)  ## the pages against the rules of axe-core in a browser, English and German; fails at barriers
	@$(call install,chromium chromium-driver)
	@rm -rf .build/a11y && mkdir -p .build/a11y
	@echo 'language: en' > .build/a11y/en.yaml
	@printf '%s\n' 'name: Studio Nordlicht' 'contact: [Hafenstraße 12, 040 123456]' 'accent: "#ffe000"' \
	  'language: de' > .build/a11y/de.yaml
	@for language in en de; do \
	  $(TOOL) analyze Fixtures/Clients --studio .build/a11y/$$language.yaml --output .build/a11y/$$language --quiet \
	    > /dev/null || exit 1; done
	@.build/browser-venv/bin/python Tests/Browser/accessibility.py $(AXE) \
	  .build/a11y/{en,de}/{index,{anna,bilal,chris}/report}.html

$(AXE): .build/browser-venv/ready
	@.build/browser-venv/bin/pip install --quiet --disable-pip-version-check --no-deps --upgrade \
	  --target .build/browser-venv/axe axe-playwright-python==0.1.8
	@touch $@

.build/browser-venv/ready: Tests/Browser/requirements.txt
	@python3 -m venv --clear .build/browser-venv
	@.build/browser-venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

compare-study: setup  ## intervals of compared groups on simulated practices: do they hold; COUNT=4000
	$(SWIFT) build -c release --product compare-study
	@$(BUILD)/compare-study $(COUNT) > .build/compare.md && \
	  { test -n "$(COUNT)" && cat .build/compare.md || mv .build/compare.md Benchmarks/compare.md; }

schemas: build .build/schemas-venv/ready  ## every result against the schemas that the tool prints; the examples of Docs/Data.md
	@.build/schemas-venv/bin/python Tests/Schemas/check.py $(TOOL)

.build/schemas-venv/ready: Tests/Schemas/requirements.txt
	@python3 -m venv --clear .build/schemas-venv
	@.build/schemas-venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

.build/accuracy-venv/ready: Benchmarks/accuracy/requirements.txt
	@python3 -m venv --clear .build/accuracy-venv
	@.build/accuracy-venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

clean:  ## remove what was built
	rm -rf .build demo-report
