"""The commands of ``chemins``, a module each: read arguments, call, print, give an exit code."""
