"""A word that stands twice in a row.

What it finds:
    重复的词语（提高提高、先行示范区先行示范区）、动词加“了”后又重复（组织了组织）、重复的虚词（的的、了了）。

    A doubled word (提高提高), a verb repeated behind 了 (组织了组织), a doubled particle (的的).

Why:
    修改时旧词没有删净，或者重复粘贴。

    An old word was left standing when the sentence was changed, or something was pasted twice.

Instead:
    删去重复的词。

    Delete the second one.

Silent on:
    叠用的数量词（一项一项）、词语衔接（信用信息、共建共治共享、博士博士后）、动词重叠（研究研究）、“为了了解”“目的的”一类的连用，表格。

    Reduplicated numbers (一项一项), words that meet (应用信用信息, 共治共享共同, 博士博士后), verbs doubled on purpose, particles that
    belong to different words (为了了解), tables.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Edit, Example, Fix, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint.document import PROSE, TITLE
from reportlint_rules.repetition.echo import Echoes

rule = Rule(
    code="F010",
    name="repeated-word",
    severity=Severity.WARNING,
    title=Bilingual("词语重复", "repeated word"),
    clause=Bilingual("公文写作通例", "Practice of official writing"),
    messages={"found": Bilingual("“{word}”重复", "{word} is written twice")},
    help=Bilingual("删去重复的词语", "Delete the second one"),
    good=(
        Example("一项一项抓落实，一件一件办到位，推进共建共治共享共同发展。"),
        Example("率先应用信用信息，健全信用体系，招收博士博士后，打好连战连胜的攻坚战。"),
        Example("为了了解群众诉求，以华为为代表的企业实实在在受益，以侵占为目的的行为受到查处。"),
        Example("实干实干再实干，吸引了吸引力强的企业，重大或重大突发环境事件，维护企业和企业家权益。"),
        Example("面向全区，纵向向基层延伸，以及及时处置，自愿参与与社会动员相结合。"),
        Example("落实退税缓税缓费政策，2023年年底办结5项项目，扶持3个个体工商户，由理由由对方说明。"),
    ),
    bad=(
        Example("进一步⟦提高提高⟧行政效能，规范行政处罚。"),
        Example("全年⟦开展了开展⟧专项检查六次，推进⟦示范区示范区⟧建设。"),
        Example("落实法治⟦政府建设责任政府建设责任⟧，办理群众反映⟦的的⟧问题。"),
        Example("扎实工作，⟦在在⟧全县推进，⟦由由⟧民政局牵头，组织培训6⟦次次⟧，我⟦们们⟧将2023⟦年年⟧全县数据上报。"),
        Example("⟦医疗医疗⟧保障水平提升，中心⟦为为⟧残疾人服务。"),
    ),
    doc=__doc__,
)

_DELETE = Bilingual("删去重复的词语", "delete the second one")
_RUNNING = PROSE | {TITLE}
_LONGEST = 6
"""Characters of the longest word that is looked for."""
_HAN = LazyPattern(r"[\u4e00-\u9fff]+")
_WORD = LazyPattern(r"[\u4e00-\u9fffA-Za-z0-9]+")
_NEARBY = 20_000
"""Characters to both sides in which a word is looked for elsewhere."""
_FIGURE = LazyPattern("[0-9]")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零〇两几半每几数多")
_PARTICLES = {
    # particle: what before it or behind it shows that the two belong to different words
    "的": ("目标有端标中鹄准", "士确"),
    "了": ("为除不大未明末便罢终完", "解结却然得不如事断"),
    "为": ("作成认行华以视称因变更较最极颇甚尤化分列转升改人何难有无所能作努", "民人此何主首期先生止了准限"),
    "和": ("共饱温缓祥中总附平", "谐平睦解美气蔼缓善约暖"),
    "与": ("参给赋授付寄施", "会其否"),
    "将": ("即必终行大小主名上中少健干麻", "军来领士要"),
    "对": ("针面应相绝反核校派结成比配作一", "于象接照外方比策手口应标抗话待立决等付称账"),
    "及": ("以涉普波危顾触提推遍企不未", "时早格其至物第"),
    "被": ("", "子单告动"),
    "把": ("", "握关控手脉"),
    "于": ("", "是"),
    "并": ("合兼归吞", "且联存网购行重发轨列举"),
    "在": ("存实现潜所正内外自健好旨重贵", "于线校岗建职编场地外册押"),
    "由": ("自理缘来事经因案", "于此来衷头"),
    "们": ("", ""),
    "是": ("于就只但可还也总凡若更要既正倒都像不", "否非"),
}
_OPENERS = "在由为将并于对被把"
"""Particles that also begin a clause."""
_MEASURES = {
    # measure word: what behind it shows that the second one begins another word
    "年": "初底末度中内均报检产会终轻审关前后以限级份纪代老青息货年",
    "次": "均日年生要数",
    "件": "均数",
    "项": "均目",
    "个": "均体人性别案股税位",
    "条": "均例款约文件",
}
"""Doubled behind a figure: 6次次."""
_SHORT_VERBS = frozenset("减降退免缓补增惠便利稳保控扩促防治抓强提助帮扶护")
"""Verbs that form words of two characters with what follows: 退税缓税缓费 is a list of three."""
_NOUN_ENDS = frozenset("力者员家性度化制率量费款商品型类权")
"""What makes a noun of a verb: 吸引了吸引力."""
_TWO_PARTS = {"代表", "领导", "指挥", "工程", "博士", "硕士"}
"""Persons, bodies and things whose name also begins what follows: 代表代表全体职工, 博士博士后."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Shifts of one character to the longest word; what echoes is judged one by one."""
    text = report.text
    echoes = Echoes(text)
    found = [_single(text, at) for at in echoes.at(1, 1) if text[at] == text[at + 1]]
    found += [_behind_le(text, at) if text[at + 2] == "了" else _word(text, at, 3) for at in echoes.at(3, 2)]
    found += [_word(text, at, 2) or _word(text, at + 1, 2) for at in echoes.at(2, 2)]  # 扎实落实落实: 落实, not 实落
    found += [_word(text, at, shift) for shift in range(4, _LONGEST + 1) for at in echoes.at(shift, shift)]
    end = 0
    for span, word in sorted(doubled for doubled in found if doubled):
        if span.start >= end and report.block_at(span.start).kind in _RUNNING:
            end = span.end
            edit = Edit(Span(span.end - len(word), span.end), "")
            yield Hit(span, values={"word": word}, data={"word": word}, fix=Fix(_DELETE, (edit,), safe=False))


