"""Reports of one run that share their text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportlint.cli import run

OWN = (
    "组织执法人员走访沿河村组，劝导清理违规养殖设施十一处，恢复岸线三百余米。",
    "依托镇村两级调解网络，妥善处置山林权属争议，促成双方签订书面协议。",
    "邀请专家为村级后备力量讲授土地承包政策，发放图解读本四百余册。",
    "把行政裁量基准张贴到办事窗口，并安排专人现场解读，方便群众对照办事。",
)
OTHER = (
    "围绕校园周边食品经营开展专项抽检，下架问题商品十七批次并公开结果。",
    "建立商户信用档案，对守信经营者减少入户检查频次，减轻经营负担。",
    "开发线上预约系统，企业年报辅导实现全程网办，平均办理时长大为缩短。",
    "联合消费维权站调处装修合同争议，为消费者挽回损失十余万元。",
)
SHARED = (
    "针对历史遗留的违章搭建逐户建立台账，约定拆除时限并跟踪回访，",
    "先易后难分批推进整治，安排志愿者协助困难家庭搬运物品，",
    "做到拆除一处清运一处，并就近补种苗木改善街巷环境。",
)
SLOGANS = "坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻落实党的二十大精神，深入学习宣传习近平法治思想，认真履行推进法治建设第一责任人职责。"


def report(*sentences: str) -> str:
    return "青禾镇2023年法治政府建设情况报告\n" + "".join(sentences) + "\n"


def found(folder: Path, capfd: pytest.CaptureFixture[str], *paths: str) -> list[dict[str, Any]]:
    run(["--select", "C", "--isolated", "--lang", "en", "--output-format", "json", *(paths or (str(folder),))])
    findings: list[dict[str, Any]] = json.loads(capfd.readouterr().out)["findings"]
    return findings


def test_copied_passage_is_linked_from_both_sides(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(report(*OWN, *SHARED), encoding="utf-8")
    (tmp_path / "b.txt").write_text(report(*OTHER[:2], *SHARED, *OTHER[2:]), encoding="utf-8")

    a, b = found(tmp_path, capfd)

    assert (a["code"], b["code"]) == ("C002", "C002")
    assert a["text"].startswith("针对历史遗留") and a["text"].endswith("改善街巷环境")
    assert [(there["path"], there["text"]) for there in a["related"]] == [(b["path"], b["text"])]
    assert [(there["path"], there["column"]) for there in b["related"]] == [(a["path"], a["column"])]


def test_changed_words_do_not_hide_a_copy(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(report(*OWN, *SHARED), encoding="utf-8")
    (tmp_path / "b.txt").write_text(report(*OTHER, *SHARED).replace("困难家庭", "高龄老人"), encoding="utf-8")

    assert [f["code"] for f in found(tmp_path, capfd)] == ["C002", "C002"]


def test_short_passage_to_the_letter_but_for_its_figures(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    passage = "修复水毁道路3公里，安装路灯46盏，群众夜间出行不再摸黑。村部广场添了健身器材，红白喜事有了去处，邻里纠纷明显减少，上门送锦旗的有12户。"
    (tmp_path / "a.txt").write_text(report(*OWN, passage), encoding="utf-8")
    (tmp_path / "b.txt").write_text(report(*OTHER[:2], passage.replace("46", "108"), *OTHER[2:]), encoding="utf-8")

    a, b = found(tmp_path, capfd)

    assert a["text"].startswith("修复水毁") and a["text"].endswith("12户。") and "46盏" in a["text"]
    assert "108盏" in b["text"]


def test_terms_explained_alike_are_no_copy(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    terms = "\n名词解释\n" + "\n".join(SHARED)
    (tmp_path / "a.txt").write_text(report(*OWN, terms), encoding="utf-8")
    (tmp_path / "b.txt").write_text(report(*OTHER, terms), encoding="utf-8")

    assert found(tmp_path, capfd) == []


def test_same_report_under_two_names(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(report(*OWN, *SHARED), encoding="utf-8")
    (tmp_path / "b.txt").write_text(report(*OWN, *SHARED).replace("十一处", "十二处"), encoding="utf-8")

    (finding,) = found(tmp_path, capfd)

    assert (finding["code"], finding["path"]) == ("C001", str(tmp_path / "b.txt"))
    assert finding["related"][0]["path"] == str(tmp_path / "a.txt")


def test_slogans_are_no_copies(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(report(SLOGANS, *OWN), encoding="utf-8")
    (tmp_path / "b.txt").write_text(report(SLOGANS, *OTHER), encoding="utf-8")

    assert found(tmp_path, capfd) == []


def test_what_many_reports_share_is_common_wording(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for i in range(8):
        own = (f"第{i}工作组走访{n}号片区登记居民诉求并逐项回应办理。" for n in range(i * 10, i * 10 + 9))
        (tmp_path / f"{i}.txt").write_text(report(*own, *SHARED), encoding="utf-8")

    assert found(tmp_path, capfd) == []


def test_one_file_is_compared_with_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(report(*OWN, *OWN), encoding="utf-8")

    assert found(tmp_path, capfd, str(tmp_path / "a.txt")) == []


def test_many_copies_are_all_found(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A whole county that copied one text: each copy is named with the first of them."""
    for i in range(9):
        text = report(*OWN, *SHARED).replace("青禾镇", f"青{'一二三四五六七八九'[i]}镇").replace("十一处", f"{'一二三四五六七八九'[i]}处")
        (tmp_path / f"{i}.txt").write_text(text, encoding="utf-8")

    copies = [f for f in found(tmp_path, capfd) if f["code"] == "C001"]

    assert [f["path"] for f in copies] == [str(tmp_path / f"{i}.txt") for i in range(1, 9)]
    assert {f["related"][0]["path"] for f in copies} == {str(tmp_path / "0.txt")}
