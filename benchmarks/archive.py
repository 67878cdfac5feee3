"""An archive as people have them, read to the last report: every format and encoding, and 2 in 100 files damaged.

    python benchmarks/archive.py                    10,000 reports, generated; checks, time and peak memory
    python benchmarks/archive.py --reports 300      fewer
    python benchmarks/archive.py --hostile          bombs and a line of 1 GB: each an error row, in bounded time
    python benchmarks/archive.py --speed            text archives: one core beside two, and beside a regular expression

What is checked: every good report has the quantities of its text, in the order of the files; every damaged one is a
row of ``errors`` with the right class; a run that is killed and repeated gives the same tables; the memory.
The files are made by benchmarks/archive_files.py from the sample report. ``pip install '.[formats]'`` first.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import random
import re
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import archive_files as files
import pyarrow as pa
from archive_files import SAMPLE

import taiyuan_report as tr

TRADITIONAL = (
    "政府工作報告\n\n各位代表：\n\n一、工作回顧\n\n實現增長{}.2%，新增就業{}人，優化營商環境，推動產業轉型，農業農村發展取得新進展。\n\n"
    "二、工作安排\n\n今年要深化改革開放，增長5%左右，這是發展的要求。\n"
)
DOCTYPE = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "'
    + "增" * 99
    + '">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><w:document><w:body>&i;</w:body></w:document>"
)


class Expected(NamedTuple):
    """What a file holds: the texts of its good reports, and the places and classes of its errors, in their order."""

    texts: list[str]
    errors: list[tuple[str | None, str]]


Maker = Callable[[int], tuple[str, bytes, Expected]]


def variant(number: int) -> str:
    """A report like no other: a part of the sample, with a figure of its own."""
    chance = random.Random(number)
    head, *body = SAMPLE.split("\n\n")
    kept = [part for part in body if part.startswith(("#", "—", "各位")) or chance.random() < 0.6]
    return "\n\n".join([head, *kept, f"全年开工项目{number + 1}个，完成投资{number % 900 + 1}.5亿元。\n"])


# ---- good files ------------------------------------------------------------------------------------------------------


def text_file(encoding: str, suffix: str = "txt") -> Maker:
    """Text in an encoding."""

    def make(number: int) -> tuple[str, bytes, Expected]:
        text = variant(number)
        return f"{number:05}.{suffix}", text.encode(encoding), Expected([text], [])

    return make


def document(suffix: str, make_bytes: Callable[[str], bytes]) -> Maker:
    """A report in a format for one."""

    def make(number: int) -> tuple[str, bytes, Expected]:
        text = variant(number)
        return f"{number:05}.{suffix}", make_bytes(text), Expected([text], [])

    return make


def big5(number: int) -> tuple[str, bytes, Expected]:
    """A report in Big5, which has the characters of traditional text only."""
    text = TRADITIONAL.format(number % 9 + 1, number + 1)
    return f"{number:05}.txt", text.encode("big5"), Expected([text], [])


def table(suffix: str, make_bytes: Callable[[files.Rows], bytes], count: int = 5) -> Maker:
    """Several reports in the rows of a table."""

    def make(number: int) -> tuple[str, bytes, Expected]:
        texts = [variant(number * 100 + i) for i in range(count)]
        rows = [{"编号": f"{number}-{i}", "年份": 2024, "正文": text} for i, text in enumerate(texts)]
        return f"{number:05}.{suffix}", make_bytes(rows), Expected(texts, [])

    return make


def members(number: int, count: int = 5) -> tuple[list[tuple[str, bytes]], list[str]]:
    """Files for an archive, of several formats."""
    texts = [variant(number * 100 + i) for i in range(count)]
    makers = [
        ("txt", str.encode),
        ("docx", files.docx),
        ("htm", files.html),
        ("md", lambda text: text.encode("gb18030")),
        ("txt", lambda text: text.encode("utf-16")),
    ]
    return [
        (f"山西省/{i}.{suffix}", make(text))
        for i, (text, (suffix, make)) in enumerate(zip(texts, makers, strict=True))
    ], texts


def archive(suffix: str, make_bytes: Callable[[list[tuple[str, bytes]]], bytes]) -> Maker:
    """Several reports in an archive."""

    def make(number: int) -> tuple[str, bytes, Expected]:
        inside, texts = members(number)
        return f"{number:05}.{suffix}", make_bytes(inside), Expected(texts, [])

    return make


def nested(number: int) -> tuple[str, bytes, Expected]:
    """A zip in a tar."""
    inside, texts = members(number)
    return f"{number:05}.tar", files.tarred([("a.zip", files.zipped(inside))], ""), Expected(texts, [])


GOOD: list[tuple[int, Maker]] = [
    (300, text_file("utf-8")),
    (60, text_file("utf-8-sig", "md")),
    (100, text_file("gb18030")),
    (30, text_file("gbk")),
    (20, text_file("utf-16")),
    (10, text_file("utf-16-le")),
    (10, text_file("utf-16-be")),
    (20, big5),
    (100, document("html", files.html)),
    (30, document("htm", lambda text: files.html(text, encoding="gbk"))),
    (100, document("docx", files.docx)),
    (60, document("pdf", files.pdf)),
    (10, document("doc", files.docx)),
    (5, table("csv", files.delimited)),
    (5, table("csv", lambda rows: files.delimited(rows, encoding="gb18030"))),
    (3, table("tsv", lambda rows: files.delimited(rows, delimiter="\t"))),
    (5, table("xlsx", files.xlsx)),
    (5, table("jsonl", files.jsonl)),
    (5, table("parquet", files.parquet)),
    (6, archive("zip", files.zipped)),
    (3, archive("zip", lambda inside: files.zipped(inside, gbk_names=True))),
    (3, archive("tar.gz", files.tarred)),
    (2, archive("tar.xz", lambda inside: files.tarred(inside, "xz"))),
    (1, archive("tar.bz2", lambda inside: files.tarred(inside, "bz2"))),
    (2, nested),
]

# ---- damaged files ---------------------------------------------------------------------------------------------------


def zip_bomb(size: int = 50 << 20) -> bytes:
    """A zip of blanks, a thousand times smaller than what is in it."""
    return files.zipped([("a.txt", b" " * size)])


def locked_zip(data: bytes) -> bytes:
    """A zip with the mark of encryption on its members."""
    made = bytearray(files.zipped([("a.txt", data)]))
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        made[made.index(signature) + offset] |= 1
    return bytes(made)


def rotten_zip(data: bytes) -> bytes:
    """A zip with a wrong sum of a member."""
    made = bytearray(files.zipped([("a.txt", data)]))
    for signature, offset in ((b"PK\3\4", 14), (b"PK\1\2", 16)):
        struct.pack_into("<L", made, made.index(signature) + offset, 12345)
    return bytes(made)


def link(name: str, target: str) -> tarfile.TarInfo:
    """A symbolic link for a tar."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = tarfile.SYMTYPE, target
    return info


