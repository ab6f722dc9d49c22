"""Photographs and drawings as a site may publish them. Bytes in, bytes out: no files, no words."""

from chemins.pictures.bare import BrokenError, bare
from chemins.pictures.look import Problem, problem_of
from chemins.pictures.svg import Danger, danger_in

__all__ = ["RASTER", "BrokenError", "Danger", "Problem", "bare", "danger_in", "problem_of"]

RASTER = frozenset({"jpg", "jpeg", "png", "gif", "webp", "avif"})
"""The endings of pictures made of points: what a camera, or an editor, may have written into."""
