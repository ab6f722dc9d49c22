"""The pages of indicators, and the parts of them that other pages take."""
