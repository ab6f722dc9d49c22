"""What is new, on home, on each quartier, and on a page of its own."""

from collections.abc import Sequence

from markupsafe import Markup

from chemins.diagrams.pathway import kind_of
from chemins.pages.context import Desk
from chemins.pages.parts import MARGIN, present, section
from chemins.pages.site import Body, Section
from chemins.records.quartier import Quartier
from chemins.strategy.news import News

_FIRST = 5
"""How many pieces of news home and a quartier show."""

_MOST = 300
"""How many their page shows: about what one reads, and a page that a phone can take."""


def last_news(desk: Desk, quartier: Quartier | None) -> Section | None:
    """The last news of ``quartier``, or of all; none without any."""
    news = desk.context.news.of(quartier)
    if not news:
        return None
    addresses = desk.context.addresses
    files = [(desk.said("news.all"), desk.link(addresses.page("news")))]
    if quartier:
        said = desk.said("news.feed_quartier", name=quartier.label)
        files.append((said, desk.link(addresses.feed(quartier))))
    html = _listed(desk, news[:_FIRST]) + desk.template("news/further", files=files)
    return Section(
        identifier=desk.said("news.anchor"),
        heading=desk.said("news.title"),
        html=html,
        style=MARGIN if quartier else "section",
        searched=False,
    )


def body(desk: Desk) -> Body:
    """All the news."""
    news, addresses = desk.context.news, desk.context.addresses
    html = _listed(desk, news.all[:_MOST])
    if (older := len(news.all) - _MOST) > 0:
        said = desk.locale.typeset(desk.said("news.older", count=older))
        html += Markup('<p class="silence">{}</p>').format(said)
    feeds = [(desk.said("news.feed"), desk.link(addresses.feed(None)))]
    for quartier in desk.strategy.all(Quartier):
        if news.of(quartier):
            said = desk.said("news.feed_quartier", name=quartier.label)
            feeds.append((said, desk.link(addresses.feed(quartier))))
    follow = desk.template("parts/files", files=feeds)
    follow += Markup('<p class="note">{}</p>').format(desk.locale.typeset(desk.said("news.how")))
    description = desk.said("news.description")
    return Body(
        description=description,
        front=desk.template("plain_front", title=desk.said("news.title"), lead=description),
        sections=present(
            Section(
                identifier=desk.said("index.anchor"),
                heading=desk.said("news.count", count=len(news.all)),
                html=html,
                style=MARGIN,
                searched=False,
            ),
            section(desk.said("news.follow"), follow, searched=False),
        ),
    )


def _listed(desk: Desk, news: Sequence[News]) -> Markup:
    lines = [
        {
            "shape": kind_of(each.record),
            "said": each.said,
            "on": each.on.said(desk.locale),
            "machine": str(each.on),
            "title": each.title,
            "href": desk.href(each.record),
            "illustrative": each.record.illustrative,
            "waits": desk.waits(each.record),
        }
        for each in news
    ]
    return desk.template("news/list", news=lines)
