"""A site may be in a language that Material has no words for."""

from dataclasses import replace
from pathlib import Path

import material
import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from chemins.engines.mkdocs.theme import Frame, prepare
from chemins.locales import load

THEME = FileSystemLoader(Path(material.__file__).parent / "templates")
ASKS = (
    '{% import "partials/language.html" as lang with context %}'
    '{{ lang.t("language") }} {{ lang.t("search.reset") }}'
)


@pytest.mark.parametrize(("language", "said"), [("br", "br Clear"), ("fr", "fr Effacer")])
def test_it_is_told_by_its_name_and_the_rest_is_not_missing(language, said):
    env = Environment(loader=ChoiceLoader([DictLoader({"page": ASKS}), THEME]), autoescape=True)
    locale = replace(load("en"), language=language)
    frame = Frame(title="", territory="", **dict.fromkeys(_OTHERS))
    prepare(env, locale, frame)
    config = {"theme": {"language": language}}
    assert env.get_template("page").render(config=config).strip() == said


_OTHERS = tuple(name for name in Frame.__dataclass_fields__ if name not in ("title", "territory"))
