"""``mkdocs.yml`` as MkDocs takes it; what MkDocs does not take, with its line and what to do."""

import logging
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from chemins.configuration import Configuration, configuration_of, unknown_keys
from chemins.engines.mkdocs.hearing import OWN
from chemins.engines.mkdocs.lacking import lacking
from chemins.engines.mkdocs.stopped import SettingsError
from chemins.faults import Fault, Place, Word
from chemins.faults.causes import unreadable
from chemins.faults.codes import fault
from chemins.faults.report import Reporter
from chemins.locales import Locale
from chemins.settings import PLUGIN

_log = logging.getLogger(OWN)

_UNKNOWN = "Unrecognised configuration name"
_OPTION = re.compile(r"Plugin '([^']+)' option '([^']+)': (.*)", re.DOTALL)
_PLUGIN = re.compile(r"(?:Plugin|for the|The) '([^']+)' (?:plugin|was)")
_CAUSES = (
    ("Required configuration not provided", "missing"),
    ("URL isn't valid", "url"),
    ("Invalid IPv6 URL", "url"),
    ("Expected one of", "choice"),
    ("Failed to load extension", "extension"),
    ("Invalid config options for Markdown Extension", "extension"),
    ("specified multiple times", "plugin_twice"),
    ("Invalid config options for the", "plugin_form"),
    ("IP:PORT", "address"),
    ("IPv4 or IPv6", "address"),
    ("valid port", "address"),
)
"""What MkDocs says → which words are ours, the first that fits."""

_EXPECTED = re.compile(r"Expected (?:type: <class '(\w+)'>|a (list) of items)")
_SHAPES = {"str": "text", "bool": "flag", "list": "list", "dict": "group"}
"""What Python calls a shape → what ``faults.S-SETTING.shapes`` calls it."""


def configured(file: Path, locale: Locale, **options: Any) -> MkDocsConfig:
    """The settings in ``file``, checked by MkDocs; ``options`` that are not none win over them.

    Raises:
        SettingsError: there is something that MkDocs does not take.
        OSError: the file cannot be read.
    """
    written = configuration_of(file)
    if isinstance(written, Fault):
        raise _stopped([written], locale)
    if lacks := lacking(written):
        raise _stopped(lacks, locale)
    config = MkDocsConfig(config_file_path=str(file.absolute()))
    try:
        with file.absolute().open("rb") as opened:
            config.load_file(opened)
        config.load_dict({key: value for key, value in options.items() if value is not None})
        errors, warnings = config.validate()
    except ConfigurationError as error:
        raise _stopped([_unloaded(written, error)], locale) from error
    except OSError as error:
        raise _stopped([unreadable(Place(str(file)), error)], locale) from error
    except Exception as error:
        key = _under_way(error.__traceback__)
        raise _stopped([_refused(written, key, error)], locale) from error
    faults = [_refused(written, key, error) for key, error in errors]
    if not errors and PLUGIN not in config.plugins:
        faults.append(fault("S-PLUGIN", written.key_place("plugins"), plugin=PLUGIN))
    doubts = [*unknown_keys(written), *_doubts(written, warnings)]
    if faults or (doubts and config.strict):
        raise _stopped([*faults, *doubts], locale)
    if doubts:
        _log.warning("%s", Reporter(locale).text(doubts))
    return config


def _stopped(faults: Iterable[Fault], locale: Locale) -> SettingsError:
    told = tuple(faults)
    reporter = Reporter(locale)
    return SettingsError(reporter.text(told), reporter.rows(told))


def _doubts(written: Configuration, warnings: Iterable[tuple[str, Any]]) -> Iterator[Fault]:
    for key, warning in warnings:
        said = str(warning)
        option = _OPTION.match(said)
        if option and option[3].startswith(_UNKNOWN):
            place = written.place("plugins", option[1], option[2])
            yield fault("W-SETTING", place, "option", key=option[2], plugin=option[1])
        elif not said.startswith(_UNKNOWN):
            place, cause = _place(written, key, said), _cause(said) or "other"
            yield fault("W-SETTING", place, cause, key=key, reason=_first(said))


def _unloaded(written: Configuration, error: ConfigurationError) -> Fault:
    """The fault of what only MkDocs constructs: a tag that it does not know, or whose name is not.

    It names the place in its own sentence alone: the error behind it has it as such.
    """
    cause = error.__context__
    mark = getattr(cause, "problem_mark", None)
    path = str(written.path)
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    reason = getattr(cause, "problem", None) or _first(str(cause or error))
    return fault("S-SETTING", place, "tag", key="", reason=reason)


def _refused(written: Configuration, key: str, error: Exception) -> Fault:
    said = str(error)
    option = _OPTION.match(said)
    name = option[2] if option else key
    choices = said.partition("Expected one of: ")[2].partition(" but received")[0].strip("()")
    place = _place(written, key, said)
    found = _EXPECTED.search(said)
    if found and (shape := _SHAPES.get(found[1] or found[2])):
        expected = Word(f"faults.S-SETTING.shapes.{shape}")
        return fault("S-SETTING", place, key=name, expected=expected)
    values = {"key": name, "reason": _first(said), "choices": choices}
    return fault("S-SETTING", place, _cause(said) or "refused", **values)


def _place(written: Configuration, key: str, said: str) -> Place:
    if option := _OPTION.match(said):
        return written.place(key, option[1], option[2])
    if plugin := _PLUGIN.search(said):
        return written.place(key, plugin[1])
    return written.place(key)


def _cause(said: str) -> str:
    return next((ours for theirs, ours in _CAUSES if theirs in said), "")


def _first(said: str) -> str:
    """The first line: what follows may be a traceback."""
    return said.partition("\n")[0].strip()


def _under_way(traceback: TracebackType | None) -> str:
    """The setting that MkDocs was checking when it broke down: only its own frames know."""
    key = ""
    while traceback is not None:
        held = traceback.tb_frame.f_locals
        if "config_option" in held and isinstance(held.get("key"), str):
            key = held["key"]
        traceback = traceback.tb_next
    return key
