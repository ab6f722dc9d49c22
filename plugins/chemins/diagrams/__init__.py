"""Pathways as pictures: one diagram without syntax, written as SVG, Mermaid text and list."""
