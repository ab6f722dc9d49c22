"""How to reach those who publish: a mailbox, a number, an address, a place to go."""

from collections.abc import Iterator

from chemins.locales import Locale
from chemins.pages.site import Way
from chemins.records.territory import Publisher

_UNBROKEN = str.maketrans(" ", "\u00a0")


def ways_to_reach(publisher: Publisher | None, locale: Locale) -> tuple[Way, ...]:
    """The ways that ``publisher`` gives; none where it gives none, as for a demonstration."""
    return tuple(_ways(publisher, locale)) if publisher else ()


def _ways(publisher: Publisher, locale: Locale) -> Iterator[Way]:
    def way(name: str, said: str, href: str = "") -> Way:
        return Way(locale.text(f"site.{name}"), locale.typeset(said), href)

    if publisher.phone:
        yield way("call", publisher.phone.translate(_UNBROKEN), tel(publisher.phone))
    if publisher.email:
        yield way("write", publisher.email, f"mailto:{publisher.email}")
    if publisher.address:
        yield way("post", publisher.address)
    if venue := publisher.reception:
        yield way("come", ", ".join(filter(None, (venue.name, venue.address))))
    if publisher.hours:
        yield way("hours", publisher.hours)
    # A page of its own reaches nobody by itself: it is told beside a way that does.
    if publisher.site and (publisher.phone or publisher.email or publisher.address):
        yield way("website", publisher.site, publisher.site)


def tel(phone: str) -> str:
    """What a phone dials for ``phone``: from abroad, « (0) » is not dialled."""
    phone = phone.replace("(0)", "") if phone.startswith("+") else phone
    return "tel:" + "".join(sign for sign in phone if sign.isdigit() or sign == "+")
