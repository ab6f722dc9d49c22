"""Contours of quartiers as pictures, drawn at build time: no tiles, no other host."""
