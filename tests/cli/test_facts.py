"""`reportlint facts`: one TOML file, or JSON, or what is asked for."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

OWN = """[facts]
places = ["和康县"]
[facts.law]
"青禾区河道条例" = { adopted = 2027-01-01, replaced_by = "新条例" }
[[facts.phrase]]
right = "尊法"
pattern = "遵法甲"
"""


def test_one_toml_file_with_the_own_ones(cli: Cli, write: Write) -> None:
    write({"reportlint.toml": OWN})

    told = tomllib.loads(cli("facts", rules=None).out)

    assert told["facts"] == tomllib.loads(OWN)["facts"]
    assert "民法典" in told["law"]
    assert "二十大" in told["congress"]


def test_json(cli: Cli, write: Write) -> None:
    write({"reportlint.toml": OWN})

    told = json.loads(cli("facts", "--output-format", "json", rules=None).out)

    assert told["facts"]["law"]["青禾区河道条例"]["adopted"] == "2027-01-01"
    assert told["misnomer"]["招投标法"]["right"] == "招标投标法"


def test_what_is_asked_for(cli: Cli, write: Write) -> None:
    write({"reportlint.toml": OWN})

    assert tomllib.loads(cli("facts", "招标投标法", "misnomer-none", rules=None).out)["misnomer"]["招投标法"]["right"] == "招标投标法"
    assert list(tomllib.loads(cli("facts", "congress", rules=None).out)) == ["congress"]
    assert tomllib.loads(cli("facts", "河道条例", rules=None).out)["facts"]["law"]["青禾区河道条例"]["replaced_by"] == "新条例"
    assert tomllib.loads(cli("facts", "遵法甲", rules=None).out)["facts"]["phrase"] == [{"right": "尊法", "pattern": "遵法甲"}]
    assert cli("facts", "没有的词", "--lang", "en", rules=None).out == "# there are no such facts\n"
