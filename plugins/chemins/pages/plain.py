"""« En bref, en clair »: what a record says in plain words, and by whom they were read over."""

from chemins.pages.context import Desk
from chemins.pages.parts import section
from chemins.pages.site import Section
from chemins.records.plain import PlainSummary


def plain_section(desk: Desk, plain: PlainSummary | None) -> Section | None:
    """``plain`` as a section; it is called FALC only when the record says who read it over."""
    if plain is None:
        return None
    by = plain.reviewed_by
    reviewed = desk.said("record.falc" if plain.is_falc else "record.reviewed", by=by) if by else ""
    # Whoever writes to be easily read writes a sentence a line, and means it.
    text = desk.prose(plain.text, keeps_lines=True)
    html = desk.template("parts/plain", text=text, reviewed=reviewed)
    return section(desk.said("record.plain"), html)
