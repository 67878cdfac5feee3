"""Old Word files (doc), WPS files (wps), rtf and odt: LibreOffice makes them docx."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import threading
from pathlib import Path

from taiyuan_report.errors import DamagedFile, MissingDependency, ReportError, TooLarge
from taiyuan_report.readers import docx, html
from taiyuan_report.readers.base import Document, Limits

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_ONE = threading.Lock()  # LibreOffice takes all of a core and much memory


def program() -> str | None:
    """The path of LibreOffice, if it is installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def _convert(office: str, data: bytes, suffix: str, name: str, limits: Limits) -> bytes:
    """The docx that LibreOffice makes of a file, in a folder and with a profile of its own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        given, made = Path(folder, f"report{suffix}"), Path(folder, "report.docx")
        given.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [
            office,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            folder,
            str(given),
        ]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            output, _ = process.communicate(timeout=limits.seconds)
        except BaseException as error:
            # It starts a program of its own: the group of both ends, whether it is late or the user stops.
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.wait()
            if isinstance(error, subprocess.TimeoutExpired):
                raise TooLarge(
                    f"{name}: LibreOffice took more than the {limits.seconds} s that seconds allows"
                ) from None
            raise
        if not made.exists():
            said = output.decode("utf-8", "replace").strip().splitlines() or ["nothing"]
            raise DamagedFile(f"{name}: LibreOffice makes no docx of it; it said: {said[-1]}")
        limits.check_file(made.stat().st_size, name)
        return made.read_bytes()


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The text of a file."""
    head = data[:512].lstrip().lower()
    if data.startswith(b"PK\3\4") and not name.lower().endswith(".odt"):
        return docx.read(data, name, limits)  # a docx under an old name
    if head.startswith((b"<!doctype html", b"<html", b"<head")):
        return html.read(data, name, limits)  # as many official sites serve it
    office = program()
    if office is None:
        raise MissingDependency(
            f"{name}: this format needs LibreOffice: install it (apt-get install libreoffice-writer-nogui), "
            f"or save the file as docx"
        )
    is_old_word = data.startswith(docx.OLE)
    suffix = ".doc" if is_old_word else ".rtf" if data.startswith(b"{\\rtf") else Path(name).suffix.lower()
    if suffix in (".doc", ".wps") and not is_old_word:
        raise DamagedFile(f"{name}: it does not begin as a Word or WPS file does")
    with _ONE:
        made = _convert(office, data, suffix, name, limits)
    try:
        return docx.read(made, name, limits)
    except ReportError as error:
        raise type(error)(f"{error} (as LibreOffice converted it)") from None