def deep(levels: int) -> bytes:
    """A zip in a zip in a zip."""
    data, name = "增长".encode(), "a.txt"
    for level in range(levels):
        data, name = files.zipped([(name, data)]), f"{level}.zip"
    return data


def damaged() -> Iterator[tuple[str, Callable[[str], bytes], str | None, str]]:
    """Ways to spoil a file: suffix, bytes made from a text, the place inside it, and the class of the error."""
    yield "txt", lambda text: text.encode()[:900] + b"\xff\xfe" + text.encode()[900:], None, "WrongEncoding"
    yield "txt", lambda text: b"\x7fELF\0\0\0\0" + text.encode(), None, "NotText"
    yield "txt", lambda text: text.encode("utf-16")[:-1], None, "WrongEncoding"
    yield "txt", lambda text: "Été à l'économie. ".encode("latin-1") * 50, None, "WrongEncoding"
    yield "docx", lambda text: files.docx(text)[:-200], None, "DamagedFile"
    yield "docx", lambda text: files.docx_of("", parts={"word/document.xml": DOCTYPE}), None, "UnsafeArchive"
    yield "docx", lambda text: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), None, "PasswordNeeded"
    yield "docx", lambda text: files.zipped([("a.txt", text.encode())]), None, "DamagedFile"
    yield "pdf", lambda text: files.pdf(text)[:500], None, "DamagedFile"
    yield "pdf", lambda text: files.pdf_of(["0 0 m 9 9 l S"] * 3), None, "NoText"
    yield "pdf", lambda text: b"<html><body>404 Not Found</body></html>", None, "DamagedFile"
    yield "html", lambda text: b"<html><body><script>load(1)</script></body></html>", None, "NoText"
    yield "html", lambda text: b"<body>" + b"<div>" * 3000 + text.encode(), None, "DamagedFile"
    yield "zip", lambda text: files.zipped([("a.txt", text.encode())])[:-40], None, "DamagedFile"
    yield "zip", lambda text: files.zipped([("../../a.txt", text.encode())]), "../../a.txt", "UnsafeArchive"
    yield "zip", lambda text: zip_bomb(8 << 20), "a.txt", "UnsafeArchive"
    yield "zip", lambda text: locked_zip(text.encode()), "a.txt", "PasswordNeeded"
    yield "zip", lambda text: rotten_zip(text.encode()), "a.txt", "DamagedFile"
    yield "zip", lambda text: deep(5), "3.zip/2.zip/1.zip", "UnsafeArchive"
    yield "tar.gz", lambda text: files.tarred([("a.txt", os.urandom(3000))])[:-1500], None, "DamagedFile"
    yield (
        "tar",
        lambda text: files.tarred([link("a.txt", "b.txt"), link("b.txt", "a.txt")], ""),
        "a.txt",
        "UnsafeArchive",
    )
    yield "csv", lambda text: b"a,b\r\n1,2\r\n", None, "ReportError"
    yield "csv", lambda text: files.delimited([{"text": "", "id": 1}]), "row 2", "NoText"
    yield "jsonl", lambda text: b'{"text": "\n', "row 1", "DamagedFile"
    yield "parquet", lambda text: files.parquet([{"text": text}])[:-9], None, "DamagedFile"
    yield "xlsx", lambda text: files.xlsx([{"text": text}])[:-300], None, "DamagedFile"
    yield "rar", lambda text: b"Rar!\x1a\7\0", None, "UnknownFormat"


