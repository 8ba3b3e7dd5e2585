"""The page about the data opens without moving what the reader already sees."""

from playwright.sync_api import expect

MOST_SHIFT = 0.1
"""Cumulative layout shift that Web Vitals calls good."""
COUNT_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    const moved = entry.sources.map(({ node, previousRect: from, currentRect: to }) => {
      const element = node instanceof Element ? node : node?.parentElement;
      const key = element?.closest('[class*="st-key-"]')?.className ?? "";
      return `${element?.tagName} ${key}: ${from.x},${from.y} to ${to.x},${to.y}`;
    });
    window.shifts.push([entry.value, moved]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


def test_a_page_opens_without_moving_what_is_read(new_page, dashboard_url, settled):
    page = new_page()
    page.add_init_script(COUNT_SHIFTS)
    page.goto(dashboard_url + "/o-danych")
    expect(page.locator(".st-key-page-tools button:not([hidden])")).to_be_attached()
    expect(page.locator(".st-key-stopka footer")).to_be_attached()
    settled(page)
    shifts = page.evaluate("window.shifts")
    assert sum(value for value, _ in shifts) <= MOST_SHIFT, shifts
