"""The page of a report: what it holds, and how it behaves in a browser."""

from __future__ import annotations

import json
import os
import re
import shutil
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

import taiyuan_report as tr
from taiyuan_report import explore

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")


class _Text(HTMLParser):
    """The words of the report's text; whether all elements close in order; what is Chinese and not said to be so."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, dict]] = []
        self.words: list[str] = []
        self.marks: list[str] = []
        self.undeclared: list[str] = []
        self.told = ""

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "link", "input", "br"):
            self.open.append((tag, dict(attrs)))
        if tag == "mark" and "data-i" in dict(attrs):
            self.marks.append("")

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        tags = [tag for tag, _ in self.open]
        if "article" in tags:
            self.words.append(data)
            if "mark" in tags:
                self.marks[-1] += data
        if not {"style", "script"} & set(tags):
            self.told += data
        language = next((attrs["lang"] for _, attrs in reversed(self.open) if "lang" in attrs), None)
        is_value = any(attrs.get("class") == "number" for _, attrs in self.open)  # its unit is the text's
        if language != "zh" and not is_value and not {"style", "script", "title"} & set(tags):
            self.undeclared += re.findall("[一-鿿]+", data)


def words_of(page: str) -> _Text:
    parser = _Text()
    parser.feed(page)
    assert not parser.open
    return parser


def test_page_holds_head_outline_targets_and_text(report):
    page = tr.show(report, language="zh").html
    for part in (
        "政府工作报告",
        "第六届人民代表大会第四次会议",
        "产业根基越扎越深",
        "地区生产总值增长率",
        "≥ ↑ 7%",
    ):
        assert part in page


def test_every_quantity_is_marked_in_the_text(report):
    marks = words_of(tr.show(report).html).marks
    assert marks == [row["text"] for row in report["quantities"]]


def test_no_word_of_the_text_is_lost(corpus_file):
    report = tr.read(corpus_file)
    shown = words_of(tr.show(report).html)
    told = "\n".join(report.text[start:end] for row in report["paragraphs"] for start, end in row["pieces"])
    plain = re.compile(r"[\s⏎]|\*\*|^#+", re.MULTILINE)
    assert plain.sub("", "".join(shown.words)) == plain.sub("", told)
    assert len(shown.marks) == len(report["quantities"])


def test_the_text_is_escaped():
    text = "一、<script>alert(1)</script>工作回顾\n\n主要预期目标是：地区生产总值增长6%<b>左右。</script><img src=x>\n"
    report = tr.parse(text, year=2024, source='"><script>')
    page = tr.show(report).html
    assert page.count("<script") == 2  # the data and the page's own
    assert page.count("</script") == 2
    assert "<b>左右" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_the_data_are_the_rows(report):
    block = re.search(r'id="data">(.*?)</script>', tr.show(report).html, re.DOTALL)
    data = json.loads(block[1])
    assert [dict(zip(data["columns"], row, strict=True)) for row in data["rows"]] == [
        {name: value for name, value in row.items() if name != "sentence"} for row in report["quantities"]
    ]


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(report):
    frame = report._repr_html_()
    assert frame.startswith("<iframe")
    assert unescape(re.search('srcdoc="([^"]*)"', frame)[1]) == tr.show(report).html


@pytest.mark.parametrize(
    ("language", "parts"),
    [("zh", ("目标与完成", "地区生产总值增长率")), ("en", ("Targets and results", "GDP growth"))],
)
def test_the_page_speaks_the_language_that_is_asked_for(report, language, parts):
    page = tr.show(report, language=language).html
    assert f'<html lang="{language}">' in page
    for part in parts:
        assert part in page


@pytest.mark.parametrize(("locale", "language"), [("zh_CN.UTF-8", "zh"), ("en_US.UTF-8", "en"), ("C", "en")])
def test_the_page_speaks_the_language_of_the_locale(report, monkeypatch, locale, language):
    monkeypatch.setenv("LC_ALL", locale)
    assert f'<html lang="{language}">' in tr.show(report).html


def test_no_other_language(report):
    with pytest.raises(tr.ReportError, match="language='fr'"):
        tr.show(report, language="fr")


def test_an_english_page_says_what_is_chinese(report):
    assert words_of(tr.show(report, language="en").html).undeclared == []


@pytest.mark.parametrize("text", ["", "\n\n", "没有数字。"])
def test_a_report_of_nothing_is_a_page(text):
    assert "<main>" in tr.show(tr.parse(text)).html


def test_a_report_that_could_not_be_read_says_why(tmp_path):
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01")
    [report] = tr.scan(tmp_path)
    assert 'role="alert"' in tr.show(report).html


# ---- in a browser --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser():
    if not (CHROMIUM and DRIVER):
        pytest.skip("needs chromium and chromedriver")
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,1000"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    plain = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}  # a sanitizer's
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER, env=plain))
    yield driver
    driver.quit()


class Page:
    """A page in the browser, asked by CSS selectors."""

    def __init__(self, driver) -> None:
        self.driver = driver

    def open(self, path: Path) -> Page:
        for kind in ("browser", "performance"):
            self.driver.get_log(kind)  # those of the page before
        self.driver.get(path.as_uri())
        return self

    def find(self, selector):
        return self.driver.find_element("css selector", selector)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def press(self, *keys) -> None:
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def count(self, selector) -> int:
        return self.run(
            "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).length",
            selector,
        )

    def requests(self) -> list[str]:
        """The addresses that were asked for since the page was opened."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]

    def faults(self) -> list[str]:
        """What axe-core finds, of those faults that it calls serious or critical."""
        axe_core = pytest.importorskip("axe_core_python.selenium")
        found = axe_core.Axe().run(self.driver)["violations"]
        return [
            f"{fault['id']}: {node['html'][:120]}"
            for fault in found
            if fault["impact"] in ("serious", "critical")
            for node in fault["nodes"]
        ]

    def colours(self, scheme: str) -> None:
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})


