"""Made-up practices of real communes, to show and to measure the dashboard without real ones."""

from dashboard.practices.demo.practices import (
    DEMO_ROWS,
    DEMO_SEED,
    DEMO_SOURCE,
    has_examples,
    is_made_up,
    make_demo,
)

__all__ = ["DEMO_ROWS", "DEMO_SEED", "DEMO_SOURCE", "has_examples", "is_made_up", "make_demo"]
