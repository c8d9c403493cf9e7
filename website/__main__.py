"""Build the documentation site.

python -m website           write the pages and build the site into build/site; exit 1 if mkdocs warns or a page needs a network
python -m website --serve   the same, shown in a browser and built again after changes of docs/ (not of rules)
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from website.offline import loads
from website.pages import DOCS, ROOT, site

BUILD = ROOT / "build"
_QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # not to advertise other tools at every build


def write(folder: Path) -> Path:
    """Write what mkdocs needs into `folder`; the path of its configuration."""
    made = site()
    docs = folder / "docs"
    shutil.rmtree(docs, ignore_errors=True)
    for name, text in made.pages.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copy(DOCS / "site.css", docs)
    config = folder / "mkdocs.yml"
    languages = [
        {"locale": "en", "name": "English", "default": True, "build": True},
        {"locale": "zh", "name": "中文", "build": True, "site_description": "上报公文检查工具", "nav_translations": made.titles},
    ]
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": "docs",
        "site_dir": "site",
        "nav": made.nav,
        "plugins": {"i18n": {"docs_structure": "suffix", "reconfigure_search": False, "languages": languages}},
    }
    config.write_text(json.dumps(settings, ensure_ascii=False, indent=1), encoding="utf-8")  # JSON is YAML
    return config


def main(arguments: list[str]) -> int:
    """Command line; the exit code."""
    if arguments not in ([], ["--serve"]):
        print(__doc__, file=sys.stderr)
        return 2
    config = write(BUILD)
    command = ["serve"] if arguments else ["build", "--strict", "--quiet"]
    code = subprocess.run([sys.executable, "-m", "mkdocs", *command, "-f", str(config)], env=_QUIET, check=False).returncode
    if code or arguments:
        return code
    wrong = list(loads(BUILD / "site"))
    for path, address in wrong:
        print(f"{path.relative_to(ROOT)} loads {address}", file=sys.stderr)
    if not wrong:
        print(f"the site is in {BUILD / 'site'}: open index.html")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
