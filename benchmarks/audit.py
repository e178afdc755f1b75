"""Measures an audit of the demo with many pages in it: its rate, its memory, what it finds.

    .venv/bin/python benchmarks/audit.py [FILE] [--most NUMBER]

FILE has one FAQ a line, as `manage.py load_faqs` takes it; without one, the records are made
up. They are loaded and published below /faqs/ in a SQLite database of its own. A rate that
stays near 1.0 of the first says that no page costs more because there are others. How often
each rule was broken, and the faults of crawling one by one, are printed with it.
"""

import argparse
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faq_pages.findings import Finding

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site"), str(ROOT / "benchmarks")]

from made_up import write  # noqa: E402

MADE_UP = 500
SHOWN = 10


def main(file: Path | None, most: int | None) -> None:
    with TemporaryDirectory() as folder:
        set_up(Path(folder))
        if file is None:
            file = Path(folder) / "faqs.jsonl.gz"
            write(file, most or MADE_UP)
        load(file, most)
        audit()


def set_up(folder: Path) -> None:
    """Start Django on the demo, in a folder of its own."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "TEST_DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "DATA_DIR": str(folder),
    }
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_demo", verbosity=0, stdout=sys.stderr)


def load(file: Path, most: int | None) -> None:
    from itertools import islice

    from faq_pages.importing.json_lines import lines_of
    from faq_pages.importing.loading import load as load_lines
    from faq_pages.importing.sites import index_at

    lines = islice(lines_of(file), most)
    print(f"{sum(1 for _ in load_lines(lines, index_at('/faqs/'), live=True))} records loaded")


def audit() -> None:
    from wagtail.models import Site

    from faq_pages.audit import SiteAudit

    start = time.perf_counter()
    site_audit = SiteAudit(Site.objects.get(is_default_site=True))
    print(f"Known of the site before the first page: {time.perf_counter() - start:.1f} s")
    findings: list[Finding] = []
    times, peaks = [], []
    start, cpu = time.perf_counter(), time.process_time()
    for page in site_audit:
        findings += page.findings
        times.append(time.process_time() - cpu)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    seconds = time.perf_counter() - start
    between = site_audit.between_pages()
    pages, quarter = len(times), len(times) // 4
    print(f"{pages} pages at {pages / seconds:.1f} a second")
    print(f"  CPU time of a page, last quarter to first: {ratio(times, quarter):.2f}")
    print(f"  peak memory, all to first quarter: {peaks[-1] / peaks[quarter]:.2f}")
    report([*findings, *between])
    depths = Counter(visit.depth for visit in site_audit.visits.values() if visit.is_page)
    print("Pages by depth:", dict(sorted(depths.items(), key=str)))
    for finding in between[:SHOWN]:
        print(f"  {finding.url}: {finding.message}")


def ratio(times: Sequence[float], window: int) -> float:
    """Return what the last `window` pages took, as a multiple of what the first took."""
    return (times[-1] - times[-window - 1]) / times[window - 1]


def report(findings: "Sequence[Finding]") -> None:
    severities = Counter(finding.severity for finding in findings)
    print("Findings:", dict(severities))
    rules = Counter((each.severity, each.id) for each in findings)
    for (severity, rule), number in rules.most_common():
        print(f"  {number:6} {severity:8} {rule}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--most", type=int, help="load no more records than this")
    arguments = parser.parse_args()
    main(arguments.file, arguments.most)
