"""The rules that a strategy is held against, in the order in which the handbook explains them."""

from chemins.checks import (
    acronyms,
    actions,
    consent,
    cycles,
    evidence,
    horizons,
    lessons,
    links,
    pathways,
    photos,
    plain,
    publics,
    sessions,
    titles,
    vocabulary,
)
from chemins.checks.rule import Rule

COHERENCE: tuple[Rule, ...] = (
    pathways.change_reaches_no_vision,
    pathways.vision_has_no_beginning,
    pathways.change_is_not_carried,
    actions.action_serves_no_change,
    actions.change_waits_for_an_action,
    evidence.indicator_tells_of_nothing,
    evidence.change_moved_and_nothing_shows_it,
    cycles.changes_turn_in_a_circle,
    horizons.link_runs_backwards,
    horizons.practice_rests_on_no_knowledge,
    links.only_path_is_fragile,
    publics.only_residents_have_to_change,
    sessions.quartier_has_no_session,
    sessions.vision_was_born_of_no_session,
    sessions.session_had_no_result,
    lessons.lesson_is_drawn_from_nothing,
    titles.titles_are_alike,
    acronyms.acronym_is_not_explained,
    vocabulary.words_to_weigh,
)
"""Those of a coherent strategy: each has its reasoning in the handbook, and its list on a page."""

RULES: tuple[Rule, ...] = (
    *COHERENCE,
    actions.action_stopped_without_a_reason,
    actions.history_stops_before_the_status,
    actions.period_ends_before_it_begins,
    evidence.observations_stop_before_the_state,
    evidence.story_without_consent,
    evidence.summary_that_nobody_read_over,
    photos.unauthorised_photo,
    consent.quotation_without_consent,
    plain.easy_to_read_without_a_reader,
)
"""All of them; each is a function of one of the modules beside this one."""
