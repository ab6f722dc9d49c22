"""The rules that a strategy is held against, in the order in which the handbook explains them."""

from chemins.checks import consent, photos
from chemins.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    photos.unauthorised_photo,
    consent.quotation_without_consent,
)
"""All of them; each is a function of one of the modules beside this one."""
