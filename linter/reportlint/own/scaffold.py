"""What ``reportlint rule new`` writes: a rule that works, with examples, to be changed into the one that is wanted."""

from __future__ import annotations

TOML = """\
# {code} {name}
# 改好后运行 reportlint rule test 检验例子；各项的写法见 docs/writing-rules.md
# After changes run reportlint rule test: it tries the examples. What the keys mean: docs/writing-rules.md
code = "{code}"
name = "{name}"
severity = "warning"                     # error, warning, info
title = {{ zh = "空话", en = "empty phrase" }}
message = {{ zh = "“{{text}}”没有说明做了什么", en = "“{{text}}” does not say what was done" }}
help = {{ zh = "写明做法和数字", en = "Tell what was done, with figures" }}
# clause = "……第……条"                    # 依据 what the rule rests on

good = ["全年开展普法活动12场。"]
bad = ["普法工作⟦成效明显⟧，⟦亮点纷呈⟧。"]

# 查什么：以下五种表选一种   what to check: one of five tables
[existence]                              # 不应出现   must not stand there
words = ["成效明显", "亮点纷呈"]
# patterns = ['取得.{{0,4}}成效']          # 正则表达式   patterns
# not = ['成效明显不足']                 # 例外       exceptions

# [substitution]                         # 应改写为   write instead
# words = {{ "带头述法" = "带头专题述法" }}

# [required]                             # 应当写到   must be there
# words = ["原因是", "缘于"]

# [consistency]                          # 前后一致   the first name holds
# groups = [["微信公众号", "微信平台"]]

# [count]                                # 计数       counted
# words = ["显著"]
# max = 3

# [scope]                                # 在哪里查；不写则全文   where; everywhere without it
# kinds = ["law-based-government"]
# parts = ["problems"]
# in = ["body"]
"""

PYTHON = '''\
"""Empty phrases: an effect is claimed and no figure told.

What it finds:
    “成效显著”一类的说法，而同一句里没有数字。

    Phrases such as 成效显著 in a sentence without a figure.

Why:
    空话不能说明做了什么。

    An empty phrase does not tell what was done.

Instead:
    写明做法和数字。

    Tell what was done, with figures.

Silent on:
    同一句里有数字的。

    Sentences that have a figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span

rule = Rule(
    code="{code}",
    name="{name}",
    severity=Severity.WARNING,
    title=Bilingual("空话", "empty phrase"),
    clause=Bilingual("本单位规定", "house rule"),
    messages={{"found": Bilingual("“{{phrase}}”没有数字佐证", "“{{phrase}}” is backed by no figure")}},
    help=Bilingual("写明做法和数字", "Tell what was done, with figures"),
    good=(Example("全年办结行政复议案件120件，成效显著。"),),
    bad=(Example("普法工作⟦成效显著⟧。全年办结案件120件。"),),
    doc=__doc__,
)

_PHRASE = LazyPattern("成效(?:显著|明显|突出)")
_FIGURE = LazyPattern("[0-9]")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Every such phrase whose sentence has no figure."""
    for m in _PHRASE.finditer(report.text):
        sentence = report.sentence(m.start())
        if not _FIGURE.search(report.text, sentence.start, sentence.end):
            yield Hit(Span(m.start(), m.end()), values={{"phrase": m[0]}})
'''

TEST = '''\
"""The examples of the rules in this folder hold: `pytest` says what `reportlint rule test` says."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint import Rule, rules_in
from reportlint.testing import problems


@pytest.mark.parametrize("rule", rules_in(Path(__file__).parent), ids=lambda rule: rule.code)
def test_examples(rule: Rule) -> None:
    assert list(problems(rule)) == []
'''
TEST_FILE = "test_rules.py"


def files(code: str, name: str, *, toml: bool) -> dict[str, str]:
    """The files of a new rule by their names; one that is there already stays."""
    stem = name.replace("-", "_")
    if toml:
        return {f"{stem}.toml": TOML.format(code=code, name=name)}
    return {f"{stem}.py": PYTHON.format(code=code, name=name), TEST_FILE: TEST}
