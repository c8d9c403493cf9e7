"""``--annotate DIR``: copies beside the originals, never over them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("lxml", reason="needs reportlint[documents]")

from tests.conftest import Cli, Write
from tests.readers.word import document, packed
from tests.writers.parts import comments

BAD = document("工作总结", "全年开展##paidbegin##培训。")


def test_copies_with_the_same_paths(cli: Cli, write: Write, folder: Path) -> None:
    """Of what has findings and can be annotated; the rest is said once. A second run writes them again and does not check them."""
    write(
        {
            "报送/甲局/总结.docx": BAD,
            "报送/乙局.docx": document("一切正常。"),
            "报送/丙局.txt": "工作##paidend##",
            "丁.zip": packed({"a.txt": "工作##paidend##"}),
        }
    )
    for _ in range(2):
        outcome = cli("--annotate", "批注", ".")
        assert outcome.code == 1
        assert "4 files: 3 errors" in outcome.out
        assert "annotated copies in 批注: 1\n2 more with findings have no annotated copy" in outcome.err
    assert [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and "批注" in str(path)] == [
        "批注/报送/甲局/总结.docx"
    ]
    assert [words for _, words, _ in comments((folder / "批注/报送/甲局/总结.docx").read_bytes())] == ["##paidbegin##"]
    assert (folder / "报送/甲局/总结.docx").read_bytes() == BAD


def test_in_the_language_of_the_run(cli: Cli, write: Write, folder: Path) -> None:
    write({"a.docx": BAD})
    cli("--lang", "zh", "--annotate", "out", "a.docx")

    assert comments((folder / "out/a.docx").read_bytes())[0][2].startswith("错误 M001：正文里留有付费标签")


def test_paths_that_lead_out_stay_inside(cli: Cli, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a/甲.docx": BAD, "b/x": ""})
    monkeypatch.chdir(folder / "b")
    cli("--annotate", "out", "../a/甲.docx")

    assert (folder / "b/out/a/甲.docx").exists()


@pytest.mark.parametrize("where", [".", "../here"])
def test_originals_are_not_written_over(cli: Cli, write: Write, folder: Path, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"here/a.docx": BAD})
    monkeypatch.chdir(folder / "here")
    outcome = cli("--annotate", where, "a.docx")

    assert outcome.code == 2
    assert "a.docx is one of the files to check, a copy cannot go there" in outcome.err
    assert (folder / "here/a.docx").read_bytes() == BAD


def test_other_files_are_not_written_over(cli: Cli, write: Write, folder: Path) -> None:
    """Neither another original that stands where the copy would go, nor any other document."""
    write({"a.docx": BAD, "2023/a.docx": BAD})

    assert "2023/a.docx is one of the files to check" in cli("--annotate", "2023", ".").err
    outcome = cli("--annotate", "2023", "a.docx")
    assert outcome.code == 2
    assert "E007 not-written  no annotated copy was written: 2023/a.docx is there and is no copy by reportlint" in outcome.out
    assert (folder / "2023/a.docx").read_bytes() == BAD


def test_what_several_reports_share_is_in_the_copies(cli: Cli, write: Write, folder: Path) -> None:
    text = [
        "甲县司法局2023年工作总结",
        "全年扎实推进依法行政，开展培训十二场，覆盖干部三百余人，群众满意度明显提升，各项任务按期完成，制度更加健全。" * 3,
    ]
    write({"a.docx": document(*text), "b.docx": document(*text)})
    outcome = cli("--annotate", "out", ".", rules="C001,C002")

    assert outcome.out.count("error C001") + outcome.out.count("warning C001") >= 1
    assert any(said.split()[1].startswith("C001") for path in folder.glob("out/*") for _, _, said in comments(path.read_bytes()))


@pytest.mark.parametrize("other", ["--diff", "--show-files"])
def test_what_it_does_not_go_with(cli: Cli, write: Write, other: str) -> None:
    write({"a.docx": BAD, "file": ""})

    assert "--annotate writes files" in cli("--annotate", "out", other, "a.docx").err
    assert "--annotate needs a folder" in cli("--annotate", "file", "a.docx").err


def test_fixed_first(cli: Cli, write: Write, folder: Path) -> None:
    """With --fix what is left goes into the copy."""
    write({"a.docx": document("工作总结", "全年##paidbegin##培训XX次。")})
    cli("--fix", "--annotate", "out", "a.docx", rules="M,P")

    assert [words for _, words, _ in comments((folder / "out/a.docx").read_bytes())] == ["XX次"]
