"""What a fence says about examples: the file or the reason, every way to write it wrongly, and what a page shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.examples.blocks import Block, BlockError, page_blocks, proof_place, read_block, read_part, shown_examples
from handbook.page_source import Fence, parse_page

FILE = "iptables/case/rules.sh"


def _fence(info: str, *body: str) -> Fence:
    (fence,) = parse_page("a.md", "\n".join([f"```{info}", *body, "```"])).fences
    return fence


@pytest.mark.parametrize(
    ("info", "block"),
    [
        (f'bash example="{FILE}"', Block(FILE, "", "", "", "bash")),
        (f'bash example="{FILE}:3:9"', Block(FILE, "3:9", "", "", "bash")),
        (f'bash example="{FILE}:1:1,4:5"', Block(FILE, "1:1,4:5", "", "", "bash")),
        (f'bash example="{FILE}:web-2"', Block(FILE, "web-2", "", "", "bash")),
        (f'bash hl_lines="1" example="{FILE}" title="放行"', Block(FILE, "", "放行", "", 'bash hl_lines="1"')),
        ('bash not-run="没有邻居"', Block("", "", "", "没有邻居", "bash")),
        ("bash", None),
        ('bash title="例子 example"', None),
    ],
)
def test_what_a_fence_says(info: str, block: Block | None) -> None:
    assert read_block(_fence(info)) == block


def test_a_file_belongs_to_the_example_of_its_two_folders() -> None:
    files = {"lab/lab.sh": "", FILE: "iptables/case", "iptables/case/conf/a.conf": "iptables/case"}
    for path, example in files.items():
        block = read_block(_fence(f'text example="{path}"'))
        assert block
        assert block.example == example


@pytest.mark.parametrize(
    ("info", "problem"),
    [
        (f"bash example={FILE}", "代码块的选项写法不对"),
        (f"bash example='{FILE}'", "代码块的选项写法不对"),
        (f'bash examples="{FILE}"', "代码块的选项写法不对"),
        (f'bash,example="{FILE}"', "代码块的选项写法不对"),
        ('bash not_run="没有邻居"', "代码块的选项写法不对"),
        ('bash not-run=" "', "not-run 没有理由"),
        (f'bash example="{FILE}" not-run="没有邻居"', "example 和 not-run 写在了一起"),
        ('bash example="rules.sh"', "不认识 example="),
        ('bash example="../docs/rules.sh"', "不认识 example="),
        (f'bash example="{FILE}:3"', "不认识 example="),
        (f'bash example="{FILE}:3:9:12"', "不认识 example="),
        ('mermaid example="a/b/c.mmd"', "图直接写在页面里"),
    ],
)
def test_what_is_written_wrongly_is_told_with_the_remedy(info: str, problem: str) -> None:
    with pytest.raises(BlockError) as caught:
        read_block(_fence(info))
    assert str(caught.value).startswith(problem)
    assert "；" in str(caught.value)


def test_a_fence_that_names_a_file_holds_nothing_of_its_own() -> None:
    with pytest.raises(BlockError, match="删掉两行"):
        read_block(_fence(f'bash example="{FILE}"', "ls"))
    assert read_block(_fence(f'bash example="{FILE}"', "  "))
    assert read_block(_fence('bash not-run="没有邻居"', "ls"))


LINES = "一\n# --8<-- [start:a]\n    二\n      三\n# --8<-- [start:b]\n    四\n# --8<-- [end:b]\n# --8<-- [end:a]\n五\n"


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """Return a folder with a file of two sections, one inside the other, and one that is not text."""
    (tmp_path / "iptables/case").mkdir(parents=True)
    (tmp_path / FILE).write_text(LINES, encoding="utf-8")
    (tmp_path / "iptables/case/a.bin").write_bytes(b"\xff\xfe")
    return tmp_path


def _part(examples: Path, part: str, path: str = FILE) -> list[str]:
    return read_part(examples, Block(path, part, "", "", "bash"))


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("", ["一", "    二", "      三", "    四", "五"]),
        ("a", ["二", "  三", "四"]),
        ("b", ["四"]),
        ("3:4", ["二", "  三"]),
        ("1:1,9:9", ["一", "五"]),
    ],
)
def test_a_part_is_shown_without_the_lines_that_mark_sections(examples: Path, part: str, shown: list[str]) -> None:
    assert _part(examples, part) == shown


@pytest.mark.parametrize(
    ("path", "part", "problem"),
    [
        ("iptables/case/rule.sh", "", "没有文件 examples/iptables/case/rule.sh"),
        ("iptables/case", "", "没有文件"),
        ("iptables/case/a.bin", "", "不是 UTF-8 文本"),
        (FILE, "c", "没有成对的 --8<-- [start:c] 和 [end:c]"),
        (FILE, "0:1", "行号 0:1 不对"),
        (FILE, "3:2", "行号 3:2 不对"),
        (FILE, "9:10", "只有 9 行，没有第 10 行"),
    ],
)
def test_a_part_that_is_not_there_is_told_with_the_remedy(examples: Path, path: str, part: str, problem: str) -> None:
    with pytest.raises(BlockError) as caught:
        _part(examples, part, path)
    assert problem in str(caught.value)
    assert "；" in str(caught.value)


PAGE = f"""\
<!-- example: iptables/marked -->

```bash example="{FILE}"
```

```bash example="wrong"
```

```bash example="lab/lab.sh"
```

```bash example="{FILE}:a"
```

```bash not-run="没有邻居"
ls
```
"""


def test_the_examples_of_a_page_are_those_of_its_files_and_markers() -> None:
    page = parse_page("a.md", PAGE)
    assert shown_examples(page) == {"iptables/marked": 1, "iptables/case": 3}
    assert [block.path or block.not_run for _, block in page_blocks(page)] == [FILE, "lab/lab.sh", FILE, "没有邻居"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("```text\n```\n\n后", (2, "")),
        ('=== "甲"\n\n    ```text\n    ```\n\n=== "乙"\n\n    乙\n\n后', (8, "")),
        ("!!! note\n\n    ```text\n    ```\n\n    框里\n\n后", (6, "")),
        ('??? note\n\n    === "甲"\n\n        ```text\n        ```\n\n后', (6, "")),
        ("- 项\n\n    ```text\n    ```\n\n    同一项\n\n后", (4, "    ")),
        ("- 项\n\n    ??? note\n\n        ```text\n        ```\n\n    同一项", (6, "    ")),
        ("> ```text\n> ```\n\n后", (2, "> ")),
    ],
)
def test_a_proof_goes_below_what_could_hide_it(text: str, place: tuple[int, str]) -> None:
    lines = text.split("\n")
    (fence,) = parse_page("a.md", text).fences
    assert proof_place(lines, fence) == place
