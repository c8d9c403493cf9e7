"""The server for editors, asked by a real client; each conversation goes over what belongs together, as a server takes seconds to start."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lsprotocol import types

from tests.server.editor import editor

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from tests.conftest import Cli

# 𠀀 and 𩸽 lie beyond the plane of two bytes: two units of UTF-16, four bytes of UTF-8, one code point
PAID = "𠀀一切𩸽实##paidbegin##加强。\n"
ONLY_PAID = 'select = ["M001"]\n'
TOP = types.Range(types.Position(0, 0), types.Position(0, 0))


def brief(diagnostics: list[types.Diagnostic]) -> list[tuple[object, int, int, int, int]]:
    return [(d.code, d.range.start.line, d.range.start.character, d.range.end.line, d.range.end.character) for d in diagnostics]


def _alone(conversation: Coroutine[object, object, None]) -> None:
    """Run it in a thread of its own: the browser of other tests may keep a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, conversation).result()


def test_what_a_person_does_in_an_editor(tmp_path: Path) -> None:
    (tmp_path / "reportlint.toml").write_text(ONLY_PAID, encoding="utf-8")
    _alone(_a_day(tmp_path))


async def _a_day(folder: Path) -> None:
    async with editor(folder, locale="zh-cn") as here:
        assert here.server.position_encoding == "utf-16"
        shown = await here.open("2023年报告 #1.txt", PAID)
        assert brief(shown) == [("M001", 0, 7, 0, 20)]
        assert shown[0].severity is types.DiagnosticSeverity.Error
        assert shown[0].message.startswith("正文里留有付费标签 ##paidbegin##")

        told = await here.hover("2023年报告 #1.txt", 0, 8)
        assert told.startswith("**M001 paid-marker** · 错误")
        assert "**查什么**" in told
        assert not await here.hover("2023年报告 #1.txt", 0, 1)

        fix, ignore, everything = await here.actions("2023年报告 #1.txt", shown[0].range)
        assert (fix.kind, fix.is_preferred, everything.kind) == ("quickfix", True, "source.fixAll.reportlint")
        assert after(PAID, fix) == after(PAID, everything) == "𠀀一切𩸽实加强。\n"
        assert [a.kind for a in await here.actions("2023年报告 #1.txt", TOP, "source")] == ["source.fixAll.reportlint"]
        assert not await here.actions("2023年报告 #1.txt", TOP, "refactor")

        # typing: what is asked before the pause is over is about the new text; a form feed ends no line
        here.change("2023年报告 #1.txt", "二、\f##paidend##。\r\n第二行##paidbegin##\r\n")
        later = types.Range(types.Position(1, 0), types.Position(1, 30))
        fix, _, _ = await here.actions("2023年报告 #1.txt", later)
        assert fix.diagnostics
        assert brief(list(fix.diagnostics)) == [("M001", 1, 3, 1, 16)]
        assert brief(await here.type("2023年报告 #1.txt", "没有问题。\n")) == []

        # the configuration changes on the disk: noticed when something is saved, or at once where the editor tells
        await here.type("2023年报告 #1.txt", PAID)
        (folder / "reportlint.toml").write_text('select = ["M001"]\n[severity]\nM001 = "info"\n', encoding="utf-8")
        assert [d.severity for d in await here.save("2023年报告 #1.txt")] == [types.DiagnosticSeverity.Information]
        assert [r.method for r in here.registered] == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
        (folder / "reportlint.toml").write_text('selct = ["M001"]\n', encoding="utf-8")
        (wrong,) = await here.configuration_changed("2023年报告 #1.txt")
        assert wrong.range == TOP
        assert "reportlint.toml:1：selct：" in wrong.message
        (folder / "reportlint.toml").write_text(ONLY_PAID + '[per-file-ignores]\n"2023*" = ["M"]\n', encoding="utf-8")
        assert await here.configuration_changed("2023年报告 #1.txt") == []
        (folder / "reportlint.toml").write_text(ONLY_PAID, encoding="utf-8")
        assert len(await here.configuration_changed("2023年报告 #1.txt")) == 1

        # ignored from outside the report, and then found again where it is forbidden to ignore it
        (folder / "2023年报告 #1.txt").write_text(PAID, encoding="utf-8")
        here.answer = 1
        assert ignore.title == "豁免这一处，注明理由（M001）"
        assert await here.carry_out("2023年报告 #1.txt", ignore) == []
        assert "为什么可以不改？" in here.asked[0].message
        written = (folder / ".reportlint-ignore.toml").read_text(encoding="utf-8")
        assert 'path = "2023年报告 #1.txt"' in written
        assert 'reason = "样本或模板，不公开"' in written
        (folder / "reportlint.toml").write_text(ONLY_PAID + 'mandatory = ["M001"]\n', encoding="utf-8")
        (again,) = await here.configuration_changed("2023年报告 #1.txt")
        assert [a.title for a in await here.actions("2023年报告 #1.txt", again.range, "quickfix")] == ["修正：删除标签（M001）"]
        assert await here.close("2023年报告 #1.txt") == []


