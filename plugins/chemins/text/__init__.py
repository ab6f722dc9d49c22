"""Text from outside, made safe: record Markdown → HTML, and one escape function a context."""
