"""Measure the rules, or compare two builds.

python -m accuracy                          measure and write docs/accuracy.md and the data of `reportlint explain`
python -m accuracy --show F003              measure and show what F003 missed and where it was wrong; write nothing
python -m accuracy --shared                 print the figures of ../shared/tools/score, too
python -m accuracy compare OLD NEW FOLDER   what two builds find differently; exit 1 if anything
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import reportlint
from accuracy import clean, compare, publish
from accuracy.injectors import disclosure
from accuracy.measure import Outcome, linter, measure

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
DATA = Path(reportlint.__file__).parent / "cli" / "accuracy.json"
SCORE = ROOT.parent / "shared" / "tools" / "score"
SEED, CASES = 1, 200
FORMS = 40
"""Disclosure reports without a defect."""


def main(arguments: list[str] | None = None) -> int:
    """Command line; the exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["compare"]:
        return _compare(arguments[1:])
    parser = argparse.ArgumentParser(prog="python -m accuracy", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--cases", type=int, default=CASES, help="defects of each class")
    parser.add_argument("--show", metavar="RULE", help="show misses and wrong findings of a rule, or of ALL; write nothing")
    parser.add_argument("--shared", action="store_true", help="also run ../shared/tools/score")
    options = parser.parse_args(arguments)
    written = clean.written()
    outcome = measure([*written, *clean.generated(options.seed)], options.seed, options.cases, disclosure.made(options.seed, FORMS))
    page = publish.page(outcome, linter().rules, options.seed, options.cases, len(written))
    if options.show:
        _show(outcome, options.show)
    else:
        PAGE.write_text(page, encoding="utf-8")
        DATA.write_text(publish.data(outcome, options.seed), encoding="utf-8")
    sys.stdout.write(page[page.index("| Rule") :])
    if options.shared:
        _score()
    return 0


def _show(outcome: Outcome, code: str) -> None:
    for title, misses in (("missed", outcome.missed), ("wrong", outcome.wrong)):
        for miss in misses:
            if code in (miss.code, "ALL"):
                sys.stdout.write(f"{title} {miss.code} {miss.case}  {' '.join(miss.around.split())}\n")


def _score() -> None:
    """The figures of the texts beside the repository, which are never stored in it."""
    if not SCORE.exists():
        sys.stdout.write("no ../shared/tools/score here\n")
        return
    sys.stdout.flush()
    subprocess.run([sys.executable, str(SCORE), "--exe", f"{sys.executable} -m reportlint"], check=False)


def _compare(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m accuracy compare", description=compare.__doc__)
    parser.add_argument("old", help="the command of a build, such as /tmp/old/.venv/bin/reportlint")
    parser.add_argument("new", help="the command of the other build")
    parser.add_argument("folder")
    options = parser.parse_args(arguments)
    try:
        lines = list(compare.differences(compare.findings(options.old, options.folder), compare.findings(options.new, options.folder)))
    except (compare.BuildError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("".join(f"{line}\n" for line in lines) or "no finding added or removed\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
