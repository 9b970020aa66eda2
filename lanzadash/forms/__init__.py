"""Facts that a person fills into a form, and how they come into ``data/facts``.

A form is a table: an XLSX file with lists to choose from, or a CSV file. Nothing that stands in the
facts is ever changed by one: its rows are added, or named with what is wrong with them.
"""
