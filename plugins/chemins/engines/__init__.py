"""What publishes a site: the only part of the product that knows a static site generator."""
