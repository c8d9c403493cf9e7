"""The further kinds of reports: a whole one has nothing missing, and a part left out is named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from reportlint import Finding
from reportlint.engine import Linter
from reportlint.plugins import Registry, load
from reportlint.settings import Settings

REGISTRY = load()
KINDS_PAGE = Path(__file__).parents[2] / "docs" / "kinds.md"


class Whole(NamedTuple):
    """A report with all its parts, each given as its heading and text."""

    title: str
    opening: str
    parts: dict[str, str]

    def without(self, left_out: str = "") -> str:
        """The report without one part, the headings numbered anew."""
        kept = [text for name, text in self.parts.items() if name != left_out]
        return "\n".join([self.title, self.opening, *(f"{n}、{text}" for n, text in zip("一二三四五六七八", kept, strict=False))]) + "\n"


WHOLE = {
    "info-disclosure-annual": Whole(
        "云岭县水利局2023年政府信息公开工作年度报告",
        "本报告依照政府信息公开条例编制，所列数据的统计期限为2023年1月1日至12月31日。",
        {
            "overview": "总体情况\n县水利局按照全县部署推进政务公开，公开渠道稳定运行。",
            "proactive": "主动公开政府信息情况\n通过门户网站发布水资源公报、河湖长名单等信息86条。",
            "requests": "收到和处理政府信息公开申请情况\n全年办理申请4件，均在期限内答复。",
            "disputes": "政府信息公开行政复议、行政诉讼情况\n全年没有相关案件。",
            "problems": "存在的主要问题及改进情况\n政策解读形式单一，已增加图解和视频。",
            "other": "其他需要报告的事项\n全年没有收取信息处理费。",
        },
    ),
    "government-work-report": Whole(
        "云岭县2024年政府工作报告",
        "各位代表：现在，我代表县人民政府向大会报告工作，请予审议。",
        {
            "measures": "2023年工作回顾\n新建高标准农田2.6万亩，改造老旧小区14个。",
            "plan": "2024年工作安排\n开工建设县城第二水厂，新增公办幼儿园学位360个。",
        },
    ),
    "department-final-accounts": Whole(
        "云岭县水利局2023年度部门决算公开",
        "现将县水利局2023年度部门决算公开如下，接受社会监督。",
        {
            "profile": "部门概况\n县水利局主管全县水资源、防汛抗旱和农村供水。",
            "tables": "2023年度部门决算表\n九张报表附后。",
            "notes": "2023年度部门决算情况说明\n本年收入合计3126万元，均为财政拨款。",
            "terms": "名词解释\n基本支出是保障机构正常运转的支出。",
        },
    ),
    "performance-self-evaluation": Whole(
        "云岭县农村供水工程项目绩效自评报告",
        "按照财政部门要求，县水利局对项目开展了自评，现报告如下。",
        {
            "profile": "项目概况\n项目投资980万元，覆盖七个乡镇。",
            "results": "绩效目标完成情况\n新建管网46公里，受益群众1.2万人。",
            "problems": "存在的问题及原因\n管护经费落实较慢，原因是水费收缴率偏低。",
            "plan": "下一步改进措施\n推行用水计量收费，建立管护台账。",
        },
    ),
    "duty-report": Whole(
        "云岭县水利局局长2023年度述职述廉述法报告",
        "现将本人一年来的履职情况报告如下，请予评议。",
        {
            "measures": "履职情况\n主持局务会研究执法工作六次，带队巡河二十余次。",
            "problems": "存在的问题和不足\n对基层站所指导不够，到一线调研偏少。",
            "plan": "下一步改进措施\n每季度到站所蹲点，完善案卷评查。",
        },
    ),
    "website-annual-form": Whole(
        "云岭县政府网站工作年度报表（2023年度）",
        "填报单位为县政府办公室，数据截至2023年12月31日。",
        {
            "publication": "信息发布\n总数2146条，概况类信息更新量31条。",
            "topics": "专栏专题\n维护数量12个，新开设数量3个。",
            "interpretation": "解读回应\n解读信息发布58条，回应公众关注热点事项9件。",
            "services": "办事服务\n发布服务事项目录，可全程在线办理事项640项。",
            "interaction": "互动交流\n收到留言312条，办结留言312条。",
            "security": "安全防护\n开展安全检测评估4次，建立监测预警机制。",
            "mobile": "移动新媒体\n开通微信公众号1个，关注量2.3万人。",
            "innovation": "创新发展\n提供无障碍浏览和智能问答。",
        },
    ),
}


def structural(text: str, registry: Registry = REGISTRY) -> list[Finding]:
    """What the rules about structure find."""
    return list(Linter(registry, Settings(select=("S",))).check_bytes("报告.txt", text.encode()).findings)


@pytest.mark.parametrize("kind", WHOLE)
def test_whole_report(kind: str) -> None:
    """It is recognised by its title, and nothing is missing."""
    result = Linter(REGISTRY, Settings(select=("S",))).check_bytes("报告.txt", WHOLE[kind].without().encode())

    assert result.subject.kind.value == kind
    assert [(f.code, f.message.zh) for f in result.findings] == []


@pytest.mark.parametrize(("kind", "part"), [(kind, part) for kind, whole in WHOLE.items() for part in whole.parts])
def test_part_left_out(kind: str, part: str) -> None:
    """Exactly the part that is not there is named, wherever it belongs."""
    found = structural(WHOLE[kind].without(part))

    assert [(f.code, f.data["part"]) for f in found] == [("S001", part)]


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """The kinds with the one that docs/kinds.md shows, made of its two code blocks as they stand."""
    folder = tmp_path_factory.mktemp("grammars")
    blocks = re.findall(r"```(lark|toml)\n((?://|#) (survey\.\w+)\b.*?)```", KINDS_PAGE.read_text(encoding="utf-8"), re.DOTALL)
    for language, text, name in blocks:
        assert name == f"survey.{language}"
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        return load(grammars=[str(folder)])


SURVEY = "云岭县农村供水调研报告\n受局党组委托，调研组走访了九个村。\n一、调研方法和对象\n入户访谈六十户，查看水厂三座。{told}\n"


def test_kind_of_the_page(survey: Registry) -> None:
    assert structural(SURVEY.format(told="") + "二、主要发现\n水费收缴率不足七成。\n", survey) == []


def test_kind_of_the_page_without_a_part(survey: Registry) -> None:
    assert [(f.code, f.severity.label, f.data["part"]) for f in structural(SURVEY.format(told=""), survey)] == [
        ("S001", "warning", "results")
    ]


def test_kind_of_the_page_with_a_part_told_in_a_sentence(survey: Registry) -> None:
    (found,) = structural(SURVEY.format(told="调研发现，水费收缴率不足七成。"), survey)

    assert (found.code, found.data["part"]) == ("S002", "results")
    assert found.text.startswith("调研发现")