def after(text: str, action: types.CodeAction) -> str:
    """`text` with what an action changes, by UTF-16 and lines as an editor has them."""
    assert action.edit
    assert action.edit.document_changes
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document.version is not None
    lines = text.encode("utf-16-le").split("\n".encode("utf-16-le"))
    for edit in sorted(change.edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        assert isinstance(edit, types.TextEdit)
        start, end = edit.range.start, edit.range.end
        assert start.line == end.line
        line = lines[start.line]
        lines[start.line] = line[: 2 * start.character] + edit.new_text.encode("utf-16-le") + line[2 * end.character :]
    return "\n".encode("utf-16-le").join(lines).decode("utf-16-le")


REPORT = """\
临溪县统计局2022年法治政府建设年度报告

2022年，临溪县统计局深入推进法治政府建设。

## 一、主要举措和成效

坚持依法统计，制定XX镇工作办法。

## 二、2024年工作安排

继续推进依法统计。
"""
RULES = '''\
"""A rule that fails, after it spoiled the conversation as far as it could."""
from reportlint import Bilingual, Rule, Severity

rule = Rule(code="U001", name="broken-rule", severity=Severity.ERROR, title=Bilingual("坏", "broken"), clause=Bilingual("", ""),
            messages={"found": Bilingual("坏", "broken")}, help=Bilingual("", ""), good=(), bad=())


@rule.check
def check(report):
    print("Content-Length: 7\\r\\n\\r\\n")
    raise RuntimeError("on purpose")
    yield
'''


def test_an_editor_that_counts_bytes(tmp_path: Path) -> None:
    (tmp_path / "reportlint.toml").write_text('lang = "en"\nrules = ["own"]\nextend-exclude = ["drafts/"]\n', encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "broken.py").write_text(RULES, encoding="utf-8")
    _alone(_another_day(tmp_path))


async def _another_day(folder: Path) -> None:
    async with editor(folder, "--stdio", encodings=("utf-8", "utf-16")) as here:
        assert here.server.position_encoding == "utf-8"
        shown = await here.open("report.md", REPORT, "markdown")
        by_code = {str(d.code): d for d in shown}
        assert brief([by_code["P001"]]) == [("P001", 6, 27, 6, 32)]
        assert "U001" in by_code["E003"].message
        missing = by_code["S001"]
        assert [r.location.uri for r in missing.related_information or ()] == [here.uri("report.md")] * len(
            missing.related_information or ()
        )
        assert [r.location.range.start.line for r in missing.related_information or ()] == [4, 8]

        plan = by_code["Y002"]
        offered = await here.actions("report.md", plan.range, "quickfix")
        assert [(a.title, a.is_preferred) for a in offered] == [
            ("Change, to be checked by a person: write the next year (Y002)", None),
            ("Ignore this one, with a reason (Y002)", None),
        ]
        assert "**Why**" in await here.hover("report.md", plan.range.start.line, plan.range.start.character)

        # not ours, or not to be checked
        assert await here.open("drafts/report.txt", REPORT) == []
        assert await here.open("program.py", REPORT, "python") == []
        assert await here.open("table.csv", PAID, "csv") == []
        assert await here.open("empty.txt", "\n") == []
        assert [d.code for d in await here.open("", PAID, uri="untitled:Untitled-1") if d.code == "M001"] == ["M001"]

        # half a character, as editors send it while one is put together
        assert "M001" in {d.code for d in await here.open("half.txt", "\ud840" + PAID)}
        (folder / "own" / "broken.py").write_text(RULES.replace("    raise", "    return\n    raise"), encoding="utf-8")
        assert "E003" not in {d.code for d in await here.save("report.md")}


@pytest.mark.parametrize(("language", "told"), [("zh", "编辑器服务还需安装"), ("en", "the server for editors needs more")])
def test_without_the_extra_it_is_said_what_to_install(language: str, told: str, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    outcome = cli("server", "--lang", language, rules=None)
    assert outcome.code == 2
    assert told in outcome.err
    assert "pip install 'reportlint[server]'" in outcome.err


def test_other_commands_load_nothing_of_it() -> None:
    code = (
        "import sys; from reportlint.cli import run; run(['--isolated', '-']); sys.exit('pygls' in sys.modules or 'asyncio' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], input="切实加强。".encode(), capture_output=True, check=False).returncode == 0
