"""What is wrong, where, and what to do about it: the one fault type of the product."""

from chemins.faults.fault import Fault, Place, Severity, Word, worst

__all__ = ["Fault", "Place", "Severity", "Word", "worst"]
