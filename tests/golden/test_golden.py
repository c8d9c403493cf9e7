"""Whole outputs, as users see them. ``UPDATE_GOLDEN=1 pytest tests/golden`` writes them anew: then read the difference."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportlint import __version__

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

HERE = Path(__file__).parent

FILES: dict[str, str | bytes] = {
    "2023/付费标签.txt": (
        "法治建设情况\n\n一、主要举措\n（一）完善制度。"
        + "坚持把法治建设摆在全局工作的突出位置，健全工作机制，压实工作责任，" * 3
        + "切实##paidbegin##加强预算约束，"
        + "不断提高依法行政的能力和水平，确保各项任务落到实处，" * 3
        + "取得新的成效。\n##paidend##\n二、存在的问题\n内容已经隐藏，点击付费后查看\n"
    ),
    "2023/国标编码.txt": "一、基本情况\r\n“放管服”改革——<paid>持续深化①×°。\r\n".encode("gb18030"),
    "2023/没有问题.md": "# 工作情况\n\n全面推行先诊疗后付费服务，惠及群众三万余人。\n",
    "2023/图表.pptx": b"PK\x03\x04",
    "2023/坏.txt": b"\xe4\xb8\x80\xe3\x80\x81\xff\xff\xff\xff",
    "草稿/一.txt": "$$paidbegin$$\n",
    "reportlint.toml": 'extend-exclude = ["草稿/"]\n',
}
COMMON = ["--kind", "general", "--year", "2023", ".", "没有这个文件.txt"]
RUNS = {
    "full": [],
    "full-colour": ["--color", "always"],
    "concise": ["--output-format", "concise"],
    "json": ["--output-format", "json"],
    "github": ["--output-format", "github"],
    **{name: ["-f", name] for name in ("grouped", "jsonl", "junit", "gitlab", "markdown", "checkstyle", "sarif", "rdjson", "csv")},
    "show-files": ["--show-files"],
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", RUNS)
def test_output(cli: Cli, write: Write, name: str, language: str) -> None:
    write(FILES)
    golden = HERE / f"{name}.{language}.txt"

    outcome = cli("--lang", language, *RUNS[name], *COMMON)
    text = f"{outcome.out.replace(__version__, 'VERSION')}\n--- standard error\n{outcome.err}\n--- exit code {outcome.code}\n"
    text = text.replace("\x1b", "ESC").replace("\r\n", "\n")  # CSV; git would not keep them
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")

    assert text == golden.read_text(encoding="utf-8")