def _word(text: str, at: int, shift: int) -> tuple[Span, str] | None:
    """The doubled word at `at`, with its place, if it is one."""
    word = text[at : at + shift]
    if word != text[at + shift : at + 2 * shift] or _WORD.fullmatch(word) is None or not _HAN.search(word):
        return None
    if len(set(word)) == 1 or word[0] in _NUMERALS or "锟" in word or text.startswith(word, at + 2 * shift):
        return None
    if _FIGURE.search(word) and (not word[0].isdigit() or word[-1].isdigit() or text[at - 1 : at] in (*"0123456789.", word[-1])):
        return None  # 查处案件65件65人
    if shift == 2 and not _is_word(text, at, word):
        return None
    return Span(at, at + 2 * shift), word


def _single(text: str, at: int) -> tuple[Span, str] | None:
    """The doubled particle at `at`, or the measure word doubled behind a figure."""
    if text[at] in _PARTICLES:
        return _particle(text, at)
    excuse = _MEASURES.get(text[at])
    before = text[at - 1 : at]
    if excuse is None or not before.isdecimal() or text[at + 2 : at + 3] in excuse:  # 一个个 and 一次次 are right
        return None
    return Span(at, at + 2), text[at]


def _particle(text: str, at: int) -> tuple[Span, str] | None:
    excuse = _PARTICLES.get(text[at])
    before, after = text[at - 1 : at], text[at + 2 : at + 3]
    if excuse is None or not before or before in excuse[0] or (after and after in excuse[1]):
        return None
    if _WORD.match(before) is None and text[at] not in _OPENERS:
        return None
    return Span(at, at + 2), text[at]


def _behind_le(text: str, at: int) -> tuple[Span, str] | None:
    """组织了组织, not 吸引了吸引力."""
    word = text[at : at + 2]
    if word != text[at + 3 : at + 5] or _HAN.fullmatch(word) is None or text[at + 5 : at + 6] in _NOUN_ENDS:
        return None
    return Span(at, at + 5), word


def _is_word(text: str, at: int, word: str) -> bool:
    """Whether the text has `word` as a word, rather than the end of one and the beginning of the next.

    In 应用信用信息 the two characters that stand twice are 用信, and it is 信用 or 应用 that occurs elsewhere.
    """
    if word in _TWO_PARTS or text[at + 4 : at + 5] == "再" or text[at + 4 : at + 6] == "一下":
        return False
    if any(c in _NUMERALS for c in word) or (word[1] in _SHORT_VERBS and text[max(at - 1, 0)] in _SHORT_VERBS):
        return False

    def elsewhere(pair: str) -> int:
        return text.count(pair, max(0, at - _NEARBY), at) + text.count(pair, at + 4, at + _NEARBY)

    return all(elsewhere(word) >= elsewhere(other) for other in (word[1] + word[0], text[max(at - 1, 0)] + word[0]))
