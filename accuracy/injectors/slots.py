"""Open slots of templates and unnamed issuers (P004, P005)."""

from __future__ import annotations

import re
from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, replaced, sentence
from accuracy.injectors.masks import FAMILY

_SLOTS = (
    "⟦[此处{填写|插入|输入}{具体数据|主要做法|单位名称|会议名称}]⟧",
    "⟦【{单位全称|填报单位名称|请填写联系人|部门名称}】⟧负责{thing}。",
    "⟦{（请|（此处}{填写|补充}{具体情况|本单位数据|完成时间}）⟧",
    "{thing}情况⟦{待补充|待完善后补充|待填写|此处待补充}⟧。",
    "由⟦____⟧{____|}负责{act}。",
    "牵头科室为⟦{□□□|□□□□|______|【】|[ ]|（____）}⟧。",
    "{thing}比上年⟦{增加（减少）|增长（下降）|上升/下降|增加/减少}⟧{3-9}%。",
    "依据政办发⟦〔〕{3-99}号⟧的要求开展{act}。",
    "⟦（{没有的不填|如无请删除|不涉及的不列|根据实际情况填写}）⟧",
    "⟦（{此处请结合本单位实际展开|可结合具体案例说明|具体数据由各科室提供|需补充数据|待各科室报送后补充|本段可删|如有请补充}）⟧",
    "⟦（{约500字|字数300字左右|不超过800字|此段重点写成效|主要写存在问题}）⟧",
    "⟦{【待核】|【待核实】|【请补充：典型案例】|【此处插入数据】|【数据待更新】|【待补】}⟧",
    "⟦{单击此处输入文字|点击此处添加文本|请在此处输入内容|此处省略若干字|此处补充典型案例|在此输入正文}⟧。",
    "{thing}相关数据⟦{待核实|待确认|（需核实）|（需进一步核实）|（待定）}⟧。",
    "⟦（{标红部分需核实|黄色部分请修改|由办公室补充|由财务科提供数据|领导审定后填}）⟧",
    "⟦{〈单位名称〉|[[单位名称]]|#单位名称#|<单位名称>|＜填报单位＞|｛填报单位｝}⟧负责{thing}。",
    "印发⟦《》⟧，规范{thing}。",
    "依据⟦{国办发|县政发|府办}〔20{21-24}〕　号⟧文件开展{act}。",
    "联系人：⟦{____|＿＿＿|（姓名）|【姓名】|[姓名]}⟧，负责{act}。",
    "{thing}工作⟦{（略）|（下略）|（此处略）|（内容略）}⟧。",
    "⟦（注：{此处填写具体措施|各单位根据实际修改|请删除本提示}）⟧",
    "⟦[{请输入|请选择|选择}{日期|部门|项目}]⟧完成{thing}。",
    "⟦{TODO|TBD|todo}⟧：{thing}情况。",
    "{thing}支出⟦{较上年增加/减少|同比增长/下降|比上年增加（减少）|环比上升（下降）}⟧{2-30}万元。",
)
_RAW_SLOTS = ("{{ %s }}", "${%s}", "{{%s}}", "<%%= %s %%>", "{%s}", "#{%s}", "[[%s]]")
_ISSUERS = (
    "⟦{某|某某}{县|市|区}{财政局|民政局|水利局|司法局|教育局}⟧党组坚持把{theme}摆在重要位置。",
    "⟦某{局|委}⟧党组理论学习中心组开展{theme}专题学习。",
    "⟦某{镇|乡|街道}{党委|党工委|政府}⟧认真落实{theme}各项要求。",
    "在⟦{某|某某}{县委、县政府|市委、市政府|区委、区政府|镇党委、政府}⟧的坚强领导下，扎实推进{theme}。",
    "今年以来，⟦{某|某某}{局|乡|镇|街道|单位|中心}⟧{狠抓|紧盯|突出}{theme}，成效明显。",
    "⟦某{区|县|市}{人社局|住建局|卫健委|应急管理局|医保局|发改委}⟧印发《{theme}实施方案》。",
    "⟦某某{局|单位|街道}⟧全体{干部职工|党员干部}参加{act}。",
    "一年来，⟦某{县|区|市}{检察院|法院|公安局}⟧严格依法履职，{theme}取得实效。",
    "作为{theme}试点单位，⟦某{县|镇|局}⟧率先建立{act}机制。",
    "⟦某{局|镇|街道}{主要负责人|主要领导|班子成员}⟧带头开展{act}。",
    "我⟦某{局|镇|乡|县}⟧把{theme}纳入年度考核。",
    "⟦某{县|区}{政府办|司法局|民政局}⟧牵头，会同有关部门开展{act}。",
    "⟦某{单位|部门|机关}⟧党支部组织党员开展{act}{3-9}次。",
)


@injects("P004")
def template_slot(clean: Clean, rng: Random) -> Defect | None:
    """A slot of a template that nobody filled."""
    if clean.markdown:
        return None
    if rng.random() < 0.2:
        starts = clean.sentence_starts()
        slot = rng.choice(_RAW_SLOTS) % rng.choice(("title", "unit", "report.year", "dept_name", "amount", "单位名称", "年份"))
        return replaced(clean.text, at := rng.choice(starts), at, f"⟦{slot}⟧负责落实。") if starts else None
    return sentence(clean, rng, _SLOTS, FAMILY)


@injects("P005")
def anonymous_issuer(clean: Clean, rng: Random) -> Defect | None:
    """An issuer that calls itself 某县: in its title, or as the subject of what it does."""
    if rng.random() < 0.15:
        name = rng.choice(("某县财政局", "某某镇人民政府", "某区应急管理局", "某局", "某街道办事处"))
        return replaced(
            clean.text, at := len(clean.text), at, f"\n⟦{name}⟧\n{(clean.year or 2023) + 1}年1月16日\n", ("P012", "S015", "F010")
        )
    title = re.match(r"(?:20[0-9]{2}年度?)?([\u4e00-\u9fff]{2,3})([县市区])(?=[\u4e00-\u9fff])", clean.text)
    if title and rng.random() < 0.5:
        return replaced(clean.text, title.start(1), title.end(2), rng.choice(("某", "某某")) + title[2], ("P012",))
    return sentence(clean, rng, _ISSUERS)
