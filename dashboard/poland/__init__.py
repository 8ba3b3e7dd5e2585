"""Poland on a plane: the outlines of its regions, as every map of the program draws them."""
