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
    "司法 行政", "行政 应诉", "行政 许可", "行政 强制", "行政 争议", "行政 机关", "行政 调解", "行政 裁决", "行政 效能", "法律 服务", "法律 援助", "法律 知识", "普法 教育", "普法 责任制", "法治 文化",
    "法治 素养", "法治 观念", "人民 调解", "人民 法院", "人民 检察院", "人民 团体", "人民 陪审员", "司法 公正", "司法 建议", "社会 治理", "社会 稳定", "社会 保障", "社会 救助", "社会 监督", "社会 组织",
    "社会 公众", "党政 机关", "党风 廉政", "党的 建设", "党建 引领", "党委 政府", "意识 形态", "基层 组织", "基层 执法", "民主 集中制", "集体 讨论", "专家 论证", "风险 评估", "公众 参与", "重大 决策",
    "重大 事项", "重点 领域", "重点 工作", "权责 清单", "权力 清单", "责任 清单", "负面 清单", "证明 事项", "事中 事后 监管", "市场 监管", "市场 主体", "综合 监管", "信用 监管", "执法 监管", "执法 监督",
    "执法 队伍", "执法 行为", "执法 案卷", "执法 办案", "综合 执法", "联合 执法", "严格 执法", "文明 执法", "公正 司法", "全民 守法", "科学 立法", "依法 决策", "依法 履职", "依法 办事", "公平 竞争", "公平 正义",
    "督促 检查", "督查 考核", "绩效 考核", "目标 任务", "工作 机制", "工作 任务", "工作 部署", "工作 要求", "工作 成效", "工作 制度", "工作 作风", "体制 机制", "长效 机制", "联动 机制", "制度 建设", "队伍 建设", "能力 建设",
    "阵地 建设", "平台 建设", "作风 建设", "经济 发展", "经济 建设", "创新 发展", "绿色 发展", "协调 发展", "改革 创新", "深化 改革", "招商 引资", "产业 发展", "项目 建设", "财政 资金", "财政 预算", "政府 采购", "政府 职能",
    "政府 部门", "政府 信息", "数字 政府", "服务 型 政府", "政策 文件", "政策 落实", "政策 解读", "权益 保护", "合法 权益", "信访 维稳", "信访 事项", "信访 工作", "网格 管理", "城市 管理", "应急 管理", "社区 矫正", "环境 保护",
    "环境 整治", "污染 防治", "食品 安全", "药品 安全", "交通 运输", "交通 安全", "消防 安全", "医疗 保障", "卫生 健康", "教育 培训", "业务 培训", "劳动 监察", "就业 创业", "民生 保障", "民生 实事", "脱贫 攻坚", "农业 农村",
    "群众 工作", "群众 利益", "群众 诉求", "服务 群众", "宣传 教育", "宣传 活动", "主题 活动", "学习 教育", "学习 贯彻", "思想 政治", "政治 建设", "理论 武装", "调查 研究", "督导 检查", "专项 整治", "专项 行动", "隐患 排查",
    "风险 隐患", "纠纷 化解", "多元 化解", "源头 治理", "综合 治理", "协同 联动", "部门 联动", "上级 部门", "职能 部门", "相关 部门", "主管 部门", "有关 规定", "具体 措施", "有效 措施", "责任 落实", "责任 追究", "责任 分工",
    "统筹 推进", "扎实 推进", "深入 推进", "全面 推进", "持续 推进", "积极 推进", "不断 完善", "健全 完善", "进一步 加强", "中国式 现代化", "共同 富裕", "总体 国家 安全", "国家 安全", "国家 宪法日", "网络 安全", "数据 安全",
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
