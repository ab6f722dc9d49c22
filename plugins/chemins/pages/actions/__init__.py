"""The pages of actions: the catalogue, its shelves, and the parts that other pages take."""
