"""The figures as docs/accuracy.md and as the data that `reportlint explain` shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from accuracy.measure import Figures, Outcome
from reportlint.rule import Rule

_HEAD = """\
# Accuracy

How much each rule finds, and how often it is right. Written by `python -m accuracy --seed {seed} --cases {cases}`; do not edit.

- **Texts**: {texts} clean texts of {characters:,} characters: {written} written by hand (`accuracy/texts`), the others generated
  (`benchmarks.corpus`). All are ours. Wordings are fewer than in real reports, so take the figures as what the rules do
  with these shapes, not as a promise for every text.
- **Defects**: for each rule up to {cases} cases ({pasted} for rules about several reports). In each, `accuracy/injectors` puts
  one defect of the class into a text drawn at random, at a random place, in one of many wordings, which are not taken from the rules.
- **Found**: a finding of the rule, or of a rule named by the injector as telling the same defect, stands on the defect.
- **Right**: findings of the rule that stand on the defect put in, whichever rule's that is, or follow from it; all others are wrong.
  What a text told before the defect was put in is counted once, with the clean texts: there every finding counts as false.
- All rules run, those that are off by default, too.

`python -m accuracy --show F003` shows what a rule missed and where it was wrong, `python -m accuracy compare OLD NEW FOLDER`
what two builds find differently in a folder of texts.

| Rule | | Cases | Found | Found % | Findings | Right % | False per 100,000 characters |
|---|---|--:|--:|--:|--:|--:|--:|
"""


def page(outcome: Outcome, rules: Iterable[Rule], seed: int, cases: int, written: int) -> str:
    """docs/accuracy.md."""
    lines = [_HEAD.format(seed=seed, cases=cases, texts=outcome.texts, characters=outcome.characters, written=written, pasted=cases // 4)]
    ordered: Sequence[Rule] = sorted(rules, key=lambda rule: rule.code)
    measured = [rule for rule in ordered if rule.code in outcome.figures and outcome.figures[rule.code].cases]
    lines += [_row(rule, outcome.figures[rule.code], outcome.characters) for rule in measured]
    others = ", ".join(f"{rule.code} {rule.name}" for rule in ordered if rule not in measured)
    lines.append(f"\nNot measured: {others}. E rules tell of files and of the linter itself; for the others no injector is written yet.\n")
    return "".join(lines)


def _row(rule: Rule, f: Figures, characters: int) -> str:
    false = f"{100_000 * f.false / characters:.2f}"
    return f"| {rule.code} | {rule.name} | {f.cases} | {f.found} | {_share(f.found, f.cases)} | {f.findings} | {_share(f.right, f.findings)} | {false} |\n"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def data(outcome: Outcome, seed: int) -> str:
    """accuracy.json: for each rule the cases, those found, the findings, those right, and false alarms on the clean texts."""
    rules = ",\n".join(f'  "{code}": {json.dumps(list(f))}' for code, f in outcome.figures.items() if f.cases)
    return f'{{"seed": {seed}, "characters": {outcome.characters}, "rules": {{\n{rules}\n}}}}\n'