def spoil(
    number: int, way: tuple[str, Callable[[str], bytes], str | None, str]
) -> tuple[str, bytes, Expected]:
    """A damaged file."""
    suffix, make, member, error = way
    errors = [(member, error)]
    if suffix == "tar":
        errors.append(("b.txt", error))
    return f"{number:05}.{suffix}", make(variant(number)), Expected([], errors)


def make_archive(folder: Path, reports: int, seed: int = 1) -> list[tuple[str, Expected]]:
    """Write about so many reports; what each file holds, in the order in which it is read."""
    chance = random.Random(seed)
    weights, makers = zip(*GOOD, strict=True)
    ways = list(damaged())
    expected, made, number, spoiled = [], 0, 0, 0
    while made < reports:
        # The first files go through all makers and ways, so that a small archive has them all.
        if number % 50 == 7 or (reports < 1000 and number % 5 == 3 and spoiled < len(ways)):
            name, data, holds = spoil(number, ways[spoiled % len(ways)])
            spoiled += 1
        else:
            maker = makers[number % len(makers)] if number < 60 else chance.choices(makers, weights)[0]
            name, data, holds = maker(number)
        path = folder / f"{number // 500:03}" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        expected.append((str(path), holds))
        made += len(holds.texts) + len(holds.errors)
        number += 1
    return expected


# ---- checks ----------------------------------------------------------------------------------------------------------


