"""Lines of pixels → the shortest path data that draw them: steps from point to point, in tenths."""

from collections.abc import Iterable, Sequence

from chemins.maps.projection import Point


def closed(rings: Iterable[Sequence[Point]], decimals: int = 1) -> str:
    """``rings`` as path data; each is closed by its end."""
    return "".join(f"{_steps(ring[:-1], decimals)}z" for ring in rings)


def running(lines: Iterable[Sequence[Point]], decimals: int = 1) -> str:
    """``lines`` as path data."""
    return "".join(_steps(line, decimals) for line in lines)


def _steps(line: Sequence[Point], decimals: int) -> str:
    unit = 10**decimals
    grid = [(round(x * unit), round(y * unit)) for x, y in line]
    x, y = grid[0]
    said = [f"M{_number(x, unit)}{_next(y, unit)}"]
    # After one letter, pairs go on as steps.
    letter = "l"
    for next_x, next_y in grid[1:]:
        if (next_x, next_y) != (x, y):
            step = _number(next_x - x, unit) if letter else _next(next_x - x, unit)
            said.append(f"{letter}{step}{_next(next_y - y, unit)}")
            letter, x, y = "", next_x, next_y
    return "".join(said)


def _next(value: int, unit: int) -> str:
    """``value`` after another number: a minus parts them as well as a space."""
    said = _number(value, unit)
    return said if said.startswith("-") else f" {said}"


def _number(value: int, unit: int) -> str:
    whole, rest = divmod(abs(value), unit)
    digits = len(str(unit)) - 1
    said = f"{whole}.{rest:0{digits}d}".rstrip("0").rstrip(".") if rest else str(whole)
    return f"-{said}" if value < 0 else said
