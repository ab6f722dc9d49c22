"""What a field can hold. Every scalar arrives as the text a person typed; its type reads it.

A reader that cannot make sense of the text raises ``PydanticCustomError`` whose type is the code
of the fault; its context is what the sentence speaks of.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    ValidationInfo,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from chemins.locales import Locale, closest, fold, load
from chemins.records.identifiers import reference_of
from chemins.records.when import When, when_in


@dataclass(frozen=True, slots=True)
class Scalar:
    """Marks an annotated type with the name of what it holds, for all that is derived from it."""

    name: str
    """``line``, ``prose``, ``flag``, ``whole``, ``number``, ``day``, ``when``, ``web``…"""


@dataclass(frozen=True, slots=True)
class Private:
    """Marks an annotated type whose value is never published: in no page, in no file."""


def locale_of(info: ValidationInfo) -> Locale:
    """The language in which a field is read: the site's, or French when none is given."""
    return info.context["locale"] if info.context else load("fr")


MAX_LINE = 1000
"""Characters of a text of one line: a picture and a menu cannot show more, nor anybody read it."""


def _line(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = " ".join(value.split(" ")).strip()
    if "\n" in text:
        raise PydanticCustomError("E-LINE", "more than one line", {"value": text.split("\n")[0]})
    if len(text) > MAX_LINE:
        length, limit = len(text), MAX_LINE
        raise PydanticCustomError("E-LINE", "too long", {"length": length, "limit": limit})
    return text


def _flag(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    words = locale_of(info)
    typed = fold(value)
    for key, meaning in (("yes", True), ("no", False)):
        if typed in {fold(word) for word in words.text(f"flags.{key}").split(",")}:
            return meaning
    raise PydanticCustomError("E-FLAG", "neither yes nor no", {"value": value})


_NUMBER = re.compile(r"[+−-]?\d+(?:[.,]\d+)?")
_SPACES = str.maketrans("", "", "\u0020\u00a0\u202f\u2009")


_THOUSANDS = {"en": re.compile(r",\d{3}$"), "fr": re.compile(r"\.\d{3}$")}
"""A mark that is for decimals in one language and between thousands in another: nobody guesses."""


def _number(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    doubtful = _THOUSANDS.get(locale_of(info).language)
    if doubtful and doubtful.search(value.strip(" %€")):
        raise PydanticCustomError("E-NUMBER", "in doubt", {"value": value, "doubt": True})
    return _decimal(value)


def _decimal(value: str) -> float:
    bare = value.translate(_SPACES).removesuffix("%").removesuffix("€")
    if not _NUMBER.fullmatch(bare) or len(bare) > 24:
        raise PydanticCustomError("E-NUMBER", "not a number", {"value": value})
    return float(bare.replace(",", ".").replace("−", "-"))


def _whole(value: Any, info: ValidationInfo) -> Any:
    number = _number(value, info)
    if isinstance(number, float):
        if not number.is_integer():
            raise PydanticCustomError("E-NUMBER", "not a whole number", {"value": value})
        return int(number)
    return number


def _degrees(most: int) -> Any:
    def read(value: Any) -> Any:
        number = _decimal(value) if isinstance(value, str) else value
        if isinstance(number, float) and not -most <= number <= most:
            raise PydanticCustomError("E-NUMBER", "beyond", {"value": str(value), "most": most})
        return number

    return Annotated[float, Scalar("degrees"), BeforeValidator(read)]


_SHORT = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d\d)")
"""« 20/10/23 »: of which century?"""

_PERIOD = re.compile(r"(?:19|20|21)\d\d\s*[-–/]\s*(?:\d\d)?\d\d\s*$|[^\W\d_].*(?:19|20|21)\d\d")
"""« 2024-2025 », « T1 2025 », « automne 2024 »: when it is, and no date."""


def _when(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    found = when_in(value, locale_of(info))
    if found is None:
        said = {"value": value} | ({"period": True} if _PERIOD.search(value) else {})
        if match := _SHORT.fullmatch(value.strip()):
            said["short"] = "/".join((*match.groups()[:2], f"20{match[3]}"))
        raise PydanticCustomError("E-DATE", "not a date", said)
    return found


def _day(value: Any, info: ValidationInfo) -> Any:
    found = _when(value, info)
    if isinstance(found, When):
        if not found.day:
            raise PydanticCustomError("E-DATE", "not a full date", {"value": value})
        return date(found.year, found.month, found.day)
    return found


def _reference(value: Any) -> Any:
    return reference_of(value) if isinstance(value, str) else value


_FORMS: Mapping[str, re.Pattern[str]] = {
    "web": re.compile(r"https?://[^\s<>\"']+\.[^\s<>\"']+"),
    "mail": re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"'.]+"),
    "phone": re.compile(r"\+?[\d .()\u00a0\u202f-]{3,24}"),
    "quartier-code": re.compile(r"Q[NP][0-9A-Z]{6}"),
    "siren": re.compile(r"\d{3} ?\d{3} ?\d{3}"),
    "language": re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"),
}


_BETWEEN = re.compile(r"[\s_.-]+")
"""What people and publications put inside a code: « QP 084 008 », « qp-084-008 »."""


def form_of(name: str) -> str | None:
    """The form that a text of the type ``name`` has, as a pattern; none for one that has none."""
    found = _FORMS.get(name)
    return found.pattern if found else None


def is_quartier_code(text: str) -> bool:
    """Whether ``text`` has the form of an official code of quartier."""
    return bool(_FORMS["quartier-code"].fullmatch(text))


def quartier_code_in(text: str) -> str:
    """The official code of quartier that ``text`` is, however it is spaced; else nothing."""
    code = _BETWEEN.sub("", text).upper()
    return code if is_quartier_code(code) else ""


def _has_plain_host(address: str) -> bool:
    """Whether ``address`` shows the host it leads to: no user name stands before it."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc


def _form(name: str) -> Any:
    def read(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        text = value.strip()
        if not _FORMS[name].fullmatch(text) or (name == "web" and not _has_plain_host(text)):
            raise PydanticCustomError("E-FORM", "not of the form", {"value": value, "form": name})
        return text

    return Annotated[str, Scalar(name), BeforeValidator(read)]


def _counts(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    return tuple(value.items())


Line = Annotated[str, Scalar("line"), BeforeValidator(_line)]
"""A text of one line: a title, a name."""

PrivateLine = Annotated[str, Scalar("line"), Private(), BeforeValidator(_line)]
"""A text of one line that is kept for those who write the records, and never published."""

File = Annotated[str, Scalar("file"), BeforeValidator(_line)]
"""A file of the content folder, named as a link of the text would; or the address of a page."""

Prose = Annotated[str, Scalar("prose")]
"""A longer text, in Markdown."""

Flag = Annotated[bool, Scalar("flag"), BeforeValidator(_flag)]
"""Yes or no, in the site's language."""

Number = Annotated[float, Scalar("number"), BeforeValidator(_number)]
"""A number as people write it: ``1 234,5``, ``12 %``."""

Whole = Annotated[int, Scalar("whole"), BeforeValidator(_whole)]
"""A number without decimals: ``012`` is 12."""

Year = Annotated[int, Scalar("year"), BeforeValidator(_whole)]
"""A year: a number that nobody parts into thousands."""

Longitude = _degrees(180)
"""Degrees east of Greenwich (WGS 84); to the west, a number below zero."""

Latitude = _degrees(90)
"""Degrees north of the equator (WGS 84); to the south, a number below zero."""

Day = Annotated[date, Scalar("day"), BeforeValidator(_day)]
"""A date known to the day."""

Moment = Annotated[When, Scalar("when"), BeforeValidator(_when)]
"""A date as precise as it is known."""

Reference = Annotated[str, Scalar("reference"), BeforeValidator(_reference)]
"""The identifier of another record; ``folder/identifier`` where the kind must be said."""

Counts = Annotated[tuple[tuple[Line, Whole], ...], Scalar("counts"), BeforeValidator(_counts)]
"""How many of whom, no names: ``{habitants: 12, élus: 3}``."""

Web = _form("web")
"""The address of a page, ``https://…``."""

Mail = _form("mail")
"""An e-mail address."""

Phone = _form("phone")
"""A telephone number."""

QuartierCode = _form("quartier-code")
"""The official code of a priority neighbourhood: ``QN08410M`` (2024) or ``QP084008`` (2015)."""

Siren = _form("siren")
"""The nine digits that identify a French organisation (INSEE)."""

Language = _form("language")
"""A language tag (BCP 47)."""


class Choice(StrEnum):
    """A closed list of words. Its members' values are codes; people type the locale's words."""

    @classmethod
    def words(cls, locale: Locale) -> dict["Choice", str]:
        """Each member with the word that people type and read, in the order of the declaration."""
        return {member: member.said(locale) for member in cls}

    def said(self, locale: Locale) -> str:
        """The word of this choice."""
        return locale.text(f"choices.{self.name_in_locales()}.{self.value}")

    @classmethod
    def name_in_locales(cls) -> str:
        """The key of the list in the locales: the class's name in snake case."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Reads the locale's word, or the code."""
        return core_schema.with_info_plain_validator_function(
            cls._read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def _read(cls, value: Any, info: ValidationInfo) -> "Choice":
        if isinstance(value, cls):
            return value
        locale = locale_of(info)
        if isinstance(value, str) and (member := _typed(cls, locale).get(fold(value))):
            return member
        words = cls.words(locale)
        near = closest(str(value), words.values())
        raise PydanticCustomError(
            "E-CHOICE",
            "not one of the choices",
            {"value": str(value), "choices": tuple(words.values()), "suggestion": near},
        )


@lru_cache(maxsize=256)
def _typed(choice: type[Choice], locale: Locale) -> Mapping[str, Choice]:
    """Folded word → choice: the words of the language, and the codes; the first declared wins."""
    known: dict[str, Choice] = {}
    for member, word in choice.words(locale).items():
        known.setdefault(fold(word), member)
        known.setdefault(fold(member.value), member)
    return known
