"""Old and foreign formats of word processors, .doc .wps .rtf .odt: LibreOffice makes a .docx of them, where it is installed.

Without it the words of .doc and .wps are read all the same, but the numbers that Word makes itself are lost, which is said.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from posixpath import splitext
from shutil import which
from typing import TYPE_CHECKING

from reportlint.location import Location
from reportlint.programs import cache_folder
from reportlint.readers import doc97, docx
from reportlint.readers.builder import Builder, CellText, Piece
from reportlint.readers.formats import OLE
from reportlint.readers.isolated import isolated
from reportlint.readers.unreadable import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.document import Source
    from reportlint.extract import Limits

_PROFILES = 64
"""Conversions at once; each needs settings of its own."""


def source(path: str, data: bytes, limits: Limits) -> Source:
    """The text of the document. Raises UnreadableFile."""
    if data.startswith(OLE):
        words = isolated(
            lambda: doc97.paragraphs(data), limits.seconds
        )  # says what is wrong with an encrypted or damaged file better than LibreOffice
    elif not program():
        raise UnreadableFile(
            "读取这种格式需要安装 LibreOffice，或请另存为 .docx", "this format needs LibreOffice installed; or save it as .docx"
        )
    if program():
        converted = _converted(path, data, limits)
        return isolated(lambda: docx.walked(converted, limits).builder.source(path, "office", flowed=False), limits.seconds)
    return _plain(path, words, limits)


@cache
def program() -> str | None:
    """Where LibreOffice is installed; None where it is not."""
    return which("soffice") or which("libreoffice")


def _plain(path: str, words: list[list[str]], limits: Limits) -> Source:
    builder = Builder(limits)
    for number, items in enumerate(words, 1):
        place = Location(paragraph=number)
        if len(items) > 1:
            builder.row([CellText((Piece(item, place),)) for item in items])
        else:
            builder.line((Piece(items[0], place),))
    builder.note(
        "没有安装 LibreOffice，Word 自动生成的编号没有取到，结构可能判断不准",
        "without LibreOffice the numbers that Word makes itself are lost, so the structure may be seen wrong",
        failed=False,
    )
    return builder.source(path, "office", flowed=False)


def _converted(path: str, data: bytes, limits: Limits) -> bytes:
    """The document as .docx. Raises UnreadableFile."""
    suffix = ".rtf" if data.startswith(b"{\\rtf") else ".doc" if data.startswith(OLE) else splitext(path)[1].lower()
    with tempfile.TemporaryDirectory(prefix="reportlint-") as folder, _profile() as profile:
        (Path(folder) / f"in{suffix}").write_bytes(data)
        command = [
            program() or "", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore", "--nologo", "--nolockcheck",
            "--convert-to", "docx:Office Open XML Text", "--outdir", folder, os.path.join(folder, f"in{suffix}"),
        ]  # fmt: skip
        _run(command, limits.seconds)
        try:
            with open(os.path.join(folder, "in.docx"), "rb") as file:
                return file.read(limits.unpacked)
        except FileNotFoundError:
            raise UnreadableFile(
                "LibreOffice 打不开这个文件，可能已损坏或加密", "LibreOffice cannot open it: it may be damaged or encrypted"
            ) from None


def _run(command: list[str], seconds: float) -> None:
    """Run LibreOffice; it and all that it starts end in time. Raises UnreadableFile."""
    try:
        process = subprocess.Popen(  # noqa: S603 - a program found on the path, with paths of our own making
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError as error:
        raise UnreadableFile(f"LibreOffice 无法启动（{error}）", f"LibreOffice does not start ({error})") from None
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise UnreadableFile(
            f"LibreOffice {seconds:g} 秒内没有转换完（max-seconds）",
            f"LibreOffice took more than {seconds:g} s to convert it (max-seconds)",
        ) from None
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def _profile() -> Iterator[str]:
    """A folder for the settings of LibreOffice that no other process uses now; kept, as making one takes seconds."""
    try:
        import fcntl
    except ImportError:  # not on Windows
        with tempfile.TemporaryDirectory(prefix="reportlint-") as folder:
            yield folder
        return
    base = os.path.join(cache_folder(), "libreoffice")
    os.makedirs(base, mode=0o700, exist_ok=True)
    for number in range(_PROFILES):
        with open(os.path.join(base, f"{number}.lock"), "w", encoding="ascii") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                continue
            yield os.path.join(base, str(number))
            return
    raise UnreadableFile("同时转换的文件过多", "too many files are converted at once")