@pytest.fixture
def page(browser, report, tmp_path):
    report.to_html(tmp_path / "report.html", language="zh")
    return Page(browser).open(tmp_path / "report.html")


def assert_quiet(page: Page) -> None:
    assert page.driver.get_log("browser") == []
    assert [url for url in page.requests() if not url.startswith(("file:", "data:"))] == []


def test_it_loads_without_errors_and_asks_nothing_of_the_network(page, report):
    assert page.count("#text mark.on") == len(report["quantities"])
    assert_quiet(page)


def test_filters_by_kind_status_and_section(page, report):
    rows = report["quantities"]
    page.find("[name=kind][value=date]").click()
    assert page.count("#text mark.on") == sum(row["kind"] != "date" for row in rows)
    page.find("[name=status][value=achieved]").click()
    left = [row for row in rows if row["kind"] != "date" and row["status"] != "achieved"]
    assert page.count("#text mark.on") == len(left)
    assert page.count("#targets tr[data-status=achieved]") == 0
    page.find("#section option[value='1']").click()
    assert page.count("#text mark.on") == sum(row["section"] == 1 for row in left)
    assert page.count("#text > *") == sum(row["section"] == 1 for row in report["paragraphs"])
    page.find("button[type=reset]").click()
    assert page.run("return new Promise(done => setTimeout(() => done(true), 50))")
    assert page.count("#text mark.on") == len(rows)


def test_a_chapter_holds_its_sections(page, report):
    page.find("#section option[value='0']").click()
    inside = [i for i, row in enumerate(report["sections"]) if i == 0 or row["parent"] == 0]
    assert len(inside) > 1
    assert page.count("#text > *") == sum(row["section"] in inside for row in report["paragraphs"])


def index_of(report, text: str) -> int:
    return next(i for i, row in enumerate(report["quantities"]) if row["text"] == text)


def test_hover_shows_the_fields(page, report):
    from selenium.webdriver import ActionChains

    assert page.count("#card") == 0
    ActionChains(page.driver).move_to_element(page.find(f"#q{index_of(report, '1286.4亿元')}")).perform()
    card = page.find("#card").text
    for part in ("1286.4亿元", "地区生产总值", "amount", "achieved", "2023"):
        assert part in card
    assert_quiet(page)


def test_the_keyboard_reaches_quantities_and_copies_them(page, report):
    from selenium.webdriver import Keys

    page.run("document.querySelector('#text').focus()")
    page.press(Keys.TAB)
    first = report["quantities"][0]["text"]
    assert page.find("#card h3").text == first
    page.press(Keys.ARROW_RIGHT)
    second = report["quantities"][1]
    assert page.find("#card h3").text == second["text"]
    page.press(Keys.ENTER)
    said = page.run(
        "return new Promise(done => setTimeout(() => done(document.getElementById('said').textContent), 100))"
    )
    assert f"“{second['text']}”" in said
    assert f"第{second['start']}–{second['end']}字符" in said
    assert "第六届人民代表大会第四次会议" in said
    page.press(Keys.ESCAPE)
    assert page.count("#card") == 0


