import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jieba
import pytest
from word_texts import OTHER, pieces_of, random_texts

import taiyuan_report as tr
from taiyuan_report.dictionary import default_words

jieba.setLogLevel(logging.ERROR)
SHARED = Path(__file__).parents[2] / "shared" / "corpus"
SAMPLE = tr.sample()


def same(text: str) -> None:
    for hmm in (True, False):
        assert tr.words(text, hmm=hmm) == jieba.lcut(text, HMM=hmm), repr(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "我来到北京清华大学",
        "他来到了网易杭研大厦",
        "小明硕士毕业于中国科学院计算所，后在日本京都大学深造",
        "\r\n\r\n \t\r",
        "C++和c#的T恤，3.14%，a.b_c-d+e#f&g",
        "2023年增长6.5%，约1,876.5亿元",
        "一点七八万亿美元",
        "𠮷野家😀真好吃",
        "龘龘齉齉",
        "第十四届",
        "B超",
        "AT&T",
    ],
)
def test_same_as_jieba(text: str) -> None:
    same(text)


def test_sample() -> None:
    same(SAMPLE)


def test_random_texts() -> None:
    for text in random_texts("".join(sorted(set(SAMPLE))), 1000, seed=1):
        same(text)


def test_passages() -> None:
    for text in pieces_of(SAMPLE, 500, seed=2):
        same(text)


def test_words_of_the_dictionary() -> None:
    words = list(jieba.dt.FREQ)
    for word in words[:: len(words) // 1000]:
        same(word)


@pytest.mark.skipif(not SHARED.exists(), reason="needs the corpus")
def test_corpus() -> None:
    for path in sorted(SHARED.rglob("*.txt"))[::4]:
        same(path.read_text(encoding="utf-8"))


def test_spans_are_the_words() -> None:
    for text in [SAMPLE, *random_texts(OTHER, 200, seed=3)]:
        spans = tr.word_spans(text)
        assert [(word, start, end) for word, start, end, _ in spans] == list(jieba.tokenize(text))
        assert "".join(word for word, *_ in spans) == text


def test_tags_are_the_dictionarys() -> None:
    assert [tag for *_, tag in tr.word_spans("来到北京")] == ["v", "ns"]
    assert tr.word_spans("杭研")[0][3] is None  # made by the model


USER_DICTIONARY = """\
云计算 5
李小福 2 nr
创新办 3 i
easy_install 3 eng
好用 300
韩玉赏鉴 3 nz
八一双鹿 3 nz
台中
凱特琳 nz
Edu Trust认证 2000
"""


def test_user_dictionary(tmp_path: Path) -> None:
    path = tmp_path / "user.txt"
    path.write_text(USER_DICTIONARY, encoding="utf-8")
    tokenizer = jieba.Tokenizer()
    tokenizer.load_userdict(str(path))
    analyzer = tr.Analyzer(words=path)
    texts = [
        "李小福是创新办主任也是云计算方面的专家",
        "什么是八一双鹿，台中市的凱特琳在easy_install",
        "Edu Trust认证很好用",
        *random_texts("李小福创新办云计算好用八一双鹿台中凱特琳韩玉赏鉴是的", 300, seed=4),
    ]
    for text in texts:
        for hmm in (True, False):
            assert tr.words(text, hmm=hmm, analyzer=analyzer) == tokenizer.lcut(text, HMM=hmm), text


def test_a_word_alone_is_no_dictionary() -> None:
    with pytest.raises(tr.BadLexicon, match=r"低空经济: .*words to add are a list such as \['低空经济'\]"):
        tr.words("发展低空经济", user_words="低空经济")


def test_user_words_as_add_word() -> None:
    terms = ["低空经济", "新质生产力", "石墨烯", "碳达峰"]
    tokenizer = jieba.Tokenizer()
    for term in terms:
        tokenizer.add_word(term)
    text = "发展低空经济和新质生产力，推进碳达峰，石墨烯。"
    assert tr.words(text, user_words=terms) == tokenizer.lcut(text)
    assert "低空经济" in tr.words(text, user_words=terms)


def test_word_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "user.txt"
    path.write_text("今天天气 0\n清华大学 0\n", encoding="utf-8")
    analyzer = tr.Analyzer(words=path)
    assert "清华大学" not in tr.words("来到清华大学", hmm=False, analyzer=analyzer)


def test_kept_terms_stay_whole() -> None:
    analyzer = tr.Analyzer(keep=["的发展和", "增长"])
    assert "的发展和" in tr.words("经济的发展和改革", analyzer=analyzer)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("投资1.78万亿美元", "1.78万亿美元"),
        ("增长一点七八万亿美元", "一点七八万亿美元"),
        ("买了3部手机", "3部"),
        ("共23,876人", "23,876人"),
        ("编号23,876。", "23,876"),
        ("2021—2025年", "2021—2025年"),
    ],
)
def test_quantities_stay_whole(text: str, whole: str) -> None:
    words = tr.words(text, quantities=True)
    assert whole in words
    assert "".join(words) == text


def test_threads_agree() -> None:
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(tr.words, [SAMPLE] * 16))
    assert all(result == results[0] for result in results)


def test_long_block_is_linear_in_depth() -> None:
    text = "发展" * 50_000
    assert "".join(tr.words(text)) == text


