"""A user's words and patterns on top of the built-in ones, what is refused, and what the built-in ones hold."""

import copy
import pickle
import re
import tomllib
from collections import defaultdict
from fractions import Fraction
from importlib import resources
from itertools import pairwise

import pytest

import taiyuan_report as tr

YARN = {"yarn": {"base": "锭", "units": {"锭": 1, "万支": "1/3"}}}
FILES = {
    path.name: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in resources.files("taiyuan_report.lexicon").iterdir()
    if path.name.endswith(".toml")
}
UNITS = [
    (name, dimension, table["base"], factor)
    for file in ("units.toml", "classifiers.toml")
    for dimension, table in FILES[file].items()
    for name, factor in table["units"].items()
]


def quantities(text, **options):
    return tr.parse(text, analyzer=tr.Analyzer(**options))["quantities"]


# ---- a user's own ---------------------------------------------------------------------------------------------


def test_a_new_unit():
    (row,) = quantities("形成10万锭。", lexicon=YARN)
    assert (row["text"], row["low"], row["unit"]) == ("10万锭", 100000, "锭")
    assert (row["dimension"], row["base_unit"], row["base_low"]) == ("yarn", "锭", 100000)


def test_without_it_the_word_is_no_unit():
    assert all(row["unit"] != "甏" for row in quantities("形成10万甏。"))


@pytest.mark.parametrize(
    ("factor", "base"), [(12, 36), ("1/4", 0.75), (0.5, 1.5), ("2.5", 7.5), ("1e3", 3000)]
)
def test_how_a_factor_is_written(factor, base):
    (row,) = quantities("共有3甏。", lexicon={"jars": {"base": "只", "units": {"甏": factor}}})
    assert (row["low"], row["base_low"], row["base_unit"]) == (3, base, "只")


def test_a_unit_of_the_user_overrides():
    (row,) = quantities("共有3亩。", lexicon={"fields": {"base": "块", "units": {"亩": 2}}})
    assert (row["dimension"], row["base_low"], row["base_unit"]) == ("fields", 6, "块")


PEARLS = {
    "pearls": {
        "base": "斛",
        "units": {"斛": 1, "升珠": "1/50"},
        "parts": {"粒": "1/5000"},
        "before": {"PRL": 1},
    }
}


@pytest.mark.parametrize(
    ("text", "span", "low", "unit", "dimension"),
    [
        ("共有3斛20粒。", "3斛20粒", 3.004, "斛", "pearls"),
        ("共有20粒。", "20粒", 20, "粒", "count"),
        ("共有PRL 3。", "PRL 3", 3, "PRL", "pearls"),
    ],
)
def test_parts_and_units_before_the_number(text, span, low, unit, dimension):
    """A part means its dimension beside another unit of it alone."""
    (row,) = quantities(text, lexicon=PEARLS)
    assert (row["text"], row["low"], row["unit"], row["dimension"]) == (span, low, unit, dimension)


def test_a_new_indicator():
    lexicon = {
        "tea_growth": {"zh": "茶叶产值增长率", "names": ["茶叶产值"], "measure": "growth", "units": ["%"]}
    }
    text = "一、2024年工作安排\n\n今年主要预期目标是：茶叶产值增长9%以上，粮食产量稳定在30亿斤。\n"
    targets = tr.parse(text, year=2024, analyzer=tr.Analyzer(lexicon=lexicon))["targets"]
    (row,) = [target for target in targets if target["indicator"] == "tea_growth"]
    assert (row["label"], row["low"], row["bound"], row["year"]) == ("茶叶产值增长率", 9, "at_least", 2024)


