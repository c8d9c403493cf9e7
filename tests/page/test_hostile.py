"""Reports come from strangers: whatever stands in one is text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.page.conftest import Make, Open

ATTACKS = (
    "</script><script>window.pwned=1;alert(1)</script>",
    "<!--<script>window.pwned=2</script>",
    "<img src=x onerror=window.pwned=3><svg onload=window.pwned=4>",
    "'\"><a href=javascript:window.pwned=5>甲</a>",
    "{{constructor.constructor('window.pwned=6')()}} ${window.pwned=7} \\u003c/script\\u003e",
    "<link rel=stylesheet href=//evil.example/x.css><iframe src=//evil.example>",
    "\u2028\u2029\u202e反\u202c\u200b\x00\x07]]>",
)
HOSTILE = "青禾区民政局关于2023年度法治政府建设情况的报告\n" + "".join(
    f"（{i}）召开会议**次{attack}完成。\n" for i, attack in enumerate(ATTACKS)
)


def test_hostile_text_is_text(make_page: Make, open_page: Open) -> None:
    page = open_page(make_page({"<img src=x onerror=alert(1)>&amp;\u202e.txt": HOSTILE}))
    body = ""
    for address in (
        "#/",
        "#/findings",
        "#/findings?q=%3Cimg",
        "#/report/1",
        "#/report/1/2",
        "#/findings?rule=%3Cscript%3E&report=-1",
        "#/report/x/y",
    ):
        page.evaluate("address => { location.hash = address; }", address)
        page.wait_for_timeout(50)
        body += page.evaluate(
            """() => {
                const copy = document.querySelector('main').cloneNode(true);
                for (const number of copy.querySelectorAll('sup')) { number.remove(); }
                return copy.textContent;
            }"""
        )

    assert page.evaluate("window.pwned") is None
    assert page.locator("main img, main script, main iframe, main link, main svg[onload], main a[href^=javascript]").count() == 0
    for attack in ATTACKS[:-1]:
        assert attack in body, attack
    assert page.locator("[data-code='U+202E']").count()


def test_the_policy_holds_where_the_escaping_would_not(make_page: Make, open_page: Open) -> None:
    page = open_page(make_page({"一.txt": "召开会议**次。\n"}), refusals=True)

    refused = page.evaluate(
        """async () => {
            const refused = [];
            document.addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
            const attempt = (name, act) => { try { act(); } catch (error) { refused.push(name); } };
            attempt('handler', () => { const node = document.createElement('div'); node.setAttribute('onclick', 'window.pwned = 1'); node.click(); });
            attempt('markup', () => { document.createElement('div').innerHTML = '<b>x</b>'; });
            attempt('script', () => { const node = document.createElement('script'); node.textContent = 'window.pwned = 1'; document.body.append(node); });
            const picture = new Image();
            picture.src = 'picture.png';
            await new Promise(done => setTimeout(done, 100));
            return refused;
        }"""
    )

    assert {"handler", "markup", "script", "img-src"} <= set(refused)
    assert page.evaluate("window.pwned") is None
