"""Paragraphs come back whole out of lines that were cut at a fixed width."""

from __future__ import annotations

import pytest

from reportlint import Source
from reportlint.readers import parse

REPORT = (
    "云岭县水利局关于2023年度法治政府建设情况的报告",
    "2023年，县水利局坚持把法治建设摆在全局工作的突出位置，健全制度、规范执法、强化监督，较好完成了年度各项任务。现将有关情况报告如下：",
    "一、主要工作和成效",
    ("（一）加强组织领导。局党组先后6次专题研究法治工作，印发《法治水利建设工作要点（2023年）》，明确18项重点任务和完成时限，"
     "逐项落实牵头股室。将法治建设纳入年度考核，与业务工作同部署、同检查、同考核，形成主要领导亲自抓、分管领导具体抓、"
     "各股室协同抓的工作格局。"),
    ("（二）规范行政执法。全面推行行政执法公示、执法全过程记录和重大执法决定法制审核制度，全年开展河道采砂、取水许可、"
     "水土保持等专项检查236次，立案查处17件，收缴罚款35.6万元，未发生行政复议被撤销、行政诉讼败诉的情形。"),
    "全年共组织执法人员参加业务培训4期，参训127人次，执法证件持有率达到98.5%。",
    "二、存在的问题和原因",
    ("一是基层执法力量不足，乡镇水利站平均只有2名工作人员，难以满足日常巡查的需要；二是执法装备比较落后，部分站所没有配备执法记录仪；"
     "三是普法方式较为单一，主要依靠发放传单和悬挂横幅，针对性和实效性不强。"),
    "三、2024年工作安排",
    ("2024年，我局将重点抓好三项工作。充实基层执法队伍，年内招录专业人员12名。更新执法装备，实现执法记录仪全覆盖。创新普法形式，"
     "依托新媒体平台开设水法讲堂，每季度组织一次以案释法活动。"),
)  # fmt: skip
LAST = frozenset("，。、；：！？”’）》")
FIRST = frozenset("“（《")


def cut(paragraph: str, width: int, indent: int) -> list[str]:
    """The lines of a paragraph, `width` full-width characters wide, as a text processor breaks them."""
    lines, line, used = [], "", float(indent)
    for i, character in enumerate(paragraph):
        wide = 0.5 if character.isascii() else 1.0
        after = paragraph[i + 1] if i + 1 < len(paragraph) else ""
        needed = wide + (1 if character in FIRST or after in LAST else 0)
        if used + needed > width and character not in LAST:
            lines.append(line)
            line, used = "", 0.0
        line += character
        used += wide
    return [*lines, line]


def wrapped(width: int, *, indent: bool = True, shown: bool = True, between: str = "\n", page: int = 0, number: str = "") -> str:
    """REPORT in lines; `indent`: first lines are shorter; `shown`: by an indent that is still there; `page`: lines on a page."""
    lines = []
    for i, paragraph in enumerate(REPORT):
        deep = 2 if indent and i else 0
        first, *rest = cut(paragraph, width, deep)
        lines += ["\u3000" * deep * shown + first, *rest]
    if page:
        for at in range(len(lines) - len(lines) % page, 0, -page):
            lines[at:at] = ["", number.format(at // page), ""]
    return between.join(lines) + "\n"


def paragraphs(text: str) -> tuple[str, ...]:
    return tuple(parse(Source("a.txt", text)).text.splitlines())


WIDTHS = range(22, 44)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"], ids=["single", "double", "CRLF"])
def test_indented(width: int, between: str) -> None:
    """An indent shows where a paragraph begins, blank lines after each line say nothing."""
    assert paragraphs(wrapped(width, between=between)) == REPORT


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("number", ["— {} —", "- {} -", "{}", "第 {} 页", "\f"])
def test_pages(width: int, number: str) -> None:
    """The number of a page, with blank lines around it, and a form feed stand in the middle of sentences."""
    assert paragraphs(wrapped(width, page=9, number=number)) == REPORT


@pytest.mark.parametrize("width", [24, 26, 28, 30, 34, 38])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["single", "double"])
def test_the_indent_got_lost(width: int, between: str) -> None:
    """PDF readers drop indents: first lines are two characters shorter, and that shows, too."""
    assert paragraphs(wrapped(width, shown=False, between=between)) == REPORT


@pytest.mark.parametrize("width", [24, 26, 28, 32, 36, 40])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["single", "double"])
def test_flush(width: int, between: str) -> None:
    """Without indents a line that ends early, or a number, tells."""
    assert paragraphs(wrapped(width, indent=False, between=between)) == REPORT


def test_not_wrapped() -> None:
    """Whole paragraphs stay as they are, with or without blank lines."""
    assert paragraphs("\n".join(REPORT)) == REPORT
    assert paragraphs("\n\n".join(REPORT)) == REPORT


def test_a_list_of_short_lines_is_not_wrapped() -> None:
    """Short lines of about the same length that end without a mark beside long ones are lines of a list."""
    names = tuple(f"云岭县{name}办公室主要负责人名单" for name in ("水利局", "财政局", "教育局", "民政局", "司法局"))
    text = (*names, REPORT[3], REPORT[4], REPORT[7])

    assert paragraphs("\n".join(text)) == text


def test_a_title_in_two_lines() -> None:
    """A title is set in lines of sense; they make one."""
    text = wrapped(28).replace(REPORT[0], "\u3000\u3000\u3000云岭县水利局关于\n\u30002023年度法治政府建设情况的报告")

    assert paragraphs(text) == REPORT


def test_a_heading_cut_in_two() -> None:
    """A heading that is wider than a line goes on in the next one; the text under it does not."""
    heading = "一、坚持党对法治建设的全面领导，切实履行推进法治建设第一责任人职责的有关情况"
    text = "\n".join(["\u3000\u3000" + heading[:26], heading[26:], *wrapped(28).splitlines()[1:]])

    assert paragraphs(text)[:2] == (heading, REPORT[1])


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("坚持学用结合，全年共组织集中学习培训十二期，参训人员达", "3、4百人次。"),
        ("加快推进智慧水利平台建设，完成投资三百余万元，启动实施第", "一、二期工程。"),
        ("扎实推进河湖长制工作，重点抓好以下方面：（1）健全河长体系；", "（2）开展清四乱专项行动；（3）推进示范河湖建设。"),
        ("坚持学用结合，全年共组织集中学习培训十二期，完成投资约", "2.5万元。"),
    ],
)
def test_a_number_at_the_start_of_a_line_is_not_always_one_of_a_heading(line: str, after: str) -> None:
    """What stands before it, and numbers beside it inside lines, tell."""
    text = wrapped(len(line)) + f"\u3000\u3000下一步，\n{line}\n{after}\n"

    assert paragraphs(text)[-1].endswith(line + after)


def test_latin_words_keep_their_space() -> None:
    """Two words that a line end parted are not glued together."""
    text = wrapped(28) + "\u3000\u3000依托新媒体平台，积极运用大数据平台 Data\nCenter开展执法监督。\n"

    assert paragraphs(text)[-1].endswith("Data Center开展执法监督。")


def test_rows_of_a_table_are_not_joined() -> None:
    """Lines in columns stay lines."""
    rows = ("项目\t2022年\t2023年\t增长情况说明", "执法检查次数\t210\t236\t增长十二个百分点", "查处案件数量\t15\t17\t增长十三个百分点")

    assert paragraphs(wrapped(28) + "\n".join(rows) + "\n")[-3:] == rows