@pytest.mark.parametrize(
    ("lexicon", "text", "field", "value"),
    [
        ({"approx_after": ["搭着"]}, "共有30个搭着。", "bound", "approx"),
        ({"at_least": ["稳压"]}, "产值稳压30亿元。", "bound", "at_least"),
        ({"at_most": ["顶多算"]}, "顶多算30个。", "bound", "at_most"),
        ({"increase": ["猛蹿"]}, "产值猛蹿30%。", "change", "increase"),
        ({"decrease": ["猛挫"]}, "产值猛挫30%。", "change", "decrease"),
    ],
)
def test_a_new_cue_word(lexicon, text, field, value):
    assert quantities(text)[0][field] != value, "it does not know the word by itself"
    assert quantities(text, lexicon=lexicon)[0][field] == value


def test_a_new_word_that_holds_a_numeral():
    found = quantities("走进八宝斋，新增5个。", lexicon={"numeral_words": {"shops": ["八宝斋"]}})
    assert [row["text"] for row in found] == ["5个"]


def test_a_pattern_makes_matches():
    analyzer = tr.Analyzer(patterns={"first": "首[个次]", "river": "云河(?=市)"})
    report = tr.parse("云河市建成首个纱厂。首次通航。", analyzer=analyzer)
    found = [(match["pattern"], match["text"], match["sentence"]) for match in report["matches"]]
    assert found == [("river", "云河", 0), ("first", "首个", 0), ("first", "首次", 1)]
    assert all(report.text[m["start"] : m["end"]] == m["text"] for m in report["matches"])


@pytest.mark.parametrize("pattern", ["", "x*", "(?=建)", "$", r"\b"])
def test_a_pattern_that_matches_nothing_ends(pattern):
    report = tr.parse("建成首个纱厂。", analyzer=tr.Analyzer(patterns={"empty": pattern}))
    assert all(match["start"] <= match["end"] for match in report["matches"])


def test_files(tmp_path):
    """One file, several, a path as str; the later file wins."""
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text('[yarn]\nbase = "支"\n[yarn.units]\n"锭" = 1\n', encoding="utf-8")
    two.write_text(
        'approx_after = ["光景儿"]\n[yarn]\nbase = "支"\n[yarn.units]\n"锭" = 2\n', encoding="utf-8"
    )
    assert quantities("形成10锭。", lexicon=one)[0]["base_low"] == 10
    assert quantities("形成10锭。", lexicon=str(one))[0]["base_low"] == 10
    (row,) = quantities("形成10锭光景儿。", lexicon=[one, two])
    assert (row["base_low"], row["bound"]) == (20, "approx")


def test_the_default_stays_as_it_was():
    tr.Analyzer(lexicon={"fields": {"base": "块", "units": {"亩": 2}}})
    assert tr.parse("共有3亩。")["quantities"][0]["base_unit"] == "平方米"


def test_a_mapping_is_not_changed():
    lexicon = copy.deepcopy(YARN)
    tr.Analyzer(lexicon=lexicon)
    assert lexicon == YARN


def test_an_analyzer_cannot_be_changed():
    analyzer = tr.Analyzer()
    with pytest.raises(AttributeError):
        analyzer.patterns = {}
    with pytest.raises(AttributeError):
        analyzer._lexicon = None
    with pytest.raises(AttributeError):
        del analyzer._lexicon
    assert tr.parse("新增3个。", analyzer=analyzer)["quantities"]


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda given: pickle.loads(pickle.dumps(given))]
)
def test_an_analyzer_goes_to_other_processes(copied, tmp_path):
    """Without the files that it read, which may not be there."""
    lexicon, words = tmp_path / "mine.toml", tmp_path / "words.txt"
    lexicon.write_text('approx_after = ["搭着"]\n[regions]\n"149900" = "新城市"\n', encoding="utf-8")
    words.write_text("今年绿化\n", encoding="utf-8")
    analyzer = tr.Analyzer(lexicon, patterns={"first": "首[个次]"}, words=words, keep=["的首"])
    text = "今年绿化30亩搭着，是新城市的首个。"
    want = tr.parse(text, region="新城市", analyzer=analyzer), tr.words(text, analyzer=analyzer)
    assert (want[0]["matches"][0]["pattern"], want[1][0], "的首" in want[1]) == ("first", "今年绿化", True)
    lexicon.unlink()
    words.unlink()
    again = copied(analyzer)
    assert (tr.parse(text, region="新城市", analyzer=again), tr.words(text, analyzer=again)) == want
    counts = tr.word_counts({"t": [text]}, text="t", words=["绿化30亩", "今年绿化"], analyzer=again)
    assert counts.to_dict()["count"] == [1]


