"""Names of laws, laws no longer in force, fixed phrases, document numbers (L001–L004)."""

from __future__ import annotations

from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, over, sentence

_WRONG_NAMES = (
    "行政复议条例", "招投标法", "治安处罚法", "妇女权益保护法", "突发事件应急法", "未成年保护法", "安全生产管理法", "消费者权益保障法", "政府信息公开管理条例",
    "重大行政决策条例", "食品卫生安全法", "老年人权益保护法", "反家庭暴力保护法", "档案管理法", "中华人民共和国乡村振兴法",
    "法治政府建设与责任落实督查工作规定", "道路安全交通法", "行政强制执行法", "农民工工资支付条例", "优化营商环境管理条例", "个人信息保障法",
)  # fmt: skip
_REPEALED = ("合同法", "物权法", "侵权责任法", "婚姻法", "继承法", "收养法", "担保法", "民法总则", "民法通则")
_CITING = (
    "认真学习宣传⟦《%s》⟧，强化{theme}。", "依照⟦《%s》⟧{规定|有关规定}办理{thing}事项。", "组织干部学习《预算法》⟦《%s》⟧等法律法规。",
    "严格执行⟦《%s》⟧，规范{thing}。", "围绕⟦《%s》⟧开展{act}{5-30}次。", "深入贯彻⟦《中华人民共和国%s》⟧。",
)  # fmt: skip
_PHRASES = (
    "营造⟦遵法学法⟧守法用法的氛围。", "开展⟦遵法学法守法用法⟧主题活动。", "落实“⟦谁执法、谁普法⟧”普法责任制。", "推行“⟦双随机一公开⟧”监管。", "开展⟦双随机一公开⟧抽查{4-40}次。",
    "在“⟦12.4⟧”国家宪法日开展{act}。", "利用“⟦3.15⟧”消费者权益日开展{act}。", "落实重大执法决定⟦法治审核⟧制度。", "加快建设⟦法制政府⟧。", "优化⟦法制化营商环境⟧。",
    "⟦截止⟧{9-12}月底，{thing}全部完成。", "⟦截止目前⟧，{thing}进展顺利。", "履行推进法治建设⟦第一责任人责任⟧。", "依法⟦做出行政处罚⟧决定{3-30}件。", "坚定⟦做到“四个自信”⟧。",
    "加强⟦法制宣传教育⟧，抓好{theme}。", "推进⟦法制社会⟧建设。", "推动⟦法制建设⟧与业务融合。", "增强干部⟦法制思维⟧。",
)  # fmt: skip
_NUMBERS = (
    "{国发|国办发|皖政办|浙财行|苏府规}[20{21-25}]{2-80}号", "{国发|国办发|皖政办|浙财行}（20{21-25}）{2-80}号", "{苏府规|皖政办|浙财行}【20{21-25}】{2-80}号",
    "{苏府规|皖政办|浙财行}〔20{21-25}〕第{2-80}号", "{苏府规|皖政办|浙财行}〔20{21-25}〕0{2-9}号", "{苏府规|皖政办}〔{21-25}〕{2-80}号", "{苏府规|皖政办}〔20{21-25}年〕{2-80}号",
    "{苏府规|皖政办}(20{21-25}){2-80}号", "{苏府规|皖政办}﹝20{21-25}﹞第{2-80}号",
)  # fmt: skip


def _cite(clean: Clean, rng: Random, name: str) -> Defect | None:
    frames = [f % name for f in _CITING if "中华人民共和国" not in name or "中华人民共和国" not in f]
    return sentence(clean, rng, frames, ("L001", "L002"))


@injects("L001")
def law_name(clean: Clean, rng: Random) -> Defect | None:
    """A law under a name that it does not have."""
    return _cite(clean, rng, rng.choice(_WRONG_NAMES))


@injects("L002")
def repealed_law(clean: Clean, rng: Random) -> Defect | None:
    """A law of before the Civil Code, cited as in force in a report on a later year."""
    return _cite(clean, rng, rng.choice(_REPEALED)) if clean.year >= 2021 else None


@injects("L003")
def fixed_phrase(clean: Clean, rng: Random) -> Defect | None:
    """A fixed expression in a wrong form: in a sentence put in, or in one of the text."""
    wrong = {"法治政府建设": "法制政府建设", "“双随机、一公开”": "“双随机一公开”", "谁执法谁普法": "谁执法、谁普法"}
    if rng.random() < 0.3:
        right = rng.choice(list(wrong))
        if found := over(clean, rng, rf"(?<!《){right}(?!与)", lambda _: wrong[right]):
            return found
    return sentence(clean, rng, _PHRASES)


@injects("L004")
def document_number(clean: Clean, rng: Random) -> Defect | None:
    """A document number with wrong brackets or form."""
    frames = (
        "落实⟦%s⟧文件要求，抓好{theme}。",
        "按照《关于加强{theme}的通知》（⟦%s⟧）要求开展{act}。",
        "出台{theme}办法（⟦%s⟧）。",
        "根据⟦%s⟧，调整{thing}标准。",
    )
    return sentence(clean, rng, [rng.choice(frames) % rng.choice(_NUMBERS)])
