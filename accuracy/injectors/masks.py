"""Masks, emptied dates, open slots, unnamed issuers, damaged phrases, names left over (P001–P012)."""

from __future__ import annotations

import re
from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, over, replaced, say, sentence

_NAMES = (
    "选派{4-30}名干部赴⟦{letters}⟧{place}学习考察。",
    "与⟦{pairs}⟧{body}建立{act}机制。",
    "邀请⟦{pairs}⟧{person}作专题辅导。",
    "⟦{pairs}⟧{other}的{thing}项目按期完工。",
    "联合⟦{pairs}⟧市⟧⟦{pairs}⟧区{body}开展{act}。",
    "全省推广⟦{pairs}⟧{place}的经验做法。",
    "由⟦{letters}⟧镇牵头实施{thing}工程。",
    "据⟦{pairs}⟧{other}反映，{thing}仍需改进。",
    "在法治⟦{pairs}⟧建设中发挥了带头作用。",
    "⟦{letters}⟧村和⟦{letters}⟧社区先后完成{thing}。",
)
_FIGURES = (
    "全年开展{act}⟦{letters}⟧{unit}。",
    "{thing}支出⟦{X|x|XX|xx|××|***|X.X|XX.XX|x.x}⟧{万元|亿元}。",
    "{thing}完成率达到⟦{XX|X.X|xx|××|**}⟧%。",
    "累计{act}⟦{X|x|XX|xx|××|**}⟧余{次|人|户|家}。",
    "共有⟦{XX|xx|**|____|×}⟧名{干部|群众|代表}参加{act}。",
    "组织{act}{约|近|超过|不少于}⟦{X|XX|***|××}⟧{场|期|批}。",
    "{thing}增长⟦{X|XX|x|**|××}⟧个百分点。",
)
_DATES = (
    "⟦{20XX|202X|20xx|20**|20××|XXXX|xxxx|××××|****|202×|二〇XX}年⟧，开展了{act}。",
    "⟦{X月X日|x月x日|×月×日|XX月XX日|*月*日|xx月}⟧，召开了{theme}推进会。",
    "于⟦20{21-25}年{X|×|x|XX|*}月⟧完成{thing}。",
    "⟦20{XX|xx|**|××}年{X|x|*|×}月{X|x|*|×}日⟧，{theme}专班成立。",
    "⟦{1-12}月{X|XX|xx|×|**}日⟧，举办{theme}培训。",
    "自⟦20{XX|xx|××}年⟧以来，{thing}稳步推进。",
)
_SLOTS = (
    "⟦[此处{填写|插入|输入}{具体数据|主要做法|单位名称|会议名称}]⟧",
    "⟦【{单位全称|填报单位名称|请填写联系人|部门名称}】⟧负责{thing}。",
    "⟦{（请|（此处}{填写|补充}{具体情况|本单位数据|完成时间}）⟧",
    "{thing}情况⟦{待补充|待完善后补充|待填写|此处待补充}⟧。",
    "由⟦____⟧{____|}负责{act}。",
    "牵头科室为⟦{□□□|□□□□|______|【】|[ ]|（____）}⟧。",
    "{thing}比上年⟦{增加（减少）|增长（下降）|上升/下降|增加/减少}⟧{3-9}%。",
    "依据政办发⟦〔{}〕{3-99}号⟧的要求开展{act}。".replace("{}", ""),
    "⟦（{没有的不填|如无请删除|不涉及的不列|根据实际情况填写}）⟧",
)
_RAW_SLOTS = ("{{ %s }}", "${%s}", "{{%s}}", "<%%= %s %%>")
_ISSUERS = (
    "⟦{某|某某}{县|市|区}{财政局|民政局|水利局|司法局|教育局}⟧党组坚持把{theme}摆在重要位置。",
    "⟦某{局|委}⟧党组理论学习中心组开展{theme}专题学习。",
    "⟦某{镇|乡|街道}{党委|党工委|政府}⟧认真落实{theme}各项要求。",
)
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
)
_COMPOUNDS = (
    "人民政府", "高质量发展", "市场监管", "营商环境", "行政执法", "依法行政", "生产总值", "乡村振兴", "公共服务",
    "安全生产", "社会稳定", "行政处罚", "行政许可", "招商引资", "工作机制", "法治建设", "常务会议", "规范性文件",
)  # fmt: skip
_CUTS = (
    "全力推进⟦{}⟧各项任务。",
    "{theme}为⟦{}⟧提供了保障。",
    "围绕⟦{}⟧开展{act}。",
)


_FAMILY = ("P001", "P002", "P003", "P004", "P005", "P010", "P011")
"""Where several of these rules meet, one of them tells the defect."""


def _text_allows(clean: Clean, piece: Defect | None) -> Defect | None:
    """The defect, unless it is a star in Markdown, where that is a sign of the markup."""
    if piece is None or (clean.markdown and any("*" in piece.text[a:b] for a, b in piece.spans)):
        return None
    return piece._replace(also=_FAMILY)


