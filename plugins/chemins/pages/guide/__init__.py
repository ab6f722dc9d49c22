"""The handbook of the product, as pages of a site that asks for it."""
