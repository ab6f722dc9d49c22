"""What is derived from the declarations for those who write records."""
