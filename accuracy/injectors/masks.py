"""Masks for names, figures and dates (P001–P003)."""

from __future__ import annotations

from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, over, say, sentence

_NAMES = (
    "选派{4-30}名干部赴⟦{letters}⟧{place}学习考察。",
    "与⟦{pairs}⟧{body}建立{act}机制。",
    "邀请⟦{pairs}⟧{person}作专题辅导。",
    "⟦{pairs}⟧{other}的{thing}项目按期完工。",
    "联合⟦{pairs}⟧市⟦{pairs}⟧区{body}开展{act}。",
    "全省推广⟦{pairs}⟧{place}的经验做法。",
    "由⟦{letters}⟧镇牵头实施{thing}工程。",
    "据⟦{pairs}⟧{other}反映，{thing}仍需改进。",
    "在法治⟦{pairs}⟧建设中发挥了带头作用。",
    "⟦{letters}⟧村和⟦{letters}⟧社区先后完成{thing}。",
    "{act}得到⟦{pairs}⟧{街道办|管委会|经信委|退役军人事务局}的支持。",
    "分管领导⟦{pairs}⟧带队开展{act}。",
    "局党委书记⟦{pairs}⟧、局长⟦{pairs}⟧分别约谈责任人。",
    "在⟦{pairs}⟧{广场|大道|公园|火车站}设立{theme}宣传点{3-9}处。",
    "“⟦{pairs}⟧{发布|普法|税务}”公众号推送信息{20-90}条。",
    "依托“智慧⟦{pairs}⟧”平台推进{thing}。",
    "按照⟦{pairs}⟧{政办发|委办|府办}〔2021〕{3-40}号文件要求抓好{theme}。",
    "与{上海|北京|广东}⟦{pairs}⟧律师事务所签订服务协议。",
    "⟦{pairs}⟧科、⟦{pairs}⟧科分别牵头{thing}和{thing}。",
    "赴⟦{pairs}⟧、⟦{pairs}⟧等地考察学习。",
    "被评为⟦{pairs}⟧{市|省|县}{theme}先进集体。",
    "位于⟦{pairs}⟧路与⟦{pairs}⟧街交叉口的问题点位已经整改。",
    "⟦{○○|△△|□□|ＸＸ|ｘｘ|＊＊|✕✕|xX|Xx}⟧{县|市|区|镇}{body}参加{act}。",
    "副局长⟦{○○○|△△△|ＸＸＸ|＊＊＊|□□□}⟧主持会议并讲话。",
    "完成⟦{pairs}⟧至⟦{pairs}⟧段{道路照明|灌渠修缮}工程。",
    "在⟦{pairs}⟧召开{theme}现场会。",
    "⟦{A|B|C|甲|乙}{县|市|区|镇|村|街道}⟧{body}参加{act}。",
    "⟦{某某|XX|×××|某}{教授|律师|专家|老师}⟧应邀作{theme}专题辅导。",
)
_FIGURES = (
    "全年开展{act}⟦{letters}⟧{unit}。",
    "{thing}支出⟦{X|x|XX|xx|××|***|X.X|XX.XX|x.x}⟧{万元|亿元}。",
    "{thing}完成率达到⟦{XX|X.X|xx|××|**}⟧%。",
    "累计{act}⟦{X|x|XX|xx|××|**}⟧余{次|人|户|家}。",
    "共有⟦{XX|xx|**|____|×}⟧名{干部|群众|代表}参加{act}。",
    "组织{act}{约|近|超过|不少于}⟦{X|XX|***|××}⟧{场|期|批}。",
    "{thing}增长⟦{X|XX|x|**|××}⟧个百分点。",
    "共受理{act}申请⟦{XX|××|**|ＸＸ|○○}⟧件，其中办结⟦{XX|××|X|○}⟧件。",
    "投入资金⟦{XXX|xxx|××|____|ＸＸ}⟧{余|多|}万元用于{thing}。",
    "{thing}由⟦{XX|xx|××}⟧{个|处}增加到⟦{XX|xx|××}⟧{个|处}。",
    "考核成绩位列全市第⟦{X|XX|×|x|**}⟧。",
    "培训⟦{1X|2*|3xx|1××|2X}⟧{人次|名|人}。",
    "⟦{XX|××|xx|X0|9X}⟧%的村（社区）完成{thing}。",
    "召开专题会议⟦{？|??|？？|（）|（ ）|[ ]|【】}⟧次。",
    "群众满意率为⟦{XX.XX|××.×|9X.X|X}⟧%。",
    "{thing}总投资约⟦{X.X|XX.X|×.×|x.x}⟧亿元。",
    "收回{thing}款项共计⟦{X|XX|×××|xxxx|****}⟧元。",
    "全年召开会议⟦次⟧，研究议题⟦项⟧。",
    "累计办理{act}⟦{件|次|起}⟧，涉及⟦{人|户|家}⟧，全部办结。",
    "开展{act} ⟦{次|场次|人次}⟧，覆盖群众 ⟦{人次|万人次|户}⟧。",
    "{thing}占比为⟦%⟧，比上年提高⟦个百分点⟧。",
    "排查隐患⟦{N|n|M}⟧处，整改⟦{N|n|M}⟧处。",
)
_DATES = (
    "⟦{20XX|202X|20xx|20**|20××|XXXX|xxxx|××××|****|202×|二〇XX}年⟧，开展了{act}。",
    "⟦{X月X日|x月x日|×月×日|XX月XX日|*月*日|xx月}⟧，召开了{theme}推进会。",
    "于⟦20{21-25}年{X|×|x|XX|*}月⟧完成{thing}。",
    "⟦20{XX|xx|**|××}年{X|x|*|×}月{X|x|*|×}日⟧，{theme}专班成立。",
    "⟦{1-12}月{X|XX|xx|×|**}日⟧，举办{theme}培训。",
    "自⟦20{XX|xx|××}年⟧以来，{thing}稳步推进。",
    "落实{theme}三年行动方案（⟦20{XX|xx|××}{—|-|至}20{XX|xx|××}年⟧）。",
    "⟦20{XX|××|□□|__|ＸＸ}年度⟧{thing}任务全部完成。",
    "截至⟦20{21-24}年{X|XX|×|＿|□}月{底|末}⟧，{thing}全部完成。",
    "⟦20{21-24}年_月_日⟧，{theme}专班成立。",
    "⟦二〇{××|X×|二×|XX|二X}年⟧{开展|组织}{act}。",
    "⟦20{21-24}年{第X|X|××|第×}季度⟧开展{act}{2-9}次。",
    "⟦20{21-24}年（ ）月（ ）日⟧召开{theme}部署会。",
    "⟦{X|×|XX|x}月{上旬|中旬|下旬|底}⟧，{theme}专班开展{act}。",
    "⟦20{XX-XX-XX|21-XX-XX|xx.xx.xx|23.X.X|××/××/××}⟧完成{thing}。",
    "⟦{？|?|××|○}月{？|?|××|○}日⟧，开展{act}。",
    "⟦{XX年XX月|xx年xx月|××年×月|**年**月}⟧起，{thing}实行清单管理。",
    "⟦20  年  月  日⟧，印发{theme}方案。",
)
FAMILY = ("P001", "P002", "P003", "P004", "P005", "P010", "P011")
"""Where several of these rules meet, one of them tells the defect."""


