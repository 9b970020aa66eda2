"""``python -m lanzadash``."""

from lanzadash.cli import main

main()
