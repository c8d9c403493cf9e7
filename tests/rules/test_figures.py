"""Rules about figures: what examples cannot show."""

from __future__ import annotations

import pytest

from reportlint.testing import findings
from reportlint_rules.figures import conflicting_figure, figure_arithmetic
from reportlint_rules.figures.figure import Figures, numeral


@pytest.mark.parametrize(
    ("text", "value", "step", "unit"),
    [
        ("拨付1.2亿元", 1.2e8, 1e7, "元"),
        ("拨付3,256.5万元", 3.2565e7, 1e3, "元"),
        ("合格率98.5％", 98.5, 0.1, "%"),
        ("办理一百零五件", 105, 1, "件"),
        ("提高1.5个百分点", 1.5, 0.1, "个百分点"),
    ],
)
def test_a_figure_is_read_with_scale_and_rounding(text: str, value: float, step: float, unit: str) -> None:
    [found] = Figures(text).within(0, len(text))
    assert [found.value, found.step] == pytest.approx([value, step])
    assert found.unit == unit


@pytest.mark.parametrize(("words", "value"), [("十二", 12), ("二十", 20), ("一百零五", 105), ("两千三百", 2300), ("十", 10)])
def test_numerals(words: str, value: int) -> None:
    assert numeral(words) == value


@pytest.mark.parametrize(
    "text",
    [
        "共拨付1.2亿元，包括教育0.65亿元、医疗0.56亿元。",  # rounded
        "共办理约20件，包括许可6件、处罚5件。",
        "共办理20件，包括许可6件（其中网上办理2件）、处罚14件。",
        "全年办理许可6件、处罚5件，累计办理许可200件。",
        "接待群众由20人次增加到30人次，增长50%。",
        "生产总值由3.1亿元增加到3.6亿元，增长8%。",
        "去年办理20件，今年办理15件，减少5件。",
    ],
)
def test_what_agrees_or_cannot_be_told(text: str) -> None:
    assert findings(figure_arithmetic.rule, text) == []


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("共拨付1.2亿元，包括教育0.65亿元、医疗0.35亿元。", "1亿元"),
        ("去年办理20件，今年办理15件，减少6件。", "5件"),
        ("接待群众由20人次增加到30人次，增长40%。", "50%"),
        ("受理申请50件，办结40件，办结率90%。", "80%"),
    ],
)
def test_the_message_says_what_comes_out(text: str, result: str) -> None:
    [finding] = findings(figure_arithmetic.rule, text)
    assert finding.data["result"] == result
    assert result in finding.message.zh


def test_conflicting_figures_are_linked() -> None:
    [finding] = findings(conflicting_figure.rule, "全年召开党组会6次，研究议题。\n全年共召开党组会8次，部署工作。\n")
    [first] = finding.related
    assert (finding.text, first.text) == ("召开党组会8次", "召开党组会6次")
