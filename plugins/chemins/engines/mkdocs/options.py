"""What the settings of our plugin take, beside what those of MkDocs do."""

from mkdocs.config.base import ValidationError
from mkdocs.config.config_options import OptionallyRequired

from chemins.faults import Place
from chemins.faults.codes import fault
from chemins.faults.report import Reporter
from chemins.locales import LANGUAGES, load
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
