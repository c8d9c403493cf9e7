"""reviewdog counts columns in bytes of UTF-8."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.finding import Edit, Fix, Position, RelatedPlace
from reportlint.reporters.columns import Utf8Columns
from reportlint.reporters.rdjson import RDJson
from reportlint.tally import Tally
from reportlint.text import Bilingual, SourceSpan

if TYPE_CHECKING:
    from tests.reporters.conftest import Make, Result

NOTE = Bilingual("另一处", "the other")


def test_everything(finding: Make, result: Result) -> None:
    text = "题\r\n𠀀年a：2022年\r\n"
    fix = Fix(NOTE, (Edit(SourceSpan(7, 11), "2023", Position(2, 5, 2, 9)),), safe=True)
    related = (RelatedPlace(Position(1, 1, 1, 2), "题", NOTE), RelatedPlace(Position(4, 3, 5, 1), "", NOTE, "./另.txt"))
    reporter = RDJson("en")

    written = reporter.show(reporter.render(result(finding(position=Position(2, 5, 2, 10), fix=fix, related=related), text=text)))
    found = json.loads(written + "".join(reporter.end(Tally())))

    assert found == {
        "source": {"name": "reportlint"},
        "diagnostics": [{
            "message": "2022 here, 2023 in the title", "severity": "ERROR", "code": {"value": "Y001"},
            "location": {"path": "a/报告.txt", "range": {"start": {"line": 2, "column": 12}, "end": {"line": 2, "column": 19}}},
            "suggestions": [{"range": {"start": {"line": 2, "column": 12}, "end": {"line": 2, "column": 16}}, "text": "2023"}],
            "relatedLocations": [
                {"message": "the other",
                 "location": {"path": "a/报告.txt", "range": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 4}}}},
                {"message": "the other", "location": {"path": "另.txt", "range": {"start": {"line": 4}, "end": {"line": 5}}}},
            ],
        }],
    }  # fmt: skip


@given(st.text(st.sampled_from("aé年𠀀\n"), max_size=40), st.data())
def test_columns_in_any_order(text: str, data: st.DataObject) -> None:
    columns = Utf8Columns(text)
    lines = text.split("\n")
    for _ in range(5):
        line = data.draw(st.integers(1, len(lines)))
        column = data.draw(st.integers(1, len(lines[line - 1]) + 1))
        assert columns.column(line, column) == len(lines[line - 1][: column - 1].encode()) + 1


@pytest.mark.parametrize("text", ["", "x"])
def test_odd_bytes_in_a_name_spoil_nothing(finding: Make, result: Result, text: str) -> None:
    reporter = RDJson("zh")

    (written,) = reporter.render(result(finding(path="a\udcff.txt", position=Position(1, 1, 1, 2), related=(), fix=None), text=text))

    assert written.encode()
