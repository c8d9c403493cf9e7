"""Files of one run of which some are copies of others, or hold a passage of another (C001, C002)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from accuracy.clean import Clean

_PARAGRAPH = re.compile(r"(?:[^\n。|]{14,130}。){3,4}|(?:[^\n。|]{34,130}。){2}")
_FIGURE = re.compile(r"(?<![0-9])[1-9][0-9]{0,3}(?![0-9])")
Files = list[tuple[str, str, bool]]
"""Name, text, and whether something was copied into it."""


def copied_reports(texts: Sequence[Clean], rng: Random, cases: int) -> Files:
    """All texts, and copies of some under another name, every second one with a few words changed."""
    files: Files = [(text.name, text.text, False) for text in texts]
    for case, text in enumerate(rng.sample([t for t in texts if t.generated], cases)):
        changed = text.text
        for _ in range(case % 2 * 4):
            at = rng.randrange(len(changed))
            changed = changed[:at] + changed[at:].replace("各项工作", "有关任务", 1).replace("开展", "实施", 1)
        files.append((f"copy-{case}.txt", changed, True))
    return files


def copied_passages(texts: Sequence[Clean], rng: Random, cases: int) -> Files:
    """All texts, into some of which a passage of another was pasted, in every third with another figure in it.

    The passages are of texts written by hand, since generated ones share sentences.
    """
    files: Files = [(text.name, text.text, False) for text in texts]
    passages = [(text.name, passage) for text in texts if not text.generated for passage in _PARAGRAPH.findall(text.text)]
    places = [i for i, text in enumerate(texts) if text.generated and text.sentence_starts()]
    chosen = rng.sample(passages, min(cases, len(passages)))
    for case, ((_, passage), i) in enumerate(zip(chosen, rng.sample(places, len(chosen)), strict=True)):
        at = rng.choice(texts[i].sentence_starts())
        if case % 3 == 0:
            passage = _FIGURE.sub(lambda m: str(int(m[0]) + 1), passage, count=1)  # noqa: PLW2901 - the passage as it is pasted
        files[i] = (texts[i].name, texts[i].text[:at] + passage + texts[i].text[at:], True)
    return files


PASTED: dict[str, Callable[[Sequence[Clean], Random, int], Files]] = {"C001": copied_reports, "C002": copied_passages}
