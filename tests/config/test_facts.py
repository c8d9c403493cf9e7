"""Facts of the configuration stand beside the shipped ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cli import run

REPORT = "青禾区水利局关于2023年度法治政府建设情况的报告\n一、主要举措\n学习《水土保护法》和《合同法》，落实《青禾区河道办法》。\n"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def found(capfd: pytest.CaptureFixture[str], facts: str) -> list[str]:
    Path("reportlint.toml").write_text(facts, encoding="utf-8")
    run(["a.txt", "--select", "L", "--lang", "en", "--output-format", "concise"])
    return capfd.readouterr().out.splitlines()


@pytest.mark.usefixtures("report")
def test_own_entries_are_added_and_override(capfd: pytest.CaptureFixture[str]) -> None:
    shipped = found(capfd, "")
    own = found(
        capfd, '[facts.misnomer]\n"青禾区河道办法" = { right = "青禾区河道管理办法" }\n[facts.law]\n"合同法" = { adopted = 1999-03-15 }\n'
    )

    assert [line.split(": ")[0] for line in shipped if "L002" in line] == ["a.txt:3:11"]
    assert [line for line in own if "L002" in line] == []
    assert [line.split(": ")[0] for line in own if "青禾区河道管理办法" in line] == ["a.txt:3:19"]


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("[facts]\nlaws = 1\n", "laws: no such table"),
        ('[facts]\nplaces = "和康县"\n', "places: expected an array"),
        ('[facts.misnomer]\n"甲法" = {}\n', 'misnomer."甲法": right is missing'),
        ('[facts.misnomer]\n"甲法" = "乙法"\n', 'misnomer."甲法": expected a table'),
        ('[facts.law]\n"甲法" = { adoptd = 2027-01-01 }\n', 'law."甲法": no key adoptd'),
        ('[facts.law]\n"甲法" = { ceases = "2027" }\n', "law.\"甲法\": ceases cannot be '2027'"),
        ('[[facts.phrase]]\nright = "甲"\npattern = "甲("\n', "'甲(': missing )"),
        ('[[facts.phrase]]\nright = "甲"\npattern = ".甲"\n', "begins with a literal character"),
    ],
)
def test_wrong_entries_are_told(capfd: pytest.CaptureFixture[str], facts: str, said: str) -> None:
    Path("reportlint.toml").write_text(facts, encoding="utf-8")

    assert run(["a.txt", "--lang", "en"]) == 2
    message = capfd.readouterr().err
    assert message.startswith("reportlint: reportlint.toml:1: facts: cannot be used: ")
    assert said in message


@pytest.mark.usefixtures("report")
def test_command_prints_facts_with_their_sources(capfd: pytest.CaptureFixture[str]) -> None:
    Path("reportlint.toml").write_text('[facts]\nplaces = ["和康县"]\n', encoding="utf-8")

    assert run(["facts"]) == 0
    told = capfd.readouterr().out
    assert '[congress."二十大"]' in told
    assert "known_from = 2022-10-16" in told
    assert told.endswith('places = ["和康县"]\n')


def test_own_places_are_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("XX县财政局工作总结\n一、主要工作\nXX县财政局围绕XX县中心工作履职，推进玉泉县预算改革。\n", encoding="utf-8")
    codes = {}
    for facts in ("", '[facts]\nplaces = ["玉泉县"]\n'):
        Path("reportlint.toml").write_text(facts, encoding="utf-8")
        run(["a.txt", "--select", "P012", "--lang", "en", "--output-format", "concise"])
        codes[facts] = capfd.readouterr().out

    assert codes[""] == ""
    assert "玉泉县" in list(codes.values())[1]


@pytest.mark.usefixtures("report")
def test_a_pattern_that_runs_away_is_told(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportlint.timed.LIMIT", 0.05)
    Path("reportlint.toml").write_text('[[facts.phrase]]\nright = "甲"\npattern = "甲(?:甲|甲甲)+乙"\n', encoding="utf-8")
    Path("a.txt").write_text(REPORT + "甲" * 60 + "\n", encoding="utf-8")

    assert run(["a.txt", "--select", "L001,L003", "--lang", "en", "--output-format", "concise"]) == 2
    lines = capfd.readouterr().out.splitlines()
    assert "pattern 甲(?:甲|甲甲)+乙 of rule L003 fixed-phrase was stopped after 0.05 s" in lines[0]
    assert "水土保护法" in lines[1], "the other rules went on"
