"""What ``mkdocs.yml`` may say under the name of our plugin."""

from mkdocs.config.base import Config, ValidationError
from mkdocs.config.config_options import (
    Choice,
    ListOfItems,
    Optional,
    OptionallyRequired,
    Type,
)

from chemins.faults import Place
from chemins.faults.codes import fault
from chemins.faults.report import Reporter
from chemins.locales import LANGUAGES, load
from chemins.pages.context import DRAWN_BY
from chemins.settings import AUTO, is_yes


class YesOrNo(OptionallyRequired[bool]):
    """Yes or no, as YAML says it or as a person does: ``true``, ``oui``."""

    def run_validation(self, value: object) -> bool:
        """The answer that ``value`` gives.

        Raises:
            ValidationError: it gives none.
        """
        answer = is_yes(value)
        if answer is None:
            wrong = fault("S-FLAG", Place(""), key="…", value=value)
            raise ValidationError(Reporter(load(LANGUAGES[0])).sentence(wrong))
        return answer


class AutoOrNo(YesOrNo):
    """``auto``, which is yes where it can be, or what says yes or no."""

    def run_validation(self, value: object) -> bool:
        """Whether it is wanted."""
        return True if value == AUTO else super().run_validation(value)


class StrategyConfig(Config):
    """The settings of ``chemins/strategy``."""

    diagrams = Choice(DRAWN_BY, default=DRAWN_BY[0])
    """Who draws the pathways: ``svg``, at build; ``mermaid``, in the reader's browser."""

    html = Optional(Type(object))
    """What is added to the HTML that a page written by hand may hold: see ``cleaning/``."""

    coherence = YesOrNo(default=False)
    """Whether a page shows the state of the strategy to its team."""

    handbook = YesOrNo(default=False)
    """Whether the handbook of Chemins is among its pages."""

    approved_only = YesOrNo(default=False)
    """Whether only approved records are published; a preview shows the others, marked."""

    attachments = ListOfItems(Type(str), default=[])
    """Endings of files to let through besides the usual ones: ``[zip]``."""

    admin = Optional(Type(object))
    """The form in which records are changed: whether it is published, and where they are kept."""

    pdf = AutoOrNo(default="auto")
    """Whether sheets to print are made as PDF files, where they can be: ``auto``, ``no``."""
