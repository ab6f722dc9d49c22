"""A file opened as what it is: what its name leads to may have changed since it was listed."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_FLAGS = os.O_RDONLY | sum(
    # Links are refused, pipes are not waited for; systems without these have neither.
    getattr(os, name, 0)
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
)


class NoFileError(OSError):
    """What is there is no file, and no folder either."""


def named_bytes(path: Path, most: int) -> bytes:
    """The bytes of a file that a person named, where a link may lead: ``most`` and one, no more.

    Raises:
        NoFileError: it is a pipe, a socket or a device, which would be waited for without end.
        OSError: it is gone, or a folder, or may not be read.
    """
    with opened(Path(os.path.realpath(path))) as (file, _):
        return file.read(most + 1)


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """The file at ``path``, to read, and its size.

    Raises:
        NoFileError: it is a link, a pipe, a socket or a device.
        OSError: it is gone, or a folder, or may not be read.
    """
    try:
        handle = os.open(path, _FLAGS)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENXIO):
            raise NoFileError(error.errno, error.strerror, str(path)) from error
        raise
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(found.st_mode):
            raise NoFileError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        yield file, found.st_size
