"""Documents: the text that a reader takes out, and the way back to the place in the document."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

from reportlint import Report, Subject, tables
from reportlint.document import Source
from reportlint.engine import Linter
from reportlint.extract import Limits, Role
from reportlint.location import Location
from reportlint.outline import outline
from reportlint.plugins import load
from reportlint.readers import UnreadableFile, parse, read
from reportlint.readers.builder import Builder, CellText, Piece
from reportlint.settings import Settings
from tests.conftest import Cli, Write


def piece(text: str, **place: int) -> Piece:
    return Piece(text, Location(**place))  # type: ignore[arg-type]  # all the numbers of a place are integers


def written(builder: Builder) -> Source:
    return builder.source("报告.docx", "docx")


def test_a_line_holds_no_break_and_a_blank_one_is_left_out() -> None:
    builder = Builder(Limits())
    builder.line([piece("全年开展\n培训"), piece("12次。")])
    builder.line([])
    builder.line([piece("下一步\u2028安排。")])

    assert written(builder).text == "全年开展 培训12次。\n下一步 安排。\n"


def test_what_the_format_says_of_a_line() -> None:
    """A title and a heading by their styles; a number in the text says more than a style."""
    builder = Builder(Limits())
    builder.line([piece("甲县法治政府建设情况")], Role("title"))
    builder.line([piece("主要工作的回顾与总结，以及其他有关事项的说明")], Role("heading", 2))
    builder.line([piece("全年办结复议案件12件。")])
    builder.line([piece("二、问题")], Role("heading", 2))
    builder.line([piece("力量不足。")])
    builder.line([piece("统计口径见附表。")], Role("note"))
    document = parse(written(builder))

    assert [block.kind for block in document.blocks] == ["title", "heading", "paragraph", "heading", "paragraph", "note"]
    assert [block.heading.style for block in document.blocks if block.heading] == ["markdown", "cjk"]
    last = outline(document)[-1]
    assert document.text[last.start : last.end].strip() == "二、问题\n力量不足。"  # the note beside the body is no part of it


def test_cells_keep_their_span_and_place() -> None:
    """A cell over two columns and one that goes on from above; blank cells at both ends."""
    builder = Builder(Limits())
    builder.row([CellText([]), CellText([piece("新收", table=1, row=1, column=2)], columns=2)])
    builder.row([CellText([], rows=0), CellText([piece("12", table=1, row=2, column=2)]), CellText([])])
    document = parse(written(builder))
    (table,) = tables(Report(document, Subject(), (), {}, ()))

    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in table.rows] == [
        [("", 1, 1), ("新收", 2, 1)],
        [("", 1, 0), ("12", 1, 1), ("", 1, 1)],
    ]
    extract = document.source.extract
    assert extract is not None
    assert extract.places.at(document.map.span(table.rows[1][1].span)) == Location(table=1, row=2, column=2)


def test_too_much_text_is_refused() -> None:
    builder = Builder(Limits(characters=10))

    with pytest.raises(UnreadableFile, match="more than 10 characters"):
        builder.line([piece("一二三四五六七八九十一")])


@dataclass
class _Reader:
    source: Source

    def __call__(self, path: str, data: bytes, limits: Limits) -> Source:  # noqa: ARG002 - as a reader is called
        return self.source


def test_findings_know_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """The place in the document travels with the finding; what could not be read fails the file and stands beside the findings."""
    builder = Builder(Limits())
    builder.line([piece("甲县2023年法治政府建设年度报告", paragraph=1)])
    builder.line([piece("全年开展培训", paragraph=2, run=1), piece("XX次。", paragraph=2, run=2)])
    builder.note("第 3 页没有文字层", "page 3 has no text layer", failed=True)
    builder.aside("hidden", "藏着的话")
    monkeypatch.setattr("reportlint.readers.reader", lambda _path, _data: _Reader(written(builder)))
    linter = Linter(load(), Settings(select=("P",)))
    result = linter.check_bytes("报告.docx", b"")

    assert [(f.code, f.text, f.location, f.position.line, f.position.column) for f in result.findings] == [
        ("P002", "XX次", Location(paragraph=2, run=2), 2, 7),
        ("E006", "", Location(paragraph=2, run=2), 3, 1),
    ]
    assert result.status == "failed"
    assert [(aside.kind, aside.text) for aside in read("报告.docx", b"").asides] == [("hidden", "藏着的话")]


def test_csv(cli: Cli, write: Write) -> None:
    """Fields with commas, quotes and line breaks in them; the place is the row and column of the record."""
    write({"表.csv": '项目,数量,说明\n"培训,场次",XX,"分两期：\n上半年""集中""，下半年XX"\n'})
    shown = json.loads(cli("--output-format", "json", "--select", "P", "表.csv").out)

    assert [(f["text"], f["line"], f["location"]) for f in shown["findings"]] == [
        ("XX", 2, {"heading": [], "row": 2, "column": 2}),
        ("XX", 2, {"heading": [], "row": 2, "column": 3}),
    ]
    assert "in: row 2, column 2" in cli("--select", "P", "表.csv").out


@pytest.mark.parametrize(("name", "text"), [("表.csv", "项目;数量\n案件;XX\n"), ("表.tsv", "项目\t数量\n案件\tXX\n")])
def test_other_delimiters(name: str, text: str) -> None:
    (table,) = tables(Report(read(name, text.encode("gb18030")), Subject(), (), {}, ()))

    assert [[cell.text for cell in row] for row in table.rows] == [["项目", "数量"], ["案件", "XX"]]


def test_a_list_of_data_is_no_report_of_an_unknown_kind(cli: Cli, write: Write) -> None:
    write({"表.csv": "项目,数量\n案件,12\n", "文.txt": "关于清理沟渠的通知\n各村要按时清理沟渠。\n"})

    assert [line for line in cli("--output-format", "concise", ".", rules=None).out.splitlines() if "E005" in line] == [
        "文.txt:1:1: info E005 no kind of report recognised: required parts not checked, general rules only"
    ]


def test_csv_cut_off_in_a_field(cli: Cli, write: Write) -> None:
    write({"表.csv": '项目,数量\n"案件,12\n'})
    outcome = cli("表.csv")

    assert outcome.code == 2
    assert "E001 unreadable-file  the file cannot be read: it is no well-formed CSV" in outcome.out


def test_a_text_needs_no_reader_of_documents(write: Write) -> None:
    """What the extra brings is imported for a document only: the start of a run over text does not grow by it."""
    write({"文.txt": "关于清理沟渠的通知\n各村要按时清理沟渠。\n"})
    heavy = ("lxml", "justhtml", "pypdfium2", "python_calamine", "olefile", "zipfile", "pickle")
    code = f"import sys; from reportlint.cli import run; run(['--isolated', '--no-cache', '文.txt']); sys.exit(str([*sys.modules.keys() & {heavy}]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)

    assert done.stderr.strip() == "[]"
