"""Pages written by hand: what of their HTML a site publishes, and what it leaves out."""
