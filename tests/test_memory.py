"""The C library with an allocator that fails: every call, one after the other (tests/c/fault.c)."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import taiyuan_report as tr

ROOT = Path(__file__).parents[1]
SANITIZERS = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
TEXT = tr.sample() + "\n首个一批项目开工，增长5%左右。生产钢、铁100吨。\n" * 3


def pcre2():
    done = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "libpcre2-32"], capture_output=True, text=True, check=False
    )
    return done.stdout.split() if done.returncode == 0 else None


def compiles(compiler, options, folder):
    """Whether a program made with these options runs."""
    source = folder / "empty.c"
    source.write_text("int main(void) { return 0; }\n")
    made = subprocess.run(
        [compiler, *options, str(source), "-o", str(folder / "empty")], capture_output=True, check=False
    )
    return made.returncode == 0 and subprocess.run([str(folder / "empty")], check=False).returncode == 0


@pytest.fixture(scope="module")
def fault(tmp_path_factory):
    compiler = os.environ.get("CC", "").split()[:1] or [
        name for name in ("cc", "gcc", "clang") if shutil.which(name)
    ]
    if not compiler or not shutil.which("pkg-config") or pcre2() is None:
        pytest.skip("needs a C compiler, pkg-config and libpcre2-32")
    folder = tmp_path_factory.mktemp("fault")
    options = SANITIZERS if compiles(compiler[0], SANITIZERS, folder) else []
    program = folder / "fault"
    sources = [*sorted(str(path) for path in (ROOT / "csrc").glob("*.c")), str(ROOT / "tests/c/fault.c")]
    flags = ["-std=c11", "-g", "-O1", "-UNDEBUG", *options, f"-I{ROOT / 'csrc'}"]
    subprocess.run([compiler[0], *flags, *sources, "-o", str(program), *pcre2(), "-lm"], check=True)
    return program


def test_every_allocation_can_fail(fault, tmp_path):
    """A clean error and not a byte left, whichever call it is; and the run that succeeds finds rows."""
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = subprocess.run([str(fault), str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = dict(line.split() for line in done.stdout.splitlines())
    assert all(
        int(rows[name]) > 0
        for name in ("sections", "paragraphs", "sentences", "quantities", "targets", "matches")
    )