def reached(page: Page, *keys) -> list[str]:
    """What has the focus after each of some keys, as a path of elements."""
    page.run(
        "window.pathOf ??= (e) => e.id || e.tagName + [...document.querySelectorAll(e.tagName)].indexOf(e);"
        "if (!window.went) document.addEventListener('focusin', (event) => window.went.push(window.pathOf(event.target)));"
        "window.went = [];"
    )
    page.press(*keys)
    return page.run("return window.went")


CONTROLS = (
    "return [...document.querySelectorAll('a, button, input, select, summary, [tabindex=\"0\"]')]"
    ".filter((e) => e.checkVisibility() && e.tabIndex >= 0 && !e.disabled).map(window.pathOf)"
)


def test_the_tab_key_reaches_every_control_and_stops_once_in_the_text(page):
    from selenium.webdriver import Keys

    went = reached(page, *[Keys.TAB] * 120)
    controls = page.run(CONTROLS)
    assert set(controls) <= set(went)
    assert page.count("#text [tabindex='0']") == 1


def test_arrows_reach_every_quantity(page, report):
    from selenium.webdriver import Keys

    marks = [f"q{i}" for i in range(len(report["quantities"]))]
    page.find("#q0").click()
    assert reached(page, *[Keys.ARROW_RIGHT] * len(marks)) == marks[1:]
    assert reached(page, Keys.HOME, Keys.END, Keys.ARROW_LEFT) == [marks[0], marks[-1], marks[-2]]
    assert page.count("#text [tabindex='0']") == 1


def test_the_stop_in_the_text_is_one_that_shows(page, report):
    page.find("[name=kind][value=amount]").click()
    kind = page.run("return document.querySelector('#text [tabindex=\"0\"]').dataset.kind")
    assert kind != "amount"
    for box in ("percent", "duration", "date", "ordinal"):
        page.find(f"[name=kind][value={box}]").click()
    assert page.count("#text [tabindex='0']") == 0


def test_a_long_report_can_be_filtered(browser, tmp_path):
    long = tr.parse("\n\n".join([tr.sample()] * 20))
    assert len(long.text) > 60_000
    long.to_html(tmp_path / "long.html")
    page = Page(browser).open(tmp_path / "long.html")
    page.find("[name=kind][value=date]").click()
    assert page.count("#text mark.on") == sum(row["kind"] != "date" for row in long["quantities"])


def test_an_english_page_cites_in_english(browser, report, tmp_path):
    from selenium.webdriver import Keys

    report.to_html(tmp_path / "english.html", language="en")
    page = Page(browser).open(tmp_path / "english.html")
    page.run(f"document.querySelector('#q{index_of(report, '1286.4亿元')}').focus()")
    assert "128.64 billion 元" in page.find("#card").text
    page.press(Keys.ENTER)
    said = page.run(
        "return new Promise(done => setTimeout(() => done(document.getElementById('said').textContent), 100))"
    )
    assert "“1286.4亿元” (" in said
    assert ", 2023, achieved), 林望舒, 《政府工作报告》" in said
    assert said.endswith("characters 188–196.")
    assert page.faults() == []
    assert_quiet(page)


def test_a_target_leads_to_its_place(page, report):
    target = next(row for row in report["targets"] if row["quantity"] is not None)
    page.find(f"#targets a[href='#q{target['quantity']}']").click()
    assert page.run("return document.activeElement.id") == f"q{target['quantity']}"


@pytest.fixture
def phone(browser):
    """The browser with the screen of a phone."""
    screen = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    yield browser
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_pages_fit_a_phone(phone, report, archive, tmp_path):
    report.to_html(tmp_path / "report.html")
    explore(archive, tmp_path / "explore.html")
    for name in ("report.html", "explore.html"):
        page = Page(phone).open(tmp_path / name)
        assert page.run("return document.documentElement.scrollWidth") <= 390
        if name == "report.html":
            assert page.count("aside form") == 0
            page.find("aside summary").click()
            assert page.count("aside form") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(page, scheme):
    page.colours(scheme)
    page.run("document.querySelector('#text mark').focus()")
    assert page.faults() == []