@injects("P001")
def placeholder_mask(clean: Clean, rng: Random) -> Defect | None:
    """A mask before a place, a body, a person; now and then over a name that the text has."""
    if rng.random() < 0.3:
        found = over(clean, rng, r"[\u4e00-\u9fff]{2}(?=[区县市][\u4e00-\u9fff]{0,4}(?:局|委员会|政府))", lambda _: say("{pairs}", rng))
        if found:
            return _text_allows(clean, found)
    frames = [frame for frame in _NAMES if frame.count("⟦") == frame.count("⟧")]
    return _text_allows(clean, sentence(clean, rng, frames))


@injects("P002")
def masked_figure(clean: Clean, rng: Random) -> Defect | None:
    """A mask for a figure, half of them over a figure that the text has."""
    if rng.random() < 0.5:
        pattern = r"(?<![0-9.—\-第])[1-9][0-9]{0,4}(?:\.[0-9]+)?(?=个|件|次|人|户|家|场|期|份|万元|亿元|项|条|名|%)"
        found = over(clean, rng, pattern, lambda _: rng.choice(("XX", "X", "xx", "x", "**", "*", "×", "××", "***", "XXX", "X.X", "____")))
    else:
        found = sentence(clean, rng, _FIGURES)
    return _text_allows(clean, found)


@injects("P003")
def masked_date(clean: Clean, rng: Random) -> Defect | None:
    """A masked or emptied date, half of them over a date that the text has."""
    if rng.random() < 0.5:
        styles = (
            "20XX年",
            "202X年",
            "20xx年",
            "20**年",
            "XXXX年",
            "××××年",
            "20××年",
            "20XX年X月",
            "20XX年XX月XX日",
            "X年",
            "x01x年",
            "    年  月  日",
        )
        found = over(
            clean,
            rng,
            r"(?<![0-9—－～\-（])20[0-9]{2}年(?![—）\-])(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?",
            lambda m: rng.choice(styles if "日" in m[0] else styles[:-1]),
        )
    else:
        found = sentence(clean, rng, _DATES)
    return _text_allows(clean, found)


@injects("P004")
def template_slot(clean: Clean, rng: Random) -> Defect | None:
    """A slot of a template that nobody filled."""
    if clean.markdown:
        return None
    if rng.random() < 0.2:
        starts = clean.sentence_starts()
        slot = rng.choice(_RAW_SLOTS) % rng.choice(("title", "unit", "report.year", "dept_name", "amount"))
        return replaced(clean.text, at := rng.choice(starts), at, f"⟦{slot}⟧负责落实。") if starts else None
    return sentence(clean, rng, _SLOTS, _FAMILY)


@injects("P005")
def anonymous_issuer(clean: Clean, rng: Random) -> Defect | None:
    """An issuer that calls itself 某县: in its title, or as the subject of what it does."""
    title = re.match(r"(?:20[0-9]{2}年度?)?([\u4e00-\u9fff]{2,3})([县市区])(?=[\u4e00-\u9fff])", clean.text)
    if title and rng.random() < 0.5:
        return replaced(clean.text, title.start(1), title.end(2), rng.choice(("某", "某某")) + title[2], ("P012",))
    return sentence(clean, rng, _ISSUERS)


@injects("P010")
def damaged_phrase(clean: Clean, rng: Random) -> Defect | None:
    """A fixed phrase with a mask in it, or with a word lost."""
    if rng.random() < 0.3:
        masks = ("XXX", "***", "×××", "xxx", "XX")
        found = over(clean, rng, "习近平(新时代中国特色社会主义思想|法治思想)", lambda m: rng.choice(masks) + m[1])
        if found:
            return _text_allows(clean, found)
    return _text_allows(clean, sentence(clean, rng, _PHRASES))


@injects("P011")
def over_replacement(clean: Clean, rng: Random) -> Defect | None:
    """A mask inside a word, in a sentence of its own or in a word of the text."""
    word = rng.choice(_COMPOUNDS)
    at = rng.randint(1, len(word) - 2)
    cut = word[:at] + rng.choice("XXx×*") + word[at + 1 :]
    found = over(clean, rng, word, lambda _: cut) if rng.random() < 0.5 else None
    return _text_allows(clean, found or sentence(clean, rng, [frame.replace("{}", cut) for frame in _CUTS]))


@injects("P012")
def redaction_leak(clean: Clean, rng: Random) -> Defect | None:
    """A text that masks the name of its place, and a real one left over."""
    title = re.search(r"([\u4e00-\u9fff]{2})([县市区])(?=[\u4e00-\u9fff]{2,8}(?:局|委员会|政府))", clean.text[:40])
    if not title or clean.text.count(title[1]) < 2:
        return None
    mask = rng.choice(("XX", "xx", "××", "某"))
    masked = clean._replace(text=clean.text.replace(title[1], mask))
    frames = (
        "扎实推进法治⟦{short}⟧建设。",
        "⟦{real}⟧{body}开展{act}。",
        "组织干部在⟦{real}⟧城区开展{act}。",
        "打造法治⟦{short}⟧、平安⟦{short}⟧。",
    )
    found = sentence(masked, rng, frames)
    return found._replace(also=("P001", "P005", "P011", "S006", "F010")) if found else None
