"""Old and foreign formats of word processors: by LibreOffice where it is installed, else the words alone."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("olefile", reason="needs reportlint[documents]")

from reportlint.extract import Limits
from reportlint.readers import UnreadableFile, doc97, office, read
from tests.readers.word import document, paragraph, table

OLD = (Path(__file__).parent / "files" / "old.doc").read_bytes()
"""Written by LibreOffice: two headings with automatic numbers, a table, a footnote."""
WORDS = [
    "甲县司法局2023年法治政府建设年度报告", "主要举措", "全年开展培训XX次，覆盖各科室，合格率95%。", "项目\t数量", "案件\t12", "存在不足", "力量不够。",
]  # fmt: skip
installed = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No LibreOffice."""
    monkeypatch.setattr(office, "program", lambda: None)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("name", ["报告.doc", "报告.wps", "报告.docx", "报告.txt"])
def test_words_of_an_old_file(name: str) -> None:
    """Whatever its name; that the numbers are lost is said, and nothing fails for it."""
    read_ = read(name, OLD)

    assert read_.source.text.splitlines() == WORDS
    assert read_.source.extract is not None
    assert [(note.failed, "numbers that Word makes" in note.reason.en) for note in read_.source.extract.notes] == [(False, True)]


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("name", "data"), [("报告.rtf", rb"{\rtf1 text}"), ("报告.odt", b"PK\x03\x04application/vnd.oasis.opendocument.text")]
)
def test_formats_that_need_the_program(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="needs LibreOffice installed"):
        read(name, data)


@pytest.mark.parametrize("data", [OLD[:3000], OLD[:512], OLD[:8] + bytes(2000), OLD[:8], OLD.replace(b"\xec\xa5", b"\x00\x00")[:9000]])
def test_damaged(data: bytes) -> None:
    """Cut off, empty or overwritten."""
    with pytest.raises(UnreadableFile, match=r"damaged|no Word file"):
        doc97.paragraphs(data)


def test_encrypted() -> None:
    """By the flag of an old file, and by what an encrypted new one is packed in."""
    at = OLD.index(b"\xec\xa5") + 0x0B
    with pytest.raises(UnreadableFile, match="remove the password first"):
        doc97.paragraphs(OLD[:at] + bytes([OLD[at] | 1]) + OLD[at + 1 :])


def test_a_web_page_or_a_new_file_under_an_old_name() -> None:
    """What many systems export as .doc is HTML; what WPS writes may be .docx."""
    assert read("报告.doc", "\ufeff<html><body><p>全年工作平稳。</p></body></html>".encode()).source.medium == "html"
    assert read("报告.wps", document("全年工作平稳。")).source.text == "全年工作平稳。\n"


@installed
@pytest.mark.parametrize("suffix", [".doc", ".odt"])
def test_by_libreoffice(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers and table come through, and nothing is left in the folder for temporary files."""
    made, temporary = tmp_path / "made", tmp_path / "temporary"
    temporary.mkdir()
    (tmp_path / "in.docx").write_bytes(
        document(paragraph("主要举措", style="1"), "全年开展培训XX次。", table(["案件", "12"]), paragraph("存在不足", style="1"))
    )
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", suffix[1:]]
    subprocess.run([*command, "--outdir", str(made), str(tmp_path / "in.docx")], check=True, capture_output=True, timeout=120)
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    text = read(f"报告{suffix}", (made / f"in{suffix}").read_bytes()).source.text

    assert text.splitlines() == ["一、主要举措", "全年开展培训XX次。", "案件\t12", "二、存在不足"]
    assert list(temporary.iterdir()) == []


@installed
def test_a_program_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With all that it started."""
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60 &\necho $! > " + str(tmp_path / "child") + "\nsleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(slow))
    begun = time.monotonic()

    with pytest.raises(UnreadableFile, match="took more than 1 s"):
        read("报告.doc", OLD, Limits(seconds=1))
    assert time.monotonic() - begun < 30
    assert eventually(lambda: _dead((tmp_path / "child").read_text().strip()))


def eventually(true: Callable[[], bool]) -> bool:
    """Whether it comes true: a process that was killed needs a moment to be gone."""
    for _ in range(300):
        if true():
            return True
        time.sleep(0.1)
    return False


def _dead(process: str) -> bool:
    """Whether a process has ended, whoever buries it."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").split()[2] == "Z"
    except FileNotFoundError:
        return True


@installed
def test_rich_text() -> None:
    words = "".join(f"\\u{ord(c)}?" for c in "全年开展培训")

    assert read("报告.doc", rf"{{\rtf1\ansi {words} XX\par}}".encode()).source.text.splitlines() == ["全年开展培训 XX"]
