"""The same report in every format gives the same findings, each at its place in that format."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

pytest.importorskip("lxml", reason="needs reportlint[documents]")

import pypdfium2
from lxml import etree

from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.readers.docx.names import w
from reportlint.settings import Settings
from tests.readers.numbered import numbered

if TYPE_CHECKING:
    from reportlint.engine import FileResult

ROOT = Path(__file__).parents[2]
FILTERS = {
    "docx": "MS Word 2007 XML", "odt": "writer8", "doc": "MS Word 97", "html": "HTML (StarWriter)", "pdf": "writer_pdf_Export",
}  # fmt: skip
SHARED = [path for up in (1, 2) if len(ROOT.parents) > up for path in sorted((ROOT.parents[up - 1] / "shared/samples").glob("*.txt"))]
TEXTS = [*sorted((ROOT / "examples").glob("*.txt")), *SHARED]

_WHOLE = 80
"""Characters: a line so long is a paragraph."""

Found = Counter[tuple[str, str, str]]


@cache
def linter() -> Linter:
    return Linter(load(), Settings())


def found(result: FileResult) -> Found:
    """What was found, white space apart: a PDF has its own, and so has a number that Word makes."""
    return Counter((finding.code, "".join(finding.text.split()), finding.message.zh) for finding in result.findings)


def wanted(path: Path) -> Found:
    return found(linter().check_bytes(path.name, path.read_bytes()))


def converted(paths: list[Path], to: str, folder: Path, *, text: bool = True) -> list[Path]:
    """The files in another format, made by LibreOffice in one go. Skips the test where there is none."""
    program = shutil.which("soffice")
    if not program:
        pytest.skip("needs LibreOffice (soffice)")
    reading = ["--infilter=Text (encoded):UTF8,LF,,,"] if text else []
    done = subprocess.run(
        [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", *reading, "--convert-to", to, "--outdir", str(folder)]
        + [str(path) for path in paths],
        capture_output=True, check=False, timeout=300,
    )  # fmt: skip
    made = [folder / f"{path.stem}.{to.partition(':')[0]}" for path in paths]
    assert all(path.exists() for path in made), done.stderr.decode()
    return made


@pytest.mark.skipif(not TEXTS, reason="the examples are not beside the tests")
@pytest.mark.parametrize("suffix", FILTERS)
def test_by_libreoffice(suffix: str, tmp_path: Path) -> None:
    """The examples, and the reports beside the checkout where they are."""
    made = converted(TEXTS, f"{suffix}:{FILTERS[suffix]}", tmp_path)
    results = [linter().check_bytes(path.name, path.read_bytes()) for path in made]

    assert {path.name: found(result) for path, result in zip(TEXTS, results, strict=True)} == {path.name: wanted(path) for path in TEXTS}
    for path, result in zip(made, results, strict=True):
        if suffix == "pdf":
            at_their_pages(path, result)
        elif suffix == "docx":
            at_their_paragraphs(path, result)


def at_their_pages(path: Path, result: FileResult) -> None:
    """On the page and in the box that a finding names stand its words; of one over two pages those on the first."""
    document = pypdfium2.PdfDocument(path)
    pages = [(page.get_height(), page.get_textpage()) for page in document]
    for finding in result.findings:
        page, box = finding.location.page, finding.location.box
        assert page
        assert box
        if not finding.text:
            continue
        height, words = pages[page - 1]
        inside = "".join(words.get_text_bounded(box.left - 1, height - box.bottom - 1, box.right + 1, height - box.top + 1).split())
        assert "".join(finding.text.split())[:4] in inside
    document.close()


def at_their_paragraphs(path: Path, result: FileResult) -> None:
    with ZipFile(path) as file:
        body = etree.fromstring(file.read("word/document.xml"))
    paragraphs = ["".join(text.text or "" for text in paragraph.iter(w("t"))) for paragraph in body.iter(w("p"))]
    for finding in result.findings:
        assert finding.location.paragraph
        assert finding.text.split("\n")[0] in paragraphs[finding.location.paragraph - 1]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_with_numbers_that_word_makes(path: Path) -> None:
    """No number stands in the text of the file; the reader makes them, and findings are the same."""
    text = path.read_text(encoding="utf-8")
    data, made = numbered(text)
    result = linter().check_bytes("报告.docx", data)

    assert made > 3
    assert [re.sub(r"\s", "", line) for line in result.text.splitlines()] == [
        line for source in text.splitlines() if (line := re.sub(r"\s", "", source))
    ]
    assert found(result) == wanted(path)


def test_numbers_as_libreoffice_makes_them(tmp_path: Path) -> None:
    """What LibreOffice shows is what is read, and what is found in the PDF that it makes is what is found in the Word file."""
    paths = []
    for text in TEXTS:
        paths.append(tmp_path / f"{text.stem}.docx")
        paths[-1].write_bytes(numbered(text.read_text(encoding="utf-8"))[0])
    shown = converted(paths, "txt:Text (encoded):UTF8", tmp_path, text=False)
    printed = converted(paths, "pdf:writer_pdf_Export", tmp_path, text=False)

    for text, path, plain, pdf in zip(TEXTS, paths, shown, printed, strict=True):
        result = linter().check_bytes(path.name, path.read_bytes())
        assert [re.sub(r"\s", "", line) for line in plain.read_text(encoding="utf-8-sig").splitlines()] == [
            re.sub(r"\s", "", line) for line in result.text.splitlines()
        ]
        if max(map(len, result.text.splitlines())) > _WHOLE:  # not a text cut into lines, each of which would be a paragraph of Word
            assert found(linter().check_bytes(pdf.name, pdf.read_bytes())) == wanted(text), text.name
