"""Names in a configuration that are no rule, kind or part, through the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Cli, Write


def test_unknown_names_with_their_lines(cli: Cli, write: Write) -> None:
    write({
        "a.txt": "一、",
        "reportlint.toml": """select = ["M001", "Q"]
kind = "novel"
[per-file-ignores]
"x" = ["M901"]
[severity]
paid-maker = "info"
[[overrides]]
paths = ["y"]
ignore = ["Q"]
kind = "poem"
[kinds.play.parts.act]
required = true
""",
    })  # fmt: skip

    outcome = cli("a.txt")

    assert (outcome.code, outcome.out) == (2, "")
    lines = outcome.err.removeprefix("reportlint: ").splitlines()
    assert [line.partition("; there are: ")[0] for line in lines] == [
        "reportlint.toml:1: select[2]: no rule Q; reportlint rules lists them",
        "reportlint.toml:2: kind: no kind of report novel",
        "reportlint.toml:4: per-file-ignores.x[1]: no rule M901, did you mean M001?",
        "reportlint.toml:6: severity.paid-maker: no rule paid-maker, did you mean paid-marker?",
        "reportlint.toml:9: overrides[1].ignore[1]: no rule Q; reportlint rules lists them",
        "reportlint.toml:10: overrides[1].kind: no kind of report poem",
        "reportlint.toml:11: kinds.play: no kind of report play",
    ]


def test_wrong_names_and_wrong_types_together(cli: Cli, write: Write) -> None:
    write({"a.txt": "一、", "reportlint.toml": 'ignore = ["M901"]\njobs = "many"\n'})

    assert cli("a.txt").err == (
        "reportlint: reportlint.toml:1: ignore[1]: no rule M901, did you mean M001?\n"
        'reportlint.toml:2: jobs: expected a positive integer, found a string "many"\n'
    )


def test_plugin_that_is_not_there(cli: Cli, write: Write) -> None:
    write({"a.txt": "一、", "reportlint.toml": 'plugins = ["no_such_plugin_anywhere"]\n'})

    outcome = cli("a.txt")

    assert outcome.code == 2
    assert outcome.err.startswith(
        "reportlint: reportlint.toml:1: plugins[1]: plug-in no_such_plugin_anywhere cannot be loaded: ModuleNotFoundError"
    )


def test_every_wrong_change_to_a_kind_at_its_own_line(cli: Cli, write: Write) -> None:
    write({
        "a.txt": "一、",
        "reportlint.toml": """[kinds.law-based-government]
order = "fixd"
[kinds.law-based-government.parts.plan]
level = 1
[kinds.law-based-government.parts.leadership]
lvel = 2
level = 12
[kinds.law-based-government.parts.leadershp]
level = 2
""",
    })  # fmt: skip

    assert [line.partition(" kinds.law-based-government.")[::2] for line in cli("a.txt").err.removeprefix("reportlint: ").splitlines()] == [
        ("reportlint.toml:2:", 'order: is wrong; possible: "any", "fixed" / measures, problems, leadership, plan, other'),
        ("reportlint.toml:6:", "parts.leadership.lvel: no lvel, did you mean level?"),
        ("reportlint.toml:7:", "parts.leadership.level: is wrong; possible: 1–9"),
        ("reportlint.toml:8:", "parts.leadershp: no leadershp, did you mean leadership?"),
    ]


def test_chinese_names_of_rules_and_kinds(cli: Cli, write: Write) -> None:
    write({"a.txt": "一、$$paidbegin$$\n", "reportlint.toml": 'select = ["付费标签"]\nkind = "工作总结"\n'})

    assert (
        cli("a.txt", "--output-format", "concise", rules=None).out == "a.txt:1:3: error M001 pay-wall tag $$paidbegin$$ left in the text\n"
    )
    assert "kind work-summary (configuration)" in cli("a.txt", "--show-files", rules=None).out


def test_a_wrong_configuration_below_is_found_while_walking(cli: Cli, write: Write) -> None:
    write({"a.txt": "一、", "sub/b.txt": "一、", "sub/reportlint.toml": "jobs = 0\n"})

    assert cli(".").err == "reportlint: sub/reportlint.toml:1: jobs: expected a positive integer, found an integer 0\n"
    assert cli("a.txt").code == 0