def unless_markup(clean: Clean, piece: Defect | None) -> Defect | None:
    """The defect, unless it is a star in Markdown, where that is a sign of the markup."""
    if piece is None or (clean.markdown and any("*" in piece.text[a:b] for a, b in piece.spans)):
        return None
    return piece._replace(also=FAMILY)


@injects("P001")
def placeholder_mask(clean: Clean, rng: Random) -> Defect | None:
    """A mask before a place, a body, a person; now and then over a name that the text has."""
    if rng.random() < 0.3:
        found = over(clean, rng, r"[\u4e00-\u9fff]{2}(?=[区县市][\u4e00-\u9fff]{0,4}(?:局|委员会|政府))", lambda _: say("{pairs}", rng))
        if found:
            return unless_markup(clean, found)
    frames = [frame for frame in _NAMES if frame.count("⟦") == frame.count("⟧")]
    return unless_markup(clean, sentence(clean, rng, frames))


@injects("P002")
def masked_figure(clean: Clean, rng: Random) -> Defect | None:
    """A mask for a figure, half of them over a figure that the text has."""
    if rng.random() < 0.5:
        pattern = r"(?<![0-9.—\-第])[1-9][0-9]{0,4}(?:\.[0-9]+)?(?=个|件|次|人|户|家|场|期|份|万元|亿元|项|条|名|%)"
        found = over(clean, rng, pattern, lambda _: rng.choice(("XX", "X", "xx", "x", "**", "*", "×", "××", "***", "XXX", "X.X", "____")))
    else:
        found = sentence(clean, rng, _FIGURES)
    return unless_markup(clean, found)


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
    return unless_markup(clean, found)