def test_counts() -> None:
    texts = {
        "t": ["创新驱动发展。创新是第一动力。", "改革开放。"],
        "y": [2022, 2023],
        "r": ["山西省", "山西省"],
    }
    table = tr.word_counts(
        texts, text="t", year="y", region="r", words=["创新", "改革"], min_count=0
    ).to_pandas()
    rows = {(row.year, row.word): row for row in table.itertuples()}
    assert rows[2022, "创新"].count == 2
    assert rows[2022, "创新"].sentences == 2
    assert rows[2022, "创新"].sentence_share == 1
    assert rows[2022, "改革"].count == 0
    assert rows[2023, "改革"].words == len([w for w in jieba.lcut("改革开放。") if w != "。"])


def test_counts_are_the_words() -> None:
    table = tr.word_counts({"t": [SAMPLE]}, text="t", by=["source"], workers=1).to_pandas()
    expected: dict[str, int] = {}
    for word in jieba.lcut(SAMPLE):
        expected[word] = expected.get(word, 0) + 1
    assert all(expected[row.word] == row.count for row in table.itertuples())
    assert table["count"].sum() == table["words"].iloc[0]


def test_a_word_counts_for_each_of_its_concepts() -> None:
    data = {"t": ["数据，创新。"]}
    concepts = {"digital": ["数据"], "new": ["数据", "创新"]}
    table = tr.word_counts(data, text="t", by=["source"], words=concepts).to_pandas()
    assert dict(zip(table["word"], table["count"], strict=True)) == {"digital": 1, "new": 2}


def test_groups_are_named_as_reports_are() -> None:
    data = {"t": ["创新。"] * 3, "y": ["2023", 2023.0, 2023], "r": ["140100", "太原市", 140100]}
    table = tr.word_counts(data, text="t", year="y", region="r", words=["创新"]).to_pandas()
    assert table[["region", "year", "count"]].values.tolist() == [["太原市", 2023, 3]]


def test_counts_of_what_is_no_text() -> None:
    with pytest.warns(tr.UnreadReports, match="1 of the reports.*NotText: row 0: byte 1"):
        table = tr.word_counts({"t": [b"a\xff", "创新"]}, text="t", by=["source"])
    assert table.to_dict()["word"] == ["创新"]


def test_a_sentence_counts_once_for_a_concept() -> None:
    data = {"t": ["数据和创新，数据。创新。天气很好。"]}
    table = tr.word_counts(data, text="t", by=["source"], words={"new": ["数据", "创新"]}).to_pandas()
    assert table[["word", "count", "sentences"]].values.tolist() == [["new", 4, 2]]


def test_counts_by_concept_and_stopwords() -> None:
    data = {"t": ["大数据和数字经济，数字经济。"]}
    table = tr.word_counts(data, text="t", by=["source"], words={"数字": ["大数据", "数字经济"]}).to_pandas()
    assert table[["word", "count"]].values.tolist() == [["数字", 3]]
    assert "和" not in set(
        tr.word_counts(data, text="t", by=["source"], stopwords=["和"]).to_pandas()["word"]
    )


def test_workers_agree() -> None:
    data = {"t": [SAMPLE, "改革开放。"] * 5, "y": [2020 + i for i in range(10)]}
    one, four = (
        tr.word_counts(data, text="t", year="y", by=["year"], workers=workers).to_pandas()
        for workers in (1, 4)
    )
    assert one.equals(four)


def test_unknown_group_says_so() -> None:
    with pytest.raises(tr.ReportError, match="month"):
        tr.word_counts({"t": ["改革"]}, text="t", by=["month"])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"words": []}, "there is no word to count"),
        ({"words": {}}, "there is no word to count"),
        ({"words": {"new": ["创新"], "old": []}}, "there is no word to count"),
        ({"words": "创新"}, r"words='创新': a list is expected, such as \['创新'\]"),
        ({"words": {"new": "创新"}}, r"words\['new'\]='创新': a list"),
        ({"words": [None]}, "words: None is no str"),
        ({"stopwords": "stop.txt"}, "stopwords='stop.txt': a list"),
        ({"by": "year"}, "by='year': a list"),
    ],
)
def test_what_is_no_list_of_words_says_so(options: dict, told: str) -> None:
    for count in (tr.word_counts, tr.word_matrix):
        with pytest.raises(tr.ReportError, match=told):
            count({"t": ["创新"]}, text="t", **options)


def test_no_jieba_at_run_time() -> None:
    code = "import sys, taiyuan_report as tr; tr.words('改革'); sys.exit('jieba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_matrix_is_the_counts() -> None:
    data = {"t": [SAMPLE, "改革开放。"], "y": [2024, 2023]}
    matrix = tr.word_matrix(data, text="t", year="y", by=["year"])
    table = tr.word_counts(data, text="t", year="y", by=["year"]).to_pandas()
    assert matrix.groups == [(2023,), (2024,)]
    assert matrix.counts.sum() == table["count"].sum()
    for row in table.itertuples():
        assert matrix.counts[matrix.groups.index((row.year,)), matrix.words.index(row.word)] == row.count


def test_matrix_has_a_column_for_every_word_of_the_vocabulary() -> None:
    data = {"t": ["创新。", "改革。"], "y": [2024, 2023]}
    matrix = tr.word_matrix(
        data, text="t", year="y", by=["year"], words=["创新", "改革", "开放"], min_count=0
    )
    assert matrix.words == ["创新", "开放", "改革"]
    assert matrix.counts.toarray().tolist() == [[0, 0, 1], [1, 0, 0]]
    assert matrix.counts.nnz == 2


@pytest.mark.parametrize("pieces", [[5], [(0,)], [("a", 1)], [None]])
def test_pieces_that_are_no_pairs(pieces):
    with pytest.raises(TypeError):
        default_words().cut("好好", True, pieces)