def test_an_analyzer_of_a_mapping_is_pickled_as_it_was_made():
    lexicon = {"approx_after": (word for word in ["搭着"]), "yarn": copy.deepcopy(YARN["yarn"])}
    analyzer = tr.Analyzer(lexicon=lexicon)
    lexicon["yarn"]["base"] = "万支"
    again = pickle.loads(pickle.dumps(analyzer))
    (row,) = tr.parse("形成3锭搭着。", analyzer=again)["quantities"]
    assert (row["bound"], row["base_unit"]) == ("approx", "锭")


# ---- what is refused --------------------------------------------------------------------------------------------

BAD = {
    "a list that there is not": ({"aproximately": ["约"]}, "aproximately"),
    "neither units nor names": ({"yarn": {"base": "锭"}}, "yarn"),
    "a factor of zero": ({"yarn": {"base": "锭", "units": {"锭": 0}}}, "锭"),
    "a factor below zero": ({"yarn": {"base": "锭", "units": {"锭": "-1"}}}, "锭"),
    "a factor that is no number": ({"yarn": {"base": "锭", "units": {"锭": "many"}}}, "yarn"),
    "a factor over zero": ({"yarn": {"base": "锭", "units": {"锭": "1/0"}}}, "yarn"),
    "a factor that is not finite": ({"yarn": {"base": "锭", "units": {"锭": float("inf")}}}, "yarn"),
    "a factor that is too large": ({"yarn": {"base": "锭", "units": {"锭": "1e30"}}}, "yarn"),
    "a factor that is too small": ({"yarn": {"base": "锭", "units": {"锭": "1e-30"}}}, "yarn"),
    "a list as factor": ({"yarn": {"base": "锭", "units": {"锭": [1]}}}, "yarn"),
    "units that are no table": ({"yarn": {"base": "锭", "units": ["锭"]}}, "yarn"),
    "units with a mistyped key": ({"yarn": {"base": "锭", "unit": {"锭": 1}}}, "unknown key 'unit'"),
    "a second base": ({"area": {"base": "亩", "units": {"垧": 15}}}, "[area]: the base is '平方米' already"),
    "a factor of the base": ({"yarn": {"base": "锭", "units": {"锭": 2}}}, "the base '锭' must be 1"),
    "a base that is no word": ({"yarn": {"base": 1, "units": {"锭": 1}}}, "yarn"),
    "an empty unit": ({"yarn": {"base": "锭", "units": {"": 1}}}, "yarn"),
    "a unit that is too long": ({"yarn": {"base": "锭", "units": {"锭" * 65: 1}}}, "yarn"),
    "a table for a list": ({"approx": {"约": 1}}, "approx"),
    "a word for a list": ({"approx": "约"}, "approx"),
    "a number for a list": ({"approx": 3}, "approx"),
    "a word that is no str": ({"approx": [3]}, "approx"),
    "an empty word": ({"approx": [""]}, "approx"),
    "a word that is too long": ({"approx": ["约" * 65]}, "approx"),
    "names that are no list": ({"tea": {"names": "茶叶产值"}}, "tea"),
    "a name that is no str": ({"tea": {"names": [3]}}, "tea"),
    "an empty name": ({"tea": {"names": [""]}}, "tea"),
    "no names": ({"tea": {"names": []}}, "[tea]: names"),
    "an indicator with a mistyped key": (
        {"tea": {"names": ["茶"], "hedline": True}},
        "unknown key 'hedline'",
    ),
    "an indicator with a word for a flag": ({"tea": {"names": ["茶"], "headline": "false"}}, "true or false"),
    "a label that is no str": ({"tea": {"names": ["茶叶"], "zh": 3}}, "tea"),
    "a plan without years": ({"plan": [{"number": 16, "names": ["十六五"]}]}, "plan"),
    "a plan with words for years": (
        {"plan": [{"number": 16, "first": "a", "last": "b", "names": []}]},
        "plan",
    ),
    "a plan with years the wrong way round": (
        {"plan": [{"number": 16, "first": 2035, "last": 2031, "names": []}]},
        "2035 > 2031",
    ),
    "a plan of a number that is not spelled": (
        {"plan": [{"number": 160, "first": 2031, "last": 2035, "names": []}]},
        "1 to 99, not 160",
    ),
    "a plan of the number 0": (
        {"plan": [{"number": 0, "first": 2031, "last": 2035, "names": []}]},
        "1 to 99, not 0",
    ),
    "a plan with a mistyped key": (
        {"plan": [{"number": 16, "first": 2031, "last": 2035, "name": []}]},
        "unknown key 'name'",
    ),
    "one plan, no list": ({"plan": {"number": 16, "first": 2031, "last": 2035, "names": []}}, "[[plan]]"),
    "plans that are no tables": ({"plan": ["十六五"]}, "a plan must be a table"),
    "a session whose year is a word": ({"congress": {"14": ["2023"]}}, "a year of 14"),
    "a congress of one year, no list": ({"congress": {"14": 2023}}, "the years of 14"),
    "a congress of a number that is not spelled": ({"congress": {"200": [2023]}}, "1 to 99, not 200"),
    "congresses that are no table": ({"congress": [2023]}, "must be a table"),
    "a region without a code": ({"regions": {"shanxi": "山西省"}}, "regions"),
    "a region whose code is a number": ({"regions": {149999: "新城市"}}, "149999"),
    "a region below zero": ({"regions": {"-1": "某省"}}, "regions"),
    "a region whose name is no str": ({"regions": {"990000": 3}}, "regions"),
    "a rule that there is not": ({"rules": {"page_marks": ["x"]}}, "page_marks"),
    "a rule that is no str": ({"rules": {"page_mark": [3]}}, "page_mark"),
    "a rule that is one word": ({"rules": {"page_mark": "第3版"}}, "page_mark"),
    "a rule that is a number": ({"rules": {"page_mark": 3}}, "page_mark"),
    "rules that are no table": ({"rules": ["第3版"]}, "must be a table"),
    "a mark both hard and soft": ({"constraint": {"hard": ["approx"], "soft": ["approx"]}}, "not both"),
    "a word in a list of single characters": ({"head": ["车站"]}, "[head]"),
    "numeral words without groups": ({"numeral_words": ["八宝斋"]}, "numeral_words"),
    "numeral words that are no list": ({"numeral_words": {"words": "八宝斋"}}, "numeral_words"),
}


