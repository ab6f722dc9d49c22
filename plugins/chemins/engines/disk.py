"""What the disk refuses, in our words."""

import errno

from chemins.locales import Locale

_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def refusal(error: OSError, locale: Locale) -> str:
    """Why ``error`` stopped us, in a sentence."""
    path = error.filename if error.filename is not None else "?"
    if error.errno in _DENIED:
        return locale.text("command.disk_denied", path=path)
    if error.errno in _FULL:
        return locale.text("command.disk_full", path=path)
    return locale.text("command.disk", path=path, reason=error.strerror or str(error))
