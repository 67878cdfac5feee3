"""Renew the pictures of the manual.

    python tools/pictures.py [FOLDER]

The pages of the sample as Chromium shows them, and the chart of words over years of the example notebook; the chart only
with the folder of reports that it draws (as `examples/words_over_years.ipynb` takes it). Needs the extra `test`,
chromium and chromedriver.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import taiyuan_report as tr

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def browser() -> Any:
    """Chromium without a window."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    for flag in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))


def picture(driver: Any, page: Path, name: str, size: tuple[int, int], before: str) -> None:
    """What the browser shows of a page after a script has run in it."""
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size[0] < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    driver.get(page.as_uri())
    driver.execute_script(before)
    driver.execute_async_script("setTimeout(arguments[0], 400)")
    driver.save_screenshot(str(DOCS / name))


def sample_of(year: int) -> str:
    """The sample, as if it were a report of another year."""
    return re.sub("202[34]年", lambda told: f"{year - 2024 + int(told[0][:4])}年", tr.sample())


def pictures_of_pages(folder: Path) -> None:
    """The report page and the explorer."""
    report = tr.parse(tr.sample())
    place = next(i for i, row in enumerate(report["quantities"]) if row["text"] == "1286.4亿元")
    point = f"const q = document.getElementById('q{place}'); q.scrollIntoView({{block: 'center'}}); q.focus()"
    years = range(2021, 2026)
    texts = []
    for year, growth in zip(years, ("5.5%以上", "6%—6.5%", "6.5%左右", "6%左右", "5.5%"), strict=True):
        texts.append(sample_of(year).replace("地区生产总值增长6%左右", f"地区生产总值增长{growth}"))
    columns = {"text": texts, "region": ["太原市"] * 5, "year": list(years)}
    tables = tr.tables(columns, text="text", region="region", year="year")
    driver = browser()
    try:
        for language, ending in (("en", ""), ("zh", "-zh")):
            report.to_html(folder / "report.html", language=language)
            picture(driver, folder / "report.html", f"report-page{ending}.png", (1200, 900), point)
            tr.explore(tables, folder / "explore.html", language=language)
            picture(driver, folder / "explore.html", f"explorer-page{ending}.png", (1200, 1000), "")
    finally:
        driver.quit()


def picture_of_words(folder: Path) -> None:
    """The chart of the notebook, of the reports in a folder."""
    notebook = json.loads((ROOT / "examples" / "words_over_years.ipynb").read_text(encoding="utf-8"))
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    names: dict[str, Any] = {}
    exec("\n".join([cells[0], f"folder = Path({str(folder)!r})", *cells[1:3]]), names)
    names["chart"].save(DOCS / "words-over-years.svg")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        pictures_of_pages(Path(place))
    if len(sys.argv) > 1:
        picture_of_words(Path(sys.argv[1]))
