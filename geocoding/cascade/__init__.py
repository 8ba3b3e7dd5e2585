"""From the words of an address to an answer: read, look for candidates, weigh, decide, word.

`questions` reads addresses, `candidates` and `fuzzy` find what they may mean, `evidence`
weighs it, `rules` decides, `checks` and `answers` put it into words.
"""
