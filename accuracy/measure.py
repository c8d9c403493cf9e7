"""Put defects into clean texts, lint them, and count what was found and what was right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from accuracy.clean import Clean
from accuracy.injectors import INJECTORS, Defect
from accuracy.pasted import PASTED
from reportlint.engine import Linter
from reportlint.finding import Finding
from reportlint.plugins import load
from reportlint.run import Task, check, compared
from reportlint.settings import Settings

NOT_MEASURED = frozenset(("D001", "D002", "D003", "E001", "E002", "E003", "E004", "E005", "E006", "E007"))
"""What the linter says about itself and its input: no class of defects of a text."""

ATTEMPTS = 60
"""Texts tried for one case, since not every text has a place for every defect."""


class Figures(NamedTuple):
    """What was counted for one rule."""

    cases: int
    found: int
    findings: int
    right: int
    false: int
    """Findings on the clean texts; they are among the findings, too."""


class Miss(NamedTuple):
    """A defect that was not found, or a finding that hits no defect, in its surroundings."""

    code: str
    case: str
    """The class of the defect put in, where it is another one."""
    around: str


class Outcome(NamedTuple):
    """The figures of all rules, what they rest on, and what went wrong."""

    figures: dict[str, Figures]
    texts: int
    characters: int
    missed: list[Miss]
    wrong: list[Miss]


def linter(*, comparing: bool = False) -> Linter:
    """All rules, those that are off by default, too."""
    return Linter(load(), Settings(select=("ALL",)), comparing=comparing)


def measure(texts: Sequence[Clean], seed: int, cases: int, others: Sequence[Clean] = ()) -> Outcome:
    """`cases` defects of each class in `texts`; in `others`, too, nothing is to be found. The same arguments and rules give the same outcome."""
    lint = linter()
    originals = {text.name: _lint(lint, text.name, text.text) for text in (*texts, *others)}
    counts: Counter[tuple[str, str]] = Counter()
    missed: list[Miss] = []
    wrong: list[Miss] = []
    for text in (*texts, *others):
        for finding in originals[text.name]:
            counts.update([(finding.code, "findings"), (finding.code, "false")])
            wrong.append(_miss(finding.code, text.text, finding.span.start, finding.span.end))
    for code in sorted(INJECTORS):
        for text, defect in _injected(code, texts, seed, cases):
            fresh = _fresh(_lint(lint, text.name, defect.text), () if defect.made else originals[text.name])
            hits = [finding for finding in fresh if hit(finding, code, defect)]
            found = any(tells(finding, code, defect) for finding in hits)
            counts.update([(code, "cases")] + [(code, "found")] * found)
            counts.update((finding.code, "findings") for finding in fresh)
            counts.update((finding.code, "right") for finding in hits)
            if not found:
                missed.append(_miss(code, defect.text, *(defect.spans[0] if defect.spans else (0, 0))))
            wrong.extend(_miss(f.code, defect.text, f.span.start, f.span.end, code) for f in fresh if f not in hits)
    for code, paste in PASTED.items():
        _measure_pasted(code, paste(texts, Random(f"{seed} {code}"), cases // 4), counts, missed)
    figures = {
        code: Figures(*(counts[code, name] for name in Figures._fields)) for code in sorted({*INJECTORS, *PASTED} | {c for c, _ in counts})
    }
    return Outcome(figures, len(texts) + len(others), sum(len(text.text) for text in (*texts, *others)), missed, wrong)


def hit(finding: Finding, code: str, defect: Defect) -> bool:
    """Whether the finding is right: stands on the defect, tells of the whole text, or follows from the defect."""
    return finding.code in defect.also or (_on(finding, defect) if defect.spans else finding.code == code)


def tells(finding: Finding, code: str, defect: Defect) -> bool:
    """Whether the finding tells the defect: by its rule, or by another that may tell it, too, on the same characters."""
    if not defect.spans:
        return finding.code == code and finding.data.get("part", "") == (defect.part or finding.data.get("part", ""))
    return _on(finding, defect) and (finding.code == code or finding.code in defect.also)


def _on(finding: Finding, defect: Defect) -> bool:
    return any(finding.span.start < end and start < max(finding.span.end, finding.span.start + 1) for start, end in defect.spans)


def _injected(code: str, texts: Sequence[Clean], seed: int, cases: int) -> Iterator[tuple[Clean, Defect]]:
    """Cases of one class: as many as were asked for, unless hardly a text has room for it."""
    for case in range(cases):
        rng = Random(f"{seed} {code} {case}")
        for _ in range(ATTEMPTS):
            text = rng.choice(texts)
            defect = INJECTORS[code](text, rng)
            if defect and defect.text != text.text:
                yield text, defect
                break


def _lint(lint: Linter, name: str, text: str) -> tuple[Finding, ...]:
    return tuple(f for f in lint.check_bytes(name, text.encode()).findings if f.code not in NOT_MEASURED)


def _fresh(findings: Iterable[Finding], before: Iterable[Finding]) -> list[Finding]:
    """The findings that the text without the defect did not have."""
    known = Counter((finding.code, finding.text) for finding in before)
    fresh = []
    for finding in findings:
        key = (finding.code, finding.text)
        if known[key]:
            known[key] -= 1
        else:
            fresh.append(finding)
    return fresh


def _measure_pasted(code: str, files: Sequence[tuple[str, str, bool]], counts: Counter[tuple[str, str]], missed: list[Miss]) -> None:
    """Rules about several reports: one run over all files, of which some were copied."""
    lint = linter(comparing=True)
    tasks = [Task(name, lint, data=text.encode()) for name, text, _ in files]
    digests = [check(task).digests for task in tasks]
    added = [f for result in compared(tasks, digests) for f in result.findings if f.code == code]
    told = {finding.path for finding in added}
    pointed = {related.path for finding in added for related in finding.related}
    for name, text, copied in files:
        if copied:
            counts.update([(code, "cases")] + [(code, "found")] * (name in told | pointed))
            if name not in told | pointed:
                missed.append(Miss(code, "", f"{name} {text[:40]}"))
    sources = {name for name, _, copied in files if copied} | pointed
    counts.update({(code, "findings"): len(told), (code, "right"): len(told & sources)})


def _miss(code: str, text: str, start: int, end: int, case: str = "") -> Miss:
    return Miss(code, case, text[max(start - 24, 0) : start] + "⟦" + text[start:end] + "⟧" + text[end : end + 24])
