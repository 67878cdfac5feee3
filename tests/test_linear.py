"""Texts made to be slow: four times the text takes about four times as long, whatever the text is.

Quadratic work takes sixteen times as long. Only the ratio of two times on the same machine is looked at.
"""

import time

import pytest

import taiyuan_report as tr

RUNS = {
    "digits": "1",
    "tens": "十",
    "hundred millions": "万亿",
    "numeral words": "一二三四五六七八九十百千",
    "points": "1.",
    "thousands": "1,",
    "brackets": "（",
    "closed brackets": "（）",
    "quotes": "“",
    "closing quotes": "”",
    "bold": "**",
    "bold words": "**好**",
    "list": "、1",
    "list of units": "、1个",
    "list of percents": "1%、",
    "percents": "百分之",
    "fractions": "分之",
    "nested fractions": "三分之",
    "ordinals": "第",
    "dashes": "1—",
    "long dashes": "——",
    "ranges of years": "2021—",
    "years": "2021年",
    "dates": "5月",
    "year lists": "1998、",
    "plans": "十四五",
    "running plans": "“十四五”项目完成投资3亿元，",
    "dates of things": "1995年前建成的5个小区，",
    "multiples of a plan": "投资3亿元，是“十五”的3倍，",
    "sums and growth": "累计投资3亿元，同比增长5%，",
    "ranks": "投资增速居全省第二，",
    "money behind counts": "形成3个500亿元、",
    "lists of works": "3个民生保障和社会、",
    "slogans": "“三年大变样”",
    "headings": "一、标题\n",
    "reviews and plans": "一、2021年工作回顾\n二、振兴经济\n",
    "parts": "（一）标题\n",
    "bold leads": "**标题。**正文\n",
    "items": "1.标题\n",
    "verbs behind a classifier": "1个开工建设",
    "lengths shared out": "分别5年、6年，",
    "lists of lengths": "5年、分别6年、7年、",
    "points on a line": "一是好。",
    "titles": "工作回顾\n\n",
    "titles of reports": "政府工作报告\n",
    "openings": "各位代表：\n",
    "newlines": "\n",
    "carriage returns": "\r\n",
    "blank lines": " \n",
    "spaces": " ",
    "wide spaces": "\u3000",
    "spaced digits": "1 ",
    "spaced words": "好 ",
    "nul": "\0",
    "hashes": "#",
    "stops": "。",
    "commas": "，",
    "semicolons": "；",
    "one long word": "好",
    "latin": "a",
    "page marks": "（下转第2版）\n",
    "broken paragraphs": "这一段没有写完就断开了，下面接着\n（下转第2版）\n",
    "broken lines": "这一行没有写完\n",
    "chrome": "打印\n",
    "chrome tail": "责任编辑\n",
    "glossary": "名词解释\n",
    "notes": "［1］两重：解释\n",
    "appendices": "附件1\n",
    "lists": "猪肉、羊肉等副食品5吨",
    "years told": "2004年用三年时间",
    "sums": "企业5%，总数5%，",
    "owners": "铝电50万吨绿电铝技改",
    "urls": "http://",
    "growth": "增长",
    "growth and number": "增长5%",
    "one clause": "新增3个",
    "clauses": "新增3个，",
    "from": "从1个",
    "from to": "从1个到",
    "about": "约",
    "not more than": "不超过",
    "or more": "1以上",
    "five years": "五年来",
    "respectively": "分别增长1%、",
    "targets": "主要预期目标是：地区生产总值增长6%，",
    "target sentences": "主要预期目标是：地区生产总值增长6%。\n",
    "indicators": "地区生产总值",
    "qualitative": "居民收入增长与经济增长基本同步，",
    "regions": "太原市",
    "sessions": "第一届全国人民代表大会第二次会议",
    "rates": "元/",
    "rate units": "1元/吨/",
    "unit words": "平方",
    "astral": "\U00020000",
}
REVIEW = "2022年政府工作报告\n\n一、2021年工作回顾\n\n"  # what stands in a chapter is read for its years
TOO_SHORT = 0.005  # seconds: below it the clock's own noise decides
TOO_LONG = 1.5  # seconds: enough to tell
LARGEST = 1 << 20
TRIES = 5
LIMIT = 6


def seconds(text):
    """The best of three."""
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        tr._core.Parsed(LEXICON, text)
        best = min(best, time.perf_counter() - begin)
    return best


LEXICON = tr.Analyzer()._lexicon

# Of runs whose pieces all differ: so many of them.
COUNTED = {
    "targets": lambda count: (
        "2024年主要预期目标是：" + "".join(f"生产总值增长0.{i:06}%，" for i in range(count))
    ),
    "years": lambda count: "".join(f"{1900 + i % 100}年增长{i}%，" for i in range(count)),
    "cells below a head": lambda count: "甲 | 2023年 | 2024年目标\n" + "1亩 | " * count,
    "cells below cells": lambda count: "2024年 | " * count + "\n" + "1亩 | " * count,
    "rows of a table": lambda count: "甲 | 2023年 | 2024年目标\n" + "乙 | 1亩 | 2亩\n" * count,
    "headings that differ": lambda count: "".join(f"一、第{i}项工作\n" for i in range(count)),
}


@pytest.mark.parametrize("head", ["", REVIEW], ids=["alone", "in a review"])
@pytest.mark.parametrize("unit", RUNS.values(), ids=RUNS)
def test_time_grows_with_the_text(unit, head):
    check(lambda count: head + unit * count, len(unit))


@pytest.mark.parametrize("made", COUNTED.values(), ids=COUNTED)
def test_time_grows_with_what_differs(made):
    check(made, len(made(1)))


def check(made, length):
    """Make a text of so many pieces of a length, then one of four times as many."""
    count = 512 // length + 1
    while count * length < LARGEST and seconds(made(count)) < TOO_SHORT:
        count *= 2
    ratios = []
    for _ in range(TRIES):
        short, long = seconds(made(count)), seconds(made(4 * count))
        ratios.append(long / short)
        if ratios[-1] <= LIMIT:
            return
        if long > TOO_LONG:
            break
        count *= 2  # a text that outgrows a cache is slower once, not at every size
    times = ", ".join(f"{ratio:.1f}" for ratio in ratios)
    pytest.fail(f"four times as many as {count * length} characters take {times} times as long")
