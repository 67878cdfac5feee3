"""What the command line, the pages and the charts say, in English and Chinese."""

from __future__ import annotations

import os

from taiyuan_report.errors import ReportError

_COMMANDS = {
    "usage: ": "用法：",
    "arguments": "参数",
    "options": "选项",
    "commands": "命令",
    "show this help": "显示本帮助",
    "show the version": "显示版本",
    "Tables of Chinese government work reports.": "把政府工作报告读成数据表。",
    "Without a command it is `tables`. Each command has its own --help.": "不写命令即为 `tables`。各命令均有 --help。",
    "example": "示例",
    "numbers of many reports, as a table": "把多份报告中的数字读成一张表",
    "promised and achieved, by indicator, region and year": "按指标、地区、年份列出目标与完成情况",
    "how often words stand in reports": "统计词频",
    "one report with its numbers marked": "显示一份报告，标出其中的数字",
    "an archive as one page to sort, filter and search": "把报告集写成一个可排序、筛选、检索的网页",
    "what cannot be read, and why": "列出不能读取的文件及原因",
    "files, folders or patterns; zip, csv and their like hold several reports": "文件、文件夹或通配符；zip、csv 等可含多份报告",
    "write here; the suffix tells the format: parquet, csv, xlsx, jsonl, duckdb (all tables)": "输出文件，后缀决定格式：parquet、csv、xlsx、jsonl、duckdb（含所有表）",
    "write here; the suffix tells the format: parquet, csv, xlsx, jsonl": "输出文件，后缀决定格式：parquet、csv、xlsx、jsonl",
    "write here, to a name in .html": "输出的网页，文件名以 .html 结尾",
    "which table": "哪一张表",
    "the name of the column of texts in csv, xlsx, jsonl and parquet files": "csv、xlsx、jsonl、parquet 文件中正文列的列名",
    "the name of their column of years, not a year": "其中年份列的列名，不是年份",
    "the name of their column of regions, not a region": "其中地区列的列名，不是地区",
    "the name of their column of sources": "其中来源列的列名",
    "it names a column, but no file here has columns (csv, xlsx, jsonl, parquet)": (
        "须为列名，而这些文件都没有列（csv、xlsx、jsonl、parquet 才有）"
    ),
    "threads; one for each processor by default": "线程数，默认每个处理器一个",
    "no progress bar": "不显示进度条",
    "your own lexicon, a TOML file": "自备的词典（TOML 文件）",
    "only these words": "只统计这些词",
    "a row for each region and year": "每个地区每年一行",
    "so many words of each group; by default 20 on the screen and all in a file": "每组列出的词数；默认屏幕上 20 个，文件中全部",
    "a whole number above 0 is expected, not": "须为大于 0 的整数，不是",
    "show takes a file with one report; tables, targets, words and explore take more": (
        "show 只显示含一份报告的文件；多份报告请用 tables、targets、words、explore"
    ),
    "the year in which it was given": "报告所属年份",
    "whose report it is, by name or code": "报告所属地区，名称或代码",
    "reports": "份报告",
    "rows of": "行，表",
    "errors": "个错误",
    "cannot be read": "不能读取",
    "can be read": "可以读取",
    "written to": "已写入",
    "stopped": "已停止",
    "error": "错误",
    "the suffix of -o must be one of": "-o 的后缀须为其中之一：",
    "no such table; there are": "没有这张表；现有：",
    "outline": "提纲",
    "targets": "目标",
    "text": "正文",
    "numbers": "数字",
    "unknown": "未知",
    "no report could be read; not written:": "没有一份报告可以读取，未写入：",
}

# What argparse says of arguments that make no sense.
_WRONG_USE = {
    "the following arguments are required: ": "缺少参数：",
    "unrecognized arguments: ": "不认识的参数：",
    "expected one argument": "需要一个值",
    "ignored explicit argument ": "不接受值：",
    "argument ": "参数 ",
    "invalid int value: ": "须为整数：",
    "invalid choice: ": "没有这个选择：",
}

