"""What an import did, or would do, in the reader's words."""

import shlex
from collections.abc import Iterable, Iterator

from chemins.imports.listed import Listed
from chemins.imports.outlining import Mended
from chemins.imports.plan import Completed, Kept, Made, Named
from chemins.imports.quartiers import Import, Known
from chemins.imports.site import Site
from chemins.locales import Locale, fold
from chemins.records.territory import Contours

_SHOWN = 20
"""How many lines of one sort are spelt out."""

_MARGIN = "   "


def told(found: Import, site: Site, words: Locale, *, is_trial: bool) -> str:
    """What ``found`` writes in ``site``, or would write when it is a trial."""
    plan = found.plan
    count = len(found.quartiers)
    said = {"file": found.known.path.name, "all": words.number(len(found.known.listed))}
    if plan.files:
        parts = [words.text("imports.would" if is_trial else "imports.done", count=count, **said)]
    else:
        parts = [words.text("imports.unchanged", count=count)]
    if plan.made:
        parts.append(words.text("imports.made", count=len(plan.made)))
        parts += _shown((_made(each, site) for each in plan.made), len(plan.made), words)
    if plan.completed:
        count = len(plan.completed)
        parts.append(words.text("imports.completed", count=count))
        parts += _shown((_completed(each, site) for each in plan.completed), count, words)
    if plan.kept:
        parts.append(words.text("imports.kept", count=len(plan.kept)))
        parts += _shown((_kept(each, site, words) for each in plan.kept), len(plan.kept), words)
    parts += _contours(found, site, words)
    if found.outlines.mended:
        mended = found.outlines.mended
        parts.append(words.text("imports.mended", count=len(mended)))
        parts += _shown((_mended(each, words) for each in mended), len(mended), words)
    if found.known.mended:
        parts.append(words.text("imports.accents", count=found.known.mended))
    parts += _territory(found, site, words)
    if any(one.code.startswith("QP") for one in found.quartiers):
        parts.append(words.text("imports.generation"))
    parts.append(words.text("imports.next"))
    return "\n".join(parts)


def question(known: Known, site: Site, words: Locale) -> str:
    """What to type to choose among the quartiers of a file."""
    listed = list(known.listed.values())
    count, name = words.number(len(listed)), known.path.name
    parts = [words.text("imports.which", count=len(listed), all=count, file=name)]
    typed = shlex.quote(str(known.path))
    near = [one for one in listed if _is_near(one, site)]
    shown = near if near else listed if len(listed) <= _SHOWN else []
    if near:
        parts.append(words.text("imports.near", count=len(near)))
    parts += _shown((_listed(one) for one in shown), len(shown), words)
    first = shown or listed
    codes = ",".join(one.code for one in first[: max(2, len(near)) if len(near) < 9 else 2])
    place = first[0].departement
    parts.append(words.text("imports.how", file=typed, codes=codes, departement=place))
    commune = next(iter(first[0].communes), "") or next(iter(sorted(first[0].insee)), "")
    if commune:
        parts.append(words.text("imports.how_commune", file=typed, commune=commune))
    return "\n".join(parts)


def _is_near(one: Listed, site: Site) -> bool:
    names = {fold(name) for name in site.communes.values()}
    return bool(one.insee & site.communes.keys()) or bool(names & set(map(fold, one.communes)))


def _shown(lines: Iterable[str], count: int, words: Locale) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == _SHOWN:
            yield f"{_MARGIN}{words.text('report.more', count=count - _SHOWN)}"
            return
        yield f"{_MARGIN}{line}"


def _listed(one: Listed) -> str:
    communes = ", ".join(one.communes)
    return f"{one.code}  {one.name}" + (f" ({communes})" if communes else "")


def _made(each: Made, site: Site) -> str:
    return f"{site.prefix}{each.path}  {_listed(each.quartier)}"


def _completed(each: Completed, site: Site) -> str:
    return f"{site.prefix}{each.path}  {_listed(each.quartier)}"


def _kept(each: Kept, site: Site, words: Locale) -> str:
    line = f"{site.prefix}{each.known.path}  {each.quartier.code}  {each.known.name}"
    if each.differs:
        line += words.text("imports.differs", name=each.quartier.name)
    return line


def _mended(each: Mended, words: Locale) -> str:
    acts = words.listing([words.text(f"imports.acts.{act}") for act in each.acts])
    return words.text("imports.mended_one", code=each.code, name=each.name, acts=acts)


def _contours(found: Import, site: Site, words: Locale) -> Iterator[str]:
    plan = found.plan
    path = f"{site.prefix}{plan.contours}"
    if plan.merged is None:
        yield words.text("imports.shapeless" if not found.known.has_shapes else "imports.unshaped")
        return
    added, changed = len(plan.merged.added), len(plan.merged.changed)
    if not (added or changed):
        yield words.text("imports.contours_same", path=path)
        return
    said = []
    if added:
        said.append(words.text("imports.contours_added", count=added))
    if changed:
        said.append(words.text("imports.contours_changed", count=changed))
    yield words.text("imports.contours", path=path, said=words.listing(said))
    for system in found.outlines.systems:
        yield words.text("imports.converted", system=system)


def _territory(found: Import, site: Site, words: Locale) -> Iterator[str]:
    named, origin = found.plan.territory, found.origin
    path = f"{site.prefix}{named.path}"
    by = words.text(f"imports.told_by.{origin.told_by}")
    said = {"source": origin.source, "licence": origin.licence, "date": origin.updated.said(words)}
    if named.state == "added":
        yield words.text("imports.territory_added", path=path, by=by, **said)
        yield words.text("imports.verify", path=path)
    elif named.state in ("absent", "by_hand"):
        yield words.text(f"imports.territory_{named.state}", path=path)
        yield "".join(f"{_MARGIN}{line}\n" for line in named.lines.splitlines()).rstrip("\n")
        yield words.text("imports.verify", path=path)
    elif named.declared and said == _said(named.declared, words):
        yield words.text("imports.territory_same", path=path)
    elif named.state == "there":
        yield words.text("imports.territory_there", path=path, by=by, **said)
        yield from _other(named, words)


def _other(named: Named, words: Locale) -> Iterator[str]:
    if named.declared is not None:
        said = ", ".join(filter(None, _said(named.declared, words).values()))
        yield words.text("imports.declared", said=said or "—")


def _said(declared: Contours, words: Locale) -> dict[str, str]:
    return {
        "source": declared.source or "",
        "licence": declared.licence or "",
        "date": declared.updated.said(words) if declared.updated else "",
    }
