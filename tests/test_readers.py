"""Files of every format become the report that their text is."""

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import archive_files as files
import pyarrow as pa
import pytest

import taiyuan_report as tr
from taiyuan_report.readers import suffix_of
from taiyuan_report.readers.place import hints, region_of

TEXT = files.SAMPLE
TRADITIONAL = (
    "政府工作報告\n\n各位代表：\n\n一、工作回顧\n\n過去經濟運行總體平穩，實現增長5.2%，新增就業12340人，"
    "優化營商環境，推動產業轉型，農業農村發展取得新進展。\n\n二、工作安排\n\n今年要深化改革開放，增長5%左右，這是發展的要求。\n"
)


def numbers(report):
    """What the quantities say, without their places."""
    return [
        (q["text"], q["low"], q["high"], q["unit"], q["bound"], q["status"], q["from_year"], q["subject"])
        for q in report["quantities"]
    ]


def outline(report):
    return [(s["level"], s["marker"], s["title"], s["role"]) for s in report["sections"]]


def about(report):
    return {key: report[key] for key in ("title", "year", "date", "session")}


@pytest.fixture(scope="module")
def want():
    return tr.parse(TEXT)


# ---- text ------------------------------------------------------------------------------------------------------------

ENCODINGS = {
    "utf-8": (lambda text: text.encode(), None),
    "utf-8 with a mark": (lambda text: text.encode("utf-8-sig"), None),
    "utf-16 with a mark": (lambda text: text.encode("utf-16"), "utf16"),
    "utf-16-be with a mark": (lambda text: b"\xfe\xff" + text.encode("utf-16-be"), "utf16"),
    "utf-16-le": (lambda text: text.encode("utf-16-le"), "utf16"),
    "utf-16-be": (lambda text: text.encode("utf-16-be"), "utf16"),
    "gb18030": (lambda text: text.encode("gb18030"), "gb18030"),
    "gb18030 with a mark": (lambda text: ("\ufeff" + text).encode("gb18030"), "gb18030"),
    "gbk": (lambda text: text.encode("gbk"), "gb18030"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [tr.sample(), "新增就业3万人，比去年增长5%。\n"], ids=["sample", "one line"])
def test_encodings(encoding, text, tmp_path):
    encode, note = ENCODINGS[encoding]
    path = tmp_path / "a.txt"
    path.write_bytes(encode(text))
    found, want = tr.read(path), tr.parse(text)
    assert numbers(found) == numbers(want)
    assert outline(found) == outline(want)
    kinds = [kind for kind in (n["kind"] for n in found["notes"]) if kind in ("utf16", "gb18030", "big5")]
    assert kinds == ([note] if note else [])


def test_big5(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TRADITIONAL.encode("big5"))
    found = tr.read(path)
    assert found.text == TRADITIONAL
    assert found["notes"][0]["kind"] == "big5"
    assert [q["low"] for q in found["quantities"]] == [5.2, 12340, 5]


def test_utf16_without_a_single_ascii_character(tmp_path):
    """No zero byte tells it; the characters do."""
    path = tmp_path / "a.txt"
    path.write_bytes("一、全面完成了国家和人民的任务，发展是这个时代的要求。".encode("utf-16-le"))
    assert tr.read(path).text.startswith("一、全面完成")


STRANGE = {
    "binary": (b"\x7fELF\x02\x01\x01\0\0\0\0" * 30, tr.NotText),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, tr.NotText),
    "latin-1": ("Vérité économique à l'été. ".encode("latin-1") * 9, tr.WrongEncoding),
    "utf-8 with a broken byte": (
        tr.sample().encode()[:3000] + b"\xff\xfe" + tr.sample().encode()[3000:],
        tr.WrongEncoding,
    ),
    "utf-8 of which half is gb18030": (
        tr.sample().encode() + tr.sample().encode("gb18030"),
        tr.WrongEncoding,
    ),
    "half of utf-16": (b"\xff\xfe" + tr.sample().encode("utf-16-le")[:-1], tr.WrongEncoding),
    "half of a pair in utf-16": (
        "\ufeff增长\ud83d5%。".encode("utf-16-le", "surrogatepass"),
        tr.WrongEncoding,
    ),
    "utf-8 behind the mark of utf-16": (b"\xff\xfe" + tr.sample().encode()[:2000], tr.WrongEncoding),
    "ascii behind the mark of utf-16": (b"\xff\xfe" + b"no text, as it is no UTF-16", tr.WrongEncoding),
    "noise behind the mark of utf-16": (b"\xfe\xff\x05\x30\x08\x60\x05\xff", tr.WrongEncoding),
    "utf-32": (tr.sample().encode("utf-32"), tr.WrongEncoding),
    "utf-32-be": (("\ufeff" + tr.sample()).encode("utf-32-be"), tr.WrongEncoding),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_what_is_no_chinese_text(kind, tmp_path):
    data, error = STRANGE[kind]
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(error, match=r"a\.txt"):
        tr.read(path)


# ---- documents -------------------------------------------------------------------------------------------------------

DOCUMENTS = {
    "a.html": files.html(TEXT),
    "a.htm": files.html(TEXT, encoding="gb18030"),
    "a.docx": files.docx(TEXT),
    "a.pdf": files.pdf(TEXT),
    "a.doc": files.docx(TEXT),  # under an old name
    "b.doc": files.html(TEXT),  # as many official sites serve it
    "a.md": TEXT.encode("utf-16"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents(name, want, tmp_path):
    path = tmp_path / name
    path.write_bytes(DOCUMENTS[name])
    found = tr.read(path)
    assert numbers(found) == numbers(want)
    assert outline(found) == outline(want)
    assert about(found) == about(want)


def texts_of(report, role):
    return [p["text"] for p in report["paragraphs"] if p["role"] == role]


def read_bytes(data, name="a"):
    return tr.read(io.BytesIO(data)) if name is None else tr.read(named(data, name))


def named(data, name):
    file = io.BytesIO(data)
    file.name = name
    return file


def test_a_web_page_loses_its_furniture():
    text = read_bytes(files.html(TEXT), "a.html").text
    assert "网站地图" not in text
    assert "23876" not in text
    assert "2019年预算" not in text


def test_a_web_page_whose_title_stands_apart():
    page = (
        "<html><title>2025年政府工作报告_某市人民政府</title><body><h1>2025年政府工作报告</h1><div><p>各位代表：</p>"
        "<p>过去一年，新增就业3万人，增长5%。</p></div></body></html>"
    )
    report = read_bytes(page.encode(), "a.html")
    assert (report["title"], report["year"]) == ("2025年政府工作报告", 2025)


def test_tables_of_web_pages_are_kept_as_text():
    page = "<body><p>主要指标如下，供审议。</p><table><tr><th>指标<th>预期</tr><tr><td>就业<td>3万人</tr></table></body>"
    assert "指标 | 预期\n就业 | 3万人" in read_bytes(page.encode(), "a.html").text


def test_a_page_laid_out_in_tables():
    page = f"<body><table><tr><td>首页</td></tr><tr><td><p>{'新增就业3万人，' * 60}</p><p>绿化2000亩。</p></td></tr></table></body>"
    report = read_bytes(page.encode(), "a.html")
    assert report["quantities"][-1]["text"] == "2000亩"
    assert "首页" not in report.text


NUMBERED = """<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>"""


def numbered(level, text):
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
    return files.docx_paragraph((text, False), properties=mark)


def test_word_counts_numbered_headings():
    """一、 and （一） are not in the text of a Word file that numbers its paragraphs itself."""
    body = "".join(
        numbered(level, text)
        for level, text in [
            (0, "工作回顾"),
            (1, "经济"),
            (1, "民生"),
            (2, "就业"),
            (0, "工作安排"),
            (1, "改革"),
        ]
    )
    numbering = f"<w:numbering {files._W}>{NUMBERED}</w:numbering>"
    report = read_bytes(files.docx_of(body, parts={"word/numbering.xml": numbering}), "a.docx")
    assert [(s["level"], s["marker"]) for s in report["sections"] if s["level"] < 3] == [
        (1, "一、"),
        (2, "（一）"),
        (2, "（二）"),
        (1, "二、"),
        (2, "（一）"),
    ]


def test_word_leaves_out_what_was_deleted():
    body = (
        "<w:p><w:r><w:t>新增就业</w:t></w:r><w:del><w:r><w:delText>9万人</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>3万人</w:t></w:r></w:ins><w:r><w:t>。</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>就业</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>5万人</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert read_bytes(files.docx_of(body), "a.docx").text == "新增就业3万人。\n\n就业 | 5万人\n"


FORKED = """
import os, sys
import taiyuan_report as tr
first = len(tr.read("a.pdf")["quantities"])
child = os.fork()
same = all(len(tr.read("a.pdf")["quantities"]) == first for _ in range(9))
if not child:
    sys.exit(not same)
print(os.waitpid(child, 0)[1], same)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_child_reads_pdf_beside_its_parent(tmp_path):
    (tmp_path / "a.pdf").write_bytes(files.pdf(TEXT))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", FORKED],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("0 True\n", "")


def test_pdf_marks_running_heads_and_page_numbers(want):
    report = read_bytes(files.pdf(TEXT), "a.pdf")
    marks = texts_of(report, "mark")
    pages = marks.count("云河市政府工作报告")
    assert pages >= 3
    assert {f"— {page} —" for page in range(1, pages + 1)} < set(marks)
    assert not any("云河市政府工作报告" in p["text"] for p in report["paragraphs"] if p["role"] == "body")
    assert numbers(report) == numbers(want), "a paragraph that a page breaks is one"


def test_a_scan_says_so():
    with pytest.raises(tr.NoText, match=r"a\.pdf: 2 pages without text.*OCR"):
        read_bytes(files.pdf_of(["0 0 m 9 9 l S", ""]), "a.pdf")


BROKEN = {
    "truncated.pdf": (files.pdf(TEXT)[:3000].replace(b"xref", b"x"), tr.DamagedFile),
    "page.pdf": (b"<html>404</html>", tr.DamagedFile),
    "truncated.docx": (files.docx(TEXT)[:2000], tr.DamagedFile),
    "other.docx": (files.zipped([("a.txt", b"a")]), tr.DamagedFile),
    "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), tr.PasswordNeeded),
    "broken xml.docx": (files.docx_of("<w:p>"), tr.DamagedFile),
    "empty.docx": (files.docx_of(""), tr.NoText),
    "empty.html": (b"<html><body><script>load()</script></body></html>", tr.NoText),
    "binary.html": (bytes(range(256)), tr.NotText),
    "a.doc": (b"no Word file at all", tr.DamagedFile),
    "a.rar": (b"Rar!", tr.UnknownFormat),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_documents(name):
    data, error = BROKEN[name]
    if name == "a.doc" and not shutil.which("soffice"):
        error = tr.MissingDependency
    with pytest.raises(error, match=name.replace(".", r"\.")):
        read_bytes(data, name)


def test_without_libreoffice_it_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(tr.MissingDependency, match=r"LibreOffice.*docx"):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.wps")


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [
        ("selectolax", "a.html", "formats"),
        ("pypdfium2", "a.pdf", "formats"),
        ("python_calamine", "a.xlsx", "formats"),
    ],
)
def test_without_a_library_it_says_what_to_install(module, name, extra, monkeypatch):
    import sys

    for loaded in [key for key in sys.modules if key.partition(".")[0] == module]:
        monkeypatch.setitem(sys.modules, loaded, None)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(tr.MissingDependency, match=f"pip install {module.replace('_', '-')} .*{extra}"):
        read_bytes(b"%PDF-", name)


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_old_word_files(want, tmp_path):
    """Doc as LibreOffice writes it, and the same under the name that WPS gives such files."""
    (tmp_path / "a.docx").write_bytes(files.docx(TEXT))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "doc",
            "a.docx",
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (tmp_path / "a.doc").rename(tmp_path / "a.wps")
    report = tr.read(tmp_path / "a.wps")
    assert numbers(report) == numbers(want)
    assert outline(report) == outline(want)


# ---- tables ----------------------------------------------------------------------------------------------------------

ROWS = [
    {
        "省份": "山西省",
        "城市": "太原市",
        "年份": 2022,
        "正文": TEXT.replace("2024年1月18日", "近日"),
        "来源": "https://a/1",
    },
    {
        "省份": "山西省",
        "城市": "大同",
        "年份": 2023,
        "正文": "新增就业3万人，\n绿化2000亩，“增长5%”。",
        "来源": "https://a/2",
    },
]
TABLES = {
    "a.csv": files.delimited(ROWS),
    "b.csv": files.delimited(ROWS, encoding="gb18030"),
    "c.csv": files.delimited(ROWS, encoding="utf-16", delimiter="\t"),
    "a.tsv": files.delimited(ROWS, encoding="utf-8", delimiter="\t"),
    "a.xlsx": files.xlsx(ROWS),
    "a.jsonl": files.jsonl(ROWS),
    "a.parquet": files.parquet(ROWS),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_of_reports(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(TABLES[name])
    found = list(tr.read_all(path))
    assert [report["source"] for report in found] == ["https://a/1", "https://a/2"]
    assert [report["region"] for report in found] == ["太原市", "大同市"]
    assert [report["year"] for report in found] == [2022, 2023]
    assert [report.text.replace("\r\n", "\n") for report in found] == [row["正文"] for row in ROWS]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.jsonl", "a.parquet"])
def test_columns_by_name(name, tmp_path):
    rows = [{"甲": "新增3个。", "乙": 2021, "丙": "140100", "正文": "不是这列"}]
    make = {
        "a.csv": files.delimited,
        "a.xlsx": files.xlsx,
        "a.jsonl": files.jsonl,
        "a.parquet": files.parquet,
    }[name]
    (tmp_path / name).write_bytes(make(rows))
    (report,) = tr.scan(tmp_path / name, text="甲", year="乙", region="丙")
    assert (report.text, report["year"], report["region"]) == ("新增3个。", 2021, "太原市")
    made = tr.tables(tmp_path / name, text="none")
    assert pa.table(made["errors"])["message"][0].as_py().find("'none'") > 0


def test_rows_that_hold_no_report(tmp_path):
    """Each is told with its number, and the others are read."""
    rows = [
        {"text": "新增3个。", "year": 2021},
        {"text": "", "year": 2022},
        {"text": "新增4个。", "year": "不详"},
    ]
    (tmp_path / "a.csv").write_bytes(files.delimited(rows))
    (tmp_path / "b.jsonl").write_bytes(
        b'{"text": "\xe6\x96\xb0\xe5\xa2\x9e3\xe4\xb8\xaa"}\n{"text": \n[1]\n{"no": 1}\n{"text": 5}\n'
    )
    made = tr.tables(tmp_path)
    assert len(made["reports"]) == 3
    errors = pa.table(made["errors"]).to_pylist()
    assert [(Path(row["source"]).name, row["member"], row["error"]) for row in errors] == [
        ("a.csv", "row 3", "NoText"),
        ("b.jsonl", "row 2", "DamagedFile"),
        ("b.jsonl", "row 3", "DamagedFile"),
        ("b.jsonl", "row 4", "ReportError"),
        ("b.jsonl", "row 5", "ReportError"),
    ]


def test_a_long_report_in_a_csv(tmp_path):
    """Longer than the 128 KB that Python's csv reads by itself."""
    long = "新增就业3万人。" * 20_000
    (tmp_path / "a.csv").write_bytes(files.delimited([{"text": long}]))
    assert len(tr.read(tmp_path / "a.csv").text) == len(long)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16", "gb18030"])
def test_a_csv_longer_than_what_tells_its_encoding(encoding, tmp_path):
    """The part that is looked at may end inside a character."""
    path = tmp_path / "a.csv"
    path.write_bytes(
        files.delimited([{"正文": "增长5%。", "附注": "发展a要求" * 300_000}], encoding=encoding)
    )
    (report,) = tr.read_all(path)
    assert report.text == "增长5%。"


BROKEN_TABLES = {
    "cut.csv": (files.delimited(ROWS)[:-200], "DamagedFile"),
    "none.csv": (b"a,b\n1,2\n", "ReportError"),
    "empty.csv": (b"", "NoText"),
    "binary.csv": (bytes(range(256)) * 4, "NotText"),
    "cut.xlsx": (files.xlsx(ROWS)[:-300], "DamagedFile"),
    "cut.parquet": (files.parquet(ROWS)[:-100], "DamagedFile"),
    "page.parquet": (b"<html>" * 20, "DamagedFile"),
}


@pytest.mark.parametrize("name", BROKEN_TABLES)
def test_broken_tables(name, tmp_path):
    data, error = BROKEN_TABLES[name]
    (tmp_path / name).write_bytes(data)
    rows = pa.table(tr.tables(tmp_path)["errors"]).to_pylist()
    assert [row["error"] for row in rows] == [error]
    assert name in rows[0]["message"]


OWN = {
    "quantities": lambda report: tr.tables([report])["quantities"],
    "notes": lambda report: tr.tables([report])["notes"],
    "reports": lambda report: tr.tables([report])["reports"],
    "errors": lambda report: tr.tables({"t": [None]}, text="t")["errors"],
    "targets": tr.targets,
    "wide": lambda report: tr.targets(report, wide=True),
    "words": lambda report: tr.word_counts([report]),
}


@pytest.mark.parametrize("name", OWN)
def test_tables_of_this_package_are_no_reports(name, want, tmp_path):
    """Written into the folder that is read, they are not there for the next run."""
    table = OWN[name](want)
    for suffix, write in [
        ("csv", table.to_csv),
        ("parquet", table.to_parquet),
        ("jsonl", table.to_jsonl),
        ("xlsx", table.to_xlsx),
    ]:
        write(tmp_path / f"o.{suffix}")
    (tmp_path / "a.txt").write_text("绿化3亩。", encoding="utf-8")
    made = tr.tables(tmp_path)
    assert (made["reports"].to_dict()["source"], len(made["errors"])) == ([str(tmp_path / "a.txt")], 0)


def test_read_wants_one_report(tmp_path):
    (tmp_path / "one.csv").write_bytes(files.delimited(ROWS[:1]))
    (tmp_path / "two.csv").write_bytes(files.delimited(ROWS))
    assert tr.read(tmp_path / "one.csv", year=2020)["year"] == 2020
    with pytest.raises(tr.ReportError, match="read_all"):
        tr.read(tmp_path / "two.csv")
    with pytest.raises(IsADirectoryError, match="scan"):
        tr.read(tmp_path)


def test_open_files():
    assert [r["year"] for r in tr.read_all(named(TABLES["a.jsonl"], "a.jsonl"))] == [2022, 2023]
    assert tr.read(io.StringIO("新增3个。"))["quantities"][0]["low"] == 3
    assert tr.read(io.BytesIO("新增3个。".encode("gb18030"))).text == "新增3个。"


# ---- regions and years in names --------------------------------------------------------------------------------------

NAMES = [
    (["山西省", "2026.txt"], 2026, 140000),
    (["2026_山西省_政府工作报告.csv"], 2026, 140000),
    (["taiyuan-2023.txt"], 2023, 140100),
    (["Shaanxi_2019.pdf"], 2019, 610000),
    (["2026", "山西", "太原.txt"], 2026, 140100),
    (["太原市2023年政府工作报告（全文）.docx"], 2023, 140100),
    (["20230115太原市.txt"], 2023, 140100),
    (["北京市", "朝阳区", "2020.txt"], 2020, 110105),
    (["吉林2021.txt"], 2021, 220000),
    (["吉林省", "吉林市2021.txt"], 2021, 220200),
    (["政府工作报告(2021-2025).txt"], 0, 0),
    (["report-12023.txt"], 0, 0),
    (["a", "b", "c.txt"], 0, 0),
    (["the-xian-reader.txt"], 0, 0),
]


@pytest.mark.parametrize(("parts", "year", "region"), NAMES)
def test_names_tell(parts, year, region):
    assert hints(parts) == (year, region)


def test_a_name_that_several_regions_have():
    assert region_of("朝阳区") == 0 or region_of("朝阳区") == 110105
    assert region_of("鼓楼区") == 0
    assert region_of("鼓楼区", within=320100) == 320106


def test_the_caller_goes_before_the_text_and_that_before_the_name(tmp_path):
    bare, told = "新增就业3万人。", "2024年政府工作报告\n\n各位代表：\n\n新增就业3万人。"
    folder = tmp_path / "太原市"
    folder.mkdir()
    (folder / "2021.txt").write_text(bare, encoding="utf-8")
    (folder / "2022.txt").write_text(told, encoding="utf-8")
    assert [(r["year"], r["region"]) for r in tr.scan(folder)] == [(2021, "太原市"), (2024, "太原市")]
    report = tr.read(folder / "2022.txt", year=2019, region="大同市")
    assert (report["year"], report["region"]) == (2019, "大同市")


# ---- readers of one's own --------------------------------------------------------------------------------------------


def test_a_reader_of_ones_own(tmp_path):
    def read(data, name):
        if data == b"bad":
            raise KeyError("chapter")
        return data.replace(b"|", b"\n")

    tr.register_reader("bars", [".Bars"], read)
    assert tr.formats()["bars"].suffixes == (".bars",)
    (tmp_path / "a.bars").write_bytes("新增3个。|新增4个。".encode())
    (tmp_path / "b.bars").write_bytes(b"bad")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("d.bars", "新增5个。".encode("gb18030"))
    made = tr.tables(tmp_path)
    assert pa.table(made["quantities"])["low"].to_pylist() == [3, 4, 5]
    (error,) = pa.table(made["errors"]).to_pylist()
    assert (error["error"], "KeyError: 'chapter'" in error["message"]) == ("ReportError", True)
    with pytest.raises(tr.ReportError, match="dot"):
        tr.register_reader("bars", ["bars"], read)


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.TAR.GZ", ".tar.gz"), ("2023.1.txt", ".txt"), ("x/y.d/z", ""), (".txt", ".txt")]
)
def test_suffixes(name, suffix):
    assert suffix_of(name) == suffix


@pytest.mark.skipif(os.name != "posix", reason="needs pipes")
def test_a_pipe_in_a_folder_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    (error,) = pa.table(tr.tables(tmp_path)["errors"]).to_pylist()
    assert error["error"] == "OSError"


def test_columns_with_longer_names(tmp_path):
    """One that has a usual name in its own is found, unless there are two."""
    path = tmp_path / "a.csv"
    path.write_bytes(
        files.delimited([{"报告正文内容": "增长5%。", "所属省份": "湖南省", "发布年度": "2025年"}])
    )
    (report,) = tr.read_all(path)
    assert (report["region"], report["year"], report["quantities"][0]["low"]) == ("湖南省", 2025, 5)
    path.write_bytes(files.delimited([{"正文一": "增长5%。", "正文二": "增长6%。"}]))
    with pytest.raises(tr.ReportError, match=r"it has '正文一', '正文二': name the one .*--text"):
        list(tr.read_all(path))


@pytest.mark.parametrize("column", ["text_length", "report_date", "body.count", "正文字数", "full_text_url"])
def test_a_column_about_texts_is_none_of_texts(column, tmp_path):
    """Told as missing if it is alone, and passed over beside the text."""
    path = tmp_path / "a.csv"
    path.write_bytes(files.delimited([{column: "3"}]))
    with pytest.raises(tr.ReportError, match="no column is called as texts are"):
        list(tr.read_all(path))
    path.write_bytes(files.delimited([{column: "3", "content_text": "增长5%。"}]))
    (report,) = tr.read_all(path)
    assert report.text == "增长5%。"


@pytest.mark.parametrize(
    "column", ["正文1", "content_1", "text_zh", "正文_clean", "报告正文（全）", "正文内容（2023）"]
)
def test_a_longer_name_of_texts(column, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(files.delimited([{column: "增长5%。"}]))
    assert [report.text for report in tr.read_all(path)] == ["增长5%。"]


def test_an_empty_file_is_told(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.md").write_bytes("\ufeff\r\n".encode())
    assert tr.tables(tmp_path)["errors"].to_dict()["error"] == ["NoText", "NoText"]
