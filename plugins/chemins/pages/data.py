"""The page of the open data."""

from chemins.pages.context import Desk
from chemins.pages.parts import present, section
from chemins.pages.site import Body


def body(desk: Desk) -> Body:
    """What can be downloaded."""
    addresses, locale = desk.context.addresses, desk.locale
    files = [(desk.said("data.whole"), desk.link(addresses.strategy()))]
    schemas = [
        (
            desk.said("data.schema", kind=locale.text(f"kinds.{kind.kind}.one")),
            desk.link(addresses.schema(kind)),
        )
        for kind in desk.strategy.kinds
    ]
    return Body(
        description=desk.said("data.description"),
        front=desk.template(
            "plain_front", title=desk.said("data.title"), lead=desk.said("data.description")
        ),
        sections=present(
            section(desk.said("data.files"), desk.template("parts/files", files=files)),
            section(desk.said("data.schemas"), desk.template("parts/files", files=schemas)),
        ),
    )
