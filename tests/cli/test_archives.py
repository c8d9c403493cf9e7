"""A .zip as it was submitted: its files are checked where they are, by their paths inside it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from tests.conftest import Cli, Write

BAD = "关于XX的报告\n\n全年开展培训XX次。\n"


def archive(files: dict[str, bytes], *, gbk: bool = False) -> bytes:
    """A .zip; with `gbk` names as programs on Chinese systems write them."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, data in files.items():
            if gbk:
                file.writestr("x" * len(name.encode("gb18030")), data)
            else:
                file.writestr(name, data)
    raw = out.getvalue()
    for name in files if gbk else ():
        encoded = name.encode("gb18030")
        raw = raw.replace(b"x" * len(encoded), encoded)
    return raw


def test_files_inside(cli: Cli, write: Write) -> None:
    """Named by path and name; what is no report is left out, what systems leave behind is not even named."""
    write(
        {
            "报送/材料.zip": archive(
                {"甲局/总结.txt": BAD.encode(), "__MACOSX/._总结.txt": b"x", "图.png": b"x", "干净.md": "# 总结\n".encode()}
            )
        }
    )
    outcome = cli("--output-format", "concise", "--select", "P002", ".")

    assert outcome.code == 1
    assert outcome.out == "报送/材料.zip!甲局/总结.txt:3:7: error P002 the figure in “XX次” is missing\n"
    shown = cli("--show-files", "报送/材料.zip").out
    assert "报送/材料.zip!图.png  out (not a type of file to check)" in shown
    assert "报送/材料.zip!干净.md  in (" in shown
    assert "MACOSX" not in shown


def test_names_in_gbk(cli: Cli, write: Write) -> None:
    write({"a.zip": archive({"总结.txt": BAD.encode()}, gbk=True)})

    assert "a.zip!总结.txt:3:7:" in cli("--output-format", "concise", "--select", "P002", "a.zip").out


@pytest.mark.filterwarnings("ignore:Duplicate name")  # on purpose
def test_a_path_that_leads_out_is_only_a_name(cli: Cli, write: Write) -> None:
    """Nothing is unpacked, so nothing can be written elsewhere; two files of one name are both checked."""
    out = BytesIO()
    with ZipFile(out, "w") as file:
        for _ in range(2):
            file.writestr(ZipInfo("../../外面.txt"), BAD)
    write({"a.zip": out.getvalue()})

    assert cli("--output-format", "concise", "--select", "P002", "a.zip").out.count("a.zip!../../外面.txt:3:7:") == 2


def test_what_cannot_be_read(cli: Cli, write: Write) -> None:
    """Damaged, truncated, nested, encrypted: each is said, and the run fails."""
    whole = archive({"a.txt": BAD.encode() * 50})
    locked = bytearray(archive({"b.txt": BAD.encode()}))
    locked[6] |= 1
    central = locked.index(b"PK\x01\x02")
    locked[central + 8] |= 1
    damaged = whole[:60] + bytes(20) + whole[80:]
    write({"cut.zip": whole[:100], "nested.zip": archive({"in.zip": whole}), "locked.zip": bytes(locked), "damaged.zip": damaged})
    outcome = cli("--output-format", "concise", ".")

    assert outcome.code == 2
    said = dict(line.split(":1:1: ", 1) for line in outcome.out.splitlines())
    assert "damaged or incomplete" in said["cut.zip"]
    assert "an archive inside an archive" in said["nested.zip!in.zip"]
    assert "encrypted" in said["locked.zip!b.txt"]
    assert "the archive is damaged" in said["damaged.zip!a.txt"]


def test_a_bomb_is_not_unpacked(cli: Cli, write: Write) -> None:
    """Only so much of a file is unpacked as one outside of an archive may have."""
    write({"reportlint.toml": "max-bytes = 5000\n", "a.zip": archive({"a.txt": b"a" * 1_000_000})})
    outcome = cli("a.zip")

    assert outcome.code == 2
    assert "larger than the limit of 5000 bytes" in outcome.out


def test_standard_input_and_fixing(cli: Cli, write: Write) -> None:
    """An archive needs a path; the files in it are never written."""
    data = archive({"a.txt": "##paidbegin##全年工作平稳有序推进。\n".encode()})
    write({"a.zip": data})

    assert "cannot come by standard input" in cli("--stdin-filename", "b.zip", "-", stdin=data).out
    assert "M001" in cli("--fix", "a.zip").out
    with open("a.zip", "rb") as file:
        assert file.read() == data
