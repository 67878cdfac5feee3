#!/bin/sh
# Install what building needs and this system lacks: a compiler, pkg-config, PCRE2's headers, Python's venv and headers.
# Usage: tools/setup.sh [PYTHON]
set -eu
python=${1:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "taiyuan_report needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2
    exit 1
fi

has_compiler() { echo '#include <stdio.h>' | gcc -E - >/dev/null 2>&1 || echo '#include <stdio.h>' | cc -E - >/dev/null 2>&1; }
has_pcre2() { pkg-config --exists libpcre2-32 2>/dev/null; }
has_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }
has_headers() { test -e "$("$python" -c 'import sysconfig; print(sysconfig.get_path("include"))')/Python.h"; }

# What is missing, under the names that this package manager has for it: compiler, PCRE2 and pkg-config, venv, headers.
missing() {
    has_compiler || echo "$1"
    has_pcre2 || echo "$2"
    has_venv || echo "$3"
    has_headers || echo "$4"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Run this as root, then make again: $*" >&2
        exit 1
    fi
}

if has_compiler && has_pcre2 && has_venv && has_headers; then
    exit 0
elif command -v apt-get >/dev/null; then
    packages=$(missing "gcc libc6-dev" "libpcre2-dev pkg-config" python3-venv python3-dev | tr '\n' ' ')
    install="DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages"
    as_root sh -c "apt-get update -qq && $install >/dev/null"
elif command -v dnf >/dev/null; then
    packages=$(missing gcc "pcre2-devel pkgconf-pkg-config" python3 python3-devel)
    # shellcheck disable=SC2086
    as_root dnf install -y -q $packages
elif command -v brew >/dev/null; then
    packages=$(missing gcc "pcre2 pkgconf" python python)
    # shellcheck disable=SC2086
    brew install -q $packages
fi

left=$(missing "a C compiler" "PCRE2 with its 32-bit library, and pkg-config" "the module venv of $python" \
    "the C headers of $python")
if [ -n "$left" ]; then
    printf 'Still missing; install it, then make again:\n%s\n' "$left" >&2
    exit 1
fi
