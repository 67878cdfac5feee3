#!/bin/sh
# Install Debian's Chromium and its driver, in which the tests open pages; where that cannot be done they skip.
set -u
if command -v chromium >/dev/null && command -v chromedriver >/dev/null; then
    exit 0
fi
as_root=
[ "$(id -u)" -eq 0 ] || as_root="sudo -n"
packages="chromium chromium-driver fonts-noto-cjk"
if command -v apt-get >/dev/null && $as_root apt-get update -qq &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null; then
    exit 0
fi
echo "No chromium and chromedriver: the tests that open pages in a browser will be skipped." >&2
