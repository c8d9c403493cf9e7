"""What stands around masks: nouns, measure words, posts and rhetorical phrases, as patterns.

Each word carries the characters that, following it, make another word of it: 市 names a place, but not in 市场;
次 counts, but not in 次要.

Sources: 《量和单位》 GB 3100 for units; the names of administrative divisions and of party and government bodies; the rest
was read off published reports and off masked ones.
"""

from __future__ import annotations

from reportlint import LazyPattern

LETTERS = "Xxⅹ\u2169\u0425\u0445"
"""X and the signs that look like it: Roman ten, Cyrillic Kha."""
CROSSES = "×✕✖╳✘"
STARS = "*＊﹡∗"
CIRCLES = "○◯〇●"
BOXES = "□■█▇"
LINES = "_＿﹍"
TRIANGLES = "△▲"
QUERIES = "?？#＃"
MASKS = LETTERS + CROSSES + STARS + CIRCLES + BOXES + LINES + TRIANGLES
SIGNS = MASKS + QUERIES
"""Every character that masks, but 某 and brackets; safe inside a character class. Runs of `QUERIES` mask numbers only."""

NUMERALS = "一二三四五六七八九十百零〇○"
"""Chinese digits, as the inside of a character class."""

_UNITS = """
    次-要序品生日 件 个-人体别性旧 名-称单录誉牌优义片著胜额字词为家 份-额 期-货刊间限望末盼
    人-民大社力才员事口武防保行寿工居文均格身道情物家类生心造体为和 场-镇所地馆站景合面 条-例约件款理文 起-草诉来步点降伏到重义
    项-目 家-园庄属长庭具电村乡口沟坝河湾湖坪屯店渡堡窑政校港访居 户-籍外口县型均 篇-章幅 批-准复发评示判 部-门队委署长级分位落属令
    册-亨 页-面岩 天-津河府水台长气然山心门元等下涯生使 台-湾州账风儿阶 辆 架-构 艘 套-餐路用 座-谈机位落 栋-梁 幢 间-接隔距断谍
    类-型别似 种-植子养业族粮 款-项 例-如会行外子证 宗-教旨族 枚 块-状 张-家掖贴 段-落 支-队行部持付出援教撑委线农局
    本-级地市县区局单年着届人科质身院省镇乡街村社部办委 幅-员度 首-先次都府创届要席批 棵 只-有要是能需会看见不好顾 株-洲 盏
    组-织成建长 轮-岗训候 届-时满 倍 岁 笔-试录 封-闭控 堂 遍 元-旦月宝谋阳氏首 分-局公行管别类析为院会部支队组工享布
    周-边口至宁末村庄年围密恩转 层-面级 集-团体中合成约 版-权块图 号-召称码角令 米-易脂林 亩 吨 处-置理罚于在长级室
    万-达州载宁盛隆科众 亿-达利联 千-方百 百-姓货色科强 十-堰足分 班-子组 字-样号 点-位评 年-级龄轻产均限薪 学时 课时 工时 小时
    分钟 公里 公顷 公斤 平方 立方 厘米 毫米 千米 千克 千瓦 兆瓦 美元 欧元 港元 床位 周年 周岁 章-程
"""
_NOUNS = """
    省-略钱心事去时力下城 市-场民值容面价井况制斤 县-域 区-域间别分块划 州 盟-约友 旗-帜下舰袍 镇-定静痛 乡-愁音情亲土间下 街-头 村
    屯 社区 市民 局-面部势限 厅-堂 委-托派屈婉员 办-理法事案学公 院 所-有属在谓以需得 站-在立 队-伍 处-置理罚于在 科-技学研目
    股-份东权票 室-内外 路-线径 道-德理 河 江 湖 山 岛 港 厂 矿 党-的性员和 部-署分位落属 中心 公司 集团 企业 银行 学校 学院 大学
    中学 小学 医院 法院 检察院 幼儿园 办公室 办事处 委员会 管委会 街道 开发区 园区 新区 党委 党组 党支部 支部 党工委 人民政府 政府
    政协 人大 纪委 部门 单位 机关 协会 平台 系统 工程 项目 同志 书记 主任 财政局 司法局 公安局 自治区 自治州 自治县 高速 品牌
"""


