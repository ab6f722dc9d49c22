"""The news as a feed that readers follow: Atom (RFC 4287).

What is dated is what somebody dated in a record. A feed bears the date of its last entry, never
that of a build.
"""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from chemins.addresses import Addresses, linker
from chemins.exports.identity import tag
from chemins.records.territory import Territory
from chemins.records.when import When
from chemins.strategy import Strategy
from chemins.strategy.news import News

MOST = 100
"""How many entries a feed holds."""


def feed(
    strategy: Strategy,
    addresses: Addresses,
    news: Sequence[News],
    *,
    address: str,
    page: str,
    title: str,
    url: str,
) -> tuple[str]:
    """The feed of ``news`` called ``title``, at ``address``, of what ``page`` tells.

    ``url`` is where the site is published; without it, links are from where the feed stands.
    """
    return ("\n".join(_feed(strategy, addresses, news[:MOST], address, page, title, url)) + "\n",)


def _feed(
    strategy: Strategy,
    addresses: Addresses,
    news: Sequence[News],
    address: str,
    page: str,
    title: str,
    url: str,
) -> Iterator[str]:
    locale = strategy.locale
    link = (lambda to: f"{url}{to}") if url else linker(address)
    territory = strategy.single(Territory)
    author = territory.publisher.name if territory and territory.publisher else title
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{locale.language}">'
    yield f"<id>{escape(tag(strategy, url, address))}</id>"
    yield f"<title>{_text(strategy, title)}</title>"
    yield f"<updated>{_instant(news[0].on)}</updated>"
    yield f"<author><name>{_text(strategy, author)}</name></author>"
    yield f'<link rel="self" type="application/atom+xml" href={quoteattr(link(address))}/>'
    yield f'<link rel="alternate" type="text/html" href={quoteattr(link(page))}/>'
    for each in news:
        key = "told_example" if each.record.illustrative else "told"
        said = locale.text(f"news.{key}", said=each.said, title=each.title)
        href = link(addresses.of(each.record))
        yield "<entry>"
        yield f"<id>{escape(tag(strategy, url, each.name))}</id>"
        yield f"<title>{_text(strategy, said)}</title>"
        yield f"<updated>{_instant(each.on)}</updated>"
        yield f'<link rel="alternate" type="text/html" href={quoteattr(href)}/>'
        yield f"<summary>{_text(strategy, each.on.said(locale))}</summary>"
        yield "</entry>"
    yield "</feed>"


def _text(strategy: Strategy, text: str) -> str:
    return escape(strategy.locale.typeset(text))


def _instant(on: When) -> str:
    """The first moment of what is known of a date, in universal time."""
    return f"{on.year:04d}-{on.month or 1:02d}-{on.day or 1:02d}T00:00:00Z"
