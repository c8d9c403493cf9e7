"""Any subset of parts, any wording, order and layout: exactly the right set of missing parts."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.readers import read
from reportlint.settings import Settings
from tests.structure.generate import PARTS, Case, cases

LINTER = Linter(load(), Settings())


@given(cases())
@settings(max_examples=400, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_exactly_the_missing_parts(case: Case) -> None:
    """What was left out is missing, what is there is not."""
    report = LINTER.read_report(read(case.path, case.text.encode()))

    assert report.subject.kind.value == "law-based-government"
    assert {f.part for f in report.faults if f.what == "missing"} == set(PARTS) - case.present
