"""People can be recognised on a photograph: somebody has asked them, and until when."""

from collections.abc import Iterator
from datetime import date, timedelta

from chemins.checks.mentions import place_in
from chemins.checks.rule import Finding, rule
from chemins.checks.texts import prose
from chemins.content_paths import ContentPaths, target_of
from chemins.faults import Fault, Place, Severity
from chemins.faults.codes import fault
from chemins.records.base import Record
from chemins.strategy import Strategy
from chemins.text.mentions import Mention, mentions

_PHOTOGRAPHS = (".jpg", ".jpeg", ".webp", ".avif", ".heic")
"""The endings of what a camera makes; other pictures are drawn."""

SOON = timedelta(days=60)
"""How long before its end an authorisation is to be renewed: the time that letters take."""


def undescribed_photos(strategy: Strategy, paths: ContentPaths) -> Iterator[Fault]:
    """A record shows a photograph, and nothing says whether somebody can be recognised on it."""
    for record in strategy.records:
        path = record.source.path
        described = {target_of(photo.file, path) for photo in record.photos}
        for place, href in _images(record):
            if (
                href.lower().endswith(_PHOTOGRAPHS)
                and target_of(href, path) not in described
                # One that is not there has been told already.
                and paths.address(href, path)
            ):
                yield fault("W-PHOTO", place, name=href)


@rule("PHOTO-AUTHORISATION", Severity.ERROR)
def unauthorised_photo(strategy: Strategy) -> Iterator[Finding]:
    """Somebody can be recognised on a photograph, and no authorisation is named."""
    for record in strategy.records:
        for index, photo in enumerate(record.photos):
            if photo.people and not photo.authorisation:
                yield Finding(record.place_of("photos", index, "people"), {"name": photo.file})


def ended_authorisations(strategy: Strategy, today: date) -> Iterator[Fault]:
    """The authorisation of a photograph has ended, or will soon."""
    for record in strategy.records:
        for index, photo in enumerate(record.photos):
            ends = photo.expires_on
            if ends is None or ends > today + SOON:
                continue
            place = record.place_of("photos", index, "expires_on")
            said = strategy.locale.date(ends.year, ends.month, ends.day)
            code = "W-EXPIRED" if ends < today else "W-EXPIRING"
            yield fault(code, place, name=photo.file, date=said)


def _images(record: Record) -> Iterator[tuple[Place, str]]:
    """The pictures that the texts of ``record`` show, as they are named, and where."""
    if "![" in record.body:
        for each in _shown(record.body):
            yield record.source.body_place(each.line, each.column, each.width), each.value
    for loc, text in prose(record):
        if "![" in text:
            for each in _shown(text):
                yield place_in(record, loc, text, each), each.value


def _shown(text: str) -> Iterator[Mention]:
    return (each for each in mentions(text) if each.what == "image")
