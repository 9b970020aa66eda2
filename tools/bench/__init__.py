"""Speed and memory, measured on this machine: ``make bench``. Nothing here is a timed test."""
