"""The grammars: compiled tables do what Lark does, are fresh, and anybody can add one."""

from __future__ import annotations

import json
import os
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from lark import Lark, UnexpectedInput
from lark.lexer import Token as LarkToken

import reportlint_grammar
from reportlint.errors import UsageError
from reportlint.plugins import load
from reportlint.structure.about import faults
from reportlint.structure.grammar import _Classified
from reportlint.structure.kind import Kind
from reportlint.structure.store import load_kinds
from reportlint.structure.table import END, Machine, Node, Table

FOLDER = Path(reportlint_grammar.FOLDER)
PARTS = ("MEASURES", "PROBLEMS", "LEADERSHIP", "PLAN")


def kind(name: str) -> Kind:
    return next(k for k in load().kinds if k.name == name)


def accepted(name: str, terminals: tuple[str, ...]) -> bool:
    """Whether the compiled table takes these terminals and then the end."""
    machine: Machine[str] = Machine(kind(name).table)
    return all(machine.feed(t, t) for t in terminals) and machine.fits(END)


def accepted_by_lark(file: str, terminals: tuple[str, ...]) -> bool:
    """The same by Lark's own parser, which calls imported terminals parts__NAME."""
    text = (FOLDER / file).read_text(encoding="utf-8")
    lark = Lark(text, parser="lalr", lexer=_Classified, source_path=str(FOLDER / file), import_paths=[str(FOLDER)])
    parser: Any = lark.parse_interactive()
    try:
        for terminal in terminals:
            imported = terminal in {"TITLE", "ADDRESSEE", "OPENING", "SIGNATURE", "DATE", "ATTACHMENT"}
            parser.feed_token(LarkToken(f"parts__{terminal}" if imported else terminal, terminal))
        parser.feed_eof()
    except UnexpectedInput:
        return False
    return True


@pytest.mark.parametrize("order", list(permutations(PARTS)), ids="-".join)
def test_any_order_is_accepted(order: tuple[str, ...]) -> None:
    """The mandate lists contents and no order."""
    assert accepted("law-based-government", ("TITLE", "OPENING", *order, "SIGNATURE", "DATE"))


@pytest.mark.parametrize("left_out", PARTS)
def test_no_part_may_be_left_out(left_out: str) -> None:
    """Without one of the four parts the text may not end."""
    assert not accepted("law-based-government", ("TITLE", *(p for p in PARTS if p != left_out)))


@pytest.mark.parametrize(
    "terminals",
    [
        ("TITLE", *PARTS),
        ("TITLE", "THEME", "PLAN", "THEME", "OTHER", *PARTS[:3], "ATTACHMENT", "ATTACHMENT"),
        ("TITLE", *PARTS, "PLAN"),
        PARTS,
        ("TITLE", "OPENING", "ADDRESSEE", *PARTS),
        ("TITLE", *PARTS[1:]),
    ],
    ids=" ".join,
)
def test_table_agrees_with_lark(terminals: tuple[str, ...]) -> None:
    """The small machine accepts and refuses what Lark's own parser does."""
    assert accepted("law-based-government", terminals) == accepted_by_lark("law_based_government.lark", terminals)


def test_tree_spreads_out_underscored_rules() -> None:
    """The tree has the parts directly under start, whatever templates the grammar used."""
    machine: Machine[str] = Machine(kind("law-based-government").table)
    for terminal in ("TITLE", "PLAN", "THEME", "MEASURES", "PROBLEMS", "LEADERSHIP", "DATE"):
        assert machine.feed(terminal, terminal.lower())
    tree = machine.tree()

    assert tree is not None
    assert [child.name for child in tree.children if isinstance(child, Node)] == [
        "head", "plan", "measures", "problems", "leadership", "tail",
    ]  # fmt: skip
    assert list(tree.tokens()) == ["title", "plan", "theme", "measures", "problems", "leadership", "date"]


def test_accepts_is_what_is_missing() -> None:
    """What the grammar still takes at the end of the text is the list of missing parts."""
    machine: Machine[str] = Machine(kind("law-based-government").table)
    for terminal in ("TITLE", "MEASURES", "PLAN"):
        machine.feed(terminal, terminal)

    assert {t for t in machine.accepts() if t in PARTS} == {"PROBLEMS", "LEADERSHIP"}


def test_compiled_tables_are_fresh() -> None:
    """compiled.json belongs to the .lark and .toml files beside it (`make grammar` renews it)."""
    from reportlint.structure.store import _digest, _sources

    compiled = json.loads((FOLDER / "compiled.json").read_text(encoding="utf-8"))

    assert compiled["digest"] == _digest(_sources(str(FOLDER), None))


