"""Zip archives. Nothing is ever unpacked to a disk."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from taiyuan_report.errors import DamagedFile, PasswordNeeded, ReportError, TooLarge, UnsafeArchive
from taiyuan_report.readers.base import Budget, File, Member, check_path, is_junk, refuse

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError)


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The name of a member: without the mark for UTF-8 it is whatever the system used, in China GB18030."""
    if info.flag_bits & 0x800:
        return info.filename.replace("\\", "/")
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return info.filename


def _check_directory(file: BinaryIO, size: int, budget: Budget, name: str) -> None:
    """Refuse a list of members that would fill the memory before the first is looked at."""
    tail = min(size, (1 << 16) + 22)
    file.seek(size - tail)
    end = file.read(tail)
    at = end.rfind(b"PK\5\6")
    if at >= 0 and len(end) - at >= 16:
        length = struct.unpack_from("<L", end, at + 12)[0]
        most = budget.limits.members * 256  # with room for long names
        if (length != 0xFFFFFFFF and length > most) or (length == 0xFFFFFFFF and size > most * 100):
            raise TooLarge(f"{name}: more members than the {budget.limits.members} that members allows")


def read(file: File, budget: Budget) -> Iterator[Member]:
    """The members of an archive, in its order."""
    limits = budget.limits
    with file.open() as opened:
        try:
            _check_directory(opened, file.size, budget, file.name)
            # Given a path it closes the file itself, once nobody needs a member any more.
            archive = zipfile.ZipFile(file.content if isinstance(file.content, Path) else file.open())
        except (*_DAMAGE, ValueError, struct.error) as error:
            raise DamagedFile(f"{file.name}: {error}") from None
    infos = archive.infolist()
    if len(infos) > limits.members:
        raise TooLarge(f"{file.name}: {len(infos)} members; members allows {limits.members}")
    for info in infos:
        name = _zip_name(info)
        if name.endswith("/") or is_junk(name):
            continue
        where = f"{file.name}/{name}"
        try:
            check_path(name, where)
            if stat.S_ISLNK(info.external_attr >> 16):
                raise UnsafeArchive(f"{where}: a link; links are not followed")
            if info.flag_bits & 1:
                raise PasswordNeeded(f"{where}: it needs a password")
            limits.check_ratio(info.file_size, info.compress_size, where)
            limits.check_file(info.file_size, where)
        except ReportError as error:
            yield refuse(name, error)
            continue
        budget.take(info.file_size, file.name)
        # The sizes are the archive's own word; zipfile reads no more than it said.
        yield Member(name, info.file_size, lambda info=info, where=where: _read_zipped(archive, info, where))  # type: ignore[misc]


def _read_zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str) -> bytes:
    try:
        return archive.read(info)
    except RuntimeError as error:  # what zipfile says of encryption
        raise PasswordNeeded(f"{where}: {error}") from None
    except _DAMAGE as error:
        raise DamagedFile(f"{where}: {error}") from None
