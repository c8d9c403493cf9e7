"""Load the kinds of a folder: compiled once, kept as JSON that is bound to its sources by their hash.

JSON is data: whoever may write the file can at most make a grammar wrong, never run code, as with Lark's pickled cache.
"""

from __future__ import annotations

import json
import os
from typing import Any
from zlib import crc32

from reportlint.errors import UsageError
from reportlint.programs import cache_folder
from reportlint.structure.kind import Kind, kind_from
from reportlint.structure.table import Table
from reportlint.text import Bilingual

COMPILED = "compiled.json"
"""Beside the shipped grammars: their tables and words, so that neither Lark nor a TOML parser is needed at run time."""
SHARED = "parts"
"""parts.lark and parts.toml of the shipped grammars are there for every folder."""
_FORMAT = 1


def load_kinds(folder: str, shipped: str | None = None) -> list[Kind]:
    """The kinds in `folder`: one for each NAME.lark with its NAME.toml.

    `shipped` is the folder of the shipped grammars, for one that is a user's own. Raises UsageError, naming the file,
    when the folder has no grammar or one is wrong.
    """
    sources = _sources(folder, shipped)
    names = sorted(name[:-5] for name in sources if name.endswith(".lark") and name != f"{SHARED}.lark" and f"/{name}" not in sources)
    if not names:
        raise UsageError(Bilingual(f"{folder} 里没有 .lark 语法文件", f"no .lark grammar in {folder}"))
    digest = _digest(sources)
    place = os.path.join(folder, COMPILED) if shipped is None else _cache(digest)
    compiled = _read(place, digest)
    if compiled is None:
        compiled = {"digest": digest, **_compile(folder, shipped, sources, names)}
        if shipped is not None:
            _write(place, compiled)
    shared = compiled["shared"]
    return [_kind(folder, name, compiled["kinds"][name], shared, trusted=shipped is None) for name in names]


def compile_folder(folder: str) -> None:
    """Write the tables of the shipped grammars beside them (see CONTRIBUTING: after every change of a grammar)."""
    sources = _sources(folder, None)
    names = sorted(name[:-5] for name in sources if name.endswith(".lark") and name != f"{SHARED}.lark")
    _write(os.path.join(folder, COMPILED), {"digest": _digest(sources), **_compile(folder, None, sources, names)})


def _sources(folder: str, shipped: str | None) -> dict[str, str]:
    """The texts of all .lark and .toml files that count, by file name."""
    texts: dict[str, str] = {}
    for place in (shipped, folder):
        if place is None:
            continue
        path = place
        try:
            for name in sorted(os.listdir(place)):
                path = os.path.join(place, name)
                if name.endswith((".lark", ".toml")) and (place == folder or name.startswith(f"{SHARED}.")):
                    with open(path, encoding="utf-8") as file:
                        texts[name] = file.read()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(Bilingual(f"语法 {path} 读不了：{error}", f"the grammar {path} cannot be read: {error}")) from error
    return texts


def _digest(sources: dict[str, str]) -> str:
    """Tells changed sources from those that were compiled; nobody is kept from anything by it, so a checksum will do."""
    everything = "\0".join(f"{name}\0{sources[name]}" for name in sorted(sources)).encode()
    return f"{_FORMAT}-{len(everything)}-{crc32(everything):08x}"


def _compile(folder: str, shipped: str | None, sources: dict[str, str], names: list[str]) -> dict[str, Any]:
    import tomli

    from reportlint.structure.grammar import compile_grammar

    def toml(name: str) -> dict[str, Any]:
        path = os.path.join(folder, f"{name}.toml")
        try:
            return tomli.loads(sources[f"{name}.toml"])
        except KeyError:
            raise UsageError(Bilingual(f"语法 {name}.lark 旁边缺少 {path}", f"{name}.lark lacks its {path}")) from None
        except tomli.TOMLDecodeError as error:
            raise UsageError(Bilingual(f"{path} 不是有效的 TOML：{error}", f"{path} is not valid TOML: {error}")) from error

    folders = [place for place in (folder, shipped) if place]
    kinds = {}
    for name in names:
        table = compile_grammar(os.path.join(folder, f"{name}.lark"), sources[f"{name}.lark"], folders)
        kinds[name] = {"about": toml(name), "table": table._asdict()}
    return {"shared": tomli.loads(sources.get(f"{SHARED}.toml", "")).get("parts", {}), "kinds": kinds}


def _kind(folder: str, name: str, compiled: dict[str, Any], shared: dict[str, Any], *, trusted: bool) -> Kind:
    raw = compiled["table"]
    table = Table(tuple(raw["states"]), tuple((n, k) for n, k in raw["rules"]), raw["start"], raw["end"])
    path = os.path.join(folder, f"{name}.toml")
    if not trusted:
        from reportlint.places import told
        from reportlint.structure.about import faults

        wrong = list(faults(compiled["about"], shared, table))
        if wrong:
            with open(path, encoding="utf-8") as file:
                raise UsageError(told(path, file.read(), wrong))
    kind = kind_from(compiled["about"], shared, table, trusted=trusted)
    if not trusted:
        for part in kind.parts.values():
            for words in (part.headings, part.weak, part.behind, part.sentences):
                words.check(path)
        for words in kind.recognition:
            words.check(path)
    return kind


def _cache(digest: str) -> str:
    return os.path.join(cache_folder(), f"grammar-{digest}.json")


def _read(path: str, digest: str) -> dict[str, Any] | None:
    """What was compiled from sources with this hash, or None."""
    try:
        with open(path, "rb") as file:
            compiled: dict[str, Any] = json.load(file)
    except (OSError, ValueError):
        return None
    return compiled if compiled.get("digest") == digest else None


def _write(path: str, compiled: dict[str, Any]) -> None:
    """Keep `compiled`, replacing the file at once; where that is not allowed, do without."""
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(temporary, "w", encoding="utf-8") as file:
            json.dump(compiled, file, ensure_ascii=False, separators=(",", ":"))
        os.replace(temporary, path)
    except OSError:
        return


if __name__ == "__main__":
    import sys

    compile_folder(sys.argv[1])
