"""What the command line says, in English and Chinese; the locale of the environment chooses."""

from __future__ import annotations

import os

_CHINESE = {
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
    "explore writes one page: give -o a name in .html": "explore 写成一个网页：请用 -o 给出以 .html 结尾的文件名",
    "what cannot be read, and why": "列出不能读取的文件及原因",
    "files, folders or patterns; zip, csv and their like hold several reports": "文件、文件夹或通配符；zip、csv 等可含多份报告",
    "write here; the suffix tells the format: parquet, csv, xlsx, jsonl, duckdb (all tables)": "输出文件，后缀决定格式：parquet、csv、xlsx、jsonl、duckdb（含所有表）",
    "which table": "哪一张表",
    "the column of texts in csv, xlsx, jsonl and parquet files": "csv、xlsx、jsonl、parquet 文件中正文所在的列",
    "the column of years": "年份所在的列",
    "the column of regions": "地区所在的列",
    "the column of sources": "来源所在的列",
    "threads; one for each processor by default": "线程数，默认每个处理器一个",
    "no progress bar": "不显示进度条",
    "your own lexicon, a TOML file": "自备的词典（TOML 文件）",
    "only these words": "只统计这些词",
    "a row for each region and year": "每个地区每年一行",
    "so many words of each group": "每组列出的词数",
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
}


def language() -> str:
    """``zh`` or ``en``, as the environment says in the order that POSIX gives."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def message(english: str) -> str:
    """A message in the language of whoever reads it."""
    return _CHINESE.get(english, english) if language() == "zh" else english
