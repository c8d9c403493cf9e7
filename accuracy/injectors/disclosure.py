"""Annual reports on the disclosure of government information, and what is wrong in their tables (K001–K003).

The reports are made here: six parts, table three with its rows and columns, table four with its blocks, all sums right.
A defect is put into the figures before the report is written out.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects

_APPLICANTS = 6
_RESULTS = (
    ("", "（一）予以公开"), ("", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"), ("（三）不予公开", "1.属于国家秘密"), ("", "2.其他法律行政法规禁止公开"),
    ("", "3.危及“三安全一稳定”"), ("", "4.保护第三方合法权益"), ("", "5.属于三类内部事务信息"), ("", "6.属于四类过程性信息"), ("", "7.属于行政执法案卷"),
    ("", "8.属于行政查询事项"), ("（四）无法提供", "1.本机关不掌握相关政府信息"), ("", "2.没有现成信息需要另行制作"), ("", "3.补正后申请内容仍不明确"),
    ("（五）不予处理", "1.信访举报投诉类申请"), ("", "2.重复申请"), ("", "3.要求提供公开出版物"), ("", "4.无正当理由大量反复申请"),
    ("", "5.要求行政机关确认或重新出具已获取信息"), ("（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"), ("", "3.其他"),
)  # fmt: skip
_PLACES = ("青岚县", "霁川市", "云栖区", "平芜县", "沅陵镇", "白鹭街道")
_BODIES = ("教育局", "水利局", "民政局", "司法局", "卫生健康局", "人民政府", "发展和改革局", "城市管理局")
_FEES = (
    "本年度未收取信息处理费。", "按照《政府信息公开信息处理费管理办法》，全年没有产生信息处理费。", "全年发出收费通知0件，收取信息处理费0元。",
    "本机关依法执行信息处理费收费规定，2023年收费总金额为0元。",
)  # fmt: skip
_NO_FEE = ("没有其他需要报告的事项。", "无。", "本年度办理人大代表建议3件、政协提案2件，均按时答复。", "落实政务公开要点情况已在前文说明。")


class _Form(NamedTuple):
    """The figures of a report."""

    received: list[int]
    carried: list[int]
    results: list[list[int]]
    total: list[int]
    left: list[int]
    disputes: list[int]
    """Three blocks of five figures."""


def _form(rng: Random) -> _Form:
    """Figures that fit each other; most requests come from persons."""
    results = [[0] * _APPLICANTS for _ in _RESULTS]
    for row in rng.sample(range(len(_RESULTS)), rng.randint(4, 9)):
        results[row][0] = rng.randint(1, 60)
        for column in range(1, _APPLICANTS):
            results[row][column] = rng.randint(1, 9) if rng.random() < 0.25 else 0
    total = [sum(column) for column in zip(*results, strict=True)]
    left = [rng.randint(0, 4) if rng.random() < 0.4 else 0 for _ in total]
    carried = [rng.randint(0, min(3, t + rest)) for t, rest in zip(total, left, strict=True)]
    received = [t + rest - before for t, rest, before in zip(total, left, carried, strict=True)]
    blocks = [[rng.randint(0, 9) for _ in range(4)] for _ in range(3)]
    return _Form(
        _summed(received), _summed(carried), [_summed(row) for row in results], _summed(total), _summed(left),
        [figure for block in blocks for figure in _summed(block)],
    )  # fmt: skip


def _summed(cells: list[int]) -> list[int]:
    return [*cells, sum(cells)]


def _rows(form: _Form) -> list[tuple[tuple[str, str, str], list[int]]]:
    """The rows of table three with their words."""
    return [
        (("一、本年新收政府信息公开申请数量", "", ""), form.received),
        (("二、上年结转政府信息公开申请数量", "", ""), form.carried),
        *((("三、本年度办理结果" if not i else "", group, words), cells) for i, ((group, words), cells) in enumerate(zip(_RESULTS, form.results, strict=True))),
        (("", "（七）总计", ""), form.total),
        (("四、结转下年度继续办理", "", ""), form.left),
    ]  # fmt: skip


def _report(form: _Form, rng: Random, *, told: int | None = None, cells: dict[tuple[int, int], str] | None = None, fee: bool = True) -> str:
    """The report in one of its published forms; `cells` replaces what stands in a row and column of table three."""
    issuer = rng.choice(_PLACES) + rng.choice(_BODIES)
    year = rng.randint(2021, 2025)
    told = form.received[-1] if told is None else told
    layout = rng.choice(("pipes", "repeated", "tabs", "spaces"))
    opening = rng.choice(
        (
            f"{year}年，共收到政府信息公开申请{told}件，均按期答复。",
            f"全年新收政府信息公开申请{told}件，未发生泄密问题。",
            f"本年度本机关受理政府信息公开申请{told}件，答复率100%。",
        )
    )
    three = [
        _row(label, [(cells or {}).get((i, j), str(n)) for j, n in enumerate(row)], layout) for i, (label, row) in enumerate(_rows(form))
    ]
    head = _row(("申请情况", "", ""), ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"], layout)
    outcomes = _plain(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3, layout)
    blocks = _plain([words for name in ("行政复议", "未经复议直接起诉", "复议后起诉") for words in (name, "", "", "", "")], layout)
    rule = "|" + "---|" * 10 + "\n" if layout in ("pipes", "repeated") else ""
    return (
        f"{issuer}{year}年政府信息公开工作年度报告\n根据《中华人民共和国政府信息公开条例》编制本报告。\n一、总体情况\n{opening}\n"
        f"二、主动公开政府信息情况\n全年通过门户网站公开信息{rng.randint(200, 900)}条。\n三、收到和处理政府信息公开申请情况\n"
        f"{head}\n{rule}" + "\n".join(three) + "\n四、政府信息公开行政复议、行政诉讼情况\n"
        f"{blocks}\n{outcomes}\n{_plain([str(n) for n in form.disputes], layout)}\n"
        f"五、存在的主要问题及改进情况\n政策解读形式偏少，今后增加图解。\n六、其他需要报告的事项\n{rng.choice(_FEES if fee else _NO_FEE)}\n"
    )


def _row(label: tuple[str, str, str], cells: list[str], layout: str) -> str:
    if layout == "pipes":
        return "| " + " | ".join((*label, *cells)) + " |"
    words = [part for part in label if part]
    if layout == "repeated":
        return "| " + " | ".join((*words, *[words[-1]] * (3 - len(words)), *cells)) + " |"
    return ("\t" if layout == "tabs" else "    ").join((*words, *(cell or "—" for cell in cells)))


def _plain(cells: list[str], layout: str) -> str:
    if layout in ("pipes", "repeated"):
        return "| " + " | ".join(cells) + " |"
    return ("\t" if layout == "tabs" else "    ").join(cell for cell in cells if cell)


def _told(text: str, *signs: str) -> Defect:
    """The defect is on the lines that hold one of `signs`."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        if any(sign in line for sign in signs):
            spans.append((at, at + len(line)))
        at += len(line)
    return Defect(text, tuple(spans), ("K001", "K002", "K003"), made=True)


