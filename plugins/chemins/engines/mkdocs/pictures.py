"""The pictures among the files of MkDocs: published without what they say of who made them."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from chemins.engines.mkdocs.stopped import FaultsError
from chemins.engines.picture_files import UnpublishableError, is_picture, publish
from chemins.faults.unforeseen import shown
from chemins.locales import Locale


class PictureFile(File):
    """A picture, written as it may be published."""

    locale: Locale
    """In which it is told that it cannot be."""

    def copy_file(self, dirty: bool = False) -> None:
        """Writes the picture where the site has it.

        Raises:
            FaultsError: it can no longer be drawn.
            OSError: the disk refuses.
        """
        if self.abs_src_path is None or (dirty and not self.is_modified()):
            return
        source = Path(self.abs_src_path)
        try:
            publish(source, Path(self.abs_dest_path), shown(source), self.locale)
        except UnpublishableError as error:
            raise FaultsError(str(error)) from error


def lay_bare(files: Files, config: MkDocsConfig, locale: Locale) -> None:
    """Makes every picture of ``files``, the theme's included, one that is published bare."""
    for file in list(files):
        if file.src_dir and is_picture(file.src_uri):
            files.remove(file)
            files.append(_picture(file, config, locale))


def _picture(file: File, config: MkDocsConfig, locale: Locale) -> PictureFile:
    picture = PictureFile(
        file.src_uri,
        file.src_dir,
        config.site_dir,
        config.use_directory_urls,
        dest_uri=file.dest_uri,
        inclusion=file.inclusion,
    )
    picture.locale = locale
    return picture
