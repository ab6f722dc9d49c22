"""The templates of the theme, compiled once for all versions of a preview.

MkDocs makes a new environment at each build, whose templates are all to be compiled again: for one
page, that takes ten times what the page itself does.
"""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """What was compiled, under what it was compiled from: an edited template is compiled anew."""

    def __init__(self) -> None:
        """Nothing is compiled yet."""
        self._held: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives ``bucket`` what was compiled from the same source."""
        if held := self._held.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(held)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what ``bucket`` holds."""
        self._held[bucket.key, bucket.checksum] = bucket.bytecode_to_string()
