"""The kinds → the settings of the form in the browser: Decap CMS, each field by what it holds.

Source: Decap CMS 3, "Configuration options" and "Widgets". ``theme/form/start.js`` adds what its
own widgets lack: links to several kinds at once, counts, items that were typed as a bare word.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from chemins.addresses import Addresses
from chemins.locales import Locale
from chemins.records.base import Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.kinds import Kinds, folder_of
from chemins.records.relations import Relation
from chemins.records.types import form_of
from chemins.records.words import Model, help_of, key_of, kind_name, kinds_name, label_of

SINGLES = "_"
"""The collection of the records that there is one of: no folder has this name."""

_TEXT = frozenset({"prose"})
_STRICT = frozenset({"web", "mail"})
_WHOLE = frozenset({"whole", "year"})
_MOST = 500
"""How many records a list to choose from shows before one types."""

Widget = dict[str, Any]


def configuration(
    kinds: Kinds,
    locale: Locale,
    backend: Mapping[str, Any],
    content: str,
    *,
    reviewed: bool,
    site: str = "",
    files: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The settings of the form.

    ``backend`` says where records are kept, ``content`` the path of their folder there; what is
    written is ``reviewed`` before it is published where the backend can. ``site`` is where the
    pages are; ``files`` the folder, or the file, of each kind whose name is not the locale's.
    """
    made = _Collections(kinds, locale, content, files or {})
    return {
        "load_config_file": False,
        "backend": dict(backend),
        "locale": locale.language,
        "publish_mode": "editorial_workflow" if reviewed else "simple",
        **({"site_url": site, "display_url": site} if site else {}),
        "words": dict(words_of(locale, at_hand=not site and backend["name"] == "proxy")),
        "names": {key: locale.text(f"form.names.{key}") for key in ("move", "fold", "remove")},
        "media_folder": f"{content}/{locale.text('form.media')}",
        "public_folder": f"/{locale.text('form.media')}",
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "collections": list(made.all()),
    }


def words_of(locale: Locale, *, at_hand: bool) -> Iterator[tuple[str, str]]:
    """What Decap is made to say otherwise, by its own name for it.

    Where files are ``at_hand``, saving publishes nothing: it says so.
    """
    told = {
        "app.header.content": "records",
        "collection.sidebar.collections": "sorts",
        "collection.collectionTop.newButton": "new",
        "editor.editorToolbar.backCollection": "back",
        "editor.editorToolbar.deployButtonLabel": "page",
    }
    saved = {
        "publish": "save",
        "publishNow": "save_now",
        "publishing": "saving",
        "published": "saved",
        "publishAndCreateNew": "save_and_new",
        "publishAndDuplicate": "save_and_copy",
        "deletePublishedEntry": "erase",
        "deleteEntry": "erase",
    }
    if at_hand:
        told |= {f"editor.editorToolbar.{key}": word for key, word in saved.items()}
        told |= {"ui.toast.entryPublished": "saved_long", "ui.toast.entrySaved": "saved_long"}
    for key, word in told.items():
        yield key, locale.text(f"form.words.{word}")