@pytest.mark.parametrize(("lexicon", "key"), BAD.values(), ids=BAD)
def test_a_bad_lexicon_says_where(lexicon, key):
    """The class is BadLexicon, and the message names the key at fault."""
    with pytest.raises(tr.BadLexicon) as caught:
        tr.Analyzer(lexicon=lexicon)
    assert key in str(caught.value)
    assert len(str(caught.value)) > len(key) + 10, "a reason too"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("approx = [", ["mine.toml"]),
        ('[yarn]\nbase = "锭"\n[yarn.units]\n"锭" = 0\n', ["mine.toml", "yarn", "锭", "above 0"]),
        ('[yarn]\nbase = "锭"\n', ["mine.toml", "yarn"]),
        ('aproximately = ["约"]\n', ["mine.toml", "aproximately"]),
        ('approx = [""]\n', ["mine.toml", "approx"]),
        ('approx = ["' + "约" * 65 + '"]\n', ["mine.toml", "approx", "64"]),
    ],
)
def test_a_bad_file_is_named(tmp_path, text, words):
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(tr.BadLexicon) as caught:
        tr.Analyzer(lexicon=path)
    assert [word for word in words if word not in str(caught.value)] == []


ARGUMENTS = {
    "a lexicon that is a number": ({"lexicon": 3}, "lexicon"),
    "a lexicon in a list": ({"lexicon": [YARN]}, "lexicon"),
    "words that are a number": ({"words": 3}, "words"),
    "a word that is a number": ({"words": [3]}, "words"),
    "a term, no list": ({"keep": "低空经济"}, "keep"),
    "a term that is a number": ({"keep": [3]}, "keep"),
    "patterns without names": ({"patterns": ["首个"]}, "patterns"),
    "a pattern that is a number": ({"patterns": {"one": 3}}, "'one': 3"),
    "a pattern that is none": ({"patterns": {"one": None}}, "'one': None"),
    "a name that is a number": ({"patterns": {3: "one"}}, "3: 'one'"),
}


