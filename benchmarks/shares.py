"""A program: builds the project in the current folder into the folder that it is given, and prints how long each feature took.

It adds up the time of every function that MkDocs or Python-Markdown calls in a hook's file, as JSON: seconds by feature,
and of the whole build as ``total``.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from mkdocs.commands.build import build
from mkdocs.config import load_config

FOLDER = Path("hooks").resolve()
taken: defaultdict[str, float] = defaultdict(float)


def main() -> None:
    """Build and print."""
    start = time.perf_counter()
    config = load_config("mkdocs.yml", site_dir=sys.argv[1])
    for methods in config.plugins.events.values():
        for place, method in enumerate(methods):
            file = getattr(getattr(method, "__code__", None), "co_filename", "")
            if FOLDER in Path(file).resolve().parents:
                methods[place] = _timed(method, _feature(file))
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None) or ""
        for thing in list(vars(module).values()) if FOLDER in Path(file).parents else ():
            if (
                isinstance(thing, type)
                and issubclass(thing, (Preprocessor, Treeprocessor))
                and thing.__module__ == module.__name__
            ):
                thing.run = _timed(thing.run, _feature(file))  # type: ignore[method-assign]
    build(config)
    print(json.dumps({"total": time.perf_counter() - start, **taken}))


def _timed(call: Callable[..., Any], name: str) -> Callable[..., Any]:
    def timing(*args: Any, **options: Any) -> Any:
        before = time.perf_counter()
        try:
            return call(*args, **options)
        finally:
            taken[name] += time.perf_counter() - before

    return timing


def _feature(file: str) -> str:
    """Return the feature to which a file belongs: a hook's name, or its folder's below hooks/handbook/."""
    return Path(file).resolve().relative_to(FOLDER).with_suffix("").as_posix().removeprefix("handbook/").split("/")[0]


if __name__ == "__main__":
    main()
