"""Reports in traditional characters are read as those in simplified ones; what is written stays as it is."""

import icu
import jieba
import pytest

import taiyuan_report as tr

WRITTEN = ("text", "subject")


def traditional(text):
    """The text in traditional characters, one for one."""
    convert = icu.Transliterator.createInstance("Simplified-Traditional").transliterate
    return "".join(convert(char) if len(convert(char)) == 1 else char for char in text)


def without(rows, names):
    return [{name: value for name, value in row.items() if name not in names} for row in rows]


@pytest.fixture(scope="module")
def old(report):
    return tr.parse(traditional(tr.sample()))


@pytest.mark.parametrize("table", ["sections", "paragraphs", "sentences", "quantities", "targets"])
def test_the_same_rows(table, report, old):
    names = (*WRITTEN, "title", "marker", "pieces")
    assert old.text != report.text
    assert without(old[table], names) == without(report[table], names)


def test_what_is_written_stays(report, old):
    assert [row["text"] for row in old["quantities"]] == [
        traditional(row["text"]) for row in report["quantities"]
    ]
    assert old["title"] == "政府工作報告"
    assert (old["region"], old["year"]) == (report["region"], report["year"])


def test_names_of_persons_are_not_respelled():
    head = "政府工作報告\n\n——2026年1月20日在山西省第十四屆人民代表大會第四次會議上\n\n山西省人民政府省長 盧東亮\n\n各位代表：\n\n增長5%。\n"
    report = tr.parse(head)
    assert (report["speaker"], report["region"], report["year"]) == ("盧東亮", "山西省", 2026)


@pytest.mark.parametrize("pattern", ["經濟.{2}", "经济.{2}"])
def test_patterns_of_a_user(pattern):
    """In characters of either kind, for texts in either."""
    analyzer = tr.Analyzer(patterns={"economy": pattern})
    for text in ("國民經濟發展，增長5%。", "国民经济发展，增长5%。"):
        assert [row["text"] for row in tr.parse(text, analyzer=analyzer)["matches"]] == [text[2:6]]


def test_words_of_a_user():
    """A unit in traditional characters is found in texts of either kind, and called as its lexicon calls it."""
    analyzer = tr.Analyzer({"looms": {"zh": "織機", "en": "looms", "base": "臺機", "units": {"臺機": "1"}}})
    for text in ("建成20臺機。", "建成20台机。"):
        (row,) = tr.parse(text, analyzer=analyzer)["quantities"]
        assert (row["text"], row["unit"], row["dimension"]) == (text[2:6], "臺機", "looms")


def test_a_file_in_big5(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("各位代表：\n\n今年，地區生產總值增長6.5%左右，建成高標準農田3萬畝。\n".encode("big5"))
    found = tr.read(path)
    rows = [(row["text"], row["low"], row["unit"], row["indicator"]) for row in found["quantities"]]
    assert rows == [("6.5%", 6.5, "%", "gdp_growth"), ("3萬畝", 30000, "亩", "high_standard_farmland")]
    assert found["notes"][0]["kind"] == "big5"


def test_words_are_those_of_the_text_as_given():
    text = traditional(tr.sample())
    assert tr.words(text) == jieba.lcut(text)