def made(seed: int, number: int) -> list[Clean]:
    """Reports without a defect."""
    randoms = (Random(f"{seed} form {i}") for i in range(number))
    return [Clean(f"form-{i:02}.txt", _report(_form(rng), rng), 0) for i, rng in enumerate(randoms)]


@injects("K001")
def disclosure_total(_clean: Clean, rng: Random) -> Defect | None:
    """A total of a row, of the results or of table four that its parts do not make."""
    form = _form(rng)
    by = rng.choice((-1, 1, 1, 2, 10))
    used = [i for i, row in enumerate(form.results) if row[-1] > abs(by)]
    row = rng.choice(used)
    words = _RESULTS[row][1][:8]
    what = rng.randrange(5)
    if what == 0:  # one figure of a result
        form.results[row][0] += max(by, -form.results[row][0])
    elif what == 1:  # the total of a row
        form.results[row][-1] += by
    elif what == 2:  # a result in the wrong column
        form.results[row][0] -= 1
        form.results[row][rng.randint(1, _APPLICANTS - 1)] += 1
    elif what == 3:  # table four
        at = rng.choice((4, 9, 14))
        form.disputes[at] += abs(by)
        return _told(
            _report(form, rng),
            _plain([str(n) for n in form.disputes], "tabs"),
            *(mark.join(map(str, form.disputes)) for mark in ("    ", " | ")),
        )
    else:  # two figures of the total changed over
        a, b = 0, rng.randint(1, _APPLICANTS - 1)
        if form.total[a] == form.total[b]:
            return None
        form.total[a], form.total[b] = form.total[b], form.total[a]
    return _told(_report(form, rng), words, "（七）总计", "结转下年度")


@injects("K002")
def disclosure_balance(_clean: Clean, rng: Random) -> Defect | None:
    """Requests that came in and do not go anywhere, or another number of them in the text."""
    form = _form(rng)
    by = rng.choice((1, 1, 2, 5))
    column = rng.randrange(_APPLICANTS)
    what = rng.randrange(4)
    if what == 3:
        told = form.received[-1] + by + 10
        if told == form.received[-1] + form.carried[-1]:
            return None
        return _told(_report(form, rng, told=told), f"申请{told}件")
    line = (form.received, form.carried, form.left)[what]
    line[column] += by
    line[-1] += by
    told = form.received[-1]
    return _told(_report(form, rng, told=told), "结转下年度", "本年新收", "上年结转")


@injects("K003")
def disclosure_form(_clean: Clean, rng: Random) -> Defect | None:
    """A cell of table three left empty or struck out, or a part six without the fee."""
    form = _form(rng)
    if rng.random() < 0.3:
        return _told(_report(form, rng, fee=False), "其他需要报告的事项")
    row = rng.choice([i for i, (_, cells) in enumerate(_rows(form)) if 0 in cells[:-1]])
    columns = [j for j, n in enumerate(_rows(form)[row][1]) if n == 0]
    sign = rng.choice(("/", "—", "-", "无", "——", ""))
    text = _report(form, rng, cells=dict.fromkeys(((row, column) for column in rng.sample(columns, rng.randint(1, len(columns)))), sign))
    label = [words for words in _rows(form)[row][0] if words][-1]
    return _told(text, label[:10])
