"""The form as files: the page that runs it, its start, its settings, Decap CMS itself.

Where nobody could sign in, the page says how the records are changed instead, and runs nothing.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from chemins.forms.decap import configuration
from chemins.hosting import HOSTS, NAMES, Hosting
from chemins.locales import Locale
from chemins.policy import element, form_policy, policy
from chemins.records.kinds import Kinds, folder_of
from chemins.records.words import kinds_name

FOLDER = "admin/"
"""Where the form is on a site."""

_OWN = ("form.css", "start.js")
_DECAP = ("decap-cms.js", "LICENSE", "LICENSE-3RD-PARTY.txt")


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a site."""

    kinds: Kinds
    """What may be changed."""

    locale: Locale
    """In which words."""

    site: str
    """The site's name."""

    content: str
    """The path of the records, from where they are kept."""

    hosting: Hosting
    """Where they are kept."""

    files: Mapping[str, str]
    """The folder, or the file, of each kind whose name is not the locale's."""

    url: str = ""
    """Where the site is published."""

    at_hand: bool = False
    """Whether the records are on the disk of whoever uses it."""

    @property
    def runs(self) -> bool:
        """Whether the page runs the form."""
        return self.at_hand or self.hosting.can_sign_in


def form_file(form: Form, name: str) -> bytes | None:
    """The file ``name`` of the form; none where it has no such file."""
    if name == "index.html":
        return _page(form).encode()
    if name == "form.css" or (name == "start.js" and form.runs):
        return (_packaged() / "theme" / "form" / name).read_bytes()
    if name == "settings.json" and form.runs:
        return _settings(form).encode()
    if name in _DECAP and form.runs:
        return (_packaged() / "vendor" / "decap" / name).read_bytes()
    return None


def form_files(form: Form) -> Iterator[tuple[str, bytes]]:
    """Each file of the form, by its name."""
    for name in ("index.html", "settings.json", *_OWN, *_DECAP):
        data = form_file(form, name)
        if data is not None:
            yield name, data


def _settings(form: Form) -> str:
    if form.at_hand:
        backend: dict[str, Any] = {"name": "proxy", "proxy_url": "api"}
    else:
        backend = _backend(form.hosting) | {"commit_messages": _commits(form.locale)}
    said = configuration(
        form.kinds,
        form.locale,
        backend,
        form.content,
        # The form for Gitea knows no review.
        reviewed=not form.at_hand and form.hosting.host != "gitea",
        site=form.url,
        files=form.files,
    )
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"


def _commits(locale: Locale) -> dict[str, str]:
    """What the history of the repository says of each change; Decap fills the braces."""
    acts = ("create", "update", "delete", "uploadMedia", "deleteMedia")
    return {act: locale.text(f"form.commits.{act}") for act in acts}


def _backend(hosting: Hosting) -> dict[str, Any]:
    """How Decap reaches the repository and how one signs in there."""
    kept = {"name": hosting.host, "repo": hosting.repository, "branch": hosting.branch}
    if hosting.host == "github":
        return kept | {"base_url": hosting.sign_in} | _interface(hosting, "/api/v3")
    if hosting.host == "gitlab":
        signing = {"auth_type": "pkce", "base_url": hosting.address}
        kept |= signing | {"graphql_api_root": f"{hosting.address}/api/graphql"}
        return kept | {"app_id": hosting.application, "api_root": f"{hosting.address}/api/v4"}
    root = {"base_url": hosting.address, "api_root": f"{hosting.address}/api/v1"}
    return kept | root | {"app_id": hosting.application}


def _interface(hosting: Hosting, path: str) -> dict[str, str]:
    if hosting.address == HOSTS["github"]:
        return {}
    return {"api_root": f"{hosting.address}{path}", "site_domain": hosting.address}


def _page(form: Form) -> str:
    locale = form.locale
    steps = [locale.text(f"form.steps.{key}") for key in ("serve", "open", "save")]
    template = _templates(locale).get_template("index.html")
    return template.render(
        language=locale.language,
        policy=element(_policy(form)),
        site=form.site,
        runs=form.runs,
        steps=steps,
        host=NAMES[form.hosting.host],
        ways=list(_ways(form)) if form.hosting.repository else [],
    )


def _policy(form: Form) -> str:
    if not form.runs:
        return policy()
    if form.at_hand:
        return form_policy()
    if form.hosting.address == HOSTS["github"]:
        asked = ("https://api.github.com", "https://www.githubstatus.com")
        return form_policy(asked, ("https://avatars.githubusercontent.com",))
    return form_policy((form.hosting.address,), (form.hosting.address,))


def _ways(form: Form) -> Iterator[dict[str, str]]:
    """Where the host's own pages show the records of each kind, and add one."""
    hosting, locale = form.hosting, form.locale
    base = f"{hosting.address}/{hosting.repository}"
    see, add = {
        "github": ("/tree/{}/{}", "/new/{}/{}"),
        "gitlab": ("/-/tree/{}/{}", "/-/new/{}/{}"),
    }.get(hosting.host, ("/src/branch/{}/{}", "/_new/{}/{}"))
    for kind in form.kinds:
        if kind.folder:
            folder = form.files.get(kind.kind) or folder_of(kind, locale)
            path = quote(f"{form.content}/{folder}")
            branch = quote(hosting.branch)
            label = kinds_name(kind.kind, locale)
            yield {
                "label": label[:1].upper() + label[1:],
                "see": base + see.format(branch, path),
                "add": base + add.format(branch, path),
            }


@cache
def _templates(locale: Locale) -> Environment:
    made = Environment(
        loader=PackageLoader("chemins", "theme/form"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: locale.typeset(value) if type(value) is str else value,
    )
    made.globals.update(t=locale.text)
    return made


def _packaged() -> Path:
    return Path(str(resources.files("chemins")))
