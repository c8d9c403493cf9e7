"""What holds for a report, out of defaults, configuration, paths and command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.config.config import Config, Override
from reportlint.config.resolve import Given, Resolver
from reportlint.extract import Limits
from reportlint.finding import Severity
from reportlint.plugins import Registry
from reportlint.rule import Rule
from reportlint.text import Bilingual

TEXT = Bilingual("文", "text")


def _rule(code: str, name: str, default: str = "on") -> Rule:
    return Rule(
        code=code, name=name, severity=Severity.ERROR, title=TEXT, clause=TEXT, messages={}, help=TEXT, good=(), bad=(), default=default
    )


REGISTRY = Registry((_rule("A001", "first"), _rule("A002", "second"), _rule("B001", "third"), _rule("C001", "quiet", "off")), ())


@pytest.mark.parametrize(
    ("config", "given", "codes"),
    [
        ({}, {}, "A001 A002 B001"),
        ({"select": ("A",)}, {}, "A001 A002"),
        ({"select": ("A",), "ignore": ("A002",)}, {}, "A001"),
        ({"select": ("A002",), "ignore": ("A",)}, {}, "A002"),
        ({"extend_select": ("quiet",)}, {}, "A001 A002 B001 C001"),
        ({"select": ("ALL",), "ignore": ("second",)}, {}, "A001 B001 C001"),
        ({"select": ()}, {}, ""),
        # the command line stands above the configuration as a whole
        ({"ignore": ("A001",)}, {"select": ("A",)}, "A001 A002"),
        ({"select": ("A001",)}, {"ignore": ("A",)}, ""),
        ({"ignore": ("A001",)}, {"extend_select": ("A",)}, "A001 A002 B001"),
        ({"ignore": ("A001",)}, {"ignore": ("B",)}, "A002"),
        # paths
        ({"overrides": (Override(("sub/",), ignore=("A",)),)}, {}, "B001"),
        ({"overrides": (Override(("other/",), ignore=("A",)),)}, {}, "A001 A002 B001"),
        ({"overrides": (Override(("*.txt",), select=("C",)), Override(("x.txt",), extend_select=("B",)))}, {}, "B001 C001"),
        ({"overrides": (Override(("*.txt",), ignore=("A",)),)}, {"select": ("A001",)}, "A001"),
        ({"per_file_ignores": {"sub/*": ("A",)}}, {"select": ("A", "B")}, "B001"),
        ({"per_file_ignores": {"!sub/*": ("A",)}}, {}, "A001 A002 B001"),
        ({"per_file_ignores": {"!other/*": ("A",)}}, {}, "B001"),
        ({}, {"per_file_ignores": (("x.txt", ("A001", "B")), ("y.txt", ("A",)))}, "A002"),
    ],
)
def test_rules(folder: Path, config: dict[str, object], given: dict[str, object], codes: str) -> None:
    resolver = Resolver(REGISTRY, Given(**given))  # type: ignore[arg-type]

    resolved = resolver.of("sub/x.txt", Config(root=str(folder), **config))  # type: ignore[arg-type]

    assert resolved.settings.select == tuple(codes.split())


def test_severities(folder: Path) -> None:
    config = Config(
        root=str(folder),
        severity={"A": Severity.WARNING, "first": Severity.INFO, "B001": Severity.WARNING},
        overrides=(Override(("x.txt",), severity={"A002": Severity.INFO}),),
    )

    settings = Resolver(REGISTRY, Given(severity={"third": Severity.ERROR})).of("x.txt", config).settings

    assert settings.severities == {"A001": Severity.INFO, "A002": Severity.INFO, "B001": Severity.ERROR}


def test_kind_and_year(folder: Path) -> None:
    config = Config(root=str(folder), kind="a", year=2020, overrides=(Override(("2021/",), year=2021), Override(("*.md",), kind="b")))
    resolver, above = Resolver(REGISTRY, Given()), Resolver(REGISTRY, Given(kind="c", year=2023))

    def found(resolver: Resolver, path: str) -> tuple[object, ...]:
        settings = resolver.of(path, config).settings
        return settings.kind, settings.kind_origin, settings.year, settings.year_origin

    assert found(resolver, "x.txt") == ("a", "configuration", 2020, "configuration")
    assert found(resolver, "2021/x.md") == ("b", "configuration", 2021, "configuration")
    assert found(above, "2021/x.md") == ("c", "option", 2023, "option")


def test_what_fails(folder: Path) -> None:
    config = Config(root=str(folder), fail_on="warning")

    assert Resolver(REGISTRY, Given()).of("x", Config(root=str(folder))).fail_on == Severity.ERROR
    assert Resolver(REGISTRY, Given()).of("x", config).fail_on == Severity.WARNING
    assert Resolver(REGISTRY, Given(fail_on="never")).of("x", config).fail_on is None


def test_limits_and_parts(folder: Path) -> None:
    config = Config(root=str(folder), rule_timeout=3.0, max_bytes=7, kinds={"a": {"plan": {"required": False}}})

    settings = Resolver(REGISTRY, Given()).of("x", config).settings

    assert (settings.rule_timeout, settings.max_bytes, settings.parts) == (3.0, 7, {"a": {"plan": {"required": False}}})


def test_limits_of_documents(folder: Path) -> None:
    config = Config(root=str(folder), max_pages=7, max_seconds=2.5)

    assert Resolver(REGISTRY, Given()).of("x", config).settings.limits == Limits()._replace(pages=7, seconds=2.5)


def test_same_settings_are_made_once(folder: Path) -> None:
    config = Config(root=str(folder), overrides=(Override(("a/",), year=2021),))
    resolver = Resolver(REGISTRY, Given())

    assert resolver.of("a/x", config) is resolver.of("a/y", config)
    assert resolver.of("a/x", config) is not resolver.of("b/x", config)


@pytest.mark.parametrize("pattern", ["./b.txt", "{folder}/b.txt", "b.txt", "/b.txt"])
def test_patterns_from_here_and_absolute_ones(folder: Path, pattern: str) -> None:
    pattern = pattern.format(folder=folder)
    config = Config(root=str(folder), per_file_ignores={pattern: ("A",)}, overrides=(Override((pattern,), year=2020),))

    settings = Resolver(REGISTRY, Given()).of("b.txt", config).settings

    assert (settings.select, settings.year) == (("B001",), 2020)
    assert Resolver(REGISTRY, Given()).of("c.txt", config).settings.year is None


def test_turned_pattern_from_here(folder: Path) -> None:
    config = Config(root=str(folder), per_file_ignores={"!./b.txt": ("A",)})

    assert [Resolver(REGISTRY, Given()).of(path, config).settings.select for path in ("b.txt", "c.txt")] == [
        ("A001", "A002", "B001"),
        ("B001",),
    ]