def numbers_of(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """What quantities say, without their places."""
    return [(re.sub(r"\s", "", row["text"]), row["low"], row["unit"], row["status"]) for row in rows]


def check(made: dict[str, tr.Table], expected: list[tuple[str, Expected]]) -> dict[str, int]:
    """Compare tables with what the files hold; AssertionError says where they differ."""
    texts = [text for _, holds in expected for text in holds.texts]
    paths = [path for path, holds in expected for _ in holds.texts]
    assert len(made["reports"]) == len(texts), f"{len(made['reports'])} reports, not {len(texts)}"
    errors = pa.table(made["errors"]).to_pylist()
    want = [(path, *error) for path, holds in expected for error in holds.errors]
    assert [(row["source"], row["member"], row["error"]) for row in errors] == want, "the rows of errors"
    quantities = pa.table(made["quantities"]).select(["report", "text", "low", "unit", "status"])
    rows: list[list[dict[str, Any]]] = [[] for _ in texts]
    for batch in quantities.to_batches(max_chunksize=4096):
        for row in batch.to_pylist():
            rows[row["report"]].append(row)
    for path, text, found in zip(paths, texts, rows, strict=True):
        assert numbers_of(found) == numbers_of(tr.parse(text)["quantities"]), path
    return {"reports": len(texts), "errors": len(errors), "quantities": len(quantities)}


def digest(made: dict[str, tr.Table]) -> str:
    """A sum over all tables."""
    total = hashlib.sha256()
    for name in sorted(made):
        sink = io.BytesIO()
        table_ = pa.table(made[name])
        with pa.ipc.new_stream(sink, table_.schema) as stream:
            stream.write_table(table_)
        total.update(sink.getbuffer())
    return total.hexdigest()


def peak_mb() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_child(folder: str) -> None:
    """Read an archive and say what came out; in a process of its own, so that its memory is its own."""
    begin = time.perf_counter()
    made = tr.tables(folder)
    seconds = time.perf_counter() - begin
    print(f"{seconds:.2f} {peak_mb():.0f}", flush=True)
    print(digest(made), flush=True)


def run_writing_child(folder: str) -> None:
    """Write an archive to a file while it is read, and say what memory that took."""
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as place:
        tr.write(folder, Path(place) / "quantities.parquet")
    print(f"{time.perf_counter() - begin:.2f} {peak_mb():.0f}", flush=True)


def child(folder: Path, kind: str = "--child") -> subprocess.Popen[str]:
    command = [sys.executable, __file__, kind, str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def run_archive(reports: int, seed: int) -> None:
    """Make an archive, read it, check all; read it again after a run that is killed."""
    folder = Path(tempfile.mkdtemp(prefix="taiyuan-archive-"))
    try:
        expected = make_archive(folder, reports, seed)
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        print(f"{len(expected)} files, {size / 1e6:.0f} MB, {len(list(damaged()))} ways of damage")
        first = child(folder)
        told = first.communicate()[0].split()
        print(f"read in {told[0]} s, peak memory {told[1]} MB")
        written = child(folder, "--writing-child").communicate()[0].split()
        print(f"written to Parquet in {written[0]} s, peak memory {written[1]} MB")
        killed = child(folder)
        time.sleep(max(0.5, float(told[0]) / 2))
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        again = child(folder).communicate()[0].split()
        assert told[2] == again[2], "the run after the one that was killed differs"
        print("a run that was killed and repeated: the same tables")
        made = tr.tables(folder)
        assert digest(made) == told[2]
        print("checked:", check(made, expected))
    finally:
        shutil.rmtree(folder)


# ---- hostile files ---------------------------------------------------------------------------------------------------


def gigabyte(path: Path, begin: bytes = b"", piece: bytes = "新增就业3万人，".encode()) -> None:
    """A file of one line of 1 GB."""
    block = piece * (1 << 16)
    with path.open("wb") as file:
        file.write(begin)
        while file.tell() < 1 << 30:
            file.write(block)


def hostile(folder: Path) -> list[tuple[str, str]]:
    """Files that would fill memory, disk or time; and the class that each ends in."""
    with (
        zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("a.txt", "w", force_zip64=True) as member,
    ):
        for _ in range(1 << 10):
            member.write(b" " * (1 << 20))
    inner = (folder / "bomb.zip").read_bytes()
    (folder / "bombs.zip").write_bytes(files.zipped([(f"{i}.zip", inner) for i in range(16)]))
    with tarfile.open(folder / "bomb.tar.gz", "w:gz", compresslevel=9) as archive_:
        info = tarfile.TarInfo("a.txt")
        info.size = 1 << 30
        archive_.addfile(info, io.BufferedReader(Blanks(1 << 30)))  # type: ignore[arg-type]
    (folder / "docx.docx").write_bytes(files.docx_of("", parts={"word/document.xml": DOCTYPE}))
    (folder / "big.docx").write_bytes(files.docx_of("<w:p/>" * (8 << 20)))
    (folder / "loop.tar").write_bytes(files.tarred([link("a.txt", "b.txt"), link("b.txt", "a.txt")], ""))
    (folder / "up.zip").write_bytes(files.zipped([("../../../etc/a.txt", b"a")]))
    packer = zlib.compressobj(9)
    packed_page = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(1 << 10)) + packer.flush()
    page = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed_page), packed_page)
    (folder / "bomb.pdf").write_bytes(
        files.pdf_of([""]).replace(b"<< /Length 0 >>\nstream\n\nendstream", page)
    )
    (folder / "cut.pdf").write_bytes(files.pdf(SAMPLE)[:900])
    (folder / "deep.html").write_bytes(b"<body>" + b"<div>" * 700_000)
    gigabyte(folder / "line.txt")
    gigabyte(folder / "line.csv", b"text\n")
    gigabyte(folder / "line.jsonl", b'{"text": "')
    gigabyte(folder / "line.html", b"<p>")
    return [
        ("big.docx", "UnsafeArchive"),
        ("bomb.pdf", "DamagedFile"),
        ("bomb.tar.gz", "UnsafeArchive"),
        ("bomb.zip", "UnsafeArchive"),
        *[("bombs.zip", "UnsafeArchive")] * 16,
        ("cut.pdf", "DamagedFile"),
        ("deep.html", "DamagedFile"),
        ("docx.docx", "UnsafeArchive"),
        ("line.csv", "TooLarge"),
        ("line.html", "TooLarge"),
        ("line.jsonl", "TooLarge"),
        ("line.txt", "TooLarge"),
        *[("loop.tar", "UnsafeArchive")] * 2,
        ("up.zip", "UnsafeArchive"),
    ]


