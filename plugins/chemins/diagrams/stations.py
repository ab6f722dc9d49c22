"""The nodes of a picture before they are placed: their lines of text and the room they take."""

from dataclasses import dataclass

from chemins.diagrams.columns import SHADOW
from chemins.diagrams.diagram import Node
from chemins.diagrams.glyphs import VISION
from chemins.diagrams.metrics import Face, balance, wrap

TEXT = 16
"""The size of titles and headings, in pixels, as the style sheet has it."""

SOFT = 15
"""The size of what stands back: the smallest."""

DISPLAY = 21
"""The size of a vision's title."""

LEADING = 21
"""From one line of text to the next."""

DISPLAY_LEADING = 26
"""From one line of a vision's title to the next."""

PADDING = 16
"""Between a frame and what is in it."""

MARK = 26
"""From the left of a framed node's glyph to its word."""

FRAME_TOP = 34
"""From the top of a frame to the height at which edges meet it."""

TITLE_TOP = 50
"""From the top of a frame whose word is one line to where its title begins."""

TEXT_TOP = 10
"""From a track to where the text below it begins."""

_GLYPH = 18
_GLYPH_HERE = 24
_DESCENT = 5
_NOTE_GAP = 4
_EVEN = 0.8


@dataclass(frozen=True, slots=True)
class Station:
    """A node and how it is written. Heights count from the line on which edges meet it."""

    node: Node
    """What is drawn."""

    framed: bool
    """Whether it is a front page, instead of a glyph on a track with text below."""

    word: tuple[str, ...]
    """The lines that say its kind; none when the heading of its column does."""

    lines: tuple[str, ...]
    """The lines of its title."""

    note: tuple[str, ...] = ()
    """The lines under it."""

    @property
    def glyph(self) -> int:
        """The side of its glyph, larger for the page's own record."""
        return _GLYPH_HERE if self.node.here else _GLYPH

    @property
    def face(self) -> Face:
        """The face of its word, and of its title unless it is framed."""
        return "bold" if self.node.here or self.framed else "text"

    @property
    def above(self) -> int:
        """How far it goes up."""
        return FRAME_TOP if self.framed else self.glyph // 2

    @property
    def below(self) -> int:
        """How far it goes down."""
        if self.framed:
            return self.frame_height - FRAME_TOP + SHADOW
        return TEXT_TOP + LEADING * len(self.word + self.lines + self.note) + _DESCENT

    @property
    def title_top(self) -> int:
        """From the top of its frame to where its title begins."""
        return TITLE_TOP + LEADING * max(0, len(self.word) - 1)

    @property
    def frame_height(self) -> int:
        """The height of its frame."""
        return self.title_top + DISPLAY_LEADING * (len(self.lines) + 1) + LEADING * len(self.note)

    @property
    def note_top(self) -> int:
        """From the top of its frame to the first line of its note."""
        return self.title_top + DISPLAY_LEADING * len(self.lines) + LEADING + _NOTE_GAP


def station(node: Node, width: int, *, needs_word: bool) -> Station:
    """``node`` written in a column of ``width`` pixels."""
    if node.kind == VISION:
        inner = width - 2 * PADDING
        word = wrap(node.word, "bold", TEXT, inner - MARK)
        title = balance(node.text, "display", DISPLAY, inner)
        return Station(node, True, word, title, wrap(node.note, "text", SOFT, inner))
    face: Face = "bold" if node.here else "text"
    word = wrap(node.word, face, SOFT, width) if needs_word else ()
    note = wrap(node.note, face, SOFT, width)
    return Station(node, False, word, balance(node.text, face, TEXT, width, _EVEN), note)
