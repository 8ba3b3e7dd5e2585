"""The search for words: what a reader typed, the base forms of words, and an index of them."""
