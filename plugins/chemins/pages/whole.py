"""A page's body as one piece of HTML: what every engine puts in its frame."""

from markupsafe import Markup

from chemins.pages.context import Context
from chemins.pages.site import Body


def whole(context: Context, body: Body) -> Markup:
    """All of ``body``."""
    return _filled(context, body, True)


def _filled(context: Context, body: Body, everything: bool) -> Markup:
    template = context.templates.get_template("whole.html")
    return Markup(template.render(body=body, whole=everything))
