"""``reportlint kinds``: the kinds of reports, their parts and what they demand."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportlint.cli import terminal
from reportlint.config.load import Configs
from reportlint.config.names import check_names, registry_of, unknown_kind
from reportlint.errors import UsageError
from reportlint.reporters.words import LEVELS
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.structure.kind import Kind, PartSpec

_CLAUSE = Bilingual("依据：", "Source: ")
_REQUIRED = Bilingual("必备", "required")
_OPTIONAL = Bilingual("可有可无", "optional")
_LEVEL = Bilingual("可在第 {level} 级", "down to level {level}")
_ORDER = {True: Bilingual("次序固定", "in this order"), False: Bilingual("次序不限", "in any order")}
_NO_PARTS = Bilingual("没有必备部分，只按一般规则检查", "no parts are demanded: general rules only")
_SINCE = Bilingual("自 {year} 年度起", "for {year} and later")


def kinds(names: Sequence[str], output_format: str, config: str | None, *, isolated: bool, language: str) -> int:
    """Print the kinds called `names`, or all, as the configuration of the working directory has changed them. Raises UsageError."""
    here = Configs(config, isolated=isolated).of(os.getcwd())
    registry = registry_of([here])
    check_names(here, registry)
    for name in names:
        if wrong := unknown_kind(name, registry):
            raise UsageError(wrong)
    wanted = {kind.name for kind in map(registry.kind_called, names) if kind}
    found = [kind.overridden(here.kinds.get(kind.name, {})) for kind in registry.kinds if not names or kind.name in wanted]  # type: ignore[arg-type]  # checked above
    if output_format == "json":
        terminal.write_utf8(sys.stdout)
        sys.stdout.write(_as_json(found))
    else:
        sys.stdout.write("\n".join("\n".join(_page(kind, language)) + "\n" for kind in found))
    return 0


def _page(kind: Kind, language: str) -> Iterator[str]:
    say = language
    yield f"{kind.name}  {kind.title.in_(say)}"
    yield f"  {_CLAUSE.in_(say)}{kind.clause.in_(say)}"
    if not kind.parts:
        yield f"  {_NO_PARTS.in_(say)}"
        return
    about = [_ORDER[kind.fixed_order].in_(say), *([_SINCE.in_(say).format(year=kind.since)] if kind.since else [])]
    yield f"  {('，' if say == 'zh' else ', ').join(about)}{'：' if say == 'zh' else ':'}"
    widest = max(len(name) for name in kind.parts)
    for part in _in_order(kind):
        demand = f"{_REQUIRED.in_(say)}，{LEVELS[part.severity].zh}" if say == "zh" else f"{_REQUIRED.en}, {LEVELS[part.severity].en}"
        demand = demand if part.required else _OPTIONAL.in_(say)
        level = f"{'；' if say == 'zh' else '; '}{_LEVEL.in_(say).format(level=part.level)}" if part.level > 1 else ""
        yield f"    {part.name.ljust(widest)}  {part.title.in_(say)}{'（' if say == 'zh' else ' ('}{demand}{level}{'）' if say == 'zh' else ')'}"


def _in_order(kind: Kind) -> list[PartSpec]:
    return [kind.parts[name] for name in dict.fromkeys((*kind.order, *kind.parts))]


def _as_json(kinds: Iterable[Kind]) -> str:
    from json import dumps

    entries = [
        {
            "name": kind.name,
            "title": kind.title._asdict(),
            "clause": kind.clause._asdict(),
            "order": "fixed" if kind.fixed_order else "any",
            "since": kind.since or None,
            "parts": [
                {
                    "name": part.name,
                    "title": part.title._asdict(),
                    "required": part.required,
                    "severity": part.severity.label,
                    "level": part.level,
                    "asks": list(part.asks),
                }
                for part in _in_order(kind)
            ],
        }
        for kind in kinds
    ]
    return dumps({"version": 1, "kinds": entries}, ensure_ascii=False, indent=1) + "\n"
