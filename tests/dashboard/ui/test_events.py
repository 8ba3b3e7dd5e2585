"""What elements tell."""

from dashboard.ui.elements.events import told


def test_an_element_that_is_not_drawn_tells_nothing():
    assert told("an-element-of-a-run-before", "chosen") is None
