"""The rules that a strategy is held against, in the order in which the handbook explains them."""

from chemins.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
"""All of them; each is a function of one of the modules beside this one."""
