"""Ends a harvest at random moments by kill -9: the next run goes on, and asks for nothing twice.

    make soak ARGS="harvest --kills 200"

A page that was answered just when the program ended may be asked for once more, and no other.
"""

import argparse
import random
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from practice_site import PracticeSite, served

from dashboard.practices.web_archive import read_answers

PROGRAM = Path(__file__).parent / "harvest_program.py"
LATEST_S = 0.03


@dataclass
class Outcome:
    """What a harvest that was ended again and again left.

    Attributes:
        kills: How often it was ended.
        repeated: Requests beyond one for each page.
        missing: Tabs of articles that are not in the folder.
        left_behind: New files that nobody removed.
    """

    kills: int
    repeated: int
    missing: set
    left_behind: list


def run_and_end(site: PracticeSite, folder: Path, *, after: int, delay_s: float) -> bool:
    """Run the program, end it some time after a request; whether it was ended."""
    process = subprocess.Popen(
        [sys.executable, PROGRAM, site.address, folder], stderr=subprocess.DEVNULL
    )
    last = len(site.requests) + after

    def end(count: int) -> None:
        if count == last:
            if delay_s:
                threading.Timer(delay_s, process.kill).start()
            else:
                process.kill()

    site.noticed = end
    status = process.wait()
    site.noticed = lambda _: None
    return status < 0


def collect_with_kills(
    site: PracticeSite, folder: Path, *, kills: int, seed: int, latest_s: float = LATEST_S
) -> Outcome:
    """Collect a site that is served, and end the program so many times meanwhile."""
    chance = random.Random(seed)  # noqa: S311
    ended = 0
    most = max(2, 2 * len(site.pages()) // max(kills, 1))
    while ended < kills:
        delay_s = chance.uniform(0, latest_s) if latest_s else 0.0
        if not run_and_end(site, folder, after=chance.randint(1, most), delay_s=delay_s):
            break
        ended += 1
    subprocess.run([sys.executable, PROGRAM, site.address, folder], check=False)
    counts = Counter(path for path, _ in site.requests)
    counts.pop("/robots.txt", None)
    stored = set()
    for file in (folder / "pages").glob("*.warc.gz"):
        if any(answer.is_page for answer in read_answers(file)):
            _, article, _, tab = file.name.partition(".")[0].split("-")
            stored.add((int(article), int(tab)))
    return Outcome(
        kills=ended,
        repeated=sum(counts.values()) - len(counts),
        missing=site.pages() - stored,
        left_behind=list(folder.rglob(".*.part")),
    )


def main() -> int:
    """Collect the site until it was ended often enough; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--seed", type=int, default=22)
    options = parser.parse_args()
    done, rounds, failed = 0, 0, 0
    while done < options.kills:
        with TemporaryDirectory() as folder, served(PracticeSite(options.articles)) as site:
            found = collect_with_kills(
                site, Path(folder), kills=options.kills - done, seed=options.seed + rounds
            )
        done, rounds = done + found.kills, rounds + 1
        is_wrong = bool(found.missing) or found.repeated > found.kills
        failed += is_wrong
        print(
            f"{found.kills} kills, {found.repeated} requests repeated, "
            f"{len(found.missing)} pages missing, {len(found.left_behind)} files left behind"
        )
    print(f"{'failed' if failed else 'held'}: {done} kills in {rounds} harvests")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
