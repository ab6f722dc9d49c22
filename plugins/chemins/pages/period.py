"""A stretch of time in words."""

from chemins.pages.context import Desk
from chemins.records.period import Period


def period_said(desk: Desk, period: Period) -> str:
    """« mars 2024 à juin 2026 », « dès 2025 »; empty when neither end is known."""
    start, end = period.start, period.end
    known = [("start", start)] if start else []
    known += [("end", end)] if end else []
    if not known:
        return ""
    by_day = all(when.day for _, when in known)
    key = "_".join(name for name, _ in known) + ("_day" if by_day else "")
    return desk.said(f"period.{key}", **{name: when.said(desk.locale) for name, when in known})