class _Collections:
    """The collections of one site."""

    def __init__(
        self, kinds: Kinds, locale: Locale, content: str, files: Mapping[str, str]
    ) -> None:
        self.kinds, self.locale, self.content, self.files = kinds, locale, content, files
        self.addresses = Addresses(locale)

    def all(self) -> Iterator[dict[str, Any]]:
        """One of each kind, and one of those that stand alone."""
        yield from (self._folder(kind) for kind in self.kinds if kind.folder)
        yield {
            "name": SINGLES,
            "label": self.locale.text("form.singles"),
            "description": self.locale.text("form.singles_help"),
            "media_folder": "",
            "public_folder": "",
            "files": [self._file(kind) for kind in self.kinds if not kind.folder],
        }

    def name(self, kind: type[Record]) -> str:
        """The folder of ``kind``, or its file without its ending."""
        if kind.kind in self.files:
            return self.files[kind.kind]
        if kind.folder:
            return folder_of(kind, self.locale)
        return self.locale.text(f"kinds.{kind.kind}.file")

    def _folder(self, kind: type[Record]) -> dict[str, Any]:
        heading = key_of(kind, kind.heading, self.locale)
        return {
            "name": self.name(kind),
            "label": _capital(kinds_name(kind.kind, self.locale)),
            "label_singular": kind_name(kind.kind, self.locale),
            "description": self.locale.text(f"kinds.{kind.kind}.about"),
            "folder": f"{self.content}/{self.name(kind)}",
            "media_folder": "",
            "public_folder": "",
            "preview_path": self.addresses.named(kind, "{{slug}}"),
            "create": True,
            "extension": "md",
            "format": "yaml-frontmatter",
            "identifier_field": heading,
            "slug": "{{slug}}",
            "summary": f"{{{{{heading}}}}}",
            "sortable_fields": [heading],
            "fields": self._fields(kind),
        }

    def _file(self, kind: type[Record]) -> dict[str, Any]:
        return {
            "name": self.name(kind),
            "label": _capital(kind_name(kind.kind, self.locale)),
            "description": self.locale.text(f"kinds.{kind.kind}.about"),
            "file": f"{self.content}/{self.name(kind)}.md",
            "preview_path": self.addresses.named(kind, ""),
            "fields": self._fields(kind),
        }

    def _fields(self, kind: type[Record]) -> list[Widget]:
        """The fields of ``kind``, its own first, then the narrative, then those of every kind."""
        fields = self._of(kind)
        own = sum(name not in Record.model_fields for name in declaration(kind))
        body = {
            "name": "body",
            "label": self.locale.text("workbook.body"),
            "hint": self.locale.text("form.body_help"),
            "widget": "text",
            "required": False,
        }
        return [*fields[:own], body, *fields[own:]]

    def _of(
        self, model: Model, carried: Relation | None = None, *, must: bool = True
    ) -> list[Widget]:
        carrier = model.shorthand if issubclass(model, Part) else ""
        return [
            self._field(model, each, carried if name == carrier else None, must=must)
            for name, each in declaration(model).items()
        ]

    def _field(
        self, model: Model, field: FieldDeclaration, carried: Relation | None, *, must: bool
    ) -> Widget:
        label = label_of(model, field.name, self.locale)
        return {
            "name": key_of(model, field.name, self.locale),
            "label": label,
            "hint": help_of(model, field.name, self.locale),
            # Decap asks for what is inside an object even where nobody opened it.
            "required": field.required and must,
            **self._widget(field, carried or field.relation, label),
        }

    def _widget(self, field: FieldDeclaration, relation: Relation | None, label: str) -> Widget:
        if field.part is not None:
            return self._part(field.part, field, relation)
        if relation is not None and not relation.loose:
            several = {"multiple": True} if field.many else {}
            return self._relation(relation) | several
        if field.choice is not None:
            words = list(field.choice.words(self.locale).values())
            several = {"multiple": True} if field.many else {}
            return {"widget": "select", "options": words} | several
        one = self._mention(relation) if relation is not None else self._scalar(field)
        if field.many:
            item = {"name": "_", "label": label, "required": False, **one}
            return {"widget": "list", "collapsed": False, "field": item}
        return one

    def _part(self, part: type[Part], field: FieldDeclaration, relation: Relation | None) -> Widget:
        shown = key_of(part, part.shorthand or next(iter(declaration(part))), self.locale)
        bare = {"bare": shown} if part.shorthand else {}
        if not field.many:
            inside = self._of(part, relation, must=False)
            return {"widget": "object", "collapsed": True, "fields": inside} | bare
        fields = self._of(part, relation)
        summary = f"{{{{fields.{shown}}}}}"
        return {"widget": "list", "collapsed": True, "summary": summary, "fields": fields} | bare

    def _relation(self, relation: Relation) -> Widget:
        """A list to choose from: the records of each kind that the relation leads to."""
        led = [kind for kind in self.kinds if relation.leads_to(kind.kind)]
        folders = [kind for kind in led if kind.folder]
        first = folders[0] if folders else next(kind for kind in self.kinds if kind.folder)
        heading = key_of(first, first.heading, self.locale)
        found: Widget = {
            "widget": "relation",
            "collection": self.name(first),
            "value_field": "{{slug}}",
            "search_fields": [heading],
            "display_fields": [heading],
            "options_length": _MOST,
        }
        if len(led) > 1 or not folders:
            found["targets"] = [self._target(kind) for kind in folders]
            found["alone"] = [
                {"value": self.name(kind), "label": _capital(kind_name(kind.kind, self.locale))}
                for kind in led
                if not kind.folder
            ]
        return found

    def _mention(self, relation: Relation) -> Widget:
        """A text that may name a record, with those that it may name at hand."""
        led = [kind for kind in self.kinds if relation.leads_to(kind.kind) and kind.folder]
        return {"widget": "mention", "targets": [self._target(kind) for kind in led]}

    def _target(self, kind: type[Record]) -> dict[str, str]:
        return {
            "collection": self.name(kind),
            "title": key_of(kind, kind.heading, self.locale),
            "label": kind_name(kind.kind, self.locale),
        }

    def _scalar(self, field: FieldDeclaration) -> Widget:
        holds = field.holds
        if holds == "flag":
            words = [self.locale.text(f"flags.{key}").split(",")[0] for key in ("yes", "no")]
            return {"widget": "select", "options": words}
        if holds in _TEXT:
            return {"widget": "text"}
        if holds in _WHOLE:
            return {"widget": "number", "value_type": "int"}
        if holds == "day":
            return {
                "widget": "datetime",
                "format": "YYYY-MM-DD",
                "date_format": "YYYY-MM-DD",
                "time_format": False,
            }
        if holds == "counts":
            return {"widget": "counts"}
        if holds == "file":
            return {"widget": "file", "choose_url": True}
        if holds in _STRICT and (pattern := form_of(holds)):
            whole = rf"^\s*(?:{pattern})\s*$"
            return {"widget": "string", "pattern": [whole, self.locale.text(f"forms.{holds}")]}
        return {"widget": "string"}


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