_PAGES = {
    # values of fields
    "amount": "数量",
    "percent": "百分比",
    "duration": "时长",
    "date": "日期",
    "ordinal": "次序",
    "achieved": "完成",
    "target": "承诺",
    "other": "其他",
    "none": "无",
    "exact": "恰为",
    "approx": "约",
    "at_least": "至少",
    "at_most": "至多",
    "order": "量级",
    "qualitative": "定性",
    "level": "水平",
    "increase": "增加",
    "decrease": "减少",
    "plain": "一般",
    "strive": "力争",
    "ensure": "确保",
    "met": "实现",
    "missed": "未实现",
    "not compared": "未比较",
    # names of fields
    "Subject": "对象",
    "Indicator": "指标",
    "Kind": "类别",
    "Value": "数值",
    "In base units": "换算",
    "Bound": "界限",
    "Change": "增减",
    "Status": "性质",
    "Year": "年份",
    "Years": "年份",
    "Report year": "报告年",
    "Dimension": "量纲",
    "Section": "章节",
    "Characters": "字符",
    "Commitment": "力度",
    "Words": "原文",
    "Sentence": "句子",
    "Region": "地区",
    "Session": "会议",
    "Date": "日期",
    "Speaker": "报告人",
    "Source": "来源",
    # a report
    "Government work report": "政府工作报告",
    "Text": "正文",
    "Filters": "筛选",
    "Filters and legend": "筛选与图例",
    "Filters and outline": "筛选与目录",
    "Outline": "目录",
    "Whole text": "全文",
    "All": "全部",
    "Status (background and line)": "性质（底色与线型）",
    "Kind (colour and sign)": "类别（字色与角标）",
    "Show all": "全部显示",
    "To the text": "跳到正文",
    "Targets and results": "目标与完成",
    "Table of targets and results": "目标与完成的表",
    "Notes": "注记",
    "not read": "未读出",
    "the paragraph goes on here": "此处接续",
    "Fields of the quantity": "数量的各字段",
    "Copy citation (Enter)": "复制引文 (Enter)",
    "Point at a quantity, or reach it with Tab, to see its fields. ← and → go to the one before and after; "
    "Enter copies a citation.": "指向一个数量或用 Tab 键移到它，可见其各字段；按 ← → 键前后移动，按 Enter 键复制为引文。",
    "characters": "字",
    "sections": "节",
    "sentences": "句",
    "quantities": "数量",
    "promises": "目标",
    "notes": "注记",
    "{} of {} quantities": "显示 {} / {} 个数量",
    "Copied: ": "已复制：",
    "“{}” ({}), {}, {}characters {}–{}.": "“{}”（{}），{}，{}第{}–{}字符。",
    ", ": "，",
    "{year}": "{year}年",
    # an archive
    "Government work reports: targets and results": "政府工作报告：目标与完成",
    "To the table": "跳到表格",
    "Chart": "图",
    "reports read": "报告",
    "regions": "地区",
    "years": "年份",
    "promises and results": "目标与完成值",
    "Search quantities": "检索数量",
    "Table of quantities": "数量的表",
    "Words to find (with spaces between)": "检索（以空格分词）",
    "Back": "上一页",
    "On": "下一页",
    "Rows {}–{} of {}": "第 {}–{} 行，共 {} 行",
    "No such rows": "没有符合的行",
    "{}, by year and region; the values are in the table below": "{}，按年份与地区；各值见下表",
    "Hollow: promised; filled: achieved. ◆ about; a bar: a range; an arrow up: at least, down: at most; decreases "
    "are below zero.": "空心为承诺，实心为完成；◆ 左右，竖条为区间，箭头向上为至少、向下为至多，减少画在零以下。",
    "{} values in other units are not drawn; see the table.": "未画 {} 个值（别的单位）；见下表。",
    "{} more regions": "其余 {} 个地区",
    "Left out: {}.": "未收入：{}。",
    "{} of {} promises and results (kept: promises before results, of each indicator the latest years)": (
        "目标与完成值 {1} 行中的 {0} 行（留下的：先承诺、后完成，每个指标从最近的年份起）"
    ),
    "{} of {} quantities (kept: promises, then results, then others, each from the latest reports on)": (
        "数量 {1} 行中的 {0} 行（留下的：承诺、完成、其他依次，各从最近的报告起）"
    ),
    "{} files that could not be read": "{} 份文件未能读出",
    # charts
    "(no region)": "（无地区）",
    "hollow or dashed: promised; filled or solid: achieved; a line with an arrow: at least (↑), at most (↓); "
    "a diamond: about; a bar: a range": "空心或虚线为承诺，实心或实线为完成；横线加箭头为至少（↑）、至多（↓），菱形为左右，竖条为区间",
    "Outcome": "结果",
    "Promise and result": "承诺与结果",
    "a line: the promise; a bar: a range; a point: the result": "竖线为承诺，横条为区间，点为结果",
    "in 1,000 words": "每千词",
}

_CHINESE = _COMMANDS | _PAGES


class Language:
    """English or Chinese: called with what is to be said in English, it gives that in its own."""

    def __init__(self, given: str | None = None) -> None:
        if given not in (None, "en", "zh"):
            raise ReportError(f"language={given!r}: it is 'en' or 'zh', or None for that of the locale")
        self.code = given or _of_environment()

    def __call__(self, english: str) -> str:
        return _CHINESE.get(english, english) if self.code == "zh" else english


def _of_environment() -> str:
    """``zh`` or ``en``, as the environment says in the order that POSIX gives."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def message(english: str) -> str:
    """A message in the language of whoever reads it."""
    return Language()(english)


def wrong_use(english: str) -> str:
    """What argparse says, in the language of whoever reads it."""
    if Language().code == "zh":
        for told, chinese in _WRONG_USE.items():
            english = english.replace(told, chinese)
    return english
