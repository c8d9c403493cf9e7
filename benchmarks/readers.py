"""The speed of each reader: files per second, beside the same words as text, and beside another reader of the format.

    python -m benchmarks.readers
    python -m benchmarks.readers --files 100 --rounds 5

The documents are reports of `benchmarks.corpus`, written by the writers of the tests and by openpyxl; LibreOffice makes the .odt and .doc.
Processor time counts, that of the processes which read included.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.corpus import report
from benchmarks.measure import progress, say
from reportlint.readers import read
from tests.readers.drawn import LEFT, PER_LINE, PITCH, Words, pdf
from tests.readers.test_ofd import SIZE, ofd
from tests.readers.test_ofd import text as placed
from tests.readers.word import document

_LINES = 24
"""On a page."""


class Peer(NamedTuple):
    """Another reader."""

    name: str
    module: str
    read: Callable[[bytes], object]


class Case(NamedTuple):
    """A format: how a text becomes such a file, and who else reads it."""

    suffix: str
    made: Callable[[str], bytes]
    peer: Peer | None = None


def _docx(text: str) -> bytes:
    return document(*(escape(line) for line in text.splitlines() if line.strip()))


def _html(text: str) -> bytes:
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    around = "".join(f'<li><a href="/{i}">栏目{i}</a></li>' for i in range(60))
    return (
        f'<!DOCTYPE html><html><body><div class="nav"><ul>{around}</ul></div><div class="content">{paragraphs}</div></body></html>'.encode()
    )


def _pages(text: str) -> Iterator[list[tuple[int, str]]]:
    """The lines of each page, set to a width: by how many characters each is indented, and its words."""
    lines = []
    for paragraph in text.splitlines():
        words, indent = paragraph.strip(), 2
        while words:
            lines.append((indent, words[: PER_LINE - indent]))
            words, indent = words[PER_LINE - indent :], 0
    for start in range(0, len(lines), _LINES):
        yield lines[start : start + _LINES]


def _pdf(text: str) -> bytes:
    return pdf(*([Words(LEFT + 16 * indent, 80 + PITCH * i, words) for i, (indent, words) in enumerate(page)] for page in _pages(text)))


def _ofd(text: str) -> bytes:
    return ofd(
        *(
            "".join(placed(30 + SIZE * indent, 40 + 10 * i, escape(words)) for i, (indent, words) in enumerate(page))
            for page in _pages(text)
        )
    )


def _rows(text: str) -> list[list[str]]:
    """The text as a table: a row for each paragraph, a cell for each sentence."""
    return [line.split("。") for line in text.splitlines() if line.strip()]


def _xlsx(text: str) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in _rows(text):
        sheet.append([cell if cell[:1] != "=" else f" {cell}" for cell in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _csv(text: str) -> bytes:
    return "".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) + "\n" for row in _rows(text)).encode()


def _converted(suffix: str) -> Callable[[str], bytes]:
    def made(text: str) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "a.docx").write_bytes(_docx(text))
            command = ["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--convert-to", suffix]
            subprocess.run([*command, "--outdir", folder, f"{folder}/a.docx"], check=True, capture_output=True)
            return Path(folder, f"a.{suffix}").read_bytes()

    return made


def _python_docx(data: bytes) -> object:
    import docx

    opened = docx.Document(BytesIO(data))
    return [paragraph.text for paragraph in opened.paragraphs], [cell.text for table in opened.tables for cell in table._cells]  # noqa: SLF001 - its quick way


def _pypdf(data: bytes) -> object:
    import pypdf

    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


def _openpyxl(data: bytes) -> object:
    import openpyxl

    return [list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(BytesIO(data), read_only=True).worksheets]


CASES = (
    Case(".txt", str.encode),
    Case(".md", str.encode),
    Case(".csv", _csv),
    Case(".docx", _docx, Peer("python-docx", "docx", _python_docx)),
    Case(".html", _html),
    Case(".ofd", _ofd),
    Case(".xlsx", _xlsx, Peer("openpyxl", "openpyxl", _openpyxl)),
    Case(".pdf", _pdf, Peer("pypdf", "pypdf", _pypdf)),
)
SLOW = (Case(".odt", _converted("odt")), Case(".doc", _converted("doc")))
"""Read by LibreOffice, a second each."""


def spent(work: Callable[[bytes], object], files: list[bytes]) -> float:
    """Seconds of processor time for one file."""
    before = _processor_time()
    for data in files:
        work(data)
    return (_processor_time() - before) / len(files)


def _processor_time() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def measure(cases: dict[str, Case], texts: list[str], rounds: int) -> dict[str, list[float]]:
    """What each reader and peer took for a file, in each of the rounds, after one that does not count."""
    works: dict[str, tuple[Callable[[bytes], object], list[bytes]]] = {}
    for suffix, case in cases.items():
        files = [case.made(text) for text in texts]
        works[suffix] = ((lambda data, name=f"报告{suffix}": read(name, data)), files)  # type: ignore[misc]  # a default binds the name
        if case.peer and find_spec(case.peer.module):
            works[case.peer.name] = (case.peer.read, files)
        elif case.peer:
            say(f"{case.peer.name} is not measured: it is not installed")
    costs: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, (work, files) in works.items():
            progress(f"{name}, round {turn} of {rounds}")
            cost = spent(work, files)
            if turn:
                costs[name].append(cost)
    progress()
    return costs


def show(cases: dict[str, Case], costs: dict[str, list[float]], text: list[float]) -> None:
    """A row for each reader."""
    for suffix, case in cases.items():
        mine = costs[suffix]
        beside = case.peer and costs.get(case.peer.name)
        ratio = f"{median(a / b for a, b in zip(mine, beside, strict=True)):.2f} of {case.peer.name}" if case.peer and beside else ""
        print(f"{suffix:8}{median(mine) * 1000:9.2f}{1 / median(mine):10.0f}{median(mine) / median(text):10.1f}  {ratio}")


def main(arguments: list[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.readers", description="measure the readers of documents")
    parser.add_argument("--files", type=int, default=50, help="how many reports in each format (default: 50)")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    texts = [report(1_000_000 + i).text for i in range(options.files)]
    quick = {case.suffix: case for case in CASES}
    costs = measure(quick, texts, options.rounds)
    print(f"{'':8}{'CPU ms':>9}{'files/s':>10}{'by .txt':>10}  beside")
    show(quick, costs, costs[".txt"])
    if shutil.which("soffice"):
        slow = {case.suffix: case for case in SLOW}
        show(slow, measure(slow, texts[:3], 1), costs[".txt"])
    else:
        say(".odt and .doc are not measured: LibreOffice is not installed")


if __name__ == "__main__":
    main()
