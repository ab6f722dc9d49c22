"""What the law asks of a public site, made from the territory's record.

Sources: law n° 2004-575 of 21 June 2004, article 1-1 (who publishes, who hosts); order of 20
September 2019 on the accessibility framework (the form of the statement of accessibility).
"""

import re
from collections.abc import Mapping

from chemins.locales import prose
from chemins.pages.context import Desk
from chemins.pages.parts import present, prose_section
from chemins.pages.site import Body
from chemins.records.term import Term
from chemins.records.territory import Publisher, Territory
from chemins.text import escape

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def legal(desk: Desk, territory: Territory) -> Body:
    """Who publishes, who hosts, who answers."""
    publisher = territory.publisher
    said = desk.said
    lines = [publisher.name, publisher.address, publisher.phone] if publisher else []
    director = publisher.director if publisher else None
    return _page(
        desk,
        "legal",
        {
            "publisher": "  \n".join(escape.markdown(line) for line in lines if line),
            "director": said("legal.director", name=escape.markdown(director)) if director else "",
            "host": _host(desk, publisher),
            "contact": _contact(desk, publisher),
        },
    )


def privacy(desk: Desk, territory: Territory) -> Body:
    """What the site knows of its readers, and what its host knows."""
    publisher = territory.publisher
    return _page(
        desk,
        "privacy",
        {
            "host": _host(desk, publisher),
            "contact": _contact(desk, publisher),
            "others": _others(desk),
        },
    )


def accessibility(desk: Desk, territory: Territory, title: str) -> Body:
    """The statement of accessibility: not compliant until an audit says otherwise."""
    audit = territory.accessibility
    state = status(territory)
    publisher = territory.publisher
    said = desk.said
    return _page(
        desk,
        "accessibility",
        {
            "site": escape.markdown(title),
            "publisher_name": escape.markdown(publisher.name if publisher else territory.name),
            "state": said(f"accessibility.{state}"),
            "because": said("accessibility.because") if state != "full" else "",
            "tests": said(
                "accessibility.tested",
                auditor=escape.markdown(audit.auditor),
                date=desk.locale.date(
                    audit.audited_on.year, audit.audited_on.month, audit.audited_on.day
                ),
                rate=desk.locale.number(audit.rate),
            )
            if audit
            else said("accessibility.untested"),
            "contents": said("accessibility.known" if audit else "accessibility.unknown"),
            "declared": said("accessibility.revised"),
            "contact": _contact(desk, publisher),
        },
    )


def status(territory: Territory) -> str:
    """``none``, ``partial`` or ``full``: by the audit's rate, ``none`` without an audit.

    Source: the same order: full at 100 % of the criteria, partial from 50 %.
    """
    audit = territory.accessibility
    if audit is None or audit.rate < 50:
        return "none"
    return "full" if audit.rate >= 100 else "partial"


def _page(desk: Desk, name: str, values: Mapping[str, str]) -> Body:
    data = f"/{desk.context.addresses.page('data')}"
    text = prose(desk.locale.language, name).format_map({"data": data, **values})
    opening, *parts = _HEADING.split(text)
    # The glossary explains the field's words, not those of the law.
    desk.terms_seen.update(term.identifier for term in desk.strategy.all(Term))
    return Body(
        description=desk.said(f"{name}.description"),
        front=desk.template(
            "plain_front", title=desk.said(f"{name}.title"), lead=desk.prose(opening.strip())
        ),
        sections=present(
            *(
                prose_section(desk, heading, part)
                for heading, part in zip(parts[::2], parts[1::2], strict=True)
            )
        ),
    )


def _host(desk: Desk, publisher: Publisher | None) -> str:
    if publisher is None or not publisher.host:
        return desk.said("legal.host_unknown")
    return desk.said("legal.host", name=escape.markdown(publisher.host))


def _others(desk: Desk) -> str:
    """What the site asks of others: nothing, but for frames that its settings allow."""
    guests = desk.context.guests
    if not guests:
        return desk.said("privacy.alone")
    hosts = (escape.markdown(origin.partition("://")[2]) for origin in guests)
    return desk.said("privacy.guests", hosts=", ".join(hosts))


def _contact(desk: Desk, publisher: Publisher | None) -> str:
    ways = [publisher.email, publisher.phone, publisher.address] if publisher else []
    known = [escape.markdown(way) for way in ways if way]
    if not known:
        return desk.said("legal.no_contact")
    return desk.said("legal.contact", ways=", ".join(known))