class Blanks(io.RawIOBase):
    """So many blanks, none of them kept."""

    def __init__(self, size: int) -> None:
        self.left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = min(self.left, len(buffer))
        buffer[:size] = b" " * size
        self.left -= size
        return size


def run_hostile() -> None:
    """Read hostile files, each by itself for its time, then all for the memory."""
    folder = Path(tempfile.mkdtemp(prefix="taiyuan-hostile-"))
    try:
        want = hostile(folder)
        for path in sorted(folder.iterdir()):
            begin = time.perf_counter()
            errors = {row["error"] for row in pa.table(tr.tables(path)["errors"]).to_pylist()}
            print(f"{path.name:14} {time.perf_counter() - begin:7.2f} s  {', '.join(errors)}")
        rows = pa.table(tr.tables(folder)["errors"]).to_pylist()
        found = [(Path(row["source"]).name, row["error"]) for row in rows]
        assert found == want, set(found) ^ set(want)
        told = child(folder).communicate()[0].split()
        print(f"all: {told[0]} s, peak memory {told[1]} MB, each an error row of the right class")
    finally:
        shutil.rmtree(folder)


# ---- speed -----------------------------------------------------------------------------------------------------------


def run_speed(corpus: Path | None, rounds: int) -> None:
    """Text files: tables on one worker and two, parse, and the regular expression of the tutorials."""
    from speed import TUTORIAL_REGEX, read_corpus

    folder = Path(tempfile.mkdtemp(prefix="taiyuan-speed-"))
    try:
        texts = read_corpus(corpus)
        texts = texts * max(1, 20_000_000 // sum(len(text.encode()) for text in texts))
        for i, text in enumerate(texts):
            (folder / f"{i:05}.txt").write_text(text, encoding="utf-8")
        size = sum(len(text.encode()) for text in texts) / 1e6
        works: dict[str, Callable[[], object]] = {
            "regex": lambda: [TUTORIAL_REGEX.findall(text) for text in texts],
            "tables, 1 worker": lambda: tr.tables(folder, workers=1),
            "tables, 2 workers": lambda: tr.tables(folder, workers=2),
            "parse": lambda: [len(tr.parse(text)) for text in texts],
        }
        best = dict.fromkeys(works, float("inf"))
        for _ in range(rounds):
            for name, work in works.items():
                begin = time.perf_counter()
                work()
                best[name] = min(best[name], time.perf_counter() - begin)
        print(f"{len(texts)} text files, {size:.1f} MB of UTF-8, best of {rounds} rounds")
        for name, seconds in best.items():
            print(f"{name:18} {size / seconds:8.1f} MB/s {best['regex'] / seconds:7.3f} of regex")
        print(f"two workers to one: {best['tables, 1 worker'] / best['tables, 2 workers']:.2f}")
    finally:
        shutil.rmtree(folder)


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument(
        "--corpus", type=Path, help="a folder of UTF-8 texts for --speed; the sample if not given"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--writing-child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        run_child(options.child)
    elif options.writing_child:
        run_writing_child(options.writing_child)
    elif options.hostile:
        run_hostile()
    elif options.speed:
        run_speed(options.corpus, options.rounds)
    else:
        run_archive(options.reports, options.seed)


if __name__ == "__main__":
    main()
