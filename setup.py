"""Build taiyuan_report._core; everything else is declared in pyproject.toml."""

import os
import subprocess
import sys
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

sys.path.insert(0, "tools")
from compile_words import compile_words

NO_PCRE2 = (
    "taiyuan_report needs PCRE2 with its 32-bit library and pkg-config to build: install "
    "libpcre2-dev pkg-config (Debian, Ubuntu), pcre2-devel pkgconf (Fedora) or pcre2 pkgconf (Homebrew on macOS)."
)


def pkg_config(option: str) -> list[str]:
    try:
        done = subprocess.run(
            ["pkg-config", option, "libpcre2-32"], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        raise SystemExit(NO_PCRE2) from None
    return done.stdout.split()


class build_with_words(build_ext):
    """Puts the word table, compiled from the jieba package, beside the extension."""

    def run(self) -> None:
        super().run()
        path = Path(self.get_ext_fullpath("taiyuan_report._core")).with_name("words.bin")
        made_by = Path("tools/compile_words.py")
        if not path.exists() or path.stat().st_mtime < made_by.stat().st_mtime:
            compile_words(path)


compile_args = ["-std=c11", "-O3", "-Wall", "-Wextra", "-fvisibility=hidden"]
link_args: list[str] = []
if os.environ.get("SANITIZE") == "1":
    compile_args += ["-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-UNDEBUG"]
    link_args += ["-fsanitize=address,undefined"]
if os.environ.get("COVERAGE") == "1":
    compile_args += ["-O0", "-g", "--coverage"]
    link_args += ["--coverage"]

setup(
    cmdclass={"build_ext": build_with_words},
    ext_modules=[
        Extension(
            "taiyuan_report._core",
            sources=sorted(str(path) for path in Path("csrc").rglob("*.c")),
            depends=sorted(str(path) for path in Path("csrc").rglob("*.h")),
            extra_compile_args=[*pkg_config("--cflags"), *compile_args],
            extra_link_args=[*pkg_config("--libs"), *link_args],
        )
    ],
)
