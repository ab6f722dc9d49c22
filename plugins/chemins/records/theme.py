"""The themes: the objectives that the law gives the policy for the city."""

from chemins.records.types import Choice


class Theme(Choice):
    """The objectives of the policy for the city.

    Source: law n° 2014-173 of 21 February 2014, article 1, II: 1° to 10°, in that order.
    """

    INEQUALITIES = "inequalities"
    RIGHTS = "rights"
    EMPLOYMENT = "employment"
    HOUSING = "housing"
    HEALTH = "health"
    SAFETY = "safety"
    URBAN_INTEGRATION = "urban_integration"
    SUSTAINABLE_CITY = "sustainable_city"
    MEMORY = "memory"
    EQUALITY = "equality"
