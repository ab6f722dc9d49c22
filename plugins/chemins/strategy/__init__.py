"""Records → the strategy: a typed graph that pages walk both ways."""

from chemins.strategy.strategy import Link, Strategy, strategy_of

__all__ = ["Link", "Strategy", "strategy_of"]
