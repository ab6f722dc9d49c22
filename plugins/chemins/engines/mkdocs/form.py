"""The form in the preview of MkDocs: beside its pages, never reloaded under who is writing."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from chemins.editing.counter import form_at, is_this_machine
from chemins.editing.desk import Desk
from chemins.engines.form import form_of, write_form
from chemins.engines.mkdocs.preview.server import PreviewServer
from chemins.forms.form_page import FOLDER, Form, form_file
from chemins.locales import Locale, load
from chemins.reading.language import language_of
from chemins.settings import Settings, settings_of


def open_form(server: PreviewServer, file: Path, locale: Locale) -> list[str]:
    """Opens the form of the site of ``file`` in its preview; what to say of it."""
    settings = settings_of(file)
    if not isinstance(settings, Settings) or not settings.admin.at_hand:
        return []
    if not is_this_machine(str(server.server_address[0])):
        return [locale.text("form.not_here")]

    def form() -> Form:
        words = _locale(settings)
        return form_of(settings, file, words, words.text("form.site"), at_hand=True)

    def desk() -> Desk:
        return Desk(settings.content, settings.content.name, _locale(settings))

    at = f"{server.mount_path}{FOLDER}"
    server.guests.insert(0, form_at(at, lambda name: form_file(form(), name), desk))
    return [locale.text("form.at", url=f"{server.url}{FOLDER}")]


def publish_form(config: MkDocsConfig, locale: Locale) -> None:
    """Puts the form on the built site, where its settings ask for it.

    Raises:
        OSError: the disk refuses.
    """
    file = Path(config.config_file_path)
    settings = settings_of(file)
    if isinstance(settings, Settings) and settings.admin.published:
        write_form(form_of(settings, file, locale, config.site_name), Path(config.site_dir))


def _locale(settings: Settings) -> Locale:
    """The language of the records, which one may change in the form itself."""
    return load(language_of(settings.content))
