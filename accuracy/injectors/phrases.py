"""Damaged fixed phrases, and masks inside words (P010, P011)."""

from __future__ import annotations

from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, over, sentence
from accuracy.injectors.masks import unless_markup

_PHRASES = (
    "坚持以⟦{XXX|xxx|***|×××|XX}新时代中国特色社会主义思想⟧为指导，抓好{theme}。",
    "深入学习⟦{XXX|***|×××|xxx|XX|**|习XX|习**}法治思想⟧，强化{theme}。",
    "认真落实⟦{XXX|***|×××|习XX|xxx}总书记⟧重要讲话精神。",
    "紧密团结在以⟦{XXX|***|×××|习**}同志为核心⟧的党中央周围。",
    "学习贯彻⟦党的{XX|**|××|xx|X|二X}大⟧精神，推进{theme}。",
    "学习⟦{二十届X中|二十届*中|XX届三中|X届X中|××届×中}全会⟧精神。",
    "增强“⟦{四个XX|四个**|两个XX|四个××}⟧”，抓实{theme}。",
    "坚持以⟦{习新时代|习近平新时代XX|习近平XX时代|XX平新时代}{中国特色社会主义思想|中国特色社会主义思想}⟧为指引。",
    "践行⟦{XXX|***|×××|xx}{生态文明|经济|外交|强军|文化}思想⟧，统筹{theme}。",
    "全面贯彻⟦{XX大|××大|**大}和{XX届|××届|**届}历次全会⟧精神。",
    "坚决维护以⟦{XXX|习XX|习×平|×××|习**}{同志|总书记}为核心⟧的党中央权威。",
    "坚持⟦中国特色{XX|××|**|X会}主义⟧法治道路。",
    "推进⟦中国式{X代化|现X化|现代×}⟧建设，抓实{theme}。",
    "统筹推进“⟦{五位X体|五位××|X位一体}⟧”总体布局。",
    "深入领悟“⟦{两个XX|两个**|X个确立|两个××}⟧”的决定性意义。",
    "落实⟦{总X书记|总书X|总×记|习近平总XX|习近X总书记|习近平XXX}⟧关于{theme}的重要论述。",
    "学习贯彻⟦中国共产党第{XX|××|二十X}次全国代表大会⟧精神。",
    "⟦以新时代中国特色社会主义思想为指导⟧，深化{theme}。",
    "紧密团结在⟦以同志为核心的党中央⟧周围。",
    "学习宣传⟦{党的大精神|党的届三中全会精神|十九届中全会精神}⟧。",
    "深入贯彻⟦{习近平中国特色社会主义思想|习近平时代中国特色社会主义思想|近平新时代中国特色社会主义思想|习近新时代中国特色社会主义思想}⟧。",
    "学习⟦{XX|***|×××|xx}{主席|总书记}⟧在{theme}座谈会上的重要讲话。",
    "制定“⟦{十X五|十××五|十*五}⟧”{theme}规划。",
    "推进⟦全面依法{XX|治X|×国|**}⟧实践。",
)
_COMPOUNDS = (
    "人民政府", "高质量发展", "市场监管", "营商环境", "行政执法", "依法行政", "生产总值", "乡村振兴", "公共服务",
    "安全生产", "社会稳定", "行政处罚", "行政许可", "招商引资", "工作机制", "法治建设", "常务会议", "规范性文件",
    "司法行政", "行政应诉", "法律服务", "普法教育", "人民调解", "党政机关", "督促检查", "经济发展", "民主集中制", "网格管理", "执法监督", "证明事项", "政府采购",
    "财政资金", "信访维稳", "环境保护", "食品安全", "交通运输", "医疗保障", "公平竞争", "权责清单", "重大决策", "集体讨论", "专家论证", "社会保障", "基层组织",
    "党风廉政", "意识形态", "执法队伍", "人民法院", "法律援助", "普法责任制", "第一责任人", "执法监管", "群众工作", "体制机制", "数字政府", "风险评估",
)  # fmt: skip
_CUTS = (
    "全力推进⟦{}⟧各项任务。",
    "{theme}为⟦{}⟧提供了保障。",
    "围绕⟦{}⟧开展{act}。",
    "不断加强⟦{}⟧，{theme}得到群众认可。",
    "把⟦{}⟧摆在突出位置，统筹{act}和{thing}。",
    "制定⟦{}⟧方案，明确{theme}任务{4-20}项。",
    "⟦{}⟧水平进一步提升，{thing}有序推进。",
    "{thing}、{act}、⟦{}⟧等工作走在前列。",
    "建立健全⟦{}⟧长效机制，狠抓{theme}。",
    "强化对⟦{}⟧的监督，全年{act}{3-20}次。",
    "{act}和⟦{}⟧同步推进。",
    "以⟦{}⟧为抓手推进{thing}。",
    "推动⟦{}⟧与{theme}深度融合。",
)


@injects("P010")
def damaged_phrase(clean: Clean, rng: Random) -> Defect | None:
    """A fixed phrase with a mask in it, or with a word lost."""
    if rng.random() < 0.3:
        masks = ("XXX", "***", "×××", "xxx", "XX")
        found = over(clean, rng, "习近平(新时代中国特色社会主义思想|法治思想)", lambda m: rng.choice(masks) + m[1])
        if found:
            return unless_markup(clean, found)
    return unless_markup(clean, sentence(clean, rng, _PHRASES))


@injects("P011")
def over_replacement(clean: Clean, rng: Random) -> Defect | None:
    """A mask inside a word, in a sentence of its own or in a word of the text."""
    word = rng.choice(_COMPOUNDS)
    at = rng.randint(1, len(word) - 2)
    cut = word[:at] + rng.choice("XXx×*") + word[at + 1 :]
    found = over(clean, rng, word, lambda _: cut) if rng.random() < 0.5 else None
    return unless_markup(clean, found or sentence(clean, rng, [frame.replace("{}", cut) for frame in _CUTS]))
