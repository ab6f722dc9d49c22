"""Sheets of paper: each as HTML made for print, then as a PDF file. Only ``pdf.py`` draws."""