OWN_LARK = """\
start: head? method findings_ tail
method: METHOD THEME*
findings_: FINDINGS THEME*
%declare METHOD FINDINGS THEME
%import .parts (head, tail)
"""
OWN_TOML = """\
name = "survey"
title = { zh = "调研报告", en = "survey" }
clause = { zh = "本局规定", en = "house rule" }
order = ["method", "findings"]

[recognise]
title = ['调研报告$']

[parts.method]
title = { zh = "调研方法", en = "method" }
headings = ['方法']

[parts.findings]
title = { zh = "调研发现", en = "findings" }
headings = ['发现|结论']
severity = "warning"
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a grammar of a user, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "grammars"
    folder.mkdir()
    (folder / "survey.lark").write_text(OWN_LARK, encoding="utf-8")
    (folder / "survey.toml").write_text(OWN_TOML, encoding="utf-8")
    return folder


def test_own_grammar_is_loaded_and_kept(own: Path, tmp_path: Path) -> None:
    """A folder named in the configuration adds kinds; the second start needs no Lark."""
    kinds = load(grammars=[str(own)]).kinds
    kept = list((tmp_path / "cache" / "reportlint").iterdir())

    assert "survey" in [k.name for k in kinds]
    assert [path.suffix for path in kept] == [".json"]
    assert kept[0].parent.stat().st_mode & 0o077 == 0
    assert load_kinds(str(own), str(FOLDER))[0].table == next(k for k in kinds if k.name == "survey").table


def test_changed_grammar_is_compiled_anew(own: Path) -> None:
    """The cache is bound to the sources by their hash."""
    before = load_kinds(str(own), str(FOLDER))[0]
    (own / "survey.toml").write_text(OWN_TOML.replace("调研发现", "主要发现"), encoding="utf-8")

    assert before.parts["findings"].title.zh == "调研发现"
    assert load_kinds(str(own), str(FOLDER))[0].parts["findings"].title.zh == "主要发现"


def test_damaged_cache_is_ignored(own: Path, tmp_path: Path) -> None:
    """Rubbish in the cache costs a compilation, nothing else."""
    load_kinds(str(own), str(FOLDER))
    for path in (tmp_path / "cache" / "reportlint").iterdir():
        path.write_text("{", encoding="utf-8")

    assert load_kinds(str(own), str(FOLDER))[0].name == "survey"


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("survey.lark", "start: METHOD (", "survey.lark"),
        ("survey.lark", "start: a | b\na: METHOD\nb: METHOD\n%declare METHOD\n", "survey.lark"),
        ("survey.toml", "name = ", "survey.toml"),
        ("survey.toml", OWN_TOML.replace("'方法'", "'(方法'"), "(方法"),
        ("survey.toml", 'title = { zh = "a", en = "b" }', "survey.toml"),
        ("survey.toml", OWN_TOML.replace("headings = ['方法']", "headngs = ['方法']"), "parts.method.headngs"),
        ("survey.toml", OWN_TOML.replace('severity = "warning"', 'severity = "fatal"'), "parts.findings.severity"),
        ("survey.toml", OWN_TOML.replace('order = ["method", "findings"]', 'order = ["method", "foo"]'), "foo"),
        ("survey.toml", OWN_TOML[: OWN_TOML.index("[parts.findings]")].replace(', "findings"', ""), "FINDINGS"),
    ],
)
def test_wrong_grammar_names_the_file(own: Path, file: str, text: str, said: str) -> None:
    """Whatever is wrong with a grammar, the message says in which file."""
    (own / file).write_text(text, encoding="utf-8")

    with pytest.raises(UsageError) as error:
        load(grammars=[str(own)])
    assert said in error.value.message.en
    assert said in error.value.message.zh


def test_shipped_kinds_are_sound() -> None:
    """What is asked of a user's kind holds for the shipped ones."""
    compiled = json.loads((FOLDER / "compiled.json").read_text(encoding="utf-8"))

    for kind_ in compiled["kinds"].values():
        assert list(faults(kind_["about"], compiled["shared"], load_table(kind_["table"]))) == []


def load_table(raw: dict[str, Any]) -> Table:
    return Table(tuple(raw["states"]), tuple(map(tuple, raw["rules"])), raw["start"], raw["end"])


def test_folder_without_grammar(tmp_path: Path) -> None:
    """A folder that holds no grammar is a mistake in the configuration."""
    with pytest.raises(UsageError, match=r"no \.lark grammar"):
        load(grammars=[str(tmp_path)])
    with pytest.raises(UsageError, match="cannot be read"):
        load(grammars=[os.fspath(tmp_path / "nowhere")])
