"""The handbook of codes: every fault, warning and advice, from the words that say them.

Nothing here is written twice: what ``chemins explain`` prints of one code, these pages print of
all, and the reasoning behind each rule of coherence has a page of its own. Text only, no I/O.
"""

from collections.abc import Mapping

from chemins.checks.codes import severities
from chemins.checks.rules import COHERENCE, RULES
from chemins.faults import Severity
from chemins.faults.catalog import acts, blank, examples, reasoning
from chemins.locales import Locale


def handbook(locale: Locale) -> Mapping[str, str]:
    """The pages of the handbook in the language of ``locale``: their paths, and their Markdown."""
    folder = locale.text("handbook.coherence.folder")
    pages = {f"{locale.text('handbook.file')}.md": every_code(locale)}
    pages[f"{folder}/index.md"] = _index(locale)
    for rule in COHERENCE:
        pages[f"{folder}/{_file(rule.code)}"] = _page(rule.code, rule.severity, locale)
    return pages


def every_code(locale: Locale) -> str:
    """The list of all codes, as Markdown."""
    parts = [f"# {locale.text('handbook.title')}", locale.text("handbook.intro")]
    for name, codes in _families().items():
        if codes:
            parts.append(f"## {locale.text(f'handbook.families.{name}')}")
            parts += [_entry(code, weight, locale) for code, weight in codes.items()]
    return _joined(*parts, locale.text("handbook.made"))


def _families() -> Mapping[str, Mapping[str, Severity]]:
    """The codes by what they speak of, in the order in which one meets them."""
    coherence = {rule.code for rule in COHERENCE}
    others = {rule.code for rule in RULES} - coherence
    families: dict[str, dict[str, Severity]] = {
        name: {} for name in ("records", "rules", "coherence", "site", "settings", "imports")
    }
    for code, weight in severities().items():
        if code in coherence:
            family = "coherence"
        elif code in others:
            family = "rules"
        elif "-IMPORT-" in code:
            family = "imports"
        else:
            family = {"G": "site", "S": "settings"}.get(code[0], "records")
        families[family][code] = weight
    return families


def _entry(code: str, weight: Severity, locale: Locale) -> str:
    parts = [
        f"### {_named(code, weight, locale)}",
        f"> {blank(locale.text(f'faults.{code}.sentence'))}",
        locale.text(f"faults.{code}.why"),
        locale.text("report.to_do"),
        "\n".join(f"- {act}" for act in acts(code, locale)),
    ]
    for head, sample in examples(code, locale):
        parts += [head, f"```yaml\n{sample}\n```"]
    if reasoning(code, locale):
        link = f"{locale.text('handbook.coherence.folder')}/{_file(code)}"
        title = locale.text(f"faults.{code}.title")
        parts.append(f"[{locale.text('handbook.coherence.more', title=title)}]({link})")
    return "\n\n".join(parts)


def _page(code: str, weight: Severity, locale: Locale) -> str:
    return _joined(
        f"# {locale.text(f'faults.{code}.title')}",
        _named(code, weight, locale),
        f"> {blank(locale.text(f'faults.{code}.sentence'))}",
        reasoning(code, locale),
        locale.text("handbook.coherence.back"),
    )


def _index(locale: Locale) -> str:
    return _joined(
        f"# {locale.text('handbook.coherence.title')}",
        locale.text("handbook.coherence.intro"),
        "\n".join(
            f"- [{locale.text(f'faults.{rule.code}.title')}]({_file(rule.code)}),"
            f" {_named(rule.code, rule.severity, locale)}"
            for rule in COHERENCE
        ),
        locale.text("handbook.made"),
    )


def _named(code: str, weight: Severity, locale: Locale) -> str:
    severity = locale.text(f"report.severity.{weight.name.lower()}")
    return locale.text("report.explain", code=f"`{code}`", severity=severity)


def _file(code: str) -> str:
    return f"{code.lower()}.md"


def _joined(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"
