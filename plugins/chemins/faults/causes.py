"""What libraries and the system say is wrong, in our words: their own are English."""

import errno

import yaml

from chemins.faults.codes import fault
from chemins.faults.fault import Fault, Place, Word

_PROBLEMS = (
    ("found character '\\t'", "tab"),
    ("unknown escape character", "escape"),
    ("hexdecimal", "escape"),
    ("character escape code", "escape"),
    ("quoted scalar", "quote"),
    ("flow sequence", "bracket"),
    ("flow mapping", "bracket"),
    ("flow node", "bracket"),
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no_colon"),
    ("block sequence entries are not allowed", "dash"),
    ("block collection", "dash"),
    ("block mapping", "indent"),
    ("cannot start any token", "special"),
    ("alphabetic or numeric character", "special"),
    ("document start", "several"),
)
"""What libyaml says → what we say, the first that fits."""

AFTER_QUOTE = "after_quote"
"""What we say where libyaml sees no more than a sign it did not expect: text follows a quote."""

_REASONS = {
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read_only",
    errno.ENOENT: "gone",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "too_big",
    errno.EMFILE: "open_files",
    errno.ENFILE: "open_files",
    errno.EIO: "broken",
    errno.ENAMETOOLONG: "long",
    errno.ENOTDIR: "no_folder",
    errno.EBUSY: "mounted",
    errno.EXDEV: "elsewhere",
    errno.EISDIR: "folder",
}
"""What the system says → what we say."""

_OF_READING = frozenset({"denied", "gone", "open_files", "broken", "folder"})
"""The reasons for which a file may not be read."""


def yaml_problem(error: yaml.MarkedYAMLError, text: str = "") -> str:
    """The name of what stops the reading of YAML: ``tab``, ``quote``, ``colon``… or ``other``.

    With ``text``, what was being read, a closing quote that text follows is told from the rest.
    """
    said = f"{error.problem} {error.context}"
    name = next((ours for theirs, ours in _PROBLEMS if theirs in said), "other")
    if name in ("indent", "dash", "bracket") and _follows_a_quote(error.problem_mark, text):
        return AFTER_QUOTE
    return name


def _follows_a_quote(mark: yaml.Mark | None, text: str) -> bool:
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return False
    return lines[mark.line][: mark.column].rstrip().endswith(("'", '"'))


def reason_of(error: OSError) -> str:
    """The name of what the system says: ``denied``, ``full``, ``gone``… or ``other``."""
    return _REASONS.get(error.errno or 0, "other")


def unreadable(place: Place, error: OSError) -> Fault:
    """The fault of a file or a folder that the system does not let us read."""
    reason, said = reason_of(error), error.strerror or str(error)
    word = Word(f"faults.E-FILE.reasons.{reason}") if reason in _OF_READING else said
    return fault("E-FILE", place, "folder" if place.is_folder else "", reason=word)
