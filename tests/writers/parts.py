"""What is compared of documents that were written: their parts, and their comments with the words in their ranges."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    """The members of a zip file, unpacked, in its order."""
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def changed(old: bytes, new: bytes) -> list[str]:
    """The members that are not the same to the byte, or are new; all others are there, in their order."""
    before, after = parts(old), parts(new)
    assert list(after)[: len(before)] == list(before)
    return [name for name in after if after[name] != before.get(name)]


def comments(data: bytes) -> list[tuple[str, str, str]]:
    """The comments of a document: author, the words in the range, the words of the comment, a line for each paragraph."""
    from lxml import etree

    inside = parts(data)
    body = etree.fromstring(inside["word/document.xml"])
    found = []
    for comment in etree.fromstring(inside["word/comments.xml"]):
        number = comment.get(f"{W}id")
        said = "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p"))
        found.append((comment.get(f"{W}author", ""), _between(body, str(number)), said))
        assert len(body.findall(f".//{W}commentReference[@{W}id='{number}']")) <= 1
    return found


def _between(body: etree._Element, number: str) -> str:
    words, open_, seen = "", False, False
    for element in body.iter():
        if element.get(f"{W}id") == number and element.tag == f"{W}commentRangeStart":
            assert not seen
            open_ = seen = True
        elif element.get(f"{W}id") == number and element.tag == f"{W}commentRangeEnd":
            assert open_
            open_ = False
        elif open_ and element.tag == f"{W}t":
            words += element.text or ""
    assert not open_
    return words


def office(path: Path, to: str) -> Path:
    """The file in another format, made by LibreOffice. Skips the test where there is none."""
    program = shutil.which("soffice")
    if not program:
        pytest.skip("needs LibreOffice (soffice)")
    profile = path.parent / "profile"
    done = subprocess.run(
        [program, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", to, "--outdir", str(path.parent), str(path)],
        capture_output=True, check=False, timeout=180,
    )  # fmt: skip
    made = path.with_suffix("." + to.partition(":")[0])
    assert made.exists(), done.stderr.decode()
    return made
