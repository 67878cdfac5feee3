"""Tar archives, plain or packed with gzip, bzip2 or xz. Nothing is ever unpacked to a disk."""

from __future__ import annotations

import lzma
import tarfile
import zlib
from collections.abc import Iterator

from taiyuan_report.errors import DamagedFile, ReportError, UnsafeArchive
from taiyuan_report.readers.base import MEBI, Budget, File, Member, check_path, is_junk, refuse

_DAMAGE = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError)
_HEADERS = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)


class _Info(tarfile.TarInfo):
    """A member whose headers are small: tarfile reads them into memory whole."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type in _HEADERS and self.size > MEBI:
            raise UnsafeArchive(f"a header of {self.size} bytes")
        made: tarfile.TarInfo = super()._proc_member(archive)  # type: ignore[misc]
        return made


def _tar_name(name: str) -> str:
    raw = name.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding).removeprefix("./")
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def read(file: File, budget: Budget) -> Iterator[Member]:
    """The members of an archive, in its order."""
    limits = budget.limits
    unpacked = 0
    with file.open() as opened:
        try:
            with tarfile.open(fileobj=opened, mode="r|*", tarinfo=_Info, encoding="utf-8") as archive:
                for info in archive:
                    archive.members = []  # type: ignore[attr-defined]  # it would keep them all
                    unpacked += info.size
                    # A member is unpacked even to be passed over, so this comes first.
                    limits.check_ratio(unpacked, file.size, file.name)
                    name = _tar_name(info.name)
                    if info.isdir() or is_junk(name):
                        continue
                    budget.take(info.size, file.name)
                    try:
                        data = _read_tarred(archive, info, f"{file.name}/{name}", budget)
                    except ReportError as error:
                        yield refuse(name, error)
                        continue
                    yield Member(name, len(data), lambda data=data: data)  # type: ignore[misc]
        except UnsafeArchive as error:
            raise UnsafeArchive(str(error) if file.name in str(error) else f"{file.name}: {error}") from None
        except _DAMAGE as error:
            raise DamagedFile(f"{file.name}: {error}") from None


def _read_tarred(archive: tarfile.TarFile, info: tarfile.TarInfo, where: str, budget: Budget) -> bytes:
    check_path(info.name, where)
    if info.issym() or info.islnk():
        raise UnsafeArchive(f"{where}: a link to {info.linkname}; links are not followed")
    if not info.isfile():
        raise UnsafeArchive(f"{where}: a device or a pipe")
    budget.limits.check_file(info.size, where)
    opened = archive.extractfile(info)
    data = b"" if opened is None else opened.read()
    if len(data) < info.size:
        raise DamagedFile(f"{where}: it breaks off after {len(data)} of {info.size} bytes")
    return data