def _table(words: str) -> dict[str, str]:
    """Each word with the characters that may not follow it."""
    return {word: others for word, _, others in (entry.partition("-") for entry in words.split())}


_UNIT_TABLE = _table(_UNITS)
_NOUN_TABLE = _table(_NOUNS)
_BLANKS = (" ", "\u3000")
_PER_CENT = ("%", "％", "‰")


def unit(text: str, at: int) -> int:
    """Where the measure word or unit ends that stands at `at`, behind a number; 0 if none does: 余件, 万余元, 个百分点."""
    if text.startswith(_BLANKS, at):
        at += 1
    if text.startswith(_PER_CENT, at):
        return at + 1
    if text.startswith(("余", "多", "几", "来"), at):
        at += 2 if text.startswith(_BLANKS, at + 1) else 1
    if text.startswith(("个百分点", "百分点"), at):
        return text.index("点", at) + 1
    power = at + 1 if text.startswith(("百", "千"), at) else at
    if text.startswith(("万", "亿"), power):
        behind = power + (2 if text.startswith(("余", "多"), power + 1) else 1)
        end = _word(_UNIT_TABLE, text, behind)
        if end:
            return end
    return _word(_UNIT_TABLE, text, at)


def noun(text: str, at: int) -> int:
    """Where the noun at `at` ends before which a masked name stands, a place, a body or a post; 0 if there is none."""
    return _word(_NOUN_TABLE, text, at)


def _word(table: dict[str, str], text: str, at: int) -> int:
    for length in (4, 3, 2, 1):
        others = table.get(text[at : at + length])
        if others is not None:
            after = text[at + length : at + length + 1] or "\n"
            if after not in others and (after != "数" or table is not _UNIT_TABLE):
                return at + length
    return 0


DATE_UNIT = LazyPattern(
    r"[ \u3000]?(?P<unit>年(?![级龄轻产均限薪])|月(?![球饼亮台嫂薪老季])|日(?![均常报本照新益夜产趋志])|季度|[上中下]旬)"
)
YEAR = LazyPattern(rf"(?:19|20)(?:[0-9][{SIGNS}]|[{SIGNS}]{{1,2}})")
"""The figures of a year, one or two of them masked: 20XX, 202X, 20**."""
DATE_REST = LazyPattern(rf"(?:[—–\-~～至到]{{0,2}}[0-9{SIGNS}]{{1,4}}(?:年|月份?|日|号))+")
RANGE = LazyPattern(rf"[—–\-~～至到]{{1,2}}[0-9.{SIGNS}]+")

_POSTS = (
    "书记|局长|厅长|部长|主任|市长|省长|州长|县长|区长|镇长|乡长|处长|科长|股长|所长|站长|院长|校长|行长|队长|组长|会长|社长|园长|村长|主席|秘书长"
    "|检察长|经理|董事长|总监|常委|委员|巡视员|调研员|负责人|联系人|签发人|主持人|记录人|审核人|经办人|承办人|责任人|申请人|领导|干部|律师|专家|教授|同志"
)
POST = LazyPattern(rf"(?:{_POSTS})[：:]?\Z")
"""The post or role in front of a masked person."""
BEFORE_PERSON = LazyPattern(rf"(?:{_POSTS})")
_OFFICES = "书记|[局厅部市省州县区镇乡处科所院校]长|主任|主席|秘书长|组长"
OFFICE = LazyPattern(rf"(?:{_OFFICES})\Z")
TITLED = LazyPattern(rf"(?:[市县区镇乡局]?[党政]?[委组]?)?副?(?:{_OFFICES}|同志|教授)")
"""Behind a masked person in office, as against any person of a kind: 某某干部."""

