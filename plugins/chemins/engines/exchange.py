"""The published folder, changed in one step: build beside it, then exchange the two.

Whatever happens in between, and whenever, the site that was there before stays whole: where the
system can exchange two folders at once, at every instant; elsewhere, but for the instant between
two renames, which the next run repairs. All that is left beside the site bears its name::

    site/            what visitors read
    .site.new-4242/  what process 4242 builds, or has just taken off line
    .site.old-4242/  the site, whole, between the two renames of process 4242
    .site.end-4242/  what process 4242 was removing
    .site.lock       held while a build runs; the system frees it when the process dies
"""

import ctypes
import errno
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_OFFERED = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP})
_TAKEN = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})


class BusyError(Exception):
    """Another build of the same site is running."""

    def __init__(self, live: Path) -> None:
        super().__init__(f"{live} is being built")
        self.live = live
        """The site's folder."""


@contextmanager
def workspace(live: Path) -> Iterator[Path]:
    """An empty folder beside ``live`` to build in, and the right to be the only one to do so.

    First repairs what an earlier run left. When the context ends, what is still in the folder is
    removed: it was not exchanged, or it is the earlier site.

    Raises:
        BusyError: another build of ``live`` is running, in this process or another.
        NotADirectoryError: ``live`` is a file, or a link to a folder (exchanging would replace
            the link and leave its folder as it was).
        OSError: ``live`` is a mount point, or its parent cannot be written.
    """
    live = live.absolute()
    _refuse(live)
    live.parent.mkdir(parents=True, exist_ok=True)
    with _lock(live):
        _set_right(live)
        new = _beside(live, "new")
        new.mkdir()
        try:
            yield new
        finally:
            _set_right(live)


def exchange(new: Path, live: Path) -> None:
    """Put the folder ``new`` in the place of ``live``, and remove what was there, if anything.

    Both are on one file system. When this returns, visitors read ``new``; when it raises, they
    read what they read before. What cannot be removed of the earlier site is left to ``repair``.

    Raises:
        NotADirectoryError: either is not a folder.
        OSError: the system refuses.
    """
    new, live = new.absolute(), live.absolute()
    if new.is_symlink() or not new.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(new))
    _refuse(live)
    if not live.exists():
        new.rename(live)
    elif swap_at_once(new, live):
        _remove(new, live)
    else:
        _swap_by_two_renames(new, live)


def identity(live: Path) -> tuple[int, int] | None:
    """What tells the folder at ``live`` from any other that stands there; none when none does."""
    with suppress(OSError):
        found = live.stat()
        return found.st_dev, found.st_ino
    return None


def repair(live: Path) -> None:
    """Set right what a killed run left beside ``live``; nothing while a build of it runs.

    Raises:
        OSError: the system refuses.
    """
    live = live.absolute()
    if not any(_left(live, "new", "old", "end")):
        return
    with suppress(BusyError), _lock(live):
        _set_right(live)


def swap_at_once(one: Path, other: Path) -> bool:
    """Exchange two existing folders in one step; False when the system has no such step.

    Raises:
        OSError: it has, and refuses.
    """
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    here = ctypes.c_int(_AT_FDCWD)
    if not rename(
        here, os.fsencode(one), here, os.fsencode(other), ctypes.c_uint(_RENAME_EXCHANGE)
    ):
        return True
    code = ctypes.get_errno()
    if code in _NOT_OFFERED:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


def _swap_by_two_renames(new: Path, live: Path) -> None:
    old = _beside(live, "old")
    try:
        live.rename(old)
        new.rename(live)
    except BaseException:
        if old.exists() and not live.exists():
            old.rename(live)
        raise
    _remove(old, live)


def _remove(folder: Path, live: Path) -> None:
    """Remove ``folder``, under a name that no repair would take for a whole site."""
    end = _beside(live, "end")
    with suppress(OSError):
        folder.rename(end)
    _erase(end)


def _erase(folder: Path) -> None:
    """Remove ``folder`` as far as the system lets us, folders that are closed to writing too."""
    shutil.rmtree(folder, ignore_errors=True)
    if not folder.exists():
        return
    with suppress(OSError):
        folder.chmod(0o700)
    for parent, names, _ in os.walk(folder):
        for each in (Path(parent, name) for name in names):
            with suppress(OSError):
                if not each.is_symlink():
                    each.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def _set_right(live: Path) -> None:
    """Under the lock, so that all that is left beside ``live`` is of dead processes, or ours."""
    olds = sorted(_left(live, "old"), key=lambda old: old.stat().st_mtime)
    if olds and not live.exists():
        olds.pop().rename(live)
    for folder in (*olds, *_left(live, "new")):
        _remove(folder, live)
    for folder in _left(live, "end"):
        _erase(folder)


def _beside(live: Path, state: str) -> Path:
    return live.with_name(f".{live.name}.{state}-{os.getpid()}")


def _left(live: Path, *states: str) -> list[Path]:
    """The folders that runs have left beside ``live``, in any of ``states``."""
    name = re.compile(rf"\.{re.escape(live.name)}\.(?:{'|'.join(states)})-\d+")
    with suppress(FileNotFoundError):
        beside = [path for path in live.parent.iterdir() if name.fullmatch(path.name)]
        return [path for path in beside if path.is_dir() and not path.is_symlink()]
    return []


def _refuse(live: Path) -> None:
    """Raise for what cannot be exchanged."""
    if live.is_symlink() or (live.exists() and not live.is_dir()):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(live))
    if os.path.ismount(live):
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(live))


@contextmanager
def _lock(live: Path) -> Iterator[None]:
    path = live.with_name(f".{live.name}.lock")
    handle = _locked(path, live)
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _locked(path: Path, live: Path) -> int:
    """An open handle on the file at ``path``, locked.

    Holders unlink the file as they leave, so a lock counts only on the file that is still there.
    """
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            # Nobody knows of the lock: it is the folder that cannot be written.
            error.filename = str(live.parent)
            raise
        try:
            _take(handle)
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        except OSError as error:
            os.close(handle)
            if error.errno in _TAKEN:
                raise BusyError(live) from None
            if error.errno != errno.ENOENT:
                raise
        else:
            os.close(handle)


def _take(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
