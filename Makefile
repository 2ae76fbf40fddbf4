# 运维大招. `make` alone lists the targets; each installs what it needs.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
ONLY   ?=

# Material's banner about MkDocs 2 would hide warnings that matter.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve build offline test test-boot lint fix update-expected bench screenshot lock clean

help: ## 列出所有目标
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/site.stamp ## 在 127.0.0.1:8000 预览，改动后自动刷新
	$(BIN)/mkdocs serve

# A build that fails leaves the last good site/ as it was.
build: $(VENV)/site.stamp ## 把网站写到 site/
	rm -rf .site-new
	DIAGRAMS=$${DIAGRAMS:-auto} $(BIN)/mkdocs build --strict --site-dir .site-new
	rm -rf site
	mv .site-new site

# The site opens from a folder too, on a machine without a network.
offline: build ## 把网站打包成 build/yunwei-dazhao.zip，解压就能看
	mkdir -p build
	ln -sfn ../site build/yunwei-dazhao
	$(BIN)/python -m zipfile -c build/yunwei-dazhao.zip build/yunwei-dazhao
	rm build/yunwei-dazhao

# One process more than there are cores: one has the browser, and examples mostly wait.
test: $(VENV)/dev.stamp $(VENV)/kubectl.stamp ## 安装缺少的软件，然后运行全部检查和测试
	tests/install-packages.sh
	$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest --numprocesses $$(($$(nproc) + 1)) --dist loadgroup

# Outside `make test`: an emulated processor takes about a minute for each boot.
test-boot: build/boot/root.img ## 在虚拟机里从 GRUB 启动，执行要启动机器的示例（要 root）
	$(BIN)/python -m pytest --numprocesses $$(nproc) tests/boot/boot_examples.py

build/boot/root.img: tests/boot/image.sh tests/boot/packages.txt | $(VENV)/dev.stamp
	tests/install-packages.sh $$(sed '/^#/d' tests/boot/packages.txt)
	tests/boot/image.sh $(@D)

lint: $(VENV)/dev.stamp ## 只检查代码：ruff、mypy、shellcheck、shfmt
	$(BIN)/ruff check hooks tests benchmarks examples
	$(BIN)/ruff format --check hooks tests benchmarks examples
	$(BIN)/mypy
	git ls-files -co --exclude-standard -z '*.sh' | xargs -0 $(BIN)/shellcheck --shell=bash --severity=style
	git ls-files -co --exclude-standard -z '*.sh' | xargs -0 $(BIN)/shfmt -i 4 -ci -d

fix: $(VENV)/dev.stamp ## 改好能自动改的格式
	$(BIN)/ruff check --fix hooks tests benchmarks examples
	$(BIN)/ruff format hooks tests benchmarks examples
	PYTHONPATH=hooks:tests $(BIN)/python -m content.fix_spaces
	git ls-files -co --exclude-standard -z '*.sh' | xargs -0 $(BIN)/shfmt -i 4 -ci -w

update-expected: $(VENV)/dev.stamp $(VENV)/kubectl.stamp ## 重新执行示例并写下输出；ONLY=专题/目录名 只做一个
	$(BIN)/python tests/harness/update.py $(ONLY)

# Each part prints its tables and keeps them in data/benchmarks.json; a goal that is missed does not keep the others.
bench: $(VENV)/dev.stamp ## 测量构建、预览、搜索、首次访问；ONLY=build 只测一项
	$(BIN)/python -m benchmarks $(ONLY)

screenshot: build $(VENV)/dev.stamp ## 重新截取 README 里的图
	$(BIN)/python tests/browser/screenshots.py

lock: $(VENV)/dev.stamp ## 按 pyproject.toml 重新锁定依赖
	$(BIN)/uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header \
		--quiet pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header \
		--quiet --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean: ## 删除构建结果和虚拟环境
	rm -rf $(VENV) site .site-new build .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Debian splits venv off Python: where it is missing, it is installed (root or sudo) or named.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "需要 Python 3.11 或更新；用 make PYTHON=/路径/python3.11 指定" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || tests/install-packages.sh python3-venv
	$(PYTHON) -m venv $(VENV)

# The site's packages are part of the tests' packages: installing the latter brings both stamps.
$(VENV)/site.stamp: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/dev.stamp: requirements-dev.txt requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@ $(VENV)/site.stamp

$(VENV)/kubectl.stamp: tests/kubectl.txt tests/install-kubectl.sh | $(BIN)/python
	tests/install-kubectl.sh $(BIN)
	touch $@