DURATION = LazyPattern(r"(?:近|第|满|每|期|过去|未来|连续|长达|共|任|前|后|用|为)\Z")
"""In front of a masked number of years, as against the name of a year."""
AMOUNT = LazyPattern(
    r"(?:第|共|共计|合计|总计|累计|达到?|约|近|超过?|不少于|不低于|[增减]加?[至到]|增长|下降|减少|增加|上升|提高|降低|占比?|率|比例|数量?|金额|分别|为)\Z"
)
"""In front of a masked number that has no unit."""

PLACE = LazyPattern(
    r"自治[区州县]|地区|[州盟](?:市)?|开发区|新区|街道|社区|[省旗](?![略帜下舰])|[市](?![场民值容面价])|[县](?!域)|区(?![域间别分])|[镇乡](?!村)|村|街|屯|[路河]"
)
BODY = LazyPattern(
    r"[^\W\x00-\x7f的了在对把将被为按以由从着组召并及就向于来开是]{0,9}?"
    r"(?:[局厅](?![面势长])|委员会|办公室|办事处|管委会|联席会议|人民政府|(?<!法治)政府|党委|党组|党工委|党支部|人大常委会|人大|政协|纪委|监委|[市县区州省]委(?!托|派|员)"
    r"|法院|检察院|中心|集团|公司|银行|医院|学校|学院|大学|中学|小学|幼儿园|[大支总中]队|司法所|派出所|平台|系统|服务网|单位|协会|联合会)"
)
"""From a place or from the mask itself to the end of the name of a body."""

SLOGAN = LazyPattern(r"(?:要素|智能|科技|文旅|文化|数字|数据|旅游|非遗|体育|产业|算力|艺术|教育|金融|[A-Za-z0-9])\Z")
"""In front of the × of a slogan, which multiplies or pairs."""
LETTER_X = LazyPattern(
    r"[-—－]?(?:光|射线|线|轴|染色体|[型形刀值]|荧光|衍射|波段|坐标|世代|一代|元素|教练|战警|计划|因素|博士|档案|理论|代表|表示|指(?!标|挥|导|定|南|引)|证书|[和与及、，][Yy]|\s?[=＝])"
)
"""Behind an X that is a letter: X光, 用X代表."""
RHETORIC_BEFORE = LazyPattern(r"(?:中国式|浅谈|浅议|小议|试论|[“《]论|[；;。\s]论|[“‘]被|不是|说声)\Z")
RHETORIC_AFTER = LazyPattern(r"之我见|到此一游|说开去|势在必行|告诉我们|[”’]?(?:代替|表示|字样)")
NAMING = LazyPattern(
    r"(?:(?:统一|一律|应当?|必须|须|可以?|规范|格式|式样|样式|方式|规则|标准)[^。；]{0,14}"
    r"(?:命名|冠名|名称|表述|写[明作为成]|书写|记为|采用|标明|注明|标注|编排|编号|署名)[^。；，]{0,12}"
    r"|(?:命名规则|名称格式|命名格式|编排方式|编号规则|字样|格式|样式|式样|写明|标明|注明)[为是如：:（(]{0,3}(?:[“‘《][^”’》。；]{0,16})?)\Z"
)
"""In front of a blank that a naming rule prescribes, in the same sentence."""
LEGEND = LazyPattern(
    r"[”’]?(?:为|是|表示|代表|指代?)(?:[^，。；：“\n]{0,12}(?:简称|全称|代码|代字|年份|年号|序号|编号|顺序号|流水号|文号|字号|名称)(?=[，。；、）)\n]|$)"
    r"|(?<=表示)[^，。；：“\n]{1,12}(?:[指目]标|项目?|数据|任务|事项|职位|课程)(?=[，。；）)\n]|$))"
)
"""Behind a sign whose meaning a legend or a naming rule explains."""
NAMING_AFTER = LazyPattern(r"[^“”。；\n]{0,24}[”》](?:的|等)?(?:统一)?(?:格式|样式|式样|字样|命名|规则|方式编)")
"""Behind such a blank in quotation marks."""

SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊"
    "孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚牟"
)
