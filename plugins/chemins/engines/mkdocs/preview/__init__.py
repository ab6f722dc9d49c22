"""What ``chemins serve`` is made of: a server, what it shows, what it tells the browser."""
