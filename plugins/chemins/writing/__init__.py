"""Record → file, in one shape; and files that are written all together or not at all."""

from chemins.writing.files import written_together
from chemins.writing.patch import patched
from chemins.writing.record import file_of, front_matter_of

__all__ = ["file_of", "front_matter_of", "patched", "written_together"]
