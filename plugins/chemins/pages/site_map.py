"""The site map: every page, under the page above it."""

from collections.abc import Iterable

from chemins.pages.context import Desk
from chemins.pages.parts import present, section
from chemins.pages.site import Body, Page

_INDEX = 1
"""Where the page that lists a kind stands in the trail of what is listed there: under home."""


def body(desk: Desk, pages: Iterable[Page]) -> Body:
    """All ``pages``, those of a kind under their index."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for page in pages:
        above = page.trail[_INDEX] if page.is_record else None
        key = (above.title, above.address) if above else (desk.locale.text("site.sections"), "")
        groups.setdefault(key, []).append((page.title, desk.link(page.address)))
    title = desk.said("site_map.title")
    return Body(
        description=desk.said("site_map.description"),
        front=desk.template("plain_front", title=title, lead=desk.said("site_map.description")),
        sections=present(
            *(
                section(heading, desk.template("parts/files", files=files))
                for (heading, _), files in groups.items()
            )
        ),
    )
