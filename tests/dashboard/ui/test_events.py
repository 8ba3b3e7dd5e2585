"""What elements tell."""

from dashboard.ui.elements.events import event_value


def test_an_element_that_is_not_drawn_tells_nothing():
    assert event_value("an-element-of-a-run-before", "chosen") is None