# ---- an archive ----------------------------------------------------------------------------------------------------

REGIONS = ("太原市", "大同市")


@pytest.fixture(scope="session")
def archive():
    """The tables of four reports, of two cities in two years."""
    places = [(region, year) for region in REGIONS for year in (2024, 2025)]
    texts = [
        tr.sample().replace("2024年", f"{year}年").replace("2023年", f"{year - 1}年") for _, year in places
    ]
    columns = {
        "text": texts,
        "region": [place[0] for place in places],
        "year": [place[1] for place in places],
    }
    columns["source"] = [f"{region}-{year}.txt" for region, year in places]
    return tr.tables(columns, text="text", region="region", year="year", source="source")


@pytest.fixture
def explorer(browser, archive, tmp_path):
    explore(archive, tmp_path / "explore.html", language="zh")
    return Page(browser).open(tmp_path / "explore.html")


def shown(explorer, table: str, column: int) -> list[str]:
    cells = f"#{table} tbody td:nth-child({column})"
    return explorer.run("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText)", cells)


def test_explorer_filters_and_sorts_the_panel(explorer, archive):
    panel = archive["targets"].to_pandas()
    assert f"共 {len(panel)} 行" in explorer.find("#targets .count").text
    explorer.find("#targets [name=region] option[value=大同市]").click()
    explorer.find("#targets [name=label] option[value=地区生产总值增长率]").click()
    chosen = panel[(panel["indicator"] == "gdp_growth") & panel["report"].isin([2, 3])]
    assert set(shown(explorer, "targets", 1)) == {"大同市"}
    assert len(shown(explorer, "targets", 1)) == len(chosen)
    heading = explorer.find("#targets th:nth-child(2) button")
    heading.click()
    assert shown(explorer, "targets", 2) == [str(year) for year in sorted(chosen["year"])]
    heading.click()
    assert shown(explorer, "targets", 2) == [str(year) for year in sorted(chosen["year"], reverse=True)]
    assert_quiet(explorer)


def test_explorer_shows_the_sentence_behind_a_value(explorer):
    explorer.find("#targets [name=label] option[value=城镇新增就业]").click()
    explorer.find("#targets [name=status] option[value=target]").click()
    explorer.find("#targets tbody summary").click()
    assert "今年经济社会发展主要预期目标是" in explorer.find("#targets tbody details p").text
    assert "太原市-2024.txt" in explorer.find("#targets tbody details p").text


def test_explorer_searches_quantities(explorer, archive):
    from selenium.webdriver import Keys

    explorer.find("#search [name=words]").send_keys("高标准农田 万亩", Keys.ENTER)
    values = shown(explorer, "search", 5)
    assert "18.5万亩" in values
    assert len(values) < len(archive["quantities"])
    assert all("高标准农田" in sentence for sentence in shown(explorer, "search", 6))


def test_the_tab_key_reaches_every_control_of_the_explorer_and_arrows_every_row(explorer, archive):
    from selenium.webdriver import Keys

    went = reached(explorer, *[Keys.TAB] * 60)
    assert set(explorer.run(CONTROLS)) <= set(went)
    assert explorer.count("#targets tbody summary[tabindex='0']") == 1
    rows = explorer.count("#targets tbody summary")
    explorer.find("#targets tbody summary").click()
    assert len(reached(explorer, *[Keys.ARROW_DOWN] * rows)) == rows - 1
    explorer.press(Keys.ENTER)
    assert explorer.count("#targets tbody tr:last-child details[open] p") == 1


def test_the_explorer_in_english(browser, archive, tmp_path):
    explore(archive, tmp_path / "english.html", language="en")
    page = (tmp_path / "english.html").read_text(encoding="utf-8")
    assert words_of(page).undeclared == []
    explorer = Page(browser).open(tmp_path / "english.html")
    explorer.find("#indicator option[value='GDP growth']").click()
    assert "Hollow: promised" in explorer.find("#chart").text
    explorer.find("#targets [name=region] option[value=大同市]").click()
    assert explorer.find("#targets .count").text.startswith("Rows 1–")
    assert_quiet(explorer)


