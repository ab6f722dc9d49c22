"""A page of the handbook: what its file says, and what comes before and after it."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from chemins.locales import Locale, load
from chemins.pages.beginning import beginning
from chemins.pages.context import Context, Desk
from chemins.pages.guide.source import INDEX, LANGUAGE, Leaf, address_of, leaves
from chemins.pages.parts import present, section
from chemins.pages.site import Body, Crumb, Page
from chemins.text import markdown
from chemins.text.headings import Taken
from chemins.text.links import Target

_CONSOLE = re.compile(r'<pre><code class="language-console">.*?</code></pre>', re.DOTALL)
_TYPED = re.compile(r'(?:(?<=">)|^)\$ [^\n]*', re.MULTILINE)
"""A line that one types, apart from those that are answers."""

FORM = "guide"
"""The kind of its pages: a resident's search finds none."""

STYLES = ("chemins/guide.css",)
"""What only its pages load."""


def pages(context: Context, root: tuple[Crumb, ...]) -> Iterator[Page]:
    """The pages of the handbook, for a site that asks for it."""
    base = context.addresses.page(FORM)
    typeset = load(LANGUAGE).typeset
    found = leaves()
    titles = {leaf.path: typeset(leaf.title) for leaf in found}
    for at, leaf in enumerate(found):
        address = f"{base}{leaf.address}"
        crumbs = tuple(Crumb(titles[path], f"{base}{address_of(path)}") for path in _above(leaf))
        yield Page(
            address=address,
            title=titles[leaf.path],
            form=FORM,
            trail=(*root, *crumbs),
            draw=partial(_body, context, address, leaf, at),
            is_record=leaf.path != INDEX,
            styles=STYLES,
        )


def _above(leaf: Leaf) -> Iterator[str]:
    """The indexes above ``leaf``, the handbook's own first."""
    known = {each.path for each in leaves()}
    folder = posixpath.dirname(leaf.path)
    for path in (INDEX, posixpath.join(folder, INDEX) if folder else INDEX):
        if path in known and path != leaf.path and (path != INDEX or leaf.path != INDEX):
            yield path
            if not folder:
                return


@dataclass(frozen=True, slots=True)
class _Links:
    """Where the links of one page of the handbook lead."""

    desk: Desk
    """The page."""

    path: str
    """Its file."""

    def reference(self, reference: str) -> Target | None:
        """A record of the site, where it has it: the handbook takes examples from the demo."""
        return self.desk.reference(reference)

    def address(self, href: str) -> str | None:
        """Another page of the handbook; nothing outside of it is on the site."""
        way, mark, anchor = href.partition("#")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), way))
        if path not in {each.path for each in leaves()}:
            return None
        base = self.desk.context.addresses.page(FORM)
        return f"{self.desk.link(f'{base}{address_of(path)}')}{mark}{anchor}"


def _body(context: Context, address: str, leaf: Leaf, at: int) -> Body:
    desk = context.desk(address)
    own = load(LANGUAGE)
    is_foreign = desk.locale.language != LANGUAGE
    render = partial(_html, desk, leaf.path, own, {})
    found = leaves()
    turn = desk.template(
        "guide/turn",
        before=_neighbour(desk, found, at - 1),
        after=_neighbour(desk, found, at + 1),
    )
    return Body(
        description=beginning(leaf.opening) or desk.said("guide.description"),
        front=desk.template(
            "guide/front",
            title=own.typeset(leaf.title),
            lead=render(leaf.opening, leaf.title),
            note=desk.said("guide.other_language") if is_foreign else "",
        ),
        sections=present(
            *(section(own.typeset(_bare(head)), render(text, head)) for head, text in leaf.parts)
        ),
        turn=turn,
        language=LANGUAGE if is_foreign else "",
    )


def _bare(heading: str) -> str:
    return markdown.plain(f"# {heading}")


def _html(desk: Desk, path: str, own: Locale, taken: Taken, text: str, head: str) -> Markup:
    # A page is rendered part by part: each table is told from those of the other parts.
    html = markdown.render(
        text,
        _Links(desk, path),
        level=3,
        captions=tuple(own.text("text.captions").split(",")),
        table_label=f"{own.text('text.table')} – {_bare(head)}",
        typeset=own.typeset,
        taken=taken,
    ).html
    return Markup(_CONSOLE.sub(lambda found: _TYPED.sub(r"<b>\g<0></b>", found[0]), html))


def _neighbour(desk: Desk, found: tuple[Leaf, ...], at: int) -> tuple[str, str] | None:
    """The title and the link of a page that stands beside this one."""
    if not 0 <= at < len(found):
        return None
    base = desk.context.addresses.page(FORM)
    title = load(LANGUAGE).typeset(found[at].title)
    return title, desk.link(f"{base}{found[at].address}")