@pytest.mark.parametrize(("arguments", "word"), ARGUMENTS.values(), ids=ARGUMENTS)
def test_a_bad_argument_is_named(arguments, word):
    kind = tr.BadPattern if "patterns" in arguments else tr.BadLexicon
    with pytest.raises(kind) as caught:
        tr.Analyzer(**arguments)
    assert word in str(caught.value)


def test_a_file_with_a_mark(tmp_path):
    """As Windows writes UTF-8."""
    path = tmp_path / "mine.toml"
    path.write_text('approx_after = ["搭着"]', encoding="utf-8-sig")
    assert quantities("共有30个搭着。", lexicon=path)[0]["bound"] == "approx"


def test_a_file_that_is_no_utf8(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes('approx = ["大约光景"]'.encode("gb18030"))
    with pytest.raises(tr.BadLexicon, match=r"mine\.toml.*save it as UTF-8"):
        tr.Analyzer(lexicon=path)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(tr.BadLexicon, match=r"none\.toml"):
        tr.Analyzer(lexicon=tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("pattern", "offset"),
    [("(", 1), ("首[个", 3), ("*", 0), ("首(?<a", 5)],
)
def test_a_bad_pattern_says_where(pattern, offset):
    """PCRE2's own words, its offset in the pattern, and the name of that pattern."""
    with pytest.raises(tr.BadPattern, match=rf"offset {offset}\b") as caught:
        tr.Analyzer(patterns={"good": "首个", "faulty": pattern})
    assert "faulty" in str(caught.value)
    assert isinstance(caught.value, tr.BadLexicon)


def test_a_bad_rule_says_where():
    with pytest.raises(tr.BadPattern, match="offset 1") as caught:
        tr.Analyzer(lexicon={"rules": {"page_mark": ["("]}})
    assert "page_mark" in str(caught.value)


def test_a_pattern_that_takes_too_long_gives_up():
    """A note or a MatchLimit, never a hang."""
    analyzer = tr.Analyzer(patterns={"slow": r"(a+)+$"})
    try:
        report = tr.parse("a" * 60 + "b。", analyzer=analyzer)
    except tr.MatchLimit:
        return
    assert [note["kind"] for note in report["notes"]] == ["gave_up"]


INDICATORS = {
    "the name begins the subject": ("地区生产总值增长5%。", ["gdp_growth"]),
    "another economy": (
        "民营经济增加值增长5%，川南经济区经济总量达到3000亿元。",
        ["private_economy_growth", None],
    ),
    "a ratio to it": ("社会物流总费用与GDP的比率降低1.1个百分点。", [None]),
    "the growth of a growth": ("固定资产投资增速提高2个百分点。", [None]),
    "another dimension": ("粮食产量稳定在2000万亩。", [None]),
    "a number of its own between": ("城镇新增就业60万人、务工劳动力600万人。", ["urban_new_jobs", None]),
    "behind a word that names nothing": ("今年经济增长预期目标为7%左右。", ["gdp_growth"]),
    "level and change": ("PM2.5浓度下降3%，PM2.5浓度降至30微克/立方米。", ["pm25_change", "pm25"]),
    "an end that a list shares": (
        "城镇和农村居民人均可支配收入分别增长4%、6%。",
        ["urban_income_growth", "rural_income_growth"],
    ),
    "an end that three share": (
        "基础设施、制造业、房地产投资分别增长4%、6%、1%。",
        [
            "infrastructure_investment_growth",
            "manufacturing_investment_growth",
            "real_estate_investment_growth",
        ],
    ),
    "a name for three": (
        "三次产业增加值分别增长3%、5%、6%。",
        ["primary_industry_growth", "secondary_industry_growth", "services_growth"],
    ),
    "a beginning that a list shares": (
        "生产安全事故起数、死亡人数分别下降4%、6%。",
        ["accidents", "accident_deaths"],
    ),
}


@pytest.mark.parametrize("case", INDICATORS)
def test_the_indicator_of_a_number(case):
    text, told = INDICATORS[case]
    assert [row["indicator"] for row in quantities(text)] == told


def test_a_unit_that_is_none():
    with pytest.raises(tr.BadLexicon, match="枚"):
        tr.Analyzer(lexicon={"coins": {"names": ["铸币"], "units": ["枚子"]}})


def test_a_part_that_is_none():
    with pytest.raises(tr.BadLexicon, match="silver"):
        tr.Analyzer(lexicon={"coins": {"names": ["铸币"], "parts": ["silver"]}})


# ---- the built-in one ---------------------------------------------------------------------------------------------


def test_no_unit_has_two_dimensions():
    seen = defaultdict(set)
    for name, dimension, _, _ in UNITS:
        seen[name].add(dimension)
    assert {name: found for name, found in seen.items() if len(found) > 1} == {}


def test_every_factor_is_a_positive_fraction():
    assert all(isinstance(factor, str) and Fraction(factor) > 0 for *_, factor in UNITS)


def test_every_base_is_a_unit_of_factor_one():
    for file in ("units.toml", "classifiers.toml"):
        for dimension, table in FILES[file].items():
            ones = {name for name, factor in table["units"].items() if Fraction(factor) == 1}
            assert table["base"] == "1" or table["base"] in ones, dimension


def test_there_are_many_units():
    assert len(UNITS) >= 600


@pytest.mark.parametrize(
    ("unit", "base", "value"),
    [
        ("亩", "平方米", "2000/3"),
        ("公顷", "平方米", "10000"),
        ("平方公里", "平方米", "1000000"),
        ("斤", "千克", "1/2"),
        ("吨", "千克", "1000"),
        ("元", "元", "1"),
        ("千瓦", "千瓦", "1"),
        ("立方米", "立方米", "1"),
    ],
)
def test_bases(unit, base, value):
    (found,) = [(b, Fraction(f)) for name, _, b, f in UNITS if name == unit]
    assert found == (base, Fraction(value))


def test_areas_add_up():
    """亩, 公顷 and 平方公里 in one unit."""
    rows = quantities("造林15亩，绿化1公顷，辖区2平方公里。")
    assert [row["base_low"] for row in rows] == [10000, 10000, 2000000]


def test_regions():
    codes = FILES["regions.toml"]["regions"]
    assert len(codes) > 3000
    assert all(re.fullmatch(r"[1-9]\d{5}", code) for code in codes)
    assert list(codes) == sorted(codes)
    assert len([code for code in codes if code.endswith("0000") and code != "100000"]) == 34
    for code in codes:
        assert code[:2] + "0000" in codes, "a region lies in a province"
    assert (codes["140100"], codes["140000"], codes["110000"]) == ("太原市", "山西省", "北京市")


def test_plans_follow_each_other():
    plans = FILES["plans.toml"]["plan"]
    assert [plan["number"] for plan in plans] == list(range(1, len(plans) + 1))
    for earlier, later in pairwise(plans):
        assert earlier["last"] < later["first"]
    assert all(plan["last"] - plan["first"] == 4 for plan in plans)


def test_indicators():
    for key, table in FILES["indicators.toml"].items():
        assert re.fullmatch(r"[a-z0-9_]+", key)
        assert table["names"] and table["zh"] and table["en"], key
        assert table["measure"] in ("growth", "level"), key


def test_within_one_measure_a_name_stands_once():
    seen = defaultdict(set)
    for key, table in FILES["indicators.toml"].items():
        for name in table["names"]:
            seen[table["measure"], name].add(key)
    assert {name: keys for name, keys in seen.items() if len(keys) > 1} == {}


def test_no_list_says_a_word_twice():
    for key, words in FILES["cues.toml"].items():
        if isinstance(words, list):
            assert sorted(words) == sorted(set(words)), key


def test_pattern_that_takes_too_long_says_so():
    analyzer = tr.Analyzer(patterns={"first": "首[个次]", "slow": "(?:是+)+不$"})
    told = "pattern 'slow' took too long at character 0: simplify it"
    with pytest.raises(tr.MatchLimit, match=f"^{re.escape(told)}$"):
        tr.parse("是" * 60 + "吗不好", analyzer=analyzer)
    tables = tr.tables({"t": ["是" * 60 + "吗不好", "新增3万人。"]}, text="t", analyzer=analyzer)
    assert len(tables["errors"]) == 1
    assert len(tables["reports"]) == 1


def test_a_refused_pattern_is_named_whole():
    name = "每一条都很长的规则" * 6
    with pytest.raises(tr.BadPattern, match=f"^{name}: "):
        tr.Analyzer(patterns={name: "("})


def test_rules_with_groups_of_different_names():
    rules = {
        "chapter": ["(?<a>第.章)"],
        "part": ["(?<b>第.节)"],
        "point": ["((?<c>丙)丁)"],
        "item": ["(x)(y)(?<c>丙)"],
    }
    report = tr.parse("第一章\n增长5%。\n", analyzer=tr.Analyzer(lexicon={"rules": rules}))
    assert report["quantities"][-1]["low"] == 5


def test_a_long_word_of_manner():
    analyzer = tr.Analyzer(lexicon={"manner": ["commissioned"]})
    report = tr.parse("有14个commissioned项目。", analyzer=analyzer)
    assert [(row["text"], row["subject"]) for row in report["quantities"]] == [("14个", "commissioned项目")]


def test_reports_of_an_added_region_go_on():
    analyzer = tr.Analyzer({"regions": {"149900": "新城市"}})
    report = tr.parse(
        "新城市政府工作报告\n今年主要预期目标是：地区生产总值增长5%左右。", year=2024, analyzer=analyzer
    )
    assert (report["region"], report["adcode"]) == ("新城市", "149900")
    made = tr.tables([report], analyzer=analyzer)
    assert next(iter(made["reports"].rows()))["region"] == "新城市"
    assert len(tr.targets(report, analyzer=analyzer)) == 1
    assert tr.parse("绿化3亩。", region="新城市", analyzer=analyzer)["adcode"] == "149900"
    with pytest.raises(tr.ReportError, match="no region has that name"):
        tr.parse("绿化3亩。", region="新城市")


@pytest.mark.parametrize(
    "read", [tr.parse, lambda text, analyzer: tr.tables({"t": [text]}, text="t", analyzer=analyzer)]
)
def test_what_is_no_analyzer(read):
    with pytest.raises(tr.ReportError, match=r"analyzer='my.toml': an Analyzer is expected"):
        read("绿化3亩。", analyzer="my.toml")


def test_patterns_of_headings_may_name_their_groups_alike():
    rules = {"chapter": ["(第[一二三]卷)(?<half>上|下)?"], "part": ["(?<half>[甲乙丙]、)"]}
    analyzer = tr.Analyzer(lexicon={"rules": rules})
    text = "第一卷上 过去五年回顾\n甲、工业\n产值达到3亿元，结构也更好，\n效益更高。\n乙、农业\n粮食达到5万吨。\n"
    report = tr.parse(text, analyzer=analyzer)
    assert [(section["level"], section["marker"]) for section in report["sections"]] == [
        (1, "第一卷"),
        (2, "甲、"),
        (2, "乙、"),
    ]
