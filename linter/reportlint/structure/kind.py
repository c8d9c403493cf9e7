"""A kind of report: its grammar, and the words by which it and its parts are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from reportlint.errors import UsageError, guess
from reportlint.finding import Severity
from reportlint.structure.table import Steps, Table
from reportlint.structure.words import Words
from reportlint.text import Bilingual

GENERAL = "general"
"""The kind of a document of which no kind was recognised."""


_CHANGES = {
    "title": '"…"', "required": "true / false", "severity": "error, warning, info", "level": "1–9", "headings": '["…"]', "sentences": '["…"]',
}  # fmt: skip
"""What a configuration may change in a part, and what it may say there."""


class WrongChangeError(UsageError):
    """A configuration changes a part of a kind in a way that is not possible."""

    def __init__(self, kind: str, path: tuple[str, ...], problem: Bilingual) -> None:
        """`path` leads from the table of the kind to what is wrong; `problem` says what."""
        where = ".".join(("kinds", kind, *path))
        super().__init__(Bilingual(f"配置 {where}：{problem.zh}", f"configuration {where}: {problem.en}"))
        self.path = path
        self.problem = problem


class PartSpec(NamedTuple):
    """A part of a kind: what it is called, how hard it is demanded, and the words by which it is known."""

    name: str
    title: Bilingual
    required: bool
    severity: Severity
    """The highest severity of a finding about this part."""
    level: int
    """The deepest level at which it may stand without remark."""
    themes: bool
    """Whether top-level headings that name no part belong to it."""
    repeats: bool
    """Whether it may have several top-level headings."""
    asks: tuple[str, ...]
    """What the part must tell beside itself: ``"cause"``."""
    headings: Words
    weak: Words
    behind: Words
    sentences: Words

    @property
    def terminal(self) -> str:
        """What the grammar calls it."""
        return self.name.upper().replace("-", "_")


class Recognition(NamedTuple):
    """The words by which a kind is known."""

    title: Words
    opening: Words
    topic: Words


class Kind(NamedTuple):
    """A kind of report."""

    name: str
    title: Bilingual
    clause: Bilingual
    parts: Mapping[str, PartSpec]
    order: tuple[str, ...]
    """The parts in the order of the mandate."""
    fixed_order: bool
    """Whether the mandate lays the order down."""
    severity: Severity
    """The highest severity of a finding about the document as a whole, such as a missing title."""
    title_year: int
    """What to add to the year in the title for the year reported on: -1 where a title names the year of issue."""
    since: int
    """The first year reported on for which the parts are demanded."""
    recognition: Recognition
    table: Table
    named: dict[tuple[str, int | None], tuple[str, ...]]
    """What headings were found to name: in a run over many reports the same come again and again."""
    steps: Steps
    """The steps of the table that were taken."""

    @property
    def raises(self) -> Mapping[str, Severity]:
        """Rules that are off by default and on, with this severity, for this kind: a fixed order is law."""
        return {"section-order": Severity.ERROR} if self.fixed_order else {}

    def overridden(self, parts: Mapping[str, Mapping[str, object]]) -> Kind:
        """The same kind with single parts changed by a configuration: ``{part: {what: value}}``.

        A part may change ``title``, ``required``, ``severity``, ``level`` and add ``headings`` and ``sentences``;
        the key ``order`` (of the kind) is ``"any"`` or ``"fixed"``, or the parts in their fixed order.
        Raises UsageError for anything else.
        """
        if not parts:
            return self
        changed = dict(self.parts)
        order, fixed = self.order, self.fixed_order
        for name, changes in parts.items():
            if name == "order":
                order, fixed = self._ordered(changes)
            elif name not in changed:
                raise self._unknown(("parts", name), changed)
            else:
                changed[name] = self._changed(changed[name], changes)
        return self._replace(parts=changed, order=order, fixed_order=fixed, named={})

    def _ordered(self, value: object) -> tuple[tuple[str, ...], bool]:
        if value in ("any", "fixed"):
            return self.order, value == "fixed"
        if isinstance(value, Sequence) and not isinstance(value, str) and set(value) <= set(self.parts):
            return tuple(value), True
        raise self._wrong(("order",), f'"any", "fixed" / {", ".join(self.parts)}')

    def _changed(self, part: PartSpec, changes: Mapping[str, object]) -> PartSpec:
        for key, value in changes.items():
            where = f"{part.name}.{key}"
            if key == "title" and isinstance(value, str):
                part = part._replace(title=Bilingual(value, value))
            elif key == "required" and isinstance(value, bool):
                part = part._replace(required=value)
            elif key == "level" and isinstance(value, int) and 1 <= value <= 9:
                part = part._replace(level=value)
            elif key == "severity" and value in ("error", "warning", "info"):
                part = part._replace(severity=Severity.named(str(value)))
            elif key in ("headings", "sentences") and isinstance(value, Sequence) and all(isinstance(v, str) for v in value):
                more = cast("Sequence[str]", value)
                if key == "headings":
                    part = part._replace(headings=part.headings.extended(more, where))
                else:
                    part = part._replace(sentences=part.sentences.extended(more, where))
            elif key in _CHANGES:
                raise self._wrong(("parts", part.name, key), _CHANGES[key])
            else:
                raise self._unknown(("parts", part.name, key), _CHANGES)
        return part

    def _wrong(self, path: tuple[str, ...], expected: str) -> WrongChangeError:
        return WrongChangeError(self.name, path, Bilingual(f"有误；可用：{expected}", f"is wrong; possible: {expected}"))

    def _unknown(self, path: tuple[str, ...], known: Iterable[str]) -> WrongChangeError:
        listed = ", ".join(known)
        rest = guess(path[-1], known, Bilingual(f"；可用：{listed}", f"; there are: {listed}"))
        return WrongChangeError(self.name, path, Bilingual(f"没有 {path[-1]}{rest.zh}", f"no {path[-1]}{rest.en}"))


def kind_from(data: Mapping[str, object], shared: Mapping[str, Mapping[str, object]], table: Table, *, trusted: bool) -> Kind:
    """The kind that a .toml file describes; `shared` are the words of common parts, `trusted` whether it is a shipped one.

    The file is sound: see `reportlint.structure.about`.
    """
    strict = str(data.get("severity", "error"))
    parts = {}
    for name, own in cast("Mapping[str, Mapping[str, object]]", data.get("parts", {})).items():
        spec = {**shared.get(name, {}), **own}
        parts[name] = PartSpec(
            name=name,
            title=_bilingual(spec["title"]),
            required=bool(spec.get("required", True)),
            severity=Severity.named(str(spec.get("severity", strict))),
            level=int(cast("int", spec.get("level", 1))),
            themes=bool(spec.get("themes", False)),
            repeats=bool(spec.get("repeats", spec.get("themes", False))),
            asks=tuple(cast("Sequence[str]", spec.get("asks", ()))),
            headings=_words(spec, "headings", trusted=trusted),
            weak=_words(spec, "weak", trusted=trusted),
            behind=_words(spec, "behind", trusted=trusted),
            sentences=_words(spec, "sentences", trusted=trusted),
        )
    known_by = cast("Mapping[str, object]", data.get("recognise", {}))
    return Kind(
        name=str(data["name"]),
        title=_bilingual(data["title"]),
        clause=_bilingual(data["clause"]),
        parts=parts,
        order=tuple(cast("Sequence[str]", data.get("order", tuple(parts)))),
        fixed_order=bool(data.get("fixed-order", False)),
        severity=Severity.named(strict),
        title_year=int(cast("int", data.get("title-year", 0))),
        since=int(cast("int", data.get("since", 0))),
        recognition=Recognition(*(_words(known_by, key, trusted=trusted) for key in ("title", "opening", "topic"))),
        table=table,
        named={},
        steps={},
    )


def _bilingual(value: object) -> Bilingual:
    texts = cast("Mapping[str, str]", value)
    return Bilingual(texts["zh"], texts["en"])


def _words(spec: Mapping[str, object], key: str, *, trusted: bool) -> Words:
    def patterns(name: str) -> tuple[str, ...]:
        value = spec.get(name, ())
        return (value,) if isinstance(value, str) else tuple(cast("Sequence[str]", value))

    return Words(patterns(key), patterns(f"{key}-not"), patterns(f"{key}-not-unless"), patterns(f"{key}-need"), trusted=trusted)
