"""How masks are told from look-alikes, which class each gets, how far it reaches, and what the fixes restore."""

from __future__ import annotations

import pytest

from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.settings import Settings

RULES = load()


def found(text: str, path: str = "report.txt", year: int | None = None) -> list[str]:
    """The findings of the placeholder rules as ``code words``, in the order of the text."""
    linter = Linter(RULES, Settings(select=("P00", "P010", "P011"), year=year))
    return [f"{finding.code} {finding.text}" for finding in linter.check_bytes(path, text.encode()).findings]


def fixed(text: str, year: int | None = None) -> tuple[str, list[bool]]:
    """`text` with all fixes of damaged phrases, and whether each is safe."""
    findings = Linter(RULES, Settings(select=("P010",), year=year)).check_bytes("report.txt", text.encode()).findings
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    for edit in sorted(edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text, [finding.fix.safe for finding in findings if finding.fix]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("XX市XX区财政局印发通知。", ["P001 XX市XX区财政局"]),
        ("走访x镇、*乡和××街道，前往**集团调研。", ["P001 x镇", "P001 *乡", "P001 ××街道", "P001 **集团"]),
        ("法治XX建设成效明显，美丽*提供了样板。", ["P001 XX", "P001 *"]),
        ("1.XX区财政局负责，2.X镇配合。", ["P001 XX区财政局", "P001 X镇"]),
        ("推广“XXAPP”和xxOA系统。", ["P001 XX", "P001 xx"]),
        ("由党组书记XXX任组长，×××同志为成员。", ["P001 XXX", "P001 ×××"]),
        ("局长张某某带头学法，由主任某某主持会议。", ["P001 张某某", "P001 某某"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    """A mask of a name reaches to the end of the name; the masks of one name are one finding."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展培训**次，检查*次，参加XX余人。", ["P002 **次", "P002 *次", "P002 XX余人"]),
        ("支出X.X亿元，增长XX%，人均1.X万元。", ["P002 X.X亿元", "P002 XX%", "P002 1.X万元"]),
        ("办结X—X件，涉及第×批、1*户、x万余亩。", ["P002 X—X件", "P002 ×批", "P002 1*户", "P002 x万余亩"]),
        ("办结率达XX，共计***。", ["P002 XX", "P002 ***"]),
        ("清理文件（ ）件、[ ]项、____部、？？份。", ["P002 （ ）", "P002 [ ]", "P002 ____部", "P002 ？？份"]),
    ],
)
def test_figures(text: str, expected: list[str]) -> None:
    """A mask in front of a measure word, or where only a number can stand."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20XX年X月至X月开展工作。", ["P003 20XX年X月至X月"]),
        ("自20**年起，至x02x年止，二〇二X年评估。", ["P003 20**年", "P003 x02x年", "P003 X年"]),
        ("县府发〔20XX〕XX号", ["P003 20XX", "P002 XX号"]),
        ("会期为2024年 月 日，近X年、X年来从未间断。", ["P003 2024年 月 日", "P002 X年", "P002 X年"]),
        ("某报告正文。\n\n年  月  日\n", ["P003 年  月  日"]),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    """A date is one finding from its first mask to its last unit; a number of years is a figure."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("为[目的]，现将[有关事项]和[另一件事]通知如下。", ["P004 [目的]", "P004 [有关事项]", "P004 [另一件事]"]),
        ("【单位名称】关于【事项】的报告", ["P004 【单位名称】", "P004 【事项】"]),
        ("共{数量}件，{{ total }}，<填写日期>。", ["P004 {数量}", "P004 {{ total }}", "P004 <填写日期>"]),
        ("《》第  号、市府〔2024〕号。", ["P004 《》", "P004 第  号", "P004 〔2024〕号"]),
        ("同比增长/下降3%，减少（增加）X件。", ["P004 增长/下降", "P004 减少（增加）", "P002 X件"]),
        ("整改情况：待核实。\n经费待补充。\nTODO\n此处插入表格", ["P004 待核实", "P004 待补充", "P004 TODO", "P004 此处插入"]),
    ],
)
def test_slots(text: str, expected: list[str]) -> None:
    """Brackets that ask for something, emptied numbers, choices not made."""
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "引进X射线设备，培养1+X证书学员，打造“9+X”体系，覆盖XX染色体筛查。",
        "变量X和Y，用X代表消防救援，“X”指特征指标。",
        "“数据要素×”行动、文旅×科技、“科技×人文”展、2×35万千瓦机组、7x24小时、4X100米。",
        "补贴金额=标准×户数×100%，箱体为长*宽*高，单价*数量计入合计。",
        "号码138****1234，证号4401**********0011，联系电话*，按*键返回，带*号的为必填项。",
        "*如遇雨天顺延",
        "***",
        "登录http://zwgk.xx.gov.cn/xx/index.html，邮箱zhangxx@example.cn，附件.docx，Jiangxi，IMAX。",
        "二○○五年、二〇〇六年、一九八〇年、〇〇后干部。",
        "是否公开：□是 □否，同比△5%，PM_2.5，文件a_b。",
        "牵头落实。[责任单位：各有关部门]\n完善机制。【责任单位：市司法局】\n【活动时间】三月五日\n[以下简称本局]",
        "村民张某、李××反映，某公司、某些单位在某一环节存在问题。",
        "浅谈XX，中国式XX，“XX到此一游”。",
        "门牌统一命名为“XX路XX号”，铭牌应当标明“××专用”字样。",
        "执行Q/XX-2023标准、X.509证书、IPv6和A*算法。",
        "制度有待完善，力量有待补充，网上申报时请填写单位名称。",
    ],
)
def test_look_alikes(text: str) -> None:
    """What only looks like a mask stays silent."""
    assert found(text) == []


def test_law_with_forms() -> None:
    """In a law the blanks of its forms are prescribed; a mask in its articles is still one."""
    articles = "第一条 为了规范工作，制定本规定。\n第二条 本规定适用于XX区。\n第三条 文书格式见附件。\n第四条 依照本法第XX条处理。\n"
    form = "附件：文书参考样式\n×××人民法院\n（××××）协字××号\n××××年××月××日\n"
    assert found(articles + form) == ["P001 XX区"]


def test_story_of_a_case() -> None:
    """The parties of a case are rightly anonymous, also the body that is sued."""
    assert found("# 张某某诉某县公安局行政处罚案\n\n## 基本案情\n\n原告张某某不服某县公安局的决定，某县法院判决驳回。\n", "case.md") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某县2025年度法治政府建设情况报告\n某县位于山区，某县司法局牵头落实。", ["P005 某县", "P005 某县", "P005 某县司法局"]),
        ("一、主要做法\n某局党组认真学习，印发《某市水务局普法清单》。", ["P005 某局", "P005 某市水务局"]),
        ("一、主要做法\n借鉴某市经验，到某县某镇调研。", []),
    ],
)
def test_issuers(text: str, expected: list[str]) -> None:
    """某 is the issuer in the title, everywhere in a text so titled, and as the subject of its duties."""
    assert found(text) == expected


def test_emphasis() -> None:
    """Markdown pairs asterisks around words; before measure words and names they are masks even when they could be paired."""
    assert found("坚持**依法行政**，办好**民生实事**。\n\n* **县级以上**机关带头\n", "report.md") == []
    assert found("培训**次，检查**次。", "report.md") == ["P002 **次", "P002 **次"]
    assert found("**市财政局负责，组织**个科室参加。", "report.md") == ["P001 **市财政局", "P002 **个"]
    assert found("**XX区**全面完成任务。", "report.md") == ["P001 XX区"]


@pytest.mark.parametrize(
    ("text", "year", "expected", "safe"),
    [
        ("以XXX新时代中国特色社会主义思想为指导。", None, "以习近平新时代中国特色社会主义思想为指导。", [True]),
        ("学习*近平法治思想和习**经济思想。", None, "学习习近平法治思想和习近平经济思想。", [True, True]),
        ("以新时代中国特色社会主义思想为指导。", 2023, "以习近平新时代中国特色社会主义思想为指导。", [True]),
        ("以新时代中国特色社会主义思想为指导。", None, "以习近平新时代中国特色社会主义思想为指导。", [False]),
        ("习近平新时代特色社会主义思想深入人心。", None, "习近平新时代中国特色社会主义思想深入人心。", [True]),
        ("在以同志为核心的党中央领导下。", 2023, "在以习近平同志为核心的党中央领导下。", [True]),
        ("学习党的XX大精神。", 2023, "学习党的二十大精神。", [False]),
        ("学习党的十X大精神。", 2019, "学习党的十九大精神。", [False]),
        ("学习党的XX大精神。", 2022, "学习党的XX大精神。", []),
        ("学习党的XX大精神。", None, "学习党的XX大精神。", []),
        ("贯彻X届X中全会精神。", 2023, "贯彻X届X中全会精神。", []),
        ("增强“四个XX”，做到“两个**”。", None, "增强“四个意识”，做到“两个维护”。", [True, True]),
    ],
)
def test_restoration(text: str, year: int | None, expected: str, safe: list[bool]) -> None:
    """A phrase is restored where it is certain, the congress by the year of the report, and not at all in a year of two."""
    assert fixed(text, year) == (expected, safe)


def test_whole_phrases_are_silent() -> None:
    """Phrases in full, and their short forms in lawful use."""
    text = "学习习近平法治思想、习近平新时代中国特色社会主义经济思想和党的二十届三中全会精神，牢记总书记嘱托，加强社会主义思想道德建设。"
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实X区生产总值增长。", ["P011 实X区生产总值"]),
        ("工业X区投产，人×政府批准，行政X法规范。", ["P011 工业X区", "P011 人×政府", "P011 行政X法"]),
        ("XX区生产总值增长，XX园区投产，推行XX执法公示。", ["P001 XX区", "P001 XX", "P001 XX"]),
    ],
)
def test_cut_words(text: str, expected: list[str]) -> None:
    """A mask inside a word is a blind replacement; between words it stands for a name."""
    assert found(text) == expected


def test_hard_wrapped() -> None:
    """A mask at the end of a line of a hard-wrapped text is joined with what follows, and found at its place in the file."""
    lines = "为全面推进依法行政依法理财工作，我局党组认真落实上级部署要求，\n\n切实加强组织领导，健全工作机制，完善制度体系，推动各项任务在XX\n\n市XX区落地见效，全年共组织开展法治专题培训班和知识竞赛共**\n\n次，参训人员覆盖全体在岗干部职工，营造了尊法学法守法用法氛围。\n\n"
    linter = Linter(RULES, Settings(select=("P00",)))
    places = [(f.code, f.position.line, f.position.column) for f in linter.check_bytes("report.txt", lines.encode()).findings]
    assert places == [("P001", 3, 31), ("P002", 5, 30)]