def test_explorer_draws_an_indicator(explorer, archive):
    explorer.find("#indicator option[value=城镇新增就业]").click()
    panel = archive["targets"].to_pandas()
    assert explorer.count("#chart g.figure:has(title)") == sum(panel["label"] == "城镇新增就业")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault_in_the_explorer(browser, archive, tmp_path, scheme):
    explore(archive, tmp_path / "short.html", limit=12)  # as many rows as there are kinds; axe looks at each
    explorer = Page(browser).open(tmp_path / "short.html")
    explorer.colours(scheme)
    assert explorer.faults() == []


def test_explorer_says_what_it_leaves_out(archive, tmp_path):
    explore(archive, tmp_path / "short.html", limit=10, language="zh")
    explore(archive, tmp_path / "long.html", language="zh")
    short, long = ((tmp_path / name).read_text(encoding="utf-8") for name in ("short.html", "long.html"))
    count = len(archive["quantities"])
    assert f"未收入：目标与完成值 {len(archive['targets'])} 行" in short
    assert f"数量 {count} 行中的 {count - 10} 行" in short
    assert "未收入：" not in words_of(long).told
    assert len(short) < len(long) / 2


def packed(path: Path, table: str) -> list[dict]:
    """The rows that a page holds."""
    [block] = re.findall(r'id="data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    data = json.loads(block)[table]
    return [dict(zip(data["columns"], row, strict=True)) for row in data["rows"]]


def test_explorer_keeps_the_latest_promises_of_every_indicator(tmp_path):
    rows = [
        {"indicator": indicator, "year": year, "status": status}
        for indicator, years in (("gdp_growth", range(2000, 2020)), ("cpi", (2018, 2019)))
        for year in years
        for status in ("achieved", "target")
    ]
    panel = {name: [row[name] for row in rows] for name in ("indicator", "year", "status")}
    same = {"region": "太原市", "low": 5.0, "high": 5.0, "unit": "%", "bound": "exact", "change": "increase"}
    panel |= {name: [value] * len(rows) for name, value in same.items()}
    explore(panel, tmp_path / "short.html", limit=4)
    assert [
        (row["indicator"], row["year"], row["status"]) for row in packed(tmp_path / "short.html", "panel")
    ] == [
        ("gdp_growth", 2018, "target"),
        ("gdp_growth", 2019, "target"),
        ("cpi", 2018, "target"),
        ("cpi", 2019, "target"),
    ]


def test_explorer_keeps_the_latest_promises_of_quantities(archive, tmp_path):
    targets = archive["quantities"].to_pandas()
    latest = targets[(targets["status"] == "target") & targets["report"].isin([1, 3])]
    explore(archive, tmp_path / "short.html", limit=len(latest))
    kept = packed(tmp_path / "short.html", "quantities")
    assert {(row["status"], row["year"]) for row in kept} == {("target", 2025)}
    assert [row["text"] for row in kept] == list(latest["text"])


def test_explorer_takes_a_panel_alone_and_escapes_it(tmp_path):
    row = {
        "region": "<script>",
        "year": 2024,
        "indicator": "gdp",
        "status": "target",
        "low": 5.0,
        "high": 5.0,
    }
    row |= {"unit": "%", "bound": "approx", "change": "increase", "sentence": "</script><b>", "text": None}
    explore({name: [value] for name, value in row.items()}, tmp_path / "panel.html")
    page = (tmp_path / "panel.html").read_text(encoding="utf-8")
    assert page.count("<script") == page.count("</script") == 2
    assert 'id="search"' not in page
    with pytest.raises(tr.ReportError, match="no column region"):
        explore({"year": [2024]}, tmp_path / "panel.html")


@pytest.mark.parametrize("frame", [tr.Table.to_pandas, tr.Table.to_polars])
def test_explorer_takes_tables_as_frames(archive, tmp_path, frame):
    explore(archive, tmp_path / "tables.html")
    explore({name: frame(table) for name, table in archive.items()}, tmp_path / "frames.html")
    for table in ("panel", "quantities"):
        assert packed(tmp_path / "frames.html", table) == packed(tmp_path / "tables.html", table)


@pytest.mark.parametrize(
    ("name", "limit", "told"),
    [("page.txt", 10, "a name in .html"), ("page.html", -5, "limit=-5"), ("page.html", 0, "limit=0")],
)
def test_explorer_writes_no_nonsense(archive, tmp_path, name, limit, told):
    with pytest.raises(tr.ReportError, match=told):
        explore(archive, tmp_path / name, limit=limit)
    assert not (tmp_path / name).exists()
