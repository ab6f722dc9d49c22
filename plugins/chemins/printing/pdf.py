"""Sheets → PDF files, by WeasyPrint: the only part of the product that knows it.

WeasyPrint is an extra, and draws with Pango, a library of the system: either may be missing.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from io import StringIO
from typing import Any
from warnings import catch_warnings, simplefilter

from chemins.printing.ink import BASE, digest, files, style_sheet
from chemins.printing.sheet import Sheet

_VARIANT = "pdf/ua-1"
_TIGHTER = (1.0, 0.97, 0.94, 0.9)
"""How much of its size a sheet keeps, should its texts turn out longer than was measured."""


class UnavailableError(Exception):
    """Nothing can be drawn here."""

    def __init__(self, missing: str) -> None:
        super().__init__(missing)
        self.missing = missing
        """What is missing: ``weasyprint``, or ``pango``."""


def drawing_version() -> str:
    """What changes when the same sheet would be drawn otherwise.

    Raises:
        UnavailableError: WeasyPrint is not installed.
    """
    try:
        return f"{version('weasyprint')} {digest()}"
    except PackageNotFoundError:
        raise UnavailableError("weasyprint") from None


def drawn(sheet: Sheet) -> bytes:
    """``sheet`` as a PDF file, tagged for all readers (PDF/UA-1); the same bytes each time.

    It loads nothing but its fonts and signs. One whose texts take more sheets than was meant is
    set a little tighter; what still does not hold goes on, whole, on a further sheet.

    Raises:
        UnavailableError: WeasyPrint or Pango is missing.
    """
    press = _press()
    with _no_clock(), catch_warnings():
        simplefilter("ignore")
        for times in _TIGHTER:
            document = press.laid(sheet.html, times)
            if len(document.pages) <= sheet.pages:
                break
        name = sha256(sheet.html.encode()).digest()[:16]
        made: bytes = document.write_pdf(pdf_variant=_VARIANT, pdf_identifier=name)
    return made


@cache
def _press() -> "_Press":
    return _Press(_weasyprint())


class _Press:
    """WeasyPrint with our styles and fonts, read once."""

    def __init__(self, weasyprint: Any) -> None:
        from weasyprint.text.fonts import FontConfiguration

        self._weasyprint = weasyprint
        self._fetcher = _fetcher()
        self._fonts = FontConfiguration()
        self._styles = self._css(style_sheet())

    def laid(self, html: str, times: float) -> Any:
        """``html`` laid on its sheets, at ``times`` its size."""
        styles = [self._styles]
        if times != 1.0:
            styles.append(self._css(f":root {{ --press: {times}; }}"))
        source = self._weasyprint.HTML(string=html, base_url=BASE, url_fetcher=self._fetcher)
        return source.render(
            stylesheets=styles, font_config=self._fonts, pdf_variant=_VARIANT, pdf_tags=True
        )

    def _css(self, text: str) -> Any:
        return self._weasyprint.CSS(
            string=text, base_url=BASE, url_fetcher=self._fetcher, font_config=self._fonts
        )


def _fetcher() -> Any:
    """What loads our own files, and nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):  # type: ignore[misc, unused-ignore]
        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002
            loaded = files().get(url)
            if loaded is None:
                raise ValueError(f"a sheet loads nothing but its own: {url}")
            return URLFetcherResponse(url, loaded.content, {"Content-Type": loaded.type})

    return OwnFiles()


def _weasyprint() -> Any:
    said = StringIO()
    try:
        # Without Pango, it prints a page of advice on the standard output.
        with redirect_stdout(said), redirect_stderr(said), catch_warnings():
            simplefilter("ignore")
            import weasyprint
    except ModuleNotFoundError as error:
        raise UnavailableError("weasyprint") from error
    except (OSError, ImportError) as error:
        raise UnavailableError("pango") from error
    return weasyprint


@contextmanager
def _no_clock() -> Iterator[None]:
    """Keeps the time of day out of the fonts that are made for a file."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
