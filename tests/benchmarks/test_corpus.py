"""The generated reports are what the benchmarks say they are."""

from __future__ import annotations

import json
import re
from pathlib import Path
from statistics import median

import pytest

corpus = pytest.importorskip("benchmarks.corpus", reason="benchmarks/ is part of the checkout, not of the wheel")

SAMPLES = [corpus.report(seed) for seed in range(1_000)]
WHOLE_REPORT = {"missing-section", "missing-title"}
"""Defects that stand nowhere."""


def _sizes() -> list[int]:
    return [len(sample.text.encode()) for sample in SAMPLES]


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def test_same_seed_same_report() -> None:
    """A report depends on nothing but its seed."""
    assert [corpus.report(seed) for seed in range(0, 1_000, 7)] == SAMPLES[::7]


def test_reports_are_distinct() -> None:
    """Reports share hardly a paragraph: only the short part of other matters has too few sentences to differ always."""
    paragraphs = [line.strip() for sample in SAMPLES for line in _lines(sample.text) if len(line) > 120]
    assert len(paragraphs) > 5_000
    assert len(set(paragraphs)) > 0.995 * len(paragraphs)
    assert len({sample.text for sample in SAMPLES}) == len(SAMPLES)


def test_another_seed_has_other_reports() -> None:
    """Runs of two seeds share no file name and no text; a longer run begins with a shorter one."""
    first, second = list(corpus.reports(1, 20)), list(corpus.reports(2, 20))
    assert not {sample.name for sample in first} & {sample.name for sample in second}
    assert not {sample.text for sample in first} & {sample.text for sample in second}
    assert list(corpus.reports(1, 5)) == first[:5]


def test_sizes() -> None:
    """3 to 16 KB, most around 6.3 KB, as submitted reports are."""
    sizes = _sizes()
    assert 2_900 <= min(sizes) < 4_000
    assert 12_000 < max(sizes) <= 16_500
    assert 5_900 <= median(sizes) <= 6_700


def test_size_on_demand() -> None:
    """A report can be asked for by its size."""
    assert all(0.7 * 16_000 <= len(corpus.report(seed, 16_000).text.encode()) <= 1.1 * 16_000 for seed in range(20))


def test_layouts() -> None:
    """About 15 % are hard-wrapped, half of these with a blank line after each line; about a third run in."""
    wrapped = [sample for sample in SAMPLES if max(map(len, _lines(sample.text))) < 45]
    blank = [sample for sample in wrapped if sample.text.count("\n\n") > 30]
    run_in = [sample for sample in SAMPLES if re.search(r"^\s*（一）[^\n]{4,60}。[^\n]", sample.text, re.MULTILINE)]
    assert 0.10 <= len(wrapped) / len(SAMPLES) <= 0.20
    assert 0.35 <= len(blank) / len(wrapped) <= 0.65
    assert 0.27 <= len(run_in) / len(SAMPLES) <= 0.43


def test_wrapped_lines_look_typeset() -> None:
    """Lines of a hard-wrapped text have one width and begin with no closing mark."""
    for sample in SAMPLES:
        lines = _lines(sample.text)
        if max(map(len, lines)) < 45:
            assert not [line for line in lines if line.strip()[0] in "，。、；：！？”）》】〕"]
            widths = [(len(line) + len(line.encode())) / 4 for line in lines if line.strip()[-1] not in "。：；"]
            assert sum(max(widths) - 4 <= width for width in widths) > 0.5 * len(widths)


@pytest.mark.parametrize("rule", sorted({rule for rule in corpus.RATES if rule not in {"masked", "missing-section", "nested-section"}}))
def test_rates(rule: str) -> None:
    """Every defect occurs, about as often as RATES says where the report has room for it."""
    share = sum(any(defect.rule == rule for defect in sample.defects) for sample in SAMPLES) / len(SAMPLES)
    assert 0.15 * corpus.RATES[rule] <= share <= 1.6 * corpus.RATES[rule]


def test_share_of_masked_and_of_missing_parts() -> None:
    """12 % masked, 5 % without a mandated part, more than half without any defect."""
    found = [{defect.rule for defect in sample.defects} for sample in SAMPLES]
    masked = sum(bool(rules & {"placeholder-mask", "anonymous-issuer"}) for rules in found)
    missing = sum("missing-section" in rules for rules in found)
    assert 90 <= masked <= 150
    assert 30 <= missing <= 70
    assert 500 <= sum(not rules for rules in found) <= 650


def test_defects_stand_where_the_manifest_says() -> None:
    """Each defect is in the text, up to white space and page numbers, and starts in its line."""
    for sample in SAMPLES:
        lines = [re.sub("^— [0-9]+ —$", "", line) for line in sample.text.split("\n")]
        for defect in sample.defects:
            if defect.rule in WHOLE_REPORT:
                assert (defect.text, defect.line) == ("", 0)
                continue
            words = "".join(defect.text.split())
            here, after = ("".join("".join(lines[i:]).split()) for i in (defect.line - 1, defect.line))
            assert here.count(words) > after.count(words), (sample.name, defect)


def test_clean_reports_have_no_sign_of_a_defect() -> None:
    """What the manifest calls clean has no mask, marker or slot, and no heading number or item is left out."""
    for sample in SAMPLES:
        if not sample.defects:
            assert not re.search(r"[Xx*×]|某|##|\$\$|<paid>|【|____|\[|2月30日|11月31日|6月31日|13月", sample.text), sample.name
            labels = re.findall(r"^\s*（([一二三四五六七八九十]+)）", sample.text, re.MULTILINE)
            assert labels == ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"][: len(labels)]


def test_missing_parts_are_missing() -> None:
    """A part that the manifest calls missing has no words in the text."""
    words = {"leadership": "第一责任人", "plan": "普法品牌", "problems": "究其原因"}
    for sample in SAMPLES:
        for defect in sample.defects:
            if defect.rule == "missing-section":
                assert words[defect.part] not in "".join(sample.text.split())


def test_no_mark_is_left() -> None:
    """The marks by which defects are found again are taken out."""
    assert not any(re.search("[\ue000-\uf8ff⟦⟧{}]", sample.text) for sample in SAMPLES)


def test_written_corpus(tmp_path: Path) -> None:
    """The command line writes the files and, beside the folder, their manifest."""
    corpus.main([str(tmp_path / "small"), "--files", "12", "--seed", "3"])
    entries = [json.loads(line) for line in (tmp_path / "small.manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [entry["file"] for entry in entries] == sorted(path.name for path in (tmp_path / "small").iterdir())
    for entry, sample in zip(entries, corpus.reports(3, 12), strict=True):
        data = (tmp_path / "small" / entry["file"]).read_bytes()
        assert data.decode() == sample.text
        assert entry["bytes"] == len(data)
        assert [corpus.Defect(**defect) for defect in entry["defects"]] == list(sample.defects)


def test_single_file(tmp_path: Path) -> None:
    """One file of exactly the size asked for, in whole characters."""
    corpus.main([str(tmp_path), "--single", "1"])
    data = (tmp_path / "single.txt").read_bytes()
    assert len(data) == 1_000_000
    assert data.decode().startswith(corpus.report(1_000_000).text)
