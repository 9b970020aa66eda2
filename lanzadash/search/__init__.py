"""Words as search understands them: folded, stemmed, asked for, highlighted. No database in here.

The build takes a text apart into words with the database's own functions and asks this package what
each distinct word folds and stems to; a query is taken apart here. Both must agree on what a word
is: letters and digits in a row, after Unicode composition.
"""
