"""Masks inside a word: proof that a name was replaced blindly, wherever its characters stood."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportlint import LazyPattern
from reportlint_rules.placeholders.masks.kinds import CUT, Mask, mask

if TYPE_CHECKING:
    from collections.abc import Iterator

_PHRASES = (
    "人民 政府", "人民 群众", "人民 代表", "实现 地区 生产 总值", "生产 总值", "高 质量 发展", "行政 执法", "行政 复议", "行政 诉讼", "行政 处罚", "行政 决策",
    "行政 审批", "依法 行政", "依法 治国", "依法 治理", "法治 政府", "法治 社会", "法治 思维", "法治 宣传", "法治 教育", "法治 建设", "规范性 文件",
    "合法性 审核", "合法性 审查", "领导 小组", "领导 干部", "党员 干部", "党政 主要 负责人", "第一 责任人", "主要 负责人", "党组 书记", "党委 书记", "党组 会议",
    "理论 学习 中心组", "营商 环境", "政务 公开", "信息 公开", "政务 服务", "社会 主义", "中国 特色", "共产党员", "从严 治党", "现代化 建设", "乡村 振兴",
    "改革 开放", "法律 顾问", "法律 法规", "执法 人员", "工作 人员", "工作 报告", "工作 方案", "普法 宣传", "年度 报告", "监督 检查", "贯彻 落实", "组织 领导",
    "常务 会议", "代表 大会", "政治 协商", "公共 服务", "安全 生产", "生态 环境", "经济 社会", "基层 治理", "矛盾 纠纷", "群众 满意",
)  # fmt: skip
"""Words and phrases of official prose, divided where a mask may stand for a whole word."""

_LONGEST = 3
"""Characters of a mask that took a part of a word; a longer one stands for a name."""
_LEAST_LEFT = 3
"""Characters that must be left of a phrase to know it by."""

_PARK = LazyPattern(r"(?:工业|产业|科技|物流|化工|创业|软件|商务)\Z")
_BUILD = LazyPattern(r"(?<![新兴共创扩改援城住承筹搭组修重构党基])建\Z")
_COMMITTEE = LazyPattern(r"委(?=副?书记|委员|会议|班子|政府|[、，。])")


def find(text: str, start: int, end: int) -> Mask | None:
    """The word of which the mask from `start` to `end` has taken a part; None when the mask stands between words."""
    single = end - start == 1
    if end - start > _LONGEST:
        return None
    for left, right in _shapes().get((text[start - 1 : start], text[end : end + 1]), ()):
        if (single or len(left) > 1) and text.endswith(left, 0, start) and text.startswith(right, end):
            return mask(CUT, text, start - len(left), end + len(right))
    if single:
        before, after = text[max(0, start - 2) : start], text[end : end + 1]
        if after == "区" and (_PARK.search(before) or _BUILD.search(before)):
            return mask(CUT, text, start - (1 if before.endswith("建") else 2), end + 1)
        if after == "委" and before[-1:] in "省市县区镇乡州旗" and _COMMITTEE.match(text, end):
            return mask(CUT, text, start - 1, end + 1)
    return None


@cache
def _shapes() -> dict[tuple[str, str], list[tuple[str, str]]]:
    """What is left of each phrase when a mask took one to three characters that are no whole words: by neighbours."""
    shapes: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for phrase in _PHRASES:
        for left, right in _cuts(phrase):
            shapes.setdefault((left[-1], right[0]), []).append((left, right))
    return shapes


def _cuts(phrase: str) -> Iterator[tuple[str, str]]:
    words = phrase.split()
    joined = "".join(words)
    borders = {sum(map(len, words[:i])) for i in range(len(words) + 1)}
    for i in range(1, len(joined)):
        for j in range(i + 1, min(i + _LONGEST, len(joined) - 1) + 1):
            if (i not in borders or j not in borders) and len(joined) - (j - i) >= _LEAST_LEFT:
                yield joined[:i], joined[j:]
